import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';

// The 95 % intervals of facts.md § 4, written out once more, apart from the product's.

export type Interval = readonly [number | null, number | null] | null;
const Z = 1.959963984540054;
const TAIL = 0.025;

const memo = new Map<string, number>();
const remembered = (key: string, make: () => number): number => {
  const known = memo.get(key) ?? make();
  memo.set(key, known);
  return known;
};
const t = (freedom: number): number => remembered(`t${freedom}`, () => tQuantile(1 - TAIL, freedom));

/** In per cent. */
export function wilson(hits: number, n: number): Interval {
  if (n === 0) return null;
  const p = hits / n;
  const centre = p + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 100 / (1 + (Z * Z) / n);
  return [hits === 0 ? 0 : scale * (centre - half), hits === n ? 100 : scale * (centre + half)];
}

/** In points: Rocks 2016. */
export function net(ups: number, downs: number, n: number): Interval {
  if (n === 0) return null;
  const [up, down] = [(ups + 0.75) / (n + 3), (downs + 0.75) / (n + 3)];
  const half = Z * Math.sqrt((up + down - (up - down) ** 2) / (n + 3));
  return [100 * (up - down - half), 100 * (up - down + half)];
}

export function mean(xs: readonly number[]): Interval {
  const n = xs.length;
  if (n < 2) return null;
  const centre = xs.reduce((sum, x) => sum + x, 0) / n;
  const squares = xs.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const half = t(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return [centre - half, centre + half];
}

export function sum(xs: readonly number[]): Interval {
  const [low, high] = mean(xs) ?? [null, null];
  return low === null ? null : [low * xs.length, high! * xs.length];
}

/** Of R = Σy / Σx. */
export function ratio(ys: readonly number[], xs: readonly number[]): Interval {
  const n = xs.length;
  const total = xs.reduce((sum, x) => sum + x, 0);
  if (n < 2 || total === 0) return null;
  const r = ys.reduce((sum, y) => sum + y, 0) / total;
  const squares = ys.reduce((sum, y, i) => sum + (y - r * xs[i]!) ** 2, 0);
  const half = (t(n - 1) * Math.sqrt((n / (n - 1)) * squares)) / Math.abs(total);
  return [r - half, r + half];
}

/** Garwood's limits of a count. */
export function poisson(count: number): readonly [number, number] {
  const quantile = (p: number, shape: number): number => remembered(`g${p}/${shape}`, () => gammaQuantile(p, shape, 1));
  return [count === 0 ? 0 : quantile(TAIL, count), quantile(1 - TAIL, count + 1)];
}

/** Binomial order statistics of sorted values; `p` in 0…1. */
export function quantile(sorted: readonly number[], p: number): Interval {
  const n = sorted.length;
  const cdf = (k: number): number => (k < 0 ? 0 : binomialCdf(k, n, p));
  const lower = remembered(`l${n}/${p}`, () => {
    let l = 0;
    while (l < n && cdf(l) <= TAIL) l++;
    return l;
  });
  const upper = remembered(`u${n}/${p}`, () => {
    let u = n + 1;
    while (u > 1 && 1 - cdf(u - 2) <= TAIL) u--;
    return u;
  });
  return [lower >= 1 ? sorted[lower - 1]! : null, upper <= n ? sorted[upper - 1]! : null];
}

/** A bound never leaves the unit's natural bounds; with neither bound there is no interval. */
export function bounded(interval: Interval, unit: string): Interval {
  if (interval === null || (interval[0] === null && interval[1] === null)) return null;
  if (unit === 'grade') return interval;
  const [least, most] = unit === '%' ? [0, 100] : unit === 'points' ? [-100, 100] : [0, Infinity];
  const inside = (x: number | null): number | null => (x === null ? null : Math.min(most!, Math.max(least!, x)));
  return [inside(interval[0]), inside(interval[1])];
}
