import type { Measure, Value } from '#catalogue';
import {
  clip,
  countInterval,
  type Interval,
  meanInterval,
  naturalBounds,
  netInterval,
  rateInterval,
  ratioInterval,
  sumInterval,
  wilsonInterval,
} from './intervals/index.ts';
import type { Reason } from './plan/plan.ts';

export type FigureState = 'final' | 'preliminary' | 'tooFew' | 'unmeasured';
/** Method by measure (facts.md § 4, Interval). */
export type IntervalMethod =
  | 'wilson'
  | 'adjustedWald'
  | 'studentT'
  | 'linearised'
  | 'garwood'
  | 'orderStatistics'
  /** Of a start cohort: log–log interval of the cumulative incidence, inverted. */
  | 'greenwood';

/** One measured value with what it stands on. Shares 0…100, points −100…100, durations in the metric's unit. */
export interface Figure {
  readonly metric: string;
  readonly period: string;
  readonly scope: Readonly<Record<string, string | null | readonly (string | null)[]>>;
  readonly value: number | null;
  readonly unit: string;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  readonly intervalMethod: IntervalMethod | null;
  readonly leftOut: Readonly<Partial<Record<Reason, number>>>;
  readonly coverage: number | null;
  readonly state: FigureState;
  /** n ≥ `min.judge`. */
  readonly judged: boolean;
  /** Of `worst`: the group that the value belongs to. */
  readonly group?: string | null;
  readonly hidden?: 'complementary';
  /** Of a start cohort: how its n cases stand at the horizon (closed as counted, in another way, still open). */
  readonly cohort?: { readonly closed: number; readonly otherwise: number; readonly open: number };
  readonly spec: string;
  readonly batches: readonly string[];
}

/** Sums of the used rows of one group and period; durations in microseconds. */
export interface Sums {
  readonly n: number;
  readonly sumX: number | null;
  readonly varX: number | null;
  readonly sumY: number | null;
  /** Of a ratio: Σ(x − R·y)². */
  readonly squares: number | null;
  readonly ups: number;
  readonly downs: number;
  readonly keys: number;
  /** Of a quantile: the value and its bounds, in microseconds or the unit. */
  readonly quantile?: {
    readonly value: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly method?: 'greenwood';
  };
  /** Of a rate: counted rows. */
  readonly counted: number;
}

export const NO_SUMS: Sums = {
  n: 0,
  sumX: null,
  varX: null,
  sumY: null,
  squares: null,
  ups: 0,
  downs: 0,
  keys: 0,
  counted: 0,
};

export interface Found {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: Interval | null;
  readonly method: IntervalMethod | null;
}

const MICROS: Readonly<Record<string, number>> = {
  days: 86_400e6,
  hours: 3_600e6,
  workingHours: 3_600e6,
  minutes: 60e6,
};
const SECOND = 1e6;
const isDuration = (value: Value): boolean => value.kind === 'time' || value.kind === 'spans';

/** Microseconds (or 1) in the unit of a value. */
export const scaleOf = (value: Value, unit: string): number => (isDuration(value) ? MICROS[unit]! : 1);

/** Value, numerator, denominator and interval of sums (facts.md § 4, Values and Interval). */
export function found(measure: Measure, unit: string, sums: Sums): Found {
  const raw = unclipped(measure, unit, sums);
  return { ...raw, interval: clip(raw.interval, naturalBounds(unit)) };
}

function unclipped(measure: Measure, unit: string, sums: Sums): Found {
  const { n } = sums;
  switch (measure.kind) {
    case 'count':
      return { value: n, numerator: n, denominator: null, interval: countInterval(n), method: 'garwood' };
    case 'distinct':
      return { value: sums.keys, numerator: null, denominator: null, interval: null, method: null };
    case 'share':
    case 'topBox':
      return {
        value: n === 0 ? null : (100 * sums.ups) / n,
        numerator: sums.ups,
        denominator: n,
        interval: wilsonInterval(sums.ups, n),
        method: 'wilson',
      };
    case 'net': {
      const balance = sums.ups - sums.downs;
      return {
        value: n === 0 ? null : (100 * balance) / n,
        numerator: balance,
        denominator: n,
        interval: netInterval(sums.ups, sums.downs, n),
        method: 'adjustedWald',
      };
    }
    case 'mean':
    case 'sum': {
      const scale = scaleOf(measure.of, unit);
      const total = (sums.sumX ?? 0) / scale;
      const mean = n === 0 ? null : total / n;
      const variance = (sums.varX ?? 0) / scale / scale;
      if (measure.kind === 'sum') {
        return {
          value: total,
          numerator: total,
          denominator: null,
          interval: mean === null ? null : sumInterval(n, mean, variance),
          method: 'studentT',
        };
      }
      return {
        value: mean,
        numerator: total,
        denominator: n,
        interval: mean === null ? null : meanInterval(n, mean, variance),
        method: 'studentT',
      };
    }
    case 'quantile': {
      const scale = scaleOf(measure.of, unit);
      const scaled = (x: number | null | undefined) => (x === null || x === undefined ? null : x / scale);
      const { value, lower, upper } = sums.quantile ?? { value: null, lower: null, upper: null };
      return {
        value: scaled(value),
        numerator: null,
        denominator: null,
        interval: [scaled(lower), scaled(upper)],
        method: sums.quantile?.method ?? 'orderStatistics',
      };
    }
    case 'ratio':
      return ratioFound(measure, unit, sums);
    case 'rate': {
      const value = n === 0 ? null : (measure.per * sums.counted) / n;
      return {
        value,
        numerator: sums.counted,
        denominator: n,
        interval: n === 0 ? null : rateInterval(sums.counted, n, measure.per),
        method: 'garwood',
      };
    }
    case 'worst':
      throw new Error('worst is found group by group');
  }
}

function ratioFound(measure: Extract<Measure, { kind: 'ratio' }>, unit: string, sums: Sums): Found {
  const top = isDuration(measure.top) ? SECOND : 1;
  const bottom = isDuration(measure.bottom) ? SECOND : 1;
  const numerator = (sums.sumX ?? 0) / top;
  const denominator = (sums.sumY ?? 0) / bottom;
  const scale = unit === '%' ? 100 : 1;
  // The residuals sum to 0, so that their squares stand in for the centred sums.
  const squares = (sums.squares ?? 0) / top / top;
  const interval = ratioInterval({ n: sums.n, x: denominator, y: numerator, xx: 0, xy: 0, yy: squares }, scale);
  return {
    value: denominator === 0 ? null : (scale * numerator) / denominator,
    numerator,
    denominator,
    interval,
    method: 'linearised',
  };
}
