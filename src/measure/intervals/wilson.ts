import { type Interval, z95 } from './bounds.ts';

/** Wilson's score interval of a share, in % (0…100). `hits` of `n`, whole numbers, 0 ≤ hits ≤ n; null when n = 0.
 *  centre (2·hits + z²) ÷ 2(n + z²), half-width z·√(z² + 4·hits·(n − hits)/n) ÷ 2(n + z²).
 *  Wilson 1927; Newcombe 1998a, method 3. Example: 81 of 263 → 25.53…36.62 %. */
export function wilson(hits: number, n: number): Interval | null {
  if (n <= 0) return null;
  const zz = z95 * z95;
  const width = z95 * Math.sqrt(zz + (4 * hits * (n - hits)) / n);
  const scale = 50 / (n + zz);
  // At the ends the exact bounds are 0 and 1; subtraction would leave a rounding remainder on the wrong side.
  const lower = hits === 0 ? 0 : (2 * hits + zz - width) * scale;
  const upper = hits === n ? 100 : (2 * hits + zz + width) * scale;
  return [lower, upper];
}
