import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodOf, readSpecs } from '../reference/conformance.ts';
import { NO_GROUP, WHOLE } from '../reference/evaluate.ts';
import { randomSpec } from '../reference/randomSpec.ts';
import type { Spec } from '../reference/spec.ts';
import { type Made, makeWorld } from './agree.ts';
import { measured } from './stored.ts';

// What the links of a model promise, through the product (grammar B.3): parts make the whole, exactly.

const shown = (spec: Spec): Spec => ({ ...spec, min: { show: 1, judge: 10 } });
const SPECS = [...readSpecs().values(), ...Array.from({ length: 60 }, (_, i) => randomSpec(90_000 + i))].map(shown);
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

let worlds: readonly Made[];
beforeAll(async () => {
  worlds = [await makeWorld(3, 80), await makeWorld(12, 80)];
});
afterAll(() => {
  for (const { stored } of worlds) stored.close();
});

/** Whole and groups of each metric that `takes` takes, over a year of each world. */
async function* parted(split: string, takes: (spec: Spec) => boolean) {
  for (const { world, stored } of worlds) {
    const period = periodOf('2024', world.zone);
    for (const spec of SPECS.filter(takes)) {
      const whole = (await measured(stored, spec, [period])).get('2024')?.get(WHOLE);
      if (!whole || whole.n === null) continue;
      const groups = (await measured(stored, spec, [period], { split })).get('2024') ?? new Map();
      yield { spec, whole, groups };
    }
  }
}

describe('parts and wholes', () => {
  it('weightedParts: the whole is the mean of a partition by service, weighted by its denominators', async () => {
    let checked = 0;
    const kinds = ['share', 'mean', 'ratio', 'topBox', 'net', 'rate'];
    const takes = (spec: Spec) => spec.roll === 'weightedParts' && kinds.some((kind) => kind in spec.measure);
    for await (const { spec, whole, groups } of parted('service', takes)) {
      const parts = [...groups.values()].filter((figure) => figure.n !== null);
      // Of a rate a group may hold counted rows and none that they are counted by: it shows nothing.
      if ('rate' in spec.measure && parts.length < groups.size) continue;
      const sum = (field: 'n' | 'numerator' | 'denominator') =>
        parts.reduce((total, figure) => total + (figure[field] ?? 0), 0);
      expect(sum('n'), spec.id).toBe(whole.n);
      expect(close(sum('numerator'), whole.numerator!), spec.id).toBe(true);
      expect(close(sum('denominator'), whole.denominator!), spec.id).toBe(true);
      const weighted = parts.reduce((total, figure) => total + (figure.denominator ?? 0) * (figure.value ?? 0), 0);
      if (whole.value !== null) expect(close(weighted / whole.denominator!, whole.value), spec.id).toBe(true);
      checked++;
    }
    expect(checked).toBeGreaterThan(60);
  });

  it('sumOfParts: what is counted, by touchpoint, over one population, adds up to the whole', async () => {
    let checked = 0;
    const takes = ({ of, roll, measure }: Spec) =>
      ['case', 'run'].includes(of) &&
      roll === 'sumOfParts' &&
      ['count', 'total', 'spans'].some((kind) => kind in ((measure.mean ?? measure.sum ?? {}) as object));
    for await (const { spec, whole, groups } of parted('touchpoint', takes)) {
      const parts = [...groups.values()];
      const sum = parts.reduce((total, figure) => total + figure.value!, 0);
      expect(close(sum, whole.value!), spec.id).toBe(true);
      for (const part of parts) expect([part.n, part.leftOut], spec.id).toEqual([whole.n, whole.leftOut]);
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
  });

  it('nobody’s time overlaps by unit: each gap is whole at both its ends, and nowhere only where neither is a unit', async () => {
    const spec = shown({ ...readSpecs().get('nobodys-time')!, clients: ['citizen', 'organisation', 'internal'] });
    for (const { world, stored } of worlds) {
      const period = periodOf('2024', world.zone);
      const whole = (await measured(stored, spec, [period])).get('2024')!.get(WHOLE)!;
      const groups = (await measured(stored, spec, [period], { split: 'unit' })).get('2024')!;
      const sum = [...groups.values()].reduce((total, figure) => total + figure.value!, 0);
      expect(sum).toBeGreaterThan(whole.value!);
      expect(groups.get(NO_GROUP)?.value ?? 0).toBeLessThan(whole.value!);
      for (const figure of groups.values()) expect(figure.value!).toBeLessThanOrEqual(whole.value!);
    }
  });
});
