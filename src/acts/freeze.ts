import type { Catalogue, Metric } from '#catalogue';
import { type Figure, horizonOf } from '#measure';
import { type ClosedPeriod, type FrozenFigure, type Model, placeScope } from '#model';
import { parsePeriod, periodsBetween } from '#time';
import type { ActContext } from './act.ts';
import type { FactContext } from './factPort.ts';
import { figuresOf } from './figures.ts';
import { journeysOf } from './journeyDocument.ts';
import { metricOf } from './modelFigures.ts';

/** A period waits so long for its figures to ripen. What needs longer (who gave up a journey is known after half a year)
 *  is published as «not yet known», and an edition brings it later. */
const WAITS_MICROS = 31 * 86_400_000_000;

/** What the facts say of a model's indicators in one period. */
interface Frozen extends ClosedPeriod {
  /** Figures that the period still has to wait for, one of them by name, and the instant up to which facts must reach
   *  for all of them; null: there are none. */
  readonly unripe: { readonly count: number; readonly name: string; readonly until: number } | null;
}

export async function freeze(
  context: ActContext,
  model: Model,
  modelVersion: number,
  period: string,
  reason: string,
): Promise<Frozen> {
  const { ports, signal, progress } = context;
  const facts = await ports.facts.context();
  const catalogue = await ports.catalogue.load();
  const journeys = await journeysOf(ports.book);
  const { by } = parsePeriod(period)!;
  const end = periodsBetween(period, period, by, facts.zone)[0]!.to;
  const figures: FrozenFigure[] = [];
  const unripe: { readonly name: string; readonly until: number }[] = [];
  for (const [done, indicator] of model.indicators.entries()) {
    signal.throwIfAborted();
    progress({ stage: 'measure', done, total: model.indicators.length, unit: 'figures' });
    const metric = metricOf(catalogue, indicator);
    if (!metric) continue;
    const scope = placeScope(model, indicator, journeys);
    const [found] = await figuresOf(context, facts, { metric, from: period, to: period, by, scope });
    const name = indicator.name || metric.name.ru;
    const until = end + waitOf(metric);
    const early = found !== undefined && isUnripe(found, metric, until, facts);
    if (early && waitOf(metric) <= WAITS_MICROS) unripe.push({ name, until });
    figures.push({
      indicator: indicator.id,
      name,
      owner: model.positions.find(({ id }) => id === indicator.owner)?.name ?? null,
      metric: metric.id,
      spec: metric.hash,
      scope: scope as FrozenFigure['scope'],
      unit: metric.unit,
      target: indicator.target?.value ?? null,
      ...(early ? ({ ...NOTHING, state: 'preliminary' } as const) : valuesOf(found)),
    });
  }
  const [first] = unripe;
  return {
    model: model.id,
    modelVersion,
    period,
    figures,
    batches: [...facts.batches],
    reason,
    unripe: first
      ? { count: unripe.length, name: first.name, until: Math.max(...unripe.map(({ until }) => until)) }
      : null,
  };
}

/** The instant up to which facts must reach before a period can be closed; null: they do. */
export function ripensAt(model: Model, period: string, catalogue: Catalogue, facts: FactContext): number | null {
  const { by } = parsePeriod(period)!;
  const { from, to } = periodsBetween(period, period, by, facts.zone)[0]!;
  const until = model.indicators.flatMap((indicator) => {
    const metric = metricOf(catalogue, indicator);
    if (!metric || waitOf(metric) > WAITS_MICROS) return [];
    const horizon = horizonOf(metric, facts);
    return horizon > from && horizon < to + waitOf(metric) ? [to + waitOf(metric)] : [];
  });
  return until.length === 0 ? null : Math.max(...until);
}

const waitOf = ({ mature }: Metric): number => mature?.micros ?? 0;

/** Few today may be enough once the rest of them ripen. */
const isUnripe = ({ state }: Figure, metric: Metric, until: number, facts: FactContext): boolean =>
  state === 'preliminary' || (state === 'tooFew' && horizonOf(metric, facts) < until);

const NOTHING = {
  state: 'absent',
  value: null,
  n: null,
  numerator: null,
  denominator: null,
  interval: null,
  coverage: null,
} as const;

function valuesOf(figure: Figure | undefined) {
  if (!figure) return NOTHING;
  const { state, value, n, numerator, denominator, interval, coverage } = figure;
  const ends: FrozenFigure['interval'] = interval ? [interval[0], interval[1]] : null;
  return { state, value, n, numerator, denominator, interval: ends, coverage };
}
