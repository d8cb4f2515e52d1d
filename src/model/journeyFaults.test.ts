import { describe, expect, it } from 'vitest';
import { type Journey, journeySchema } from './journey.ts';
import { budgetOfPath, closingFacts, journeyFaults } from './journeyFaults.ts';

const touchpoint = (id: string, more: object = {}) => ({ id, name: id, stage: 's', ...more });
const drawn = (asIs: object, more: object = {}): Journey =>
  journeySchema.parse({ id: 'j', name: 'J', asIs: { stages: [{ id: 's', name: 'S' }], ...asIs }, ...more });
const told = (journey: Journey) => journeyFaults(journey).map(({ code, field }) => `${code} ${field}`);

const sound = drawn({
  touchpoints: [
    touchpoint('a', { facts: ['x'], budgetDays: 2 }),
    touchpoint('b', { facts: ['y', 'z'], budgetDays: 3, closing: true }),
    touchpoint('c', { budgetDays: 50, beside: true }),
  ],
  handOffs: [{ giver: 'A', taker: 'B', budgetDays: 1 }],
  targetDays: 7,
  reserveDays: 1,
});

describe('a sound journey', () => {
  it('has no faults, also where budgets and reserve just fill the target', () => {
    expect(told(sound)).toEqual([]);
  });

  it('counts budgets along the path only', () => {
    expect(budgetOfPath(sound.asIs)).toBe(6);
    expect(budgetOfPath(drawn({ touchpoints: [touchpoint('a')] }).asIs)).toBeNull();
  });

  it('closes at the facts of the closing touchpoints of both designs', () => {
    expect(closingFacts(sound)).toEqual(['y', 'z']);
    const toBe = { design: { ...sound.asIs, touchpoints: [touchpoint('p', { facts: ['pay'], closing: true })] } };
    expect(closingFacts(journeySchema.parse({ ...sound, toBe }))).toEqual(['pay', 'y', 'z']);
  });
});

describe('a fault', () => {
  const faults: readonly (readonly [string, Journey, string])[] = [
    [
      'a facts’ touchpoint that two touchpoints take',
      drawn({ touchpoints: [touchpoint('a', { facts: ['x'] }), touchpoint('b', { facts: ['y', 'x'] })] }),
      'journey.factsTwice asIs.touchpoints[1].facts',
    ],
    [
      'a stage that is not there',
      drawn({ touchpoints: [{ ...touchpoint('a'), stage: 'gone' }] }),
      'journey.stageUnknown asIs.touchpoints[0].stage',
    ],
    [
      'an id that stands twice',
      drawn({ touchpoints: [touchpoint('a'), touchpoint('a')] }),
      'journey.idTwice asIs.touchpoints[1].id',
    ],
    [
      'a stage that stands twice',
      drawn({ stages: [1, 2].map(() => ({ id: 's', name: 'S' })) }),
      'journey.idTwice asIs.stages[1].id',
    ],
    [
      'a hand-off that stands twice',
      drawn({ handOffs: [1, 2].map((budgetDays) => ({ giver: 'A', taker: 'B', budgetDays })) }),
      'journey.handOffTwice asIs.handOffs[1]',
    ],
    [
      'a closing touchpoint without facts',
      drawn({ touchpoints: [touchpoint('a', { closing: true })] }),
      'journey.closingWithoutFacts asIs.touchpoints[0].closing',
    ],
    [
      'budgets and reserve above the target',
      drawn({ touchpoints: [touchpoint('a', { budgetDays: 6 })], targetDays: 7, reserveDays: 1.5 }),
      'journey.budgetsAboveTarget asIs.targetDays',
    ],
    [
      'a promise of nothing',
      drawn({}, { toBe: { design: {}, inForceFrom: '2026-01-01' } }),
      'journey.promiseEmpty toBe.inForceFrom',
    ],
    [
      'a fault of the journey to be',
      drawn({}, { toBe: { design: { touchpoints: [touchpoint('a')] } } }),
      'journey.stageUnknown toBe.design.touchpoints[0].stage',
    ],
  ];

  it.each(faults)('%s is told with its place', (_, journey, fault) => {
    expect(told(journey)).toEqual([fault]);
  });
});
