import { type Catalogue, mainSentence } from '#catalogue';
import { type Indicator, indexOf, MOST_PER_POSITION, type Model, type ModelIndex } from '#model';
import { both } from './cards.ts';
import { metricOf } from './modelFigures.ts';
import type { ChainStep, IndicatorResolved, MetricTold, ModelShowView, PositionResolved } from './modelViews.ts';
import type { Bilingual } from './views.ts';

export type Resolved = Pick<
  ModelShowView,
  'indicatorsResolved' | 'metricsTold' | 'positionsResolved' | 'valuesServed' | 'goalsServed'
>;

/** What metrics tell, kept as long as their catalogue: sentences cost more than all the rest of a large model. */
const TOLD = new WeakMap<Catalogue, Map<string, Told>>();

/** A model with what its metrics tell. What a metric says is made once, however many indicators it has. */
export function resolve(model: Model, catalogue: Catalogue): Resolved {
  const index = indexOf(model, catalogue.metrics);
  const known = TOLD.get(catalogue) ?? new Map<string, Told>();
  TOLD.set(catalogue, known);
  const told = new Map<string, MetricTold>();
  const keyOf = (one: Indicator): string => {
    const key = one.params === undefined ? one.metric : `${one.metric} ${JSON.stringify(one.params)}`;
    if (told.has(key)) return key;
    const fresh = known.get(key) ?? tell(one, catalogue);
    known.set(key, fresh);
    const counters = fresh.counters.map((each) => ({ ...each, inModel: index.metricsHeld.has(each.metric) }));
    told.set(key, { ...fresh, counters });
    return key;
  };
  const chains = chainsOf(index);
  const indicatorsResolved = model.indicators.map((one): IndicatorResolved => {
    const key = keyOf(one);
    return {
      id: one.id,
      metric: one.metric,
      owner: one.owner,
      told: key,
      name: own(one.name) ?? told.get(key)!.name,
      sentence: own(one.sentence),
      chain: chainOf(one.id, chains, index),
    };
  });
  return {
    indicatorsResolved,
    metricsTold: Object.fromEntries(told),
    positionsResolved: model.positions.map(({ id, name, level }): PositionResolved => {
      const held = index.held.get(id) ?? [];
      return {
        id,
        name,
        level,
        holds: held.map((one) => one.id),
        count: held.length,
        most: MOST_PER_POSITION,
        shared: held.filter(({ shared }) => shared).length,
      };
    }),
    valuesServed: model.values.map((value) => ({
      value,
      indicators: model.indicators.filter(({ values }) => values.includes(value.id)).map(({ id }) => id),
    })),
    goalsServed: model.goals.map((goal) => ({
      goal,
      indicators: model.indicators.filter(({ goals }) => goals.includes(goal.id)).map(({ id }) => id),
    })),
  };
}

const own = (text: string): Bilingual | null => (text === '' ? null : { ru: text, en: text });

interface Told extends Omit<MetricTold, 'counters'> {
  readonly counters: readonly Omit<MetricTold['counters'][number], 'inModel'>[];
}

function tell(indicator: Indicator, catalogue: Catalogue): Told {
  const metric = metricOf(catalogue, indicator);
  if (!metric) {
    const name = { ru: indicator.metric, en: indicator.metric };
    const none = { kpi: null, group: null, unit: null, better: null, provenance: null, roll: null };
    return { known: false, name, ...none, sentence: name, counters: [] };
  }
  return {
    known: true,
    name: metric.name,
    kpi: metric.kpi,
    group: metric.group,
    unit: metric.unit,
    better: metric.better,
    provenance: metric.of === 'reading' ? 'typed' : metric.of === 'answer' ? 'survey' : 'log',
    roll: metric.roll,
    sentence: both((lang) => mainSentence(metric, lang, catalogue)),
    counters: metric.counter.map((other) => ({
      metric: other,
      name: catalogue.metrics.get(other)?.name ?? { ru: other, en: other },
    })),
  };
}

/** The next step up on the shortest way to a goal, found by walking down from the goals. */
function chainsOf(index: ModelIndex): ReadonlyMap<string, { readonly upper: string | null }> {
  const next = new Map<string, { readonly upper: string | null }>();
  let edge = index.model.indicators.filter(({ goals }) => goals.some((id) => index.goal.has(id))).map(({ id }) => id);
  for (const id of edge) next.set(id, { upper: null });
  while (edge.length > 0) {
    const lower: string[] = [];
    for (const id of edge) {
      for (const link of index.down.get(id) ?? []) {
        if (next.has(link.lower) || !index.indicator.has(link.lower)) continue;
        next.set(link.lower, { upper: id });
        lower.push(link.lower);
      }
    }
    edge = lower;
  }
  return next;
}

function chainOf(start: string, chains: ReturnType<typeof chainsOf>, index: ModelIndex): readonly ChainStep[] {
  if (!chains.has(start)) return [];
  const steps: ChainStep[] = [];
  let link: ChainStep['link'] = null;
  let id = start;
  for (;;) {
    steps.push({ of: 'indicator', id, link });
    const upper = chains.get(id)?.upper ?? null;
    if (upper === null) break;
    link = index.up.get(id)?.find((each) => each.upper === upper)?.kind ?? null;
    id = upper;
  }
  const goal = index.indicator.get(id)!.goals.find((one) => index.goal.has(one));
  if (goal !== undefined) steps.push({ of: 'goal', id: goal, link: null });
  return steps;
}
