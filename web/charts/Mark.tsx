export type MarkKind = 'dot' | 'better' | 'worse' | 'neutral' | 'same' | 'unclear' | 'hollow';

/** One point. Shape tells the verdict where colour does not: disc better, diamond worse, ring same, broken ring unclear. */
export const Mark = ({
  x,
  y,
  kind,
  size,
}: {
  readonly x: number;
  readonly y: number;
  readonly kind: MarkKind;
  /** Radius in px; a diamond is drawn a little larger to weigh the same. */
  readonly size: number;
}) => {
  if (kind === 'worse') {
    const r = round(size * 1.4);
    return <path className="c-worse" d={`M${round(x)} ${round(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`} />;
  }
  const name = {
    dot: 'c-dot',
    better: 'c-better',
    neutral: 'c-neutral',
    same: 'c-ring',
    unclear: 'c-ring',
    hollow: 'c-ring',
  }[kind];
  return (
    <circle
      className={name}
      cx={round(x)}
      cy={round(y)}
      r={size}
      {...(kind === 'unclear' || kind === 'hollow' ? { strokeDasharray: '2 2' } : {})}
    />
  );
};

/** Tenths of a pixel: shorter markup, and equal on every machine. */
export const round = (value: number): number => Math.round(value * 10) / 10;
