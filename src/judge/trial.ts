import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { side } from './rules/rule.ts';
import type { TrialRun } from './types.ts';

/** From this many judged points a trial run chart is shown; from 12 there are limits. */
export const leastForTrial = 8;

/** Run chart on the median with two tests. Points on the median belong to no run and count for nothing (n is the
 *  others); missing periods are passed over. A signal: the longest run on one side is longer than log₂ n + 3, rounded,
 *  or the median is crossed more seldom than the 5 % point of B(n − 1, ½).
 *  Anhøj & Olesen 2014 (PLoS ONE 9: e113825). Example: n = 10 → a run of 7, or a single crossing, is a signal. */
export function trialRun(values: readonly number[]): TrialRun {
  const median = medianOf(values);
  const sides = values.map((value) => side(value, median, median)).filter((sign) => sign !== 0);
  let [longestRun, run, crossings] = [0, 0, 0];
  for (const [at, sign] of sides.entries()) {
    const goesOn = at > 0 && sides[at - 1] === sign;
    if (at > 0 && !goesOn) crossings++;
    run = goesOn ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  }
  const n = sides.length;
  const longestRunLimit = longestRunBound(n);
  const crossingsLimit = crossingsBound(n);
  const signal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return { median, longestRun, longestRunLimit, crossings, crossingsLimit, signal };
}

/** The longest run that n points off the median are usually content with. */
export const longestRunBound = (n: number): number => Math.round(Math.log2(Math.max(n, 1)) + 3);

/** The fewest crossings that n points off the median usually have: the smallest k with P(B(n − 1, ½) ≤ k) ≥ 5 %. */
export function crossingsBound(n: number): number {
  if (n < 2) return 0;
  let k = 0;
  while (binomialCdf(k, n - 1, 0.5) < 0.05) k++;
  return k;
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
