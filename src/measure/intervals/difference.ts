import type { Interval } from './bounds.ts';

/** A figure with its interval, as a side of a difference. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval | null;
}

/** Interval of newer − older from the two intervals alone. A null bound makes the side that needs it null; null when
 *  both are. lower d − √((x₁ − l₁)² + (u₂ − x₂)²), upper d + √((u₁ − x₁)² + (x₂ − l₂)²).
 *  Zou & Donner 2008; for shares Newcombe 1998b, method 10. Example: 56/70 − 48/80 → 5.24…33.39 points. */
export function difference(newer: Estimate, older: Estimate): Interval | null {
  if (newer.interval === null || older.interval === null) return null;
  const d = newer.value - older.value;
  const [l1, u1] = newer.interval;
  const [l2, u2] = older.interval;
  const lower = l1 === null || u2 === null ? null : d - Math.hypot(newer.value - l1, u2 - older.value);
  const upper = u1 === null || l2 === null ? null : d + Math.hypot(u1 - newer.value, older.value - l2);
  return lower === null && upper === null ? null : [lower, upper];
}
