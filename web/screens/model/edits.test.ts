import { describe, expect, it } from 'vitest';
import type { MetricView } from '../../client/types.ts';
import {
  addAll,
  leaveSeat,
  newIndicator,
  putIndicator,
  putThing,
  removeIndicator,
  removeThing,
  takeSeat,
} from './edits.ts';
import { type Indicator, layoutOf, type Model, type Position } from './layout.ts';

const onTime: MetricView = {
  id: 'on-time',
  kpi: 'speed',
  group: 'objective',
  core: true,
  own: false,
  name: { ru: 'В срок', en: 'On time' },
  unit: '%',
  better: 'up',
  levels: ['body', 'unit', 'touchpoint'],
  roll: 'weightedParts',
};
const position = (id: string, given: Partial<Position> = {}): Position => ({
  id,
  name: id,
  level: 'position',
  body: null,
  unit: null,
  journey: null,
  touchpoints: [],
  employees: [],
  reportsTo: null,
  contact: '',
  ...given,
});
const empty: Model = {
  format: 'luchshe-model/1',
  id: 'benefit',
  name: 'Пособие',
  body: null,
  journey: 'birth',
  clients: [],
  services: [],
  state: 'draft',
  inForceFrom: null,
  inForceTo: null,
  order: null,
  follows: null,
  goals: [{ id: 'goal', name: 'За один визит', document: '' }],
  values: [{ id: 'respect', name: 'Уважение', source: '', wording: '' }],
  positions: [position('officer', { unit: 'mfc-1', touchpoints: ['window'] }), position('head', { level: 'unit' })],
  indicators: [],
  links: [],
  specifics: [],
  reviseMonths: 12,
};
const top: Indicator = { ...newIndicator(empty, 'on-time', 'body'), goals: ['goal'], target: { value: 95, by: null } };
const model: Model = { ...empty, indicators: [top] };
const rowOf = (of: Model) => layoutOf(of, new Map([['on-time', onTime]]), 5, (a, b) => a.localeCompare(b)).rows[0]!;
const officer = model.positions[0]!;

describe('taking a place', () => {
  const taken = takeSeat(rowOf(model), officer, onTime)(model);
  const own = taken.indicators.find(({ owner }) => owner === 'officer')!;
  it('puts an indicator beside the top one, at the position’s place, without the top’s target', () => {
    expect(own).toMatchObject({ id: 'on-time.officer', metric: 'on-time', goals: [], target: null });
    expect(own.place).toMatchObject({ unit: 'mfc-1', touchpoint: 'window' });
  });
  it('at a level that the metric knows: the nearest wider one than the position’s', () => {
    expect(own.level).toBe('touchpoint');
  });
  it('hung on the top one as its figures add up', () => {
    expect(taken.links).toEqual([
      { upper: 'on-time', lower: 'on-time.officer', kind: 'weightedParts', budget: null, reason: '' },
    ]);
  });
  it('of a shared one is the same figure at the same place', () => {
    const shared: Model = { ...model, indicators: [{ ...top, shared: true }] };
    const joined = takeSeat(rowOf(shared), officer, onTime)(shared);
    expect(joined.indicators[1]).toMatchObject({ shared: true, level: 'body', place: top.place, target: top.target });
    expect(joined.links[0]).toMatchObject({ kind: 'shared' });
  });
  it('of one that nobody holds and that stands under no goal changes its holder only', () => {
    const lone: Model = { ...model, indicators: [top, { ...top, id: 'lone', goals: [] }] };
    const given = takeSeat(rowOf(lone), officer, onTime)(lone);
    expect(given.indicators).toEqual([top, { ...top, id: 'lone', goals: [], owner: 'officer' }]);
    expect(given.links).toEqual([]);
  });
});

describe('leaving a place', () => {
  it('takes away what was put for it, links too', () => {
    const taken = takeSeat(rowOf(model), officer, onTime)(model);
    expect(leaveSeat(rowOf(taken), 'on-time.officer')(taken)).toEqual(model);
  });
  it('keeps what stands under a goal, without a holder', () => {
    const held: Model = { ...model, indicators: [{ ...top, owner: 'head' }] };
    expect(leaveSeat(rowOf(held), 'on-time')(held).indicators).toEqual([top]);
  });
});

describe('things', () => {
  it('what is taken away is taken out of what speaks of it', () => {
    const full: Model = {
      ...model,
      positions: [officer, position('clerk', { reportsTo: 'officer' })],
      indicators: [{ ...top, owner: 'officer', values: ['respect'], place: { ...top.place, position: 'officer' } }],
    };
    const without = removeThing(
      'positions',
      'officer',
    )(removeThing('values', 'respect')(removeThing('goals', 'goal')(full)));
    expect(without.positions).toEqual([position('clerk')]);
    expect(without.indicators[0]).toMatchObject({ owner: null, values: [], goals: [], place: { position: null } });
  });
  it('an indicator goes with its links', () => {
    const taken = takeSeat(rowOf(model), officer, onTime)(model);
    expect(removeIndicator('on-time')(taken).links).toEqual([]);
  });
  it('a thing of a known id takes the place of the former', () => {
    const renamed = putThing('positions', { ...officer, name: 'Специалист' })(model);
    expect(renamed.positions.map(({ name }) => name)).toEqual(['Специалист', 'head']);
  });
  it('what a wizard proposes twice is added once', () => {
    const own = { ...top, id: 'own', goals: [] };
    const link = { upper: 'on-time', lower: 'own', kind: 'driver', budget: null, reason: '' } as const;
    const once = addAll([own], [link])(model);
    expect(addAll([own], [link])(once)).toEqual(once);
  });
});

it('a change made on what another person saved keeps both', () => {
  const mine = putThing('positions', position('new'));
  const theirs: Model = { ...model, name: 'Пособие при рождении', positions: [...model.positions, position('theirs')] };
  const both = mine(theirs);
  expect(both.name).toBe('Пособие при рождении');
  expect(both.positions.map(({ id }) => id)).toEqual(['officer', 'head', 'theirs', 'new']);
  expect(putIndicator({ ...top, name: 'В срок' }, [])(both).indicators[0]!.name).toBe('В срок');
});
