import { GROUPS, KPIS } from '#catalogue';
import type { Check, Found, ModelKnowledge } from './check.ts';
import { named } from './links.ts';
import type { ModelIndex } from './modelIndex.ts';
import { ofIndicator, ofModel, ofPosition } from './places.ts';
import { changed } from './sound.ts';

/** Whether everything that matters is there: KPIs, goals, clients, values, counters, targets. */
export const cover: readonly Check[] = [
  {
    rule: 'kpiUncovered',
    severity: 'warning',
    find: function* (index) {
      const covered = new Set(
        index.model.indicators.map((one) => {
          const metric = index.metric(one);
          return `${metric?.kpi} ${metric?.group}`;
        }),
      );
      for (const kpi of KPIS) {
        for (const group of GROUPS) if (!covered.has(`${kpi} ${group}`)) yield ofModel('indicators', { kpi, group });
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.slice(0, 1) })),
  },
  {
    rule: 'goalReachesNobody',
    severity: 'warning',
    find: goalsWithoutOwners,
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, owner: null })) })),
  },
  {
    rule: 'positionHoldsNothing',
    severity: 'warning',
    find: function* (index) {
      for (const [no, { id }] of index.model.positions.entries()) {
        if (!index.held.has(id)) yield ofPosition(index, no);
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, owner: null })) })),
  },
  {
    rule: 'noSharedIndicator',
    severity: 'warning',
    find: function* (index) {
      for (const [no, { id }] of index.model.positions.entries()) {
        const held = index.held.get(id);
        if (held && !held.some(({ shared }) => shared)) yield ofPosition(index, no);
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, shared: false })) })),
  },
  {
    rule: 'noCounter',
    severity: 'warning',
    find: function* (index) {
      const said = new Set<string>();
      for (const [no, indicator] of index.model.indicators.entries()) {
        const metric = index.metric(indicator);
        if (!metric || indicator.watch || said.has(metric.id)) continue;
        said.add(metric.id);
        if (!metric.counter.some((other) => index.metricsHeld.has(other)))
          yield ofIndicator(index, no, { metric: metric.id, counters: metric.counter.join(', ') });
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.filter(({ watch }) => !watch).slice(0, 1) })),
  },
  {
    rule: 'alike',
    severity: 'warning',
    find: function* (index) {
      const seen = new Map<string, string>();
      for (const [no, one] of index.model.indicators.entries()) {
        // Copies of a shared figure are meant to be alike.
        if (one.shared) continue;
        const { metric, params = {}, place, level } = one;
        const key = JSON.stringify([metric, params, place, level, place.position === null ? one.owner : null]);
        const other = seen.get(key);
        if (other !== undefined) yield ofIndicator(index, no, { other });
        else seen.set(key, index.nameOf(one.id));
      }
    },
    spoil: changed((model) => ({
      indicators: model.indicators.flatMap((one) => [one, { ...one, id: `${one.id}-again` }]),
    })),
  },
  {
    rule: 'clientsUncovered',
    severity: 'warning',
    find: clients,
    spoil: changed((model) => ({ clients: [...model.clients, 'internal' as const] })),
  },
  {
    rule: 'valueUnserved',
    severity: 'warning',
    find: function* ({ model }) {
      const served = new Set(model.indicators.flatMap(({ values }) => values));
      for (const [no, { id, name }] of model.values.entries()) {
        if (!served.has(id)) yield { at: { of: 'value', id }, path: `values[${no}]`, with: { name } };
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, values: [] })) })),
  },
  {
    rule: 'targetMissing',
    severity: 'warning',
    find: (index) => answered(index, ({ target }) => target === null),
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, target: null })) })),
  },
  {
    rule: 'targetNotAgreed',
    severity: 'warning',
    find: (index) => answered(index, ({ target, agreed }) => target !== null && !agreed),
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, agreed: false })) })),
  },
  {
    rule: 'baselineUnknown',
    severity: 'warning',
    find: (index) => answered(index, ({ baseline }) => baseline === null),
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, baseline: null })) })),
  },
  {
    rule: 'staleLimit',
    severity: 'warning',
    find: function* (index, { today }) {
      if (today === null) return;
      const used = new Set(index.model.indicators.flatMap(({ limits }) => limits));
      for (const [no, { id, name, to }] of index.model.specifics.entries()) {
        if (to !== null && to < today && used.has(id))
          yield { at: { of: 'specific', id }, path: `specifics[${no}]`, with: { name, to } };
      }
    },
    spoil: changed((model) => ({ specifics: model.specifics.map((one) => ({ ...one, to: '2020-01-31' })) })),
  },
];

/** Indicators that somebody answers for and that have what `lacks` says. */
function* answered(
  index: ModelIndex,
  lacks: (indicator: ModelIndex['model']['indicators'][number]) => boolean,
): Iterable<Found> {
  for (const [no, one] of index.model.indicators.entries()) {
    if (one.owner !== null && !one.watch && lacks(one)) yield ofIndicator(index, no);
  }
}

/** Walks up from what is owned: a goal that is not met on the way reaches nobody. */
function* goalsWithoutOwners(index: ModelIndex): Iterable<Found> {
  const owned = index.model.indicators.filter(({ owner }) => owner !== null).map(({ id }) => id);
  const reached = new Set(owned);
  const queue = [...owned];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { upper } of index.up.get(id) ?? []) {
      if (reached.has(upper)) continue;
      reached.add(upper);
      queue.push(upper);
    }
  }
  const served = new Set([...reached].flatMap((id) => index.indicator.get(id)?.goals ?? []));
  for (const [no, { id, name }] of index.model.goals.entries()) {
    if (!served.has(id)) yield { at: { of: 'goal', id }, path: `goals[${no}]`, with: { name } };
  }
}

function* clients(index: ModelIndex, { journeys, facts }: ModelKnowledge): Iterable<Found> {
  const { model } = index;
  if (model.clients.length === 0) yield ofModel('clients', { status: '', why: 'none', from: '' });
  const heard = new Set(model.indicators.flatMap((one) => index.metric(one)?.clients ?? []));
  for (const status of model.clients) {
    if (!heard.has(status)) yield ofModel('clients', { status, why: 'unheard', from: '' });
  }
  const missing = (status: (typeof model.clients)[number]) => !model.clients.includes(status);
  for (const journey of named(index, journeys)) {
    for (const status of journey.clientStatuses.filter(missing))
      yield ofModel('clients', { status, why: 'journey', from: journey.name });
  }
  for (const service of model.services) {
    for (const status of [...(facts?.statuses.get(service) ?? [])].filter(missing))
      yield ofModel('clients', { status, why: 'service', from: service });
  }
}
