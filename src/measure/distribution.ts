import type { Measure, Metric } from '#catalogue';
import { scaleOf } from './figure.ts';
import type { Engine } from './measure.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { type PlanPeriod, planMetric } from './plan/plan.ts';
import type { Scope } from './plan/scope.ts';
import {
  aggregate,
  column,
  type Expr,
  floor,
  isNull,
  literal,
  minus,
  over,
  type Query,
  real,
  smallest,
} from './query.ts';

/** How the values of the used rows spread, in the metric's unit: `edges` k + 1, `counts` k a period; the last bin holds all
 *  above it too. */
export interface Distribution {
  readonly edges: readonly number[];
  readonly counts: readonly (readonly number[])[];
}

const BINS = 20;

/** Distribution of a metric's values in some periods; null where its rows have no value of their own to draw. */
export async function distributionOf(
  metric: Metric,
  periods: readonly PlanPeriod[],
  scope: Scope,
  facts: FactKnowledge,
  engine: Engine,
): Promise<Distribution | null> {
  const measure = drawn(metric.measure);
  if (!measure || periods.length === 0) return null;
  const plan = planMetric({ metric: { ...metric, measure }, periods, scope, split: null }, facts);
  const j = (name: string): Expr => column('j', name);
  const scale = scaleOf(measure.of, metric.unit);
  const x = over(real(j('x')), literal(scale));
  const extent: Query = {
    columns: [
      ['least', aggregate('min', x)],
      ['most', aggregate('max', x)],
      ['mean', over(aggregate('sum', x), aggregate('count'))],
      ['variance', aggregate('variance', x)],
      ['n', aggregate('count')],
      ['kinds', aggregate('distinct', x)],
    ],
    from: plan.judged,
    as: 'j',
    where: isNull(j('why')),
  };
  const [seen] = await engine.rows<{
    least: number | null;
    most: number;
    mean: number;
    variance: number | null;
    n: number;
    kinds: number;
  }>(engine.print(plan.steps, extent));
  if (!seen || seen.least === null || seen.n < metric.min.show) return null;
  const { low, width, bins } = binsOf({ ...seen, least: seen.least });
  const place = smallest(floor(over(minus(x, literal(low)), literal(width))), literal(bins - 1));
  const counted: Query = {
    columns: [
      ['p', j('p')],
      ['bin', place],
      ['n', aggregate('count')],
    ],
    from: plan.judged,
    as: 'j',
    where: isNull(j('why')),
    groupBy: [j('p'), place],
  };
  const counts = periods.map(() => new Array<number>(bins).fill(0));
  for (const { p, bin, n } of await engine.rows<{ p: number; bin: number; n: number }>(
    engine.print(plan.steps, counted),
  ))
    counts[p]![bin]! += n;
  return { edges: Array.from({ length: bins + 1 }, (_, i) => low + i * width), counts };
}

/** The measure whose rows are drawn: answers by their value, else the value itself. */
function drawn(measure: Measure): Extract<Measure, { kind: 'mean' }> | null {
  switch (measure.kind) {
    case 'mean':
    case 'sum':
    case 'quantile':
      return { kind: 'mean', at: measure.at, of: measure.of };
    case 'topBox':
    case 'net':
      return {
        kind: 'mean',
        at: measure.at,
        of: { kind: 'field', at: measure.at, row: 'answer', field: 'value', type: 'number' },
      };
    default:
      return null;
  }
}

/** Whole steps for few distinct values, else about twenty round steps up to three deviations above the mean. */
function binsOf({
  least,
  most,
  mean,
  variance,
  kinds,
}: {
  least: number;
  most: number;
  mean: number;
  variance: number | null;
  kinds: number;
}): { low: number; width: number; bins: number } {
  const whole = Number.isInteger(least) && Number.isInteger(most) && most - least < BINS && kinds <= BINS;
  if (whole) return { low: least, width: 1, bins: most - least + 1 };
  const high = Math.min(most, mean + 3 * Math.sqrt(variance ?? 0));
  const width = round(Math.max(high - Math.min(0, least), 1e-9) / BINS);
  const low = Math.floor(Math.min(least, least >= 0 ? 0 : least) / width) * width;
  return { low, width, bins: Math.max(1, Math.ceil((high - low) / width + 1e-9)) };
}

/** 1, 2 or 5 of a power of ten, not below `step`. */
function round(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 5, 10].find((one) => one * power >= step * (1 - 1e-12)) ?? 10);
}
