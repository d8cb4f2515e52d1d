import type { Catalogue, Metric } from '#catalogue';
import { type Indicator, type Journey, type Model, placeScope, type RevisionFacts } from '#model';
import { periodOf, periodsBetween, previousPeriod } from '#time';
import type { ActContext } from './act.ts';
import { type Card, cardOf, stretchOf } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { metricOf } from './modelFigures.ts';
import type { Bilingual, Granularity } from './views.ts';

export interface Trial {
  readonly facts: RevisionFacts;
  readonly card: Card;
  readonly metric: Metric;
}

/** Each indicator of a model over its own past up to `until`, judged as it would be if the model were in force. An
 *  indicator whose metric is not known is passed over: the model's checks tell of it. */
export async function trialsOf(
  context: ActContext,
  facts: FactContext,
  catalogue: Catalogue,
  model: Model,
  { journeys, until }: { readonly journeys: ReadonlyMap<string, Journey>; readonly until?: string },
): Promise<readonly Trial[]> {
  const held = new Set(model.indicators.map(({ metric }) => metric));
  const changes = await context.ports.book.changes();
  const trials: Trial[] = [];
  for (const [done, indicator] of model.indicators.entries()) {
    context.signal.throwIfAborted();
    context.progress({ stage: 'measure', done, total: model.indicators.length, unit: 'figures' });
    const metric = metricOf(catalogue, indicator);
    const spec = catalogue.metrics.get(indicator.metric);
    const last = until === undefined ? undefined : lastWithin(until, indicator.period, facts.zone);
    const stretch = stretchOf(facts, indicator.period, last);
    if (!metric || !spec || !stretch) continue;
    const scope = placeScope(model, indicator, journeys);
    const setting = {
      metric: metric.id,
      scope,
      target: indicator.target?.value ?? null,
      norm: indicator.norm,
      seasonal: false,
      baseline: null,
      matters: null,
      version: 0,
    };
    const card = await cardOf(context, facts, catalogue, {
      spec,
      params: indicator.params,
      stretch,
      scope,
      changes,
      setting,
    });
    const { judgement } = card;
    trials.push({
      metric,
      card,
      facts: {
        indicator,
        metric: metric.id,
        kpi: metric.kpi,
        group: metric.group,
        unit: metric.unit,
        better: metric.better,
        typed: metric.of === 'reading',
        counters: spec.counter,
        countersHeld: spec.counter.filter((counter) => held.has(counter)),
        chart: judgement.chart,
        coverage: card.view.current?.coverage ?? null,
        target: judgement.target?.class ?? null,
        verdict: judgement.verdict.kind,
      },
    });
  }
  return trials;
}

/** The last period of that length that ends no later than the month: a quarter that goes on after it says too much. */
const lastWithin = (month: string, by: Granularity, zone: string): string =>
  previousPeriod(periodOf(periodsBetween(month, month, 'month', zone)[0]!.to, by, zone).name);

/** What the body calls an indicator, else its metric's name. */
export const nameAt = ({ name }: Indicator, metric: Metric): Bilingual =>
  name === '' ? metric.name : { ru: name, en: name };
