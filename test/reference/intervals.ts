import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
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

/** Garwood's limits of a count: the means under which so many or more, and so many or fewer, have 2.5 %. */
export function poisson(count: number): readonly [number, number] {
  const far = count + 10 * Math.sqrt(count + 4) + 10;
  const lower = (): number => bisect(far, (mean) => 1 - poissonCdf(count - 1, mean) > TAIL);
  const upper = (): number => bisect(far, (mean) => poissonCdf(count, mean) < TAIL);
  return [count === 0 ? 0 : remembered(`a${count}`, lower), remembered(`b${count}`, upper)];
}

/** The smallest x in 0…`high` for which `holds`, which stays true from there on. */
function bisect(high: number, holds: (x: number) => boolean): number {
  let [low, top] = [0, high];
  for (let round = 0; round < 120; round++) {
    const middle = (low + top) / 2;
    if (holds(middle)) top = middle;
    else low = middle;
  }
  return top;
}

const logFactorials = [0];
function logFactorial(k: number): number {
  for (let i = logFactorials.length; i <= k; i++) logFactorials.push(logFactorials[i - 1]! + Math.log(i));
  return logFactorials[k]!;
}

/** P(X ≤ k), term by term; terms that no longer count are passed over. */
function poissonCdf(k: number, mean: number): number {
  let sum = 0;
  for (let i = Math.max(0, Math.floor(mean - 12 * Math.sqrt(mean) - 40)); i <= k; i++)
    sum += Math.exp(i * Math.log(mean) - mean - logFactorial(i));
  return sum;
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
