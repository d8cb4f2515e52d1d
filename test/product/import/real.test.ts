import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { FigureView, GuessView } from '#acts';
import { type Bench, openBench, records } from './kit.ts';

// Public research logs, used where they lie (LUCHSHE_LOGS, else ../shared/data beside the repository) and never copied:
//  · Road Traffic Fine Management Process, de Leoni and Mannhardt, 4TU.ResearchData,
//    doi 10.4121/uuid:270fd440-1057-4fb9-89a9-b699b47990f5, the sample of 100 cases of pm4py;
//  · Helpdesk, Verenich, Mendeley Data, doi 10.17632/39bp3vv62t.1.
// Truths: a case runs from its first to its last event on the calendar clock (computed outside the product).

const folder = process.env.LUCHSHE_LOGS ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));

let bench: Bench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});

/** Case time in days from the first to the last event, over all cases: none of them is closed (see below). */
const caseTime = (of: (time: unknown) => unknown, roll: string) => ({
  id: 'real-case-time',
  kpi: 'speed',
  group: 'objective',
  name: { ru: 'Время дела', en: 'Case time' },
  better: 'down',
  of: 'case',
  measure: of({
    time: [{ first: { event: true, link: 'sameCase' } }, { last: { event: true, link: 'sameCase' } }],
    clock: 'calendar',
  }),
  by: 'periodEnd',
  unit: 'days',
  min: { show: 1, judge: 1 },
  levels: ['body'],
  clients: ['citizen', 'organisation'],
  roll,
  counter: ['on-time'],
});

/** The guess without its guess at endings: an ending would cut the events that come after it. */
const withoutEndings = (mapping: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(mapping, (key, value) => (key === 'closes' ? undefined : value)));

describe.each([
  { log: 'roadtraffic100traces.xes', cases: 100, events: 390, median: 253, p90: 669, mean: null },
  { log: 'roadtraffic100traces.csv', cases: 100, events: 390, median: 253, p90: 669, mean: null },
  { log: 'helpdesk.xes.gz', cases: 4580, events: 21_348, median: 39.859, p90: 53.006, mean: 40.858 },
])('$log', ({ log, cases, events, median, p90, mean }) => {
  const path = join(folder, log);
  const there = existsSync(path);
  const said = there ? '' : ` (skipped: it does not lie in ${folder})`;
  it.skipIf(!there)(`tells its known truths through the product${said}`, async () => {
    bench = await openBench();
    expect(await bench.takePaths([path])).toMatchObject({ result: 'taken', cases, events, refusals: [] });
    await tiled(bench, cases);

    const { mapping } = await bench.act<GuessView>('guessMapping', { files: [{ path }] });
    const again = await bench.takePaths([path], { mapping: withoutEndings(mapping) });
    expect(again).toMatchObject({ result: 'taken', cases, events });
    await tiled(bench, cases);
    const measured = async (of: (time: unknown) => unknown, roll = 'pooled') => {
      const input = { metrics: [caseTime(of, roll)], by: 'year', ...yearOf(again.horizon) };
      const [figure] = await bench!.act<readonly FigureView[]>('measure', input);
      expect(figure?.n).toBe(cases);
      return figure?.value ?? Number.NaN;
    };
    expect(await measured((time) => ({ median: time }))).toBeCloseTo(median, median % 1 === 0 ? 0 : 3);
    expect(await measured((time) => ({ p: 90, of: time }))).toBeCloseTo(p90, p90 % 1 === 0 ? 0 : 3);
    if (mean !== null) expect(await measured((time) => ({ mean: time }), 'weightedParts')).toBeCloseTo(mean, 3);
  });
});

const yearOf = (horizon: string | null) => ({ from: horizon!.slice(0, 4), to: horizon!.slice(0, 4) });

/** The spans of every case cover its life from registration to closing or horizon, without hole or overlap. */
async function tiled(bench: Bench, cases: number): Promise<void> {
  const { 'cases.csv': caseText, 'spans.csv': spanText } = await bench.exported();
  const spans = new Map<string, { from: string; to: string }[]>();
  for (const { caseId, from, to } of records(spanText))
    spans.set(caseId!, [...(spans.get(caseId!) ?? []), { from: from!, to: to! }]);
  const lives = records(caseText);
  expect(lives).toHaveLength(cases);
  const broken = lives.filter(({ id, registeredAt, closedAt }) => {
    const mine = spans.get(id!) ?? [];
    if (mine.length === 0) return closedAt !== registeredAt;
    return (
      mine[0]!.from !== registeredAt ||
      (closedAt !== '' && mine.at(-1)!.to !== closedAt) ||
      mine.some(({ from, to }, i) => from >= to || (i > 0 && from !== mine[i - 1]!.to))
    );
  });
  expect(broken).toEqual([]);
}
