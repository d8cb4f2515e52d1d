import { Refused } from '#facts';
import { difference, periodOf, readSpecs } from '../reference/conformance.ts';
import { evaluate, type Period } from '../reference/evaluate.ts';
import { cutsParts } from '../reference/gather.ts';
import { generateWorld, MADE } from '../reference/generate.ts';
import type { Random } from '../reference/random.ts';
import { randomSpec } from '../reference/randomSpec.ts';
import type { Spec } from '../reference/spec.ts';
import { readWorld, type World } from '../reference/world.ts';
import { type Asked, measured, openStore, type Stored, take } from './stored.ts';

// The product and the reference asked the same of the same made world.

export interface Made {
  readonly seed: number;
  readonly world: World;
  readonly stored: Stored;
}

/** A made world in both: read by the reference, imported by the product batch after batch. */
export async function makeWorld(seed: number, size: number): Promise<Made> {
  const { batches, zone } = generateWorld(seed, size);
  const stored = await openStore(zone);
  for (const batch of batches) {
    const report = await take(stored, batch, { events: 'whole' });
    if (report.result !== 'taken') throw new Error(`seed ${seed}: ${JSON.stringify(report.refusals.slice(0, 3))}`);
  }
  return { seed, world: readWorld(batches, zone), stored };
}

const CATALOGUE = [...readSpecs().values()];
const GRAINS = {
  month: ['2024-03', '2024-06', '2024-07', '2024-08', '2024-11', '2025-01', '2025-04', '2025-05', '2025-06'],
  quarter: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'],
  year: ['2024', '2025'],
};
const EMPLOYEES = ['e:У1/1', 'e:У1/2', 'e:В1/1', 'e:О/1'];
const STATUSES = ['citizen', 'organisation', 'internal'];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  unit: [...MADE.units, 'Неизвестный'],
  body: MADE.bodies,
  service: MADE.services,
  clientStatus: STATUSES,
  channel: MADE.channels,
  segment: MADE.segments,
  touchpoint: MADE.touchpoints,
  employee: EMPLOYEES,
  journey: MADE.journeys,
};

/** Part of the requests, by chance: one or several fields at once, one or several values, the group null. */
export function someRequest(random: Random): Asked {
  const names = Object.keys(FIELDS);
  const scope: Record<string, (string | null)[]> = {};
  if (random.chance(0.6)) {
    for (let i = random.pick([1, 1, 2, 3]); i > 0; i--) {
      const name = random.pick(names);
      const values: (string | null)[] = random.some(FIELDS[name]!, 0.35);
      scope[name] = random.chance(0.25) ? [...values, null] : values;
    }
  }
  return random.chance(0.65) ? { scope, split: random.pick(names) } : { scope };
}

export interface Disagreement {
  readonly spec: string;
  readonly asked: Asked;
  readonly period: string;
  readonly group: string;
  readonly what: string;
}

/** Everything in which product and reference differ; a refusal, too, is a disagreement. */
export async function disagreements(
  { world, stored }: Made,
  spec: Spec,
  grain: keyof typeof GRAINS,
  asked: Asked,
): Promise<readonly Disagreement[]> {
  const periods = GRAINS[grain].map((name) => periodOf(name, world.zone));
  let figures: Awaited<ReturnType<typeof measured>>;
  try {
    figures = await measured(stored, spec, adjoining(periods), asked);
  } catch (error) {
    const what = error instanceof Refused ? `refused: ${error.refusals[0]!.code}` : `failed: ${String(error)}`;
    return [{ spec: spec.id, asked, period: '', group: '', what }];
  }
  const found: Disagreement[] = [];
  const kept = asked.split !== undefined && cutsParts(spec, asked.split);
  for (const period of periods) {
    const wanted = evaluate(world, spec, { period, ...asked });
    const got = figures.get(period.name) ?? new Map();
    for (const group of new Set([...wanted.keys(), ...got.keys()])) {
      const [mine, theirs] = [got.get(group), wanted.get(group)];
      const what =
        mine === undefined || theirs === undefined
          ? // A group in which nothing was counted may be listed or not (facts.md § 4, Scope).
            kept && [0, null].includes((mine ?? theirs)!.value as number)
            ? null
            : `${mine === undefined ? 'absent' : 'not wanted'}: ${JSON.stringify(mine ?? theirs)}`
          : difference(
              { ...mine, complementary: mine.hidden ? true : undefined, interval: mine.interval ?? undefined } as never,
              theirs,
            );
      if (what) found.push({ spec: spec.id, asked, period: period.name, group, what });
    }
  }
  return found;
}

/** Periods adjoin in the product: the gaps between those that are compared are filled. */
function adjoining(periods: readonly Period[]): Period[] {
  return periods.flatMap((period, i) => {
    const next = periods[i + 1];
    return next === undefined || next.from === period.to
      ? [period]
      : [period, { name: `after ${period.name}`, from: period.to, to: next.from }];
  });
}

/** Specs of a round: some of the catalogue, some made. */
export const someSpecs = (random: Random, catalogue: number, made: number, firstSeed: number): Spec[] => [
  ...Array.from({ length: catalogue }, () => random.pick(CATALOGUE)),
  ...Array.from({ length: made }, (_, i) => randomSpec(firstSeed + i)),
];
