/** A visit: a step down to the counter. */
export const VisitSign = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path className="c-ink" d={`M${x} ${y + 1}h10l-5 9z`} />
);

/** A document that is asked for. */
export const DocumentSign = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path className="j-document" d={`M${x} ${y}h5.5l3 3v7.5h-8.5z`} />
);
