import { changeThatMatters } from '#judge';
import type { Indicator, Position } from '../model.ts';
import {
  type Check,
  type FactsKnown,
  type Found,
  type Measured,
  type ModelKnowledge,
  proofKey,
  type SoundExample,
} from './check.ts';
import type { ModelIndex } from './modelIndex.ts';
import { ofIndicator, ofLink, ofPosition } from './places.ts';
import { changed } from './sound.ts';

/** Below this share of rows that could be used a figure speaks of few. */
const LEAST_COVERAGE = 0.8;

/** Whether the facts that feed the model are there, and say enough. */
export const onFacts: readonly Check[] = [
  {
    rule: 'positionWithoutFacts',
    severity: 'warning',
    find: function* (index) {
      for (const [no, position] of index.model.positions.entries()) {
        const own = (index.held.get(position.id) ?? []).filter(({ shared }) => !shared);
        if (own.some(({ place }) => !placed(place, position, index.model.journey)))
          yield ofPosition(index, no, { needs: NEEDS[position.level] });
      }
    },
    spoil: changed((model) => ({
      positions: model.positions.map((one) => ({ ...one, level: 'unit' as const, unit: null })),
      indicators: model.indicators.map((one) => ({ ...one, place: { ...one.place, touchpoint: null } })),
    })),
  },
  {
    rule: 'positionAbsent',
    severity: 'warning',
    find: function* (index, { facts }) {
      if (!facts) return;
      for (const [no, position] of index.model.positions.entries()) {
        const people = position.employees.filter((one) => !facts.employees.has(facts.employeeKey(one)));
        const points = position.touchpoints.filter((one) => !facts.touchpoints.has(one));
        const missing = [...points, ...people];
        if (missing.length > 0)
          yield ofPosition(index, no, { missing: missing.slice(0, 5).join(', '), count: missing.length });
      }
    },
    spoil: changed((model) => ({ positions: model.positions.map((one) => ({ ...one, employees: ['nobody'] })) })),
  },
  {
    rule: 'cannotInfluence',
    severity: 'warning',
    find: strangers,
    spoil: withFacts((facts) => ({ ...facts, worksAt: new Set() })),
  },
  {
    rule: 'notMeasurable',
    severity: 'warning',
    find: (index, knowledge) =>
      measured(index, knowledge, (one, no) =>
        one.state === 'measured' ? null : ofIndicator(index, no, { state: one.state, by: one.by }),
      ),
    spoil: withMeasured((one) => ({ ...one, state: 'tooFew', n: null, value: null, chance: null, coverage: null })),
  },
  {
    rule: 'thinCoverage',
    severity: 'warning',
    find: (index, knowledge) =>
      measured(index, knowledge, (one, no) =>
        one.coverage === null || one.coverage >= LEAST_COVERAGE
          ? null
          : ofIndicator(index, no, { coverage: Math.round(100 * one.coverage) }),
      ),
    spoil: withMeasured((one) => ({ ...one, coverage: 0.3 })),
  },
  {
    rule: 'noise',
    severity: 'warning',
    find: (index, knowledge) =>
      measured(index, knowledge, (one, no, indicator) => {
        const unit = index.metric(indicator)?.unit ?? '';
        if (one.value === null || one.chance === null || !isNoisy(one.chance, one.value, unit)) return null;
        const wider = one.wider.find(({ chance }) => chance !== null && !isNoisy(chance, one.value!, unit));
        return ofIndicator(index, no, {
          n: one.n,
          chance: digits(one.chance),
          unit: unit === '%' || unit === 'points' ? 'percent' : 'other',
          by: one.by,
          matters: digits(changeThatMatters(one.value, { unit })),
          wider: wider?.by ?? 'none',
          place: wider?.place == null ? 'same' : 'wider',
          placeName: wider?.place ?? null,
          widerN: wider?.n ?? null,
          widerChance: wider?.chance == null ? null : digits(wider.chance),
        });
      }),
    spoil: withMeasured((one) => ({
      ...one,
      n: 37,
      value: 60,
      chance: 16,
      wider: [{ by: 'quarter', place: null, n: 111, chance: 4 }],
    })),
  },
  {
    rule: 'linkNotProved',
    severity: 'warning',
    find: function* (index, { facts }) {
      for (const [no, { upper, lower }] of index.model.links.entries()) {
        const outcome = facts?.proofs.get(proofKey(upper, lower));
        if (outcome === 'fails' || outcome === 'weak') yield ofLink(index, no, { outcome });
      }
    },
    spoil: withFacts((facts) => ({ ...facts, proofs: new Map([...facts.proofs.keys()].map((key) => [key, 'fails'])) })),
  },
];

const NEEDS = {
  body: 'body',
  journey: 'journey',
  unit: 'unit',
  touchpoint: 'touchpoint',
  position: 'employees',
} as const;

/** Whether it is said whose facts an indicator is measured on: at its place, else at its position. */
function placed(place: Indicator['place'], position: Position, journey: string | null): boolean {
  if (place.unit || place.touchpoint || place.position) return true;
  switch (position.level) {
    case 'body':
      return true;
    case 'journey':
      return (place.journey ?? position.journey ?? journey) !== null;
    case 'unit':
      return position.unit !== null;
    case 'touchpoint':
      return position.touchpoints.length > 0;
    case 'position':
      return position.employees.length > 0 || position.touchpoints.length > 0 || position.unit !== null;
  }
}

/** Whether chance alone moves a figure further than what matters. Of a zero nothing can be said: a tenth of it is none. */
export function isNoisy(chance: number, value: number, unit: string): boolean {
  const matters = changeThatMatters(value, { unit });
  return matters > 0 && chance > matters;
}
const digits = (x: number): number => Number(x.toPrecision(2));

/** An indicator at a touchpoint where nobody of its position was seen at work. */
function* strangers(index: ModelIndex, { facts }: ModelKnowledge): Iterable<Found> {
  if (!facts) return;
  for (const [no, { owner, shared, place }] of index.model.indicators.entries()) {
    const position = owner === null || shared ? undefined : index.position.get(owner);
    const at = place.touchpoint;
    if (!position || at === null || position.employees.length === 0) continue;
    const works = position.employees.some((one) => facts.worksAt.has(`${at}\u0000${facts.employeeKey(one)}`));
    if (!works) yield ofIndicator(index, no, { position: position.name, touchpoint: at });
  }
}

function* measured(
  index: ModelIndex,
  { facts }: ModelKnowledge,
  look: (measured: Measured, no: number, indicator: Indicator) => Found | null,
): Iterable<Found> {
  if (!facts || facts.measured.size === 0) return;
  for (const [no, indicator] of index.model.indicators.entries()) {
    const one = facts.measured.get(indicator.id);
    const found = one && look(one, no, indicator);
    if (found) yield found;
  }
}

function withFacts(change: (facts: FactsKnown) => FactsKnown) {
  return ({ model, knowledge }: SoundExample) => ({
    model,
    knowledge: { ...knowledge, facts: change(knowledge.facts!) },
  });
}

function withMeasured(change: (one: Measured) => Measured) {
  return withFacts((facts) => ({
    ...facts,
    measured: new Map([...facts.measured].map(([id, one]) => [id, change(one)])),
  }));
}
