/** Places taken, one square each; what is too many is a diamond. */
export const Meter = ({ held, most }: { readonly held: number; readonly most: number }) => {
  const over = Math.max(0, held - most);
  const places = Array.from({ length: most }, (_, at) => at);
  const width = most * 12 + (over > 0 ? 16 : 0);
  return (
    <svg className="meter" viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true">
      {places.map((at) => (
        <rect key={at} x={0.75 + at * 12} y="1.5" width="9.5" height="9.5" className={at < held ? 'c-ink' : 'c-free'} />
      ))}
      {over > 0 && <path className="c-worse" d={`M${most * 12 + 8} 0l5.5 6-5.5 6-5.5-6z`} />}
    </svg>
  );
};
