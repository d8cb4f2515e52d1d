import { describe, expect, it } from 'vitest';
import { periodOf } from './conformance.ts';
import { evaluate, type Figure, NO_GROUP, WHOLE } from './evaluate.ts';
import { generateWorld } from './generate.ts';
import { randomSpec } from './randomSpec.ts';
import type { Spec } from './spec.ts';
import { readWorld, type World } from './world.ts';

// Laws that hold whatever the world and the metric (facts.md § 2, § 4; grammar B.3).

const worlds = [1, 2, 5].map((seed) => {
  const { batches, zone } = generateWorld(seed, 40);
  return readWorld(batches, zone);
});
const specs = Array.from({ length: 200 }, (_, i) => ({ ...randomSpec(i + 1), min: { show: 1, judge: 10 } }) as Spec);
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** Metrics of a measure and roll, each with its whole figure and its groups by service and touchpoint. */
function* figures(
  measures: readonly string[],
  roll: string,
): Generator<[Spec, World, Figure, Map<string, Figure>, string]> {
  for (const world of worlds) {
    const period = periodOf('2024', world.zone);
    for (const spec of specs) {
      if (spec.roll !== roll || !measures.some((name) => name in spec.measure)) continue;
      const whole = evaluate(world, spec, { period }).get(WHOLE);
      if (whole === undefined || whole.n === null) continue;
      for (const split of ['service', 'touchpoint']) {
        yield [spec, world, whole, evaluate(world, spec, { period, split }), split];
      }
    }
  }
}

describe('made worlds and made metrics', () => {
  it('spans of a case never overlap, leave no hole and sum to its life to the microsecond', () => {
    for (const world of worlds) {
      for (const row of world.cases.values()) {
        if (row.registeredAt === null) continue;
        const end = row.closedAt ?? row.horizon;
        const bounds = row.spans.map(({ fields }) => [fields.from, fields.to]);
        if (bounds.length === 0) expect(end).toBeLessThanOrEqual(row.registeredAt);
        else {
          expect([bounds[0]![0], bounds.at(-1)![1]]).toEqual([row.registeredAt, end]);
          expect(bounds.slice(1).map(([from]) => from)).toEqual(bounds.slice(0, -1).map(([, to]) => to));
        }
      }
    }
  });

  it('weightedParts: the whole is the weighted mean of a partition by service', () => {
    let checked = 0;
    for (const [spec, , whole, groups, split] of figures(['share', 'mean', 'ratio'], 'weightedParts')) {
      if (split !== 'service') continue;
      const parts = [...groups.values()].filter((figure) => figure.n !== null);
      const sum = (field: 'n' | 'numerator' | 'denominator'): number =>
        parts.reduce((total, figure) => total + (figure[field] ?? 0), 0);
      expect(sum('n'), spec.id).toBe(whole.n);
      expect(close(sum('numerator'), whole.numerator!), spec.id).toBe(true);
      expect(close(sum('denominator'), whole.denominator!), spec.id).toBe(true);
      checked++;
    }
    expect(checked).toBeGreaterThan(20);
  });

  it('sumOfParts: the parts by touchpoint sum to the whole over one population', () => {
    let checked = 0;
    for (const [spec, , whole, groups, split] of figures(['mean'], 'sumOfParts')) {
      const value = spec.measure.mean as object;
      if (split !== 'touchpoint' || spec.of !== 'case' || !('count' in value || 'total' in value || 'spans' in value))
        continue;
      const parts = [...groups.values()];
      expect(
        close(
          parts.reduce((sum, part) => sum + part.value!, 0),
          whole.value!,
        ),
        spec.id,
      ).toBe(true);
      for (const part of parts) expect([part.n, part.leftOut], spec.id).toEqual([whole.n, whole.leftOut]);
      checked++;
    }
    expect(checked).toBeGreaterThan(4);
  });

  it('a case metric by touchpoint has no group null, a split by client status only the metric’s', () => {
    for (const world of worlds) {
      const period = periodOf('2024', world.zone);
      for (const spec of specs) {
        if (spec.of === 'case' && spec.roll !== 'sumOfParts' && !('rate' in spec.measure)) {
          expect([...evaluate(world, spec, { period, split: 'touchpoint' }).keys()]).not.toContain(NO_GROUP);
        }
        if ('rate' in spec.measure) continue;
        const statuses = [...evaluate(world, spec, { period, split: 'clientStatus' }).keys()];
        for (const status of statuses) expect([...spec.clients, NO_GROUP]).toContain(status);
      }
    }
  });
});
