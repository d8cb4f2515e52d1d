import { type Catalogue, mainSentence } from '#catalogue';
import { type Indicator, indexOf, MOST_PER_POSITION, type Model, type ModelIndex } from '#model';
import { both } from './cards.ts';
import { metricOf } from './modelFigures.ts';
import type { ChainStep, IndicatorResolved, ModelShowView, PositionResolved } from './modelViews.ts';
import type { Bilingual } from './views.ts';

export type Resolved = Pick<ModelShowView, 'indicatorsResolved' | 'positionsResolved' | 'valuesServed' | 'goalsServed'>;

/** What metrics tell, kept as long as their catalogue: sentences cost more than all the rest of a large model. */
const TOLD = new WeakMap<Catalogue, Map<string, Told>>();

/** A model with what its metrics tell. What a metric says is made once, however many indicators it has. */
export function resolve(model: Model, catalogue: Catalogue): Resolved {
  const index = indexOf(model, catalogue.metrics);
  const told = TOLD.get(catalogue) ?? new Map<string, Told>();
  TOLD.set(catalogue, told);
  const tellOf = (one: Indicator): Told => {
    const key = JSON.stringify([one.metric, one.params]);
    const known = told.get(key);
    if (known) return known;
    const fresh = tell(one, catalogue);
    told.set(key, fresh);
    return fresh;
  };
  const chains = chainsOf(index);
  const nameOf = (one: Indicator): Bilingual => own(one.name) ?? tellOf(one).metricName;
  return {
    indicatorsResolved: model.indicators.map((one): IndicatorResolved => {
      const { sentence, ...more } = tellOf(one);
      return {
        ...more,
        id: one.id,
        metric: one.metric,
        name: nameOf(one),
        sentence: own(one.sentence) ?? sentence,
        level: one.level,
        place: one.place,
        owner: one.owner,
        ownerName: one.owner === null ? null : (index.position.get(one.owner)?.name ?? null),
        shared: one.shared,
        watch: one.watch,
        chain: chainOf(one.id, chains, index, nameOf),
        lower: (index.down.get(one.id) ?? []).map(({ lower, kind }) => ({ id: lower, kind })),
        upper: (index.up.get(one.id) ?? []).map(({ upper, kind }) => ({ id: upper, kind })),
        counters: more.counters.map((counter) => ({ ...counter, inModel: index.metricsHeld.has(counter.metric) })),
      };
    }),
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

type Told = Pick<
  IndicatorResolved,
  'known' | 'metricName' | 'kpi' | 'group' | 'unit' | 'better' | 'provenance' | 'roll' | 'sentence' | 'counters'
>;

function tell(indicator: Indicator, catalogue: Catalogue): Told {
  const metric = metricOf(catalogue, indicator);
  if (!metric) {
    const name = { ru: indicator.metric, en: indicator.metric };
    const none = { kpi: null, group: null, unit: null, better: null, provenance: null, roll: null };
    return { known: false, metricName: name, ...none, sentence: name, counters: [] };
  }
  return {
    known: true,
    metricName: metric.name,
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
      inModel: false,
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

function chainOf(
  start: string,
  chains: ReturnType<typeof chainsOf>,
  index: ModelIndex,
  nameOf: (one: Indicator) => Bilingual,
): readonly ChainStep[] {
  if (!chains.has(start)) return [];
  const steps: ChainStep[] = [];
  let link: ChainStep['link'] = null;
  let id: string | null = start;
  while (id !== null) {
    const one: Indicator = index.indicator.get(id)!;
    const name = one.name || nameOf(one).ru;
    steps.push({ of: 'indicator', id, name, names: nameOf(one), link, level: one.level });
    const upper: string | null = chains.get(id)?.upper ?? null;
    const lower: string = id;
    link = index.up.get(lower)?.find((each) => each.upper === upper)?.kind ?? null;
    id = upper;
  }
  const top = index.indicator.get(steps.at(-1)!.id)!;
  const goal = top.goals.map((one) => index.goal.get(one)).find((one) => one !== undefined);
  if (goal) steps.push({ of: 'goal', id: goal.id, name: goal.name, names: own(goal.name)!, link: null, level: null });
  return steps;
}
