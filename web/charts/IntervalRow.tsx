import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { round } from './Mark.tsx';

type Interval = readonly [number | null, number | null] | null;

/** Dot and whisker of one group over the grey of the whole. All rows of a table share `domain`. */
export const IntervalRow = ({
  value,
  interval,
  whole,
  domain,
  width = 150,
}: {
  readonly value: number;
  readonly interval: Interval;
  readonly whole: Interval;
  readonly domain: readonly [number, number];
  readonly width?: number;
}) => {
  const x = scaleLinear(domain, [5, width - 5]);
  const ends = (of: Interval): readonly [number, number] | null =>
    of ? [x(of[0] ?? domain[0]), x(of[1] ?? domain[1])] : null;
  const grey = ends(whole);
  const whisker = ends(interval);
  return (
    <svg className="irow" width={width} height={22} viewBox={`0 0 ${width} 22`} aria-hidden="true">
      {grey && (
        <rect className="c-band" x={round(grey[0])} y="0" width={round(Math.max(1, grey[1] - grey[0]))} height="22" />
      )}
      {whisker && <path className="c-past" d={`M${round(whisker[0])} 11H${round(whisker[1])}`} />}
      <circle className="c-ink" cx={round(x(value))} cy="11" r="4" />
    </svg>
  );
};

/** What all rows and the whole need, a little air included. */
export const domainOf = (
  rows: readonly { readonly value: number | null; readonly interval: Interval }[],
): readonly [number, number] => {
  const [low, high] = extent(
    rows.flatMap((row) => [row.value, ...(row.interval ?? [])]),
    (value) => value ?? undefined,
  );
  if (low === undefined || high === undefined) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
};
