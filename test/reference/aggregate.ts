import { HOUR, SECOND } from './instants.ts';
import type { Interval } from './intervals.ts';
import * as intervals from './intervals.ts';
import { type Contribution, innerValue } from './population.ts';
import type { Measure, Value } from './spec.ts';

export interface Aggregate {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Undefined where the measure has no interval at all (`distinct`). */
  readonly interval: Interval | undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  days: 24 * HOUR,
  hours: HOUR,
  workingHours: HOUR,
  minutes: 60 * SECOND,
};
const isDuration = (value: Value | undefined): boolean => value !== undefined && ('time' in value || 'spans' in value);
const total = (xs: readonly number[]): number => xs.reduce((sum, x) => sum + x, 0);

/** facts.md § 4, Values and Interval, of the used rows. */
export function aggregate(measure: Measure, unit: string, used: readonly Contribution[]): Aggregate {
  const found = unbounded(measure, unit, used);
  return found.interval === undefined ? found : { ...found, interval: intervals.bounded(found.interval, unit) };
}

function unbounded(measure: Measure, unit: string, used: readonly Contribution[]): Aggregate {
  const n = used.length;
  if ('count' in measure) return { value: n, numerator: n, denominator: null, interval: intervals.poisson(n) };
  if ('distinct' in measure) {
    const keys = new Set(
      used
        .map((row) => row.key)
        .filter((key) => key !== null)
        .map(String),
    );
    return { value: keys.size, numerator: null, denominator: null, interval: undefined };
  }
  if ('share' in measure || 'topBox' in measure) {
    const hits = total(used.map((row) => row.x));
    const interval = intervals.wilson(hits, n);
    return { value: n === 0 ? null : (100 * hits) / n, numerator: hits, denominator: n, interval };
  }
  if ('net' in measure) {
    const ups = used.filter((row) => row.x > 0).length;
    const downs = used.filter((row) => row.x < 0).length;
    const interval = intervals.net(ups, downs, n);
    return { value: n === 0 ? null : (100 * (ups - downs)) / n, numerator: ups - downs, denominator: n, interval };
  }
  if ('ratio' in measure) return ratio(measure.ratio as [Value, Value], unit, used);
  const scale = isDuration(innerValue(measure)) ? UNITS[unit]! : 1;
  const xs = used.map((row) => row.x / scale);
  const sum = total(used.map((row) => row.x)) / scale;
  if ('sum' in measure) return { value: sum, numerator: sum, denominator: null, interval: intervals.sum(xs) };
  if ('mean' in measure) {
    return { value: n === 0 ? null : sum / n, numerator: sum, denominator: n, interval: intervals.mean(xs) };
  }
  const p = 'median' in measure ? 0.5 : (measure.p as number) / 100;
  xs.sort((a, b) => a - b);
  return {
    value: type7(xs, p),
    numerator: null,
    denominator: null,
    interval: n === 0 ? null : intervals.quantile(xs, p),
  };
}

function ratio([upper, lower]: [Value, Value], unit: string, used: readonly Contribution[]): Aggregate {
  const above = used.map((row) => row.x / (isDuration(upper) ? SECOND : 1));
  const below = used.map((row) => row.y / (isDuration(lower) ? SECOND : 1));
  const [numerator, denominator] = [total(above), total(below)];
  const scale = unit === '%' ? 100 : 1;
  const interval = intervals.ratio(above, below);
  return {
    value: denominator === 0 ? null : (scale * numerator) / denominator,
    numerator,
    denominator,
    interval: interval === null ? null : [scale * interval[0]!, scale * interval[1]!],
  };
}

/** Rows of another fact per `per` of mine. */
export function rate(counted: number, n: number, per: number): Aggregate {
  const [low, high] = intervals.poisson(counted);
  return {
    value: n === 0 ? null : (per * counted) / n,
    numerator: counted,
    denominator: n,
    interval: n === 0 ? null : [(per * low) / n, (per * high) / n],
  };
}

/** Linear interpolation between order statistics (type 7). */
function type7(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
