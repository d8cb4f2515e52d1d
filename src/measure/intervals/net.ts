import { type Interval, z95 } from './bounds.ts';

/** Adjusted Wald interval of a net score, in points, not yet clipped to −100…100; null when n = 0.
 *  `ups` and `downs` out of `n` answers; ¾ is added to ups and to downs, 3 to n.
 *  Rocks 2016 (arXiv 1601.07235), adjusted Wald (¾, 3). Example: 2 ups, 0 downs of 13 has its middle at 2/16 = 12.5. */
export function net(ups: number, downs: number, n: number): Interval | null {
  if (n <= 0) return null;
  const size = n + 3;
  const up = (ups + 0.75) / size;
  const down = (downs + 0.75) / size;
  const centre = (ups - downs) / size;
  const halfWidth = z95 * Math.sqrt((up + down - centre * centre) / size);
  return [100 * (centre - halfWidth), 100 * (centre + halfWidth)];
}
