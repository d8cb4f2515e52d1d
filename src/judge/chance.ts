import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import type { Verdict } from './types.ts';

/** How often the last point of a chart of so many points is called better or worse though nothing changed: independent
 *  normal values, limits from all of them. Measured on 100 000 series each; a test measures the row of 24 again. */
const chartAlarms: readonly (readonly [points: number, rate: number])[] = [
  [12, 0.0151],
  [18, 0.0167],
  [24, 0.0171],
  [36, 0.019],
];

/** How often a comparison finds a change though there is none: 5 % of a 95 % interval; with a second one, to the year
 *  before, 9 % (measured: 8.6…9.2 %, for the two share the newest figure). */
const comparisonAlarms: readonly number[] = [0, 0.05, 0.09];

/** Chance that a verdict by rules marks a chart of `points` judged points that is only noise. Between the measured
 *  sizes on a straight line; beyond the largest the rate no longer grows. Autocorrelated series alarm more often. */
export function falseAlarmRate(points: number): number {
  const next = chartAlarms.findIndex(([size]) => size >= points);
  if (next === 0) return chartAlarms[0]![1];
  if (next < 0) return chartAlarms.at(-1)![1];
  const [[fewer, low], [more, high]] = [chartAlarms[next - 1]!, chartAlarms[next]!];
  return low + ((high - low) * (points - fewer)) / (more - fewer);
}

/** Chance that one or two comparisons of unchanged figures find a change. */
export const comparisonAlarmRate = (comparisons: number): number => comparisonAlarms[Math.min(2, comparisons)]!;

/** Of many verdicts: how many were judged, how many are marked better or worse, how many marks chance alone would give,
 *  and how many it gives at most nineteen times in twenty. */
export function chanceOfMarks(verdicts: readonly Verdict[]): {
  readonly judged: number;
  readonly marked: number;
  readonly byChance: number;
  readonly atMost: number;
} {
  const judged = verdicts.filter(({ byChance }) => byChance > 0);
  const byChance = judged.reduce((sum, verdict) => sum + verdict.byChance, 0);
  const marked = judged.filter(({ kind }) => kind === 'better' || kind === 'worse').length;
  let atMost = 0;
  while (atMost < judged.length && binomialCdf(atMost, judged.length, byChance / judged.length) < 0.95) atMost++;
  return { judged: judged.length, marked, byChance, atMost };
}
