import type { Interval } from './bounds.ts';
import { t95 } from './mean.ts';

/** Sums over n rows with a numerator y and a denominator x; `xx`, `xy`, `yy` are centred:
 *  Σ(x − x̄)², Σ(x − x̄)(y − ȳ), Σ(y − ȳ)². Centred, because Σx² − (Σx)²/n loses every digit on seconds squared. */
export interface RatioSums {
  readonly n: number;
  readonly x: number;
  readonly y: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

/** Linearised interval of the ratio R = Σy ÷ Σx, times `scale` (100 for %); null when n < 2 or Σx = 0.
 *  e = y − R·x sums to 0, so Σe² = yy − 2R·xy + R²·xx; standard error √(n/(n−1)·Σe²) ÷ |Σx|; Student's t, n − 1.
 *  Cochran, Sampling Techniques, 3rd ed., ch. 6. */
export function ratio(sums: RatioSums, scale = 1): Interval | null {
  const { n, x, y, xx, xy, yy } = sums;
  if (n < 2 || x === 0) return null;
  const r = y / x;
  const squares = Math.max(0, yy - 2 * r * xy + r * r * xx);
  const halfWidth = (t95(n - 1) * Math.sqrt((n / (n - 1)) * squares)) / Math.abs(x);
  return [scale * (r - halfWidth), scale * (r + halfWidth)];
}
