import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import {
  clip,
  countInterval,
  type Interval,
  naturalBounds,
  netInterval,
  rateInterval,
  wilsonInterval,
} from './index.ts';

// test/conformance/expected.json.gz was computed by an independent interpreter of facts.md. Whatever needs no rows
// beyond numerator, denominator and n is computed again here.
const root = new URL('../../../', import.meta.url).pathname;

interface Figure {
  readonly value: number | null;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval?: readonly [number | null, number | null] | null;
  readonly state?: string;
}
interface Spec {
  readonly id: string;
  readonly unit: string;
  readonly measure: Readonly<Record<string, unknown>>;
}

it('every share, net, rate and count of the conformance data has the interval that its sums give', () => {
  const specs = new Map(
    [...specsBelow(join(root, 'catalogue')), ...specsIn(join(root, 'test/conformance/made-specs.json'))].map((s) => [
      s.id,
      s,
    ]),
  );
  const expected = JSON.parse(gunzipSync(readFileSync(join(root, 'test/conformance/expected.json.gz'))).toString()) as {
    metrics: Record<string, Record<string, unknown>>;
  };
  const checked = { wilson: 0, net: 0, rate: 0, count: 0 };
  const wrong: unknown[] = [];
  for (const [id, periods] of Object.entries(expected.metrics)) {
    const spec = specs.get(id);
    expect(spec, id).toBeDefined();
    for (const [period, splits] of Object.entries(periods)) {
      for (const [path, figure] of figures(splits, period)) {
        if (figure.value === null || figure.n === null) continue;
        const [kind, candidates] = recompute(spec!, spec!.measure, figure);
        if (kind === null) continue;
        checked[kind]++;
        if (
          !candidates.some((candidate) =>
            same(clip(candidate, naturalBounds(spec!.unit)), figure.interval ?? null, figure.value!),
          )
        )
          wrong.push([id, path, figure, candidates[0]]);
      }
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(checked.wilson).toBeGreaterThan(10_000);
  expect(checked.net).toBeGreaterThan(500);
  expect(checked.rate).toBeGreaterThan(300);
  expect(checked.count).toBeGreaterThan(500);
});

type Kind = 'wilson' | 'net' | 'rate' | 'count';

/** The measure's interval from the figure's sums. Of a net only ups − downs is given: any ups and downs may fit. */
function recompute(
  spec: Spec,
  measure: Spec['measure'],
  { numerator, denominator, n }: Figure,
): [Kind | null, (Interval | null)[]] {
  if ('worst' in measure)
    return recompute(spec, (measure.worst as { measure: Spec['measure'] }).measure, {
      numerator,
      denominator,
      n,
    } as Figure);
  if ('share' in measure || 'topBox' in measure) return ['wilson', [wilsonInterval(numerator!, denominator!)]];
  if ('rate' in measure) return ['rate', [rateInterval(numerator!, denominator!, measure.per as number)]];
  if ('count' in measure) return ['count', [countInterval(numerator!)]];
  if ('net' in measure) {
    const all: (Interval | null)[] = [];
    for (let downs = Math.max(0, -numerator!); 2 * downs + numerator! <= n!; downs++)
      all.push(netInterval(numerator! + downs, downs, n!));
    return ['net', all];
  }
  return [null, []];
}

function same(got: Interval | null, wanted: Interval | null, value: number): boolean {
  if (got === null || wanted === null || wanted === undefined) return (got ?? null) === (wanted ?? null);
  return [0, 1].every((side) => {
    const [g, w] = [got[side]!, wanted[side]!];
    return g === w || (g !== null && w !== null && Math.abs(g - w) <= 1e-9 * Math.max(1, Math.abs(w), Math.abs(value)));
  });
}

function* figures(node: unknown, path: string): Generator<[string, Figure]> {
  if (typeof node !== 'object' || node === null) return;
  if ('value' in node && 'state' in node) yield [path, node as Figure];
  else for (const [key, child] of Object.entries(node)) yield* figures(child, `${path}/${key}`);
}

function* specsBelow(folder: string): Generator<Spec> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* specsBelow(path);
    else if (name.endsWith('.json')) yield* specsIn(path);
  }
}

function specsIn(path: string): Spec[] {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const list = Array.isArray(content)
    ? content
    : [
        content,
        ...Object.values(content as object)
          .filter(Array.isArray)
          .flat(),
      ];
  return list.filter(
    (spec): spec is Spec => typeof spec === 'object' && spec !== null && 'measure' in spec && 'id' in spec,
  );
}
