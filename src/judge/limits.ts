/** Fewer baseline points give no limits. */
export const leastForLimits = 12;
/** 3 ÷ d₂ for ranges of two: from the mean moving range to three sigmas. */
const toLimit = 2.66;
/** D₄ for ranges of two: a moving range beyond this many means is itself a signal, not noise. */
const toRangeLimit = 3.267;

/** Centre and natural process limits of an XmR chart, unclipped, in the unit of the values. */
export interface Limits {
  /** Mean of all values; null when there is none. */
  readonly centre: number | null;
  /** Null under 12 values, or where no two neighbours give a moving range. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** After leaving out; null where no two neighbours give one. */
  readonly meanMovingRange: number | null;
  /** Indices at which the left-out moving ranges end. */
  readonly excluded: readonly number[];
}

/** Limits of a process behaviour chart from its baseline. `values`: one per period, oldest first; null: missing, and no
 *  moving range across it. centre ± 2.66 × mean moving range, where ranges above 3.267 × their mean are left out, once;
 *  the centre keeps every value.
 *  Shewhart's chart for individual values: Wheeler & Chambers 1992, Understanding Statistical Process Control; leaving
 *  out ranges: Nelson 1982. Example: 12 values with mean 12.75 and mean moving range 1.66 → 8.32…17.18. */
export function limits(values: readonly (number | null)[]): Limits {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { centre: null, lower: null, upper: null, meanMovingRange: null, excluded: [] };
  const centre = mean(known);
  const ranges = movingRanges(values);
  const most = ranges.length === 0 ? 0 : toRangeLimit * mean(ranges.map(({ range }) => range));
  const kept = ranges.filter(({ range }) => range <= most);
  const excluded = ranges.filter(({ range }) => range > most).map(({ endsAt }) => endsAt);
  const meanMovingRange = kept.length === 0 ? null : mean(kept.map(({ range }) => range));
  if (known.length < leastForLimits || meanMovingRange === null)
    return { centre, lower: null, upper: null, meanMovingRange, excluded };
  const halfWidth = toLimit * meanMovingRange;
  return { centre, lower: centre - halfWidth, upper: centre + halfWidth, meanMovingRange, excluded };
}

/** What comparisons with centre and limits bear: a constant series of 99.9 has a mean that is not quite 99.9. */
export const tolerance = (centre: number): number => 1e-9 * Math.max(1, Math.abs(centre));

function movingRanges(values: readonly (number | null)[]): { range: number; endsAt: number }[] {
  const ranges: { range: number; endsAt: number }[] = [];
  for (let index = 1; index < values.length; index++) {
    const [before, value] = [values[index - 1], values[index]];
    if (before != null && value != null) ranges.push({ range: Math.abs(value - before), endsAt: index });
  }
  return ranges;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
