import { difference } from '#measure';
import { parsePeriod, yearBefore } from '#time';
import type { NaturalBounds, SeriesPoint } from './types.ts';

/** Year-on-year differences: each value less that of the same period a year earlier, with the interval of the
 *  difference; null where either is missing. The first year has none and is left out. */
export function yearOnYear(points: readonly SeriesPoint[]): SeriesPoint[] {
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const differences = points.map((newer): SeriesPoint => {
    const older = parsePeriod(newer.period) === null ? undefined : byPeriod.get(yearBefore(newer.period));
    if (older === undefined || older.value === null || newer.value === null)
      return { period: newer.period, value: null, n: null, interval: null };
    return {
      period: newer.period,
      value: newer.value - older.value,
      n: newer.n == null || older.n == null ? null : Math.min(newer.n, older.n),
      interval: difference(
        { value: newer.value, interval: newer.interval ?? null },
        { value: older.value, interval: older.interval ?? null },
      ),
      hollow: Boolean(newer.hollow || older.hollow),
    };
  });
  const first = differences.findIndex(({ value }) => value !== null);
  return first < 0 ? [] : differences.slice(first);
}

/** What a difference of two values within bounds can be. */
export function boundsOfDifference([least, most]: NaturalBounds): NaturalBounds {
  return least === null || most === null ? [null, null] : [least - most, most - least];
}
