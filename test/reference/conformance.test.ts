import { describe, expect, it } from 'vitest';
import {
  conformanceFolder,
  difference,
  periodOf,
  readExpected,
  readSpecs,
  readTruth,
  requests,
} from './conformance.ts';
import { evaluate, type Figure, NO_GROUP } from './evaluate.ts';
import { parseInstant } from './instants.ts';
import type { Spec } from './spec.ts';
import { readWorld } from './world.ts';

const expected = readExpected();
const specs = readSpecs();
const world = readWorld([{ folder: conformanceFolder, horizon: expected.horizon }], expected.zone);

describe('the reference evaluator on the conformance data (data/README.md)', () => {
  it('tiles every case as spans.csv has it', () => {
    const fields = ['caseId', 'kind', 'touchpoint', 'unit', 'body', 'employee', 'giver', 'taker', 'recorded'];
    const told = [...world.cases.values()].flatMap((row) =>
      row.spans.map(({ fields: span }) => [...fields.map((name) => span[name] ?? ''), span.from, span.to].join('|')),
    );
    const wanted = readTruth('spans.csv').map((span) => [...fields.map((name) => span[name]), ...ends(span)].join('|'));
    expect(told.sort()).toEqual(wanted.sort());
  });

  it('tiles every run as runs.csv has it', () => {
    const told = [...world.runs.values()].flatMap((run) =>
      run.spans.map(({ fields: span }) => [run.id, span.caseId ?? '', span.kind, span.from, span.to].join('|')),
    );
    const wanted = readTruth('runs.csv').map((span) =>
      [span.journeyRun, span.caseId, span.kind, ...ends(span)].join('|'),
    );
    expect(told.sort()).toEqual(wanted.sort());
  });

  it.each(Object.keys(expected.metrics))('%s has every figure', (id) => {
    const spec = specs.get(id)!;
    const wrong: string[] = [];
    let compared = 0;
    for (const [name, splits] of Object.entries(expected.metrics[id]!)) {
      for (const { request, split, wanted } of requests(periodOf(name, expected.zone), splits)) {
        const got = evaluate(world, spec, request);
        for (const key of new Set([...wanted.keys(), ...got.keys()])) {
          const [mine, theirs] = [got.get(key), wanted.get(key)];
          compared++;
          const found = theirs === undefined ? extra(spec, split, key, mine!) : missed(spec, theirs, mine);
          if (found !== null) wrong.push(`${name} ${split} ${key}: ${found}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(0);
  });
});

const ends = (span: Readonly<Record<string, string>>): number[] =>
  [span.from!, span.to!].map((at) => parseInstant(at, expected.zone));

const keepsPopulation = (spec: Spec): boolean => spec.of === 'case' && spec.roll === 'sumOfParts';

/** An absent group equals n = 0 or, where the population is kept, numerator 0. */
function missed(spec: Spec, wanted: Figure, mine: Figure | undefined): string | null {
  if (mine !== undefined) return difference(mine, wanted);
  return keepsPopulation(spec) && (wanted.numerator === 0 || wanted.state === 'tooFew') ? null : 'absent';
}

function extra(spec: Spec, split: string, key: string, mine: Figure): string | null {
  const isTold = spec.of === 'event' || spec.of === 'text' || keepsPopulation(spec);
  if (split === 'employee' && key === NO_GROUP && !isTold) return null;
  return mine.numerator === 0 && keepsPopulation(spec) ? null : `not expected: ${JSON.stringify(mine)}`;
}
