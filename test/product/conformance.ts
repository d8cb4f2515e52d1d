import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { IngestView } from '#acts';
import { metricSchema, normalise } from '#catalogue';
import type { Fact } from '#facts';
import { type Figure, measureMetric } from '#measure';
import { FactStore } from '#store';
import {
  conformanceFolder,
  difference,
  periodOf,
  readExpected,
  readSpecs,
  requests,
} from '../reference/conformance.ts';

// The product's own path, import to figure, against the expected figures of test/conformance. Its tests are spread
// over files, so that two workers share them.

const FILES: readonly (readonly [Fact, string])[] = [
  ['case', 'cases.csv'],
  ['event', 'events.csv'],
  ['answer', 'answers.csv'],
  ['invitation', 'invitations.csv'],
  ['text', 'texts.csv'],
  ['reading', 'readings.csv'],
  ['organisation', 'organisation.csv'],
];
const expected = readExpected();
let folder: string;
let store: FactStore;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luchshe-conformance-'));
  const calendar = readFileSync(new URL('../../catalogue/calendars/ru.csv', import.meta.url), 'utf8');
  store = await FactStore.open({ directory: folder, zone: expected.zone, calendars: new Map([['ru', calendar]]) });
  const report = await store.ingest(
    {
      views: FILES.map(([fact, file]) => canonicalView(fact, conformanceFolder + file)),
      source: 'canonical',
      zone: expected.zone,
      digest: 'conformance',
      actor: 'test',
      now: Date.UTC(2026, 10, 24) * 1000,
      horizon: Date.parse(expected.horizon) * 1000,
    },
    () => undefined,
    new AbortController().signal,
  );
  expect(report.result, JSON.stringify(report.refusals.slice(0, 3))).toBe('taken');
}, 120_000);

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

function canonicalView(fact: Fact, path: string): IngestView {
  const header = readFileSync(path, 'utf8').split('\n', 1)[0]!.replace('\uFEFF', '').trim();
  const delimiter = header.includes(';') ? ';' : ',';
  const columns = header.split(delimiter);
  return {
    fact,
    table: { file: path, columns, csv: { path, delimiter, quote: '"', headerLines: 1 } },
    verbatim: true,
    empty: [],
    fields: Object.fromEntries(
      columns.map((name) => [name, { column: name, otherwise: 'keep', dateOrder: 'ymd', decimal: '.' }]),
    ),
  };
}

const SPLITS_OF_PEOPLE = new Set(['employee']);

/** Tests that each metric of `ids` gives every expected figure. */
export function measuresAsExpected(part: number, parts: number): void {
  [...readSpecs()]
    .filter((_, i) => i % parts === part)
    .forEach(([id, spec]) => {
      it(`measures ${id} as expected`, { timeout: 120_000 }, async () => {
        const context = await store.context();
        const metric = normalise(metricSchema.parse(spec));
        const faults: string[] = [];
        const byGrain = new Map<string, string[]>();
        for (const period of Object.keys(expected.metrics[id]!)) {
          const grain = period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
          byGrain.set(grain, [...(byGrain.get(grain) ?? []), period]);
        }
        await store.session(async (engine) => {
          for (const names of byGrain.values()) {
            const periods = names.sort().map((name) => periodOf(name, expected.zone));
            const asked = new Map<string, { scope: Record<string, string[]>; split: string | null }>();
            for (const period of periods) {
              for (const one of requests(period, expected.metrics[id]![period.name]!)) {
                asked.set(one.split, {
                  scope: (one.request.scope ?? {}) as Record<string, string[]>,
                  split: one.request.split ?? null,
                });
              }
            }
            for (const [split, request] of asked) {
              const figures = await measureMetric({ metric, periods, ...request }, context, engine, context.batches);
              for (const period of periods) {
                const wanted = [...requests(period, expected.metrics[id]![period.name]!)].find(
                  (one) => one.split === split,
                )?.wanted;
                if (!wanted) continue;
                const got = new Map(
                  figures
                    .filter((figure) => figure.period === period.name)
                    .map((figure) => [keyOf(figure, request.split, context.pseudonymOf), figure]),
                );
                for (const [key, figure] of wanted) {
                  const name = SPLITS_OF_PEOPLE.has(split) && key !== '∅' ? context.pseudonymOf(key) : key;
                  const mine = got.get(name);
                  const found = mine
                    ? difference(
                        {
                          ...mine,
                          complementary: mine.hidden ? true : undefined,
                          interval: mine.interval ?? undefined,
                        } as never,
                        figure,
                      )
                    : absentIsNothing(figure)
                      ? null
                      : 'absent';
                  if (found) faults.push(`${period.name} ${split} ${key}: ${found}`);
                }
              }
            }
          }
        });
        expect(faults.slice(0, 5), `${faults.length} figures differ`).toEqual([]);
      });
    });
}

export function tilesAsExpected(): void {
  it('tiles every case as spans.csv', async () => {
    const file = join(folder, 'spans.csv');
    await store.exportTo('span', file);
    const without = (text: string) =>
      text
        .trim()
        .split('\n')
        .map((line) =>
          line
            .split(',')
            .map((cell, i) => (i === 5 && cell ? 'somebody' : cell))
            .join(','),
        );
    expect(without(readFileSync(file, 'utf8'))).toEqual(without(readFileSync(`${conformanceFolder}spans.csv`, 'utf8')));
  });
}

const keyOf = (figure: Figure, split: string | null, _pseudonym: (name: string) => string): string => {
  if (split === null) return '';
  const value = figure.scope[split];
  return value === null || value === undefined ? '∅' : String(value);
};

/** An absent group is one with no rows, or, where the population is kept, one in which nothing was counted. */
const absentIsNothing = (figure: { n: number | null; numerator: number | null; state: string }): boolean =>
  figure.n === 0 || figure.numerator === 0 || figure.n === null;
