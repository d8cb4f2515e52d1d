import { behaviourChart, type ChartOptions } from './chart.ts';
import type { BehaviourChart, SeriesPoint } from './types.ts';

/** Fewer events than this in a period, on average, and counts can hardly ever leave their limits. */
const leastPerPeriod = 5;
/** Days between events of a steady process are exponential; this power makes them nearly normal. Nelson 1994, JQT 26. */
const power = 1 / 3.6;
/** Only whole days are known: without half a day more, two events of one day would lie infinitely far below the rest. */
const half = 0.5;

/** Whether events are so rare that the days between them are to be charted instead of counts per period. */
export function eventsAreRare(counts: readonly (number | null)[]): boolean {
  const known = counts.filter((count) => count !== null);
  return known.length > 0 && known.reduce((sum, count) => sum + count, 0) / known.length < leastPerPeriod;
}

/** Whole days from each event to the next. `dates`: `YYYY-MM-DD`, in any order; a point is named by the day on which
 *  the gap ended. Two events of one day are 0 days apart. */
export function daysBetween(dates: readonly string[]): SeriesPoint[] {
  const sorted = [...dates].sort();
  return sorted.slice(1).map((period, at) => ({
    period,
    value: Math.round((Date.parse(`${period}T00:00Z`) - Date.parse(`${sorted[at]}T00:00Z`)) / 86_400_000),
  }));
}

/** Chart of days between events: limits and rules on (days + ½) to the power 1/3.6, shown in days again, so that a long
 *  quiet time and a burst are judged alike. Less than 13 events: no limits. */
export function rareEventsChart(
  points: readonly SeriesPoint[],
  options: Omit<ChartOptions, 'bounds'> = {},
): BehaviourChart {
  const chart = behaviourChart(
    points.map((point) => ({ ...point, value: point.value === null ? null : (point.value + half) ** power })),
    options,
  );
  const segments = chart.segments.map((segment) => ({
    ...segment,
    centre: days(segment.centre),
    lower: atLeastZero(days(segment.lower)),
    upper: days(segment.upper),
    unclippedLower: days(segment.unclippedLower),
    unclippedUpper: days(segment.unclippedUpper),
    meanMovingRange: null,
  }));
  return {
    ...chart,
    kind: 'daysBetween',
    points: chart.points.map((point, at) => ({ ...point, value: points[at]!.value })),
    segments,
    trial: chart.trial && { ...chart.trial, median: days(chart.trial.median)! },
  };
}

/** Back to days; a limit below 0 stays below, so that no gap is ever outside it. */
const days = (x: number | null): number | null =>
  x === null ? null : Math.sign(x) * Math.abs(x) ** (1 / power) - half;

const atLeastZero = (x: number | null): number | null => (x === null ? null : Math.max(0, x));
