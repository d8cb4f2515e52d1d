/** A 95 % interval `[lower, upper]` in the figure's own unit; a bound that does not exist is null. */
export type Interval = readonly [lower: number | null, upper: number | null];

/** What a unit can be at all; null: no bound on that side. */
export type NaturalBounds = readonly [lower: number | null, upper: number | null];

/** The standard normal quantile at 97.5 %, as facts.md § 4 fixes it. */
export const z95 = 1.959963984540054;

/** Natural bounds of a metric's unit (facts.md § 4): 0…100 %, −100…100 points, a grade none, the rest not below 0. */
export function naturalBounds(unit: string): NaturalBounds {
  switch (unit) {
    case '%':
      return [0, 100];
    case 'points':
      return [-100, 100];
    case 'grade':
      return [null, null];
    default:
      return [0, null];
  }
}

/** The interval inside the natural bounds; null when neither bound exists. */
export function clip(interval: Interval | null, [least, most]: NaturalBounds): Interval | null {
  if (interval === null) return null;
  const [lower, upper] = interval;
  if (lower === null && upper === null) return null;
  const inside = (x: number): number => Math.min(most ?? Infinity, Math.max(least ?? -Infinity, x));
  return [lower === null ? null : inside(lower), upper === null ? null : inside(upper)];
}
