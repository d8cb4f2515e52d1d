import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import { z95 } from './bounds.ts';

const tail = 0.025;

/** Ranks, counted from 1 in ascending order, of the rows that bound a quantile; null: no such row. */
export interface QuantileRanks {
  readonly l: number | null;
  readonly u: number | null;
}

/** Ranks of the 95 % interval of the p-quantile (0 < p < 1) of n rows, by binomial order statistics with equal tails:
 *  the largest l with P(B(n, p) < l) ≤ 2.5 %, the smallest u with P(B(n, p) ≥ u) ≤ 2.5 %.
 *  David & Nagaraja, Order Statistics, § 7.1. Example: the median of 10 lies between rows 2 and 9; of 5, nowhere. */
export function quantileRanks(n: number, p: number): QuantileRanks {
  if (n < 1) return { l: null, u: null };
  const halfWidth = z95 * Math.sqrt(n * p * (1 - p));
  const below = (rank: number): number => (rank < 1 ? 0 : binomialCdf(rank - 1, n, p));
  const fits = { l: (rank: number) => below(rank) <= tail, u: (rank: number) => 1 - below(rank) <= tail };

  // The normal approximation is out by a few ranks at most, whatever n: walk from there.
  let l = Math.min(n, Math.max(0, Math.floor(n * p - halfWidth)));
  while (l > 0 && !fits.l(l)) l--;
  while (l < n && fits.l(l + 1)) l++;

  let u = Math.min(n + 1, Math.max(1, Math.ceil(n * p + halfWidth)));
  while (u <= n && !fits.u(u)) u++;
  while (u > 1 && fits.u(u - 1)) u--;

  return { l: l === 0 ? null : l, u: u > n ? null : u };
}

/** Where the p-quantile of n ≥ 1 rows lies: `weight` of the way from row `low` to row `high` (ranks from 1).
 *  Type 7 of Hyndman & Fan 1996: position 1 + (n − 1)·p. Example: n = 10, p = 0.9 → 0.1 of the way from row 9 to 10. */
export function type7Ranks(n: number, p: number): { low: number; high: number; weight: number } {
  const position = 1 + (n - 1) * p;
  const low = Math.min(n, Math.floor(position));
  return { low, high: Math.min(n, low + 1), weight: position - low };
}
