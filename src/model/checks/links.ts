import { canonicalJson } from '#catalogue';
import type { Design, Journey } from '../journey.ts';
import { misfitOf } from '../linkKinds.ts';
import type { Check, Found, ModelKnowledge } from './check.ts';
import type { ModelIndex } from './modelIndex.ts';
import { ofIndicator, ofJourney, ofLink, ofModel } from './places.ts';
import { changed } from './sound.ts';

/** How indicators hang together, and whether what hangs can hold. */
export const links: readonly Check[] = [
  {
    rule: 'linkMisfit',
    severity: 'error',
    find: function* (index) {
      for (const [no, { upper, lower, kind }] of index.model.links.entries()) {
        const [high, low] = [index.indicator.get(upper), index.indicator.get(lower)];
        const [whole, part] = [high && index.metric(high), low && index.metric(low)];
        if (!high || !low || !whole || !part) continue;
        const sameParams = canonicalJson(high.params ?? {}) === canonicalJson(low.params ?? {});
        const why = misfitOf(kind, whole, part, sameParams);
        // What would fit instead.
        const instead =
          whole.id !== part.id || !sameParams ? 'driver' : kind === 'budget' ? 'driver' : fitting(whole.roll);
        if (why) yield ofLink(index, no, { why, instead });
      }
    },
    spoil: changed((model) => ({ links: model.links.map((link) => ({ ...link, kind: 'sumOfParts' as const })) })),
  },
  {
    rule: 'outsideLevels',
    severity: 'error',
    find: function* (index) {
      for (const [no, indicator] of index.model.indicators.entries()) {
        const metric = index.metric(indicator);
        if (metric && !metric.levels.includes(indicator.level))
          yield ofIndicator(index, no, { level: indicator.level, levels: metric.levels.join(', '), metric: metric.id });
      }
    },
    spoil: changed((model) => ({
      indicators: model.indicators.map((one) => ({ ...one, level: 'position' as const })),
    })),
  },
  {
    rule: 'otherClients',
    severity: 'error',
    find: function* (index) {
      for (const [no, indicator] of index.model.indicators.entries()) {
        const [metric, status] = [index.metric(indicator), indicator.place.clientStatus];
        if (metric && status && !metric.clients.includes(status))
          yield ofIndicator(index, no, { status, metric: metric.id });
      }
    },
    spoil: changed((model) => ({
      indicators: model.indicators.map((one) => ({
        ...one,
        place: { ...one.place, clientStatus: 'internal' as const },
      })),
    })),
  },
  {
    rule: 'budgetAboveTarget',
    severity: 'error',
    find: budgets,
    spoil: changed((model) => ({
      links: model.links.map((link) => (link.kind === 'budget' ? { ...link, budget: 1000 } : link)),
    })),
  },
  {
    rule: 'noGoals',
    severity: 'error',
    find: function* ({ model }) {
      if (model.goals.length === 0) yield ofModel('goals');
    },
    spoil: changed(() => ({ goals: [] })),
  },
  {
    rule: 'noWayToGoal',
    severity: 'error',
    find: function* (index) {
      // Without any goal that is said once.
      if (index.model.goals.length === 0) return;
      for (const [no, { id }] of index.model.indicators.entries()) {
        if (!index.reachesGoal.has(id)) yield ofIndicator(index, no);
      }
    },
    spoil: changed(() => ({ links: [] })),
  },
  {
    rule: 'overlappingTouchpoints',
    severity: 'error',
    find: overlaps,
    spoil: ({ model, knowledge }) => ({
      model,
      knowledge: {
        ...knowledge,
        journeys: knowledge.journeys!.map((journey) => ({
          ...journey,
          asIs: {
            ...journey.asIs,
            touchpoints: journey.asIs.touchpoints.map((touchpoint) => ({ ...touchpoint, facts: ['one-for-all'] })),
          },
        })),
      },
    }),
  },
  {
    rule: 'overlappingParts',
    severity: 'warning',
    find: twiceAsPart,
    spoil: changed((model) => ({
      indicators: model.indicators.flatMap((one) =>
        one.place.touchpoint === null ? [one] : [one, { ...one, id: `${one.id}-too`, owner: 'owner' }],
      ),
      links: model.links.flatMap((link) =>
        link.kind === 'sumOfParts' ? [link, { ...link, lower: `${link.lower}-too` }] : [link],
      ),
    })),
  },
  {
    rule: 'budgetWithoutTarget',
    severity: 'warning',
    find: function* (index) {
      for (const [upper, all] of index.down) {
        const no = index.indicatorNo.get(upper);
        const budgets = all.filter(({ kind }) => kind === 'budget');
        if (no !== undefined && budgets.length > 0 && index.model.indicators[no]!.target === null)
          yield ofIndicator(index, no, { links: budgets.length });
      }
    },
    spoil: changed((model) => ({ indicators: model.indicators.map((one) => ({ ...one, target: null })) })),
  },
  {
    rule: 'budgetMissing',
    severity: 'warning',
    find: function* (index) {
      for (const [no, { kind, budget }] of index.model.links.entries()) {
        if (kind === 'budget' && budget === null) yield ofLink(index, no);
      }
    },
    spoil: changed((model) => ({ links: model.links.map((link) => ({ ...link, budget: null })) })),
  },
];

/** The kind of link that a metric's own parts have. */
const fitting = (roll: string): string =>
  roll === 'sumOfParts' || roll === 'weightedParts' ? roll : roll === 'shared' ? 'shared' : 'pooled';

/** Sums of days are compared beyond the last digits that a double loses. */
const exceeds = (sum: number, target: number): boolean => sum > target * (1 + 1e-12) + 1e-12;

function* budgets(index: ModelIndex, { journeys }: ModelKnowledge): Iterable<Found> {
  for (const [upper, all] of index.down) {
    const no = index.indicatorNo.get(upper);
    const target = index.indicator.get(upper)?.target?.value;
    if (no === undefined || target === undefined) continue;
    const sum = all.reduce((total, { kind, budget }) => total + (kind === 'budget' ? (budget ?? 0) : 0), 0);
    if (exceeds(sum, target)) yield ofIndicator(index, no, { sum, target, reserve: 0, reserved: 'none' });
  }
  for (const journey of named(index, journeys)) {
    for (const [path, { touchpoints, handOffs, targetDays, reserveDays }] of designsOf(journey)) {
      if (targetDays === null) continue;
      const reserve = reserveDays ?? 0;
      const parts = [...touchpoints.filter(({ beside }) => !beside), ...handOffs];
      const sum = parts.reduce((total, { budgetDays }) => total + (budgetDays ?? 0), 0);
      if (exceeds(sum + reserve, targetDays))
        yield ofJourney(journey.id, `.${path}.targetDays`, {
          name: journey.name,
          sum,
          reserve,
          reserved: reserve > 0 ? 'some' : 'none',
          target: targetDays,
        });
    }
  }
}

/** One value of the facts that two touchpoints of a design claim. */
function* overlaps(index: ModelIndex, { journeys }: ModelKnowledge): Iterable<Found> {
  for (const journey of named(index, journeys)) {
    for (const [path, { touchpoints }] of designsOf(journey)) {
      const claimed = new Map<string, string>();
      for (const [no, { facts, name }] of touchpoints.entries()) {
        for (const value of facts) {
          const other = claimed.get(value);
          if (other !== undefined)
            yield ofJourney(journey.id, `.${path}.touchpoints[${no}]`, { journey: journey.name, value, name, other });
          else claimed.set(value, name);
        }
      }
    }
  }
}

/** Two parts of one whole at the same named place: what lies there is counted twice. */
function* twiceAsPart(index: ModelIndex): Iterable<Found> {
  const seen = new Map<string, string>();
  for (const [no, { upper, lower, kind }] of index.model.links.entries()) {
    const one = index.indicator.get(lower);
    if (!one || (kind !== 'sumOfParts' && kind !== 'weightedParts' && kind !== 'budget')) continue;
    const { touchpoint, unit, service, clientStatus, position } = one.place;
    if ([touchpoint, unit, service, clientStatus].every((value) => value === null)) continue;
    const people = one.level === 'position' ? (index.position.get(position ?? one.owner ?? '')?.employees ?? []) : [];
    const key = JSON.stringify([upper, kind, one.metric, touchpoint, unit, service, clientStatus, people]);
    const other = seen.get(key);
    if (other !== undefined) yield ofLink(index, no, { other });
    else seen.set(key, index.nameOf(lower));
  }
}

function designsOf(journey: Journey): readonly (readonly [string, Design])[] {
  const toBe = journey.toBe?.design;
  return toBe
    ? [
        ['asIs', journey.asIs],
        ['toBe.design', toBe],
      ]
    : [['asIs', journey.asIs]];
}

/** The journeys that a model speaks of. */
export function named({ model }: ModelIndex, journeys: readonly Journey[] | null): readonly Journey[] {
  const ids = new Set<string | null>([
    model.journey,
    ...model.indicators.map(({ place }) => place.journey),
    ...model.positions.map(({ journey }) => journey),
  ]);
  return (journeys ?? []).filter(({ id }) => ids.has(id));
}
