import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodOf, readSpecs } from '../../test/reference/conformance.ts';
import { evaluate } from '../../test/reference/evaluate.ts';
import type { Spec } from '../../test/reference/spec.ts';
import { readWorld, type World } from '../../test/reference/world.ts';
import { DEMO_CASES, generateDemo } from './generate.ts';

const ZONE = 'Europe/Moscow';
const CASES = 5_000;
/** A quarter of this demo holds as much as half a month of the default one. */
const MONTHS_OF_DEFAULT = (3 * CASES) / DEMO_CASES;
const QUARTERS = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];
/** Metrics that look far ahead: their last quarters are not due yet. */
const UNRIPE: Readonly<Record<string, number>> = { 'journey-drop': 2, 'measures-done': 1 };

const specs = [...readSpecs().values()].filter((spec) => 'kpi' in spec && !spec.id.startsWith('made'));

describe('every metric of the catalogue has figures in every quarter of a small demo', () => {
  let dir = '';
  let world: World;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'demo-'));
    const made = await generateDemo({ dir, cases: CASES, end: '2026-07-10' });
    world = readWorld([{ folder: dir, horizon: made.horizon }], ZONE);
  }, 120_000);
  afterAll(() => rm(dir, { recursive: true }));

  it('the catalogue is whole', () => expect(specs.length).toBeGreaterThanOrEqual(73));

  it.each(specs.map((spec) => [spec.id, spec] as const))('%s', (id, spec) => {
    const quarters = QUARTERS.slice(0, QUARTERS.length - (UNRIPE[id] ?? 0));
    const figures = quarters.map(
      (name) =>
        evaluate(world, spec, { period: periodOf(name, ZONE) })
          .values()
          .next().value,
    );
    for (const figure of figures) expect(['final', 'preliminary']).toContain(figure?.state);
    for (const figure of figures) expect(figure?.value).not.toBeNull();
    const usual = figures.map((figure) => figure?.n ?? 0).sort((one, other) => one - other)[
      figures.length >> 1
    ] as number;
    // The plan of readings and the employees' panel do not grow with the number of cases.
    const isPlanned = spec.of === 'reading' || id === 'employee-heard';
    const monthly = usual / (isPlanned ? 3 : MONTHS_OF_DEFAULT);
    expect(monthly).toBeGreaterThanOrEqual(0.9 * judgedFrom(spec));
  });
});

const judgedFrom = (spec: Spec): number => {
  const { min, group } = spec as unknown as { min?: { judge: number }; group: string };
  return min?.judge ?? (group === 'subjective' ? 30 : 10);
};
