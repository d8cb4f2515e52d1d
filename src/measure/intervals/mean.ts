import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './bounds.ts';

/** Half-width factor of Student's t, 95 % two-sided. */
export const t95 = (degrees: number): number => tQuantile(0.975, degrees);

/** Student's t interval of a mean, in the mean's unit. `variance` is the sample variance (n − 1 below); null when n < 2.
 *  mean ± t(n−1)·√(variance/n). Student 1908. */
export function mean(n: number, mean: number, variance: number): Interval | null {
  if (n < 2) return null;
  const halfWidth = t95(n - 1) * Math.sqrt(Math.max(0, variance) / n);
  return [mean - halfWidth, mean + halfWidth];
}

/** Interval of a sum over n rows, n taken as given: n × the mean's. */
export function sum(n: number, meanOfRows: number, variance: number): Interval | null {
  const interval = mean(n, meanOfRows, variance);
  return interval && [n * interval[0]!, n * interval[1]!];
}
