import { type Limits, leastForLimits, limits } from './limits.ts';
import { marksOf } from './rules/rules.ts';
import { leastForTrial, trialRun } from './trial.ts';
import type { BehaviourChart, ChartPoint, ChartSegment, NaturalBounds, RuleName, SeriesPoint } from './types.ts';

export interface ChartOptions {
  /** Natural bounds of the unit: they clip the limits that are shown, never those that the rules use. */
  readonly bounds?: NaturalBounds | null | undefined;
  /** First and last period of the baseline, inclusive. All points unless given; a segment that it does not touch keeps
   *  its own points. */
  readonly baseline?: readonly [from: string, to: string] | null | undefined;
  /** Where recorded changes begin a new segment: an index, or a period (the first point not before it, by name).
   *  Nothing else ever rebases a chart. */
  readonly rebaseAt?: readonly (number | string)[] | undefined;
  /** Fix each segment's limits after this many judged points; never earlier than 12, for fewer would have none. */
  readonly fixAfter?: number | null | undefined;
}

/** The process behaviour chart of a series, oldest first. Runs and moving ranges stay inside a segment; a missing period
 *  or a hollow point breaks both. Without limits no rule is judged. */
export function behaviourChart(points: readonly SeriesPoint[], options: ChartOptions = {}): BehaviourChart {
  const judged = points.map(judgedValue);
  const segments = stretches(points, options.rebaseAt ?? []).map(([from, to]) =>
    segment(points, judged, from, to, options),
  );
  const rules = segments.flatMap((one) => rulesOf(judged, one));
  const current = segments.at(-1);
  const recent = current ? judged.slice(current.from, current.to + 1).filter((value) => value !== null) : [];
  const onTrial = recent.length >= leastForTrial && recent.length < leastForLimits && current?.unclippedLower === null;
  return {
    kind: current?.unclippedLower != null ? 'behaviour' : onTrial ? 'trialRun' : 'short',
    points: points.map((point, at): ChartPoint => ({ ...point, rules: rules[at] ?? [] })),
    segments,
    trial: onTrial ? trialRun(recent) : null,
    seasonal: false,
  };
}

/** The value that takes part in limits and rules; null for a missing period or a hollow point. */
export const judgedValue = (point: SeriesPoint): number | null => (point.hollow ? null : point.value);

/** First and last index of each segment. */
function stretches(points: readonly SeriesPoint[], rebaseAt: readonly (number | string)[]): [number, number][] {
  if (points.length === 0) return [];
  const starts = rebaseAt.map((at) => (typeof at === 'number' ? at : points.findIndex(({ period }) => period >= at)));
  const from = [...new Set([0, ...starts.filter((at) => at > 0 && at < points.length)])].sort((a, b) => a - b);
  return from.map((start, at) => [start, (from[at + 1] ?? points.length) - 1]);
}

function segment(
  points: readonly SeriesPoint[],
  judged: readonly (number | null)[],
  from: number,
  to: number,
  options: ChartOptions,
): ChartSegment {
  const [first, last] = baselineWithin(points, judged, from, to, options);
  const found = limits(judged.slice(first, last + 1));
  return {
    from,
    to,
    baselineTo: last,
    centre: found.centre,
    ...shown(found, options.bounds ?? [null, null]),
    unclippedLower: found.lower,
    unclippedUpper: found.upper,
    meanMovingRange: found.meanMovingRange,
    excludedRanges: found.excluded.map((at) => points[first + at]!.period),
  };
}

function baselineWithin(
  points: readonly SeriesPoint[],
  judged: readonly (number | null)[],
  from: number,
  to: number,
  { baseline, fixAfter }: ChartOptions,
): [number, number] {
  if (baseline) {
    const indices = indicesOf(points, baseline).filter((at) => at >= from && at <= to);
    if (indices.length > 0) return [indices[0]!, indices.at(-1)!];
  }
  if (fixAfter == null) return [from, to];
  let left = Math.max(leastForLimits, fixAfter);
  for (let at = from; at <= to; at++) if (judged[at] !== null && --left === 0) return [from, at];
  return [from, to];
}

/** Indices of the points from one named period to another: where both stand in the series, by position (labels need
 *  not sort), else by name. */
function indicesOf(points: readonly SeriesPoint[], [from, to]: readonly [string, string]): number[] {
  const first = points.findIndex(({ period }) => period === from);
  const last = points.findIndex(({ period }) => period === to);
  return [...points.keys()].filter((at) => {
    const { period } = points[at]!;
    return (first < 0 ? period >= from : at >= first) && (last < 0 ? period <= to : at <= last);
  });
}

function shown({ lower, upper }: Limits, [least, most]: NaturalBounds): { lower: number | null; upper: number | null } {
  const clip = (x: number | null) => (x === null ? null : Math.min(most ?? Infinity, Math.max(least ?? -Infinity, x)));
  return { lower: clip(lower), upper: clip(upper) };
}

/** Rules that mark each point of a segment, judged over every unbroken stretch of it. */
function rulesOf(judged: readonly (number | null)[], one: ChartSegment): RuleName[][] {
  const names: RuleName[][] = Array.from({ length: one.to - one.from + 1 }, () => []);
  const { centre, unclippedLower: lower, unclippedUpper: upper } = one;
  if (centre === null || lower === null || upper === null) return names;
  let values: number[] = [];
  for (let at = one.from; at <= one.to + 1; at++) {
    const value = at > one.to ? null : judged[at]!;
    if (value !== null) {
      values.push(value);
      continue;
    }
    const start = at - values.length - one.from;
    for (const [offset, marks] of marksOf({ values, centre, lower, upper }).entries()) names[start + offset] = marks;
    values = [];
  }
  return names;
}
