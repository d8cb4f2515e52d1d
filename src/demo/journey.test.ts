import { describe, expect, it } from 'vitest';
import { budgetOfPath, journeyFaults, journeySchema } from '#model';
import { demoJourneys } from './journey.ts';
import { SERVICE, TOUCH } from './places.ts';

const journeys = demoJourneys('2024-08-31T21:00:00.000Z').map((journey) => journeySchema.parse(journey));

describe('the demo’s journeys', () => {
  it('are sound as they are saved', () => {
    for (const journey of journeys) expect(journeyFaults(journey)).toEqual([]);
  });

  it('speak of touchpoints and services that the demo’s facts have', () => {
    const touchpoints = journeys.flatMap(({ asIs, toBe }) => [
      ...asIs.touchpoints,
      ...(toBe?.design.touchpoints ?? []),
    ]);
    for (const { facts } of touchpoints) for (const value of facts) expect(Object.values(TOUCH)).toContain(value);
    for (const service of journeys.flatMap(({ services }) => services))
      expect(Object.values(SERVICE)).toContain(service);
  });

  it('change in the month of the planted electronic hand-over, the fifteenth', () => {
    expect(journeys.map(({ changedOn }) => changedOn)).toEqual(['2025-11-01', '2025-11-01']);
  });

  it('fill the target with budgets as is, and leave a reserve to be (field-notes § 6.2)', () => {
    const [{ asIs, toBe }] = journeys as [(typeof journeys)[number]];
    expect([budgetOfPath(asIs), asIs.targetDays]).toEqual([20, 20]);
    expect([budgetOfPath(toBe!.design)! + toBe!.design.reserveDays!, toBe!.design.targetDays]).toEqual([17, 17]);
  });
});
