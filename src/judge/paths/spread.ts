import { type Interval, meanInterval, type OwnedTime, quantileRanks } from '#measure';
import { ExactSum } from '../weakestLink/exactSum.ts';
import { quantile } from '../weakestLink/sorted.ts';

/** Mean, median and 90th percentile of durations, each with its 95 % interval (facts.md § 4). Seconds. */
export interface Spread {
  readonly meanSeconds: number;
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  readonly interval: { readonly mean: Interval | null; readonly p50: Interval | null; readonly p90: Interval | null };
}

const MICROS = 1e6;

/** Of durations in microseconds; null of none. */
export function spreadOf(micros: Float64Array): Spread | null {
  const n = micros.length;
  if (n === 0) return null;
  const ascending = micros.slice().sort();
  const sum = new ExactSum();
  for (const one of micros) sum.add(one);
  const mean = sum.seconds / n;
  const squares = micros.reduce((all, one) => all + (one / MICROS - mean) ** 2, 0);
  const bounds = (p: number): Interval | null => {
    const { l, u } = quantileRanks(n, p);
    const at = (rank: number | null) => (rank === null ? null : ascending[rank - 1]! / MICROS);
    return l === null && u === null ? null : [at(l), at(u)];
  };
  const ofMean = n < 2 ? null : meanInterval(n, mean, squares / (n - 1));
  return {
    meanSeconds: mean,
    p50Seconds: quantile(ascending, 0.5)! / MICROS,
    p90Seconds: quantile(ascending, 0.9)! / MICROS,
    interval: { mean: ofMean && [Math.max(0, ofMean[0]!), ofMean[1]], p50: bounds(0.5), p90: bounds(0.9) },
  };
}

/** What budgets would have done, had each step kept its own in each row. */
export interface Kept {
  /** Microseconds end to end. */
  readonly wholes: Float64Array;
  /** Rows that kept every budget as they were. */
  readonly keptAll: number;
  /** Of each step: rows above its budget, and their microseconds beyond it; null without a budget. */
  readonly over: readonly ({ readonly cases: number; readonly excessMicros: number } | null)[];
}

export function keptOf({ wholes, starts, rows, micros }: OwnedTime, budgetDays: readonly (number | null)[]): Kept {
  const kept = wholes.slice();
  const broke = new Uint8Array(wholes.length);
  const over = budgetDays.map((days, step) => {
    if (days === null) return null;
    const budget = Math.round(days * 86_400 * MICROS);
    let cases = 0;
    const excess = new ExactSum();
    for (let entry = starts[step]!; entry < starts[step + 1]!; entry += 1) {
      const spare = micros[entry]! - budget;
      if (spare <= 0) continue;
      cases += 1;
      excess.add(spare);
      kept[rows[entry]!]! -= spare;
      broke[rows[entry]!] = 1;
    }
    return { cases, excessMicros: Number(excess.total) };
  });
  return { wholes: kept, keptAll: broke.reduce((all, one) => all + (one === 0 ? 1 : 0), 0), over };
}

/** Places of the `count` rows whose values lie nearest a value, nearest first; of equals the earlier row. */
export function nearest(micros: Float64Array, to: number, count: number): readonly number[] {
  const best: { readonly place: number; readonly off: number }[] = [];
  micros.forEach((value, place) => {
    const off = Math.abs(value - to);
    if (best.length === count && off >= best[count - 1]!.off) return;
    const at = best.findIndex((one) => one.off > off);
    best.splice(at < 0 ? best.length : at, 0, { place, off });
    if (best.length > count) best.pop();
  });
  return best.map(({ place }) => place);
}
