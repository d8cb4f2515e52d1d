import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureView, ModelSavedView, ModelsView, PeriodsView, PeriodView, RevisionView } from '#acts';
import { Refused } from '#facts';
import { type Model, modelSchema } from '#model';
import { type Bench, openBench } from './import/kit.ts';

// Closed periods and revision through the acts, over two years made so that each reason to revise is there once.

const YEARS = [2024, 2025];
const two = (no: number) => String(no).padStart(2, '0');
const A_MONTH = 64;

/** Everything in time, in 2 days one month and in 40 the next; people like it less and less from the middle of 2025. */
function madeFacts() {
  const cases = ['id,clientStatus,registeredAt,closedAt,dueAt,outcome'];
  const answers = ['question,value,at,clientStatus'];
  for (const [no, [year, month]] of YEARS.flatMap((one) =>
    Array.from({ length: 12 }, (_, at) => [one, at + 1] as const),
  ).entries()) {
    for (let i = 0; i < A_MONTH; i += 1) {
      const closed = `${year}-${two(month)}-${two(10 + (i % 15))}T12:00:00+03:00`;
      const began = new Date(Date.parse(closed) - (no % 2 === 0 ? 2 : 40) * 86_400_000).toISOString();
      cases.push(`c${no}-${i},citizen,${began},${closed},${year + 1}-12-31T12:00:00+03:00,granted`);
      const pleased = no < 16 ? i % 8 > 0 : i % 8 > 5;
      answers.push(`fast-enough,${pleased ? 5 : 2},${year}-${two(month)}-15,citizen`);
    }
  }
  return { 'cases.csv': `${cases.join('\n')}\n`, 'answers.csv': `${answers.join('\n')}\n` };
}

const NOW = Date.UTC(2026, 1, 10) * 1000;
const HORIZON = '2026-02-01';
const order = { number: '1-П', date: '2024-12-01' };
const position = { id: 'clerk', name: 'Специалист', level: 'body' };
const goal = { id: 'g', name: 'Без задержек' };
const at = (id: string, metric: string, more: object = {}) => ({ id, metric, level: 'body', goals: ['g'], ...more });
const given: Model = modelSchema.parse({
  id: 'speed',
  name: 'Скорость',
  clients: ['citizen'],
  goals: [goal],
  positions: [position],
  indicators: [
    at('on-time', 'on-time', { target: { value: 95 }, owner: 'clerk' }),
    at('words', 'fast-enough', { target: { value: 80 }, owner: 'clerk' }),
    at('days', 'time-to-result', { owner: 'clerk' }),
    at('queue', 'queue-15', { watch: true }),
  ],
});

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input, { now: NOW });
const refused = async (name: string, input: unknown) => {
  const error = await act(name, input).catch((thrown: unknown) => thrown);
  return error instanceof Refused ? error.refusals.map(({ code }) => code) : error;
};
async function putInForce(model: Model, from: string) {
  const draft = await act<ModelSavedView>('saveModel', { model, version: 0 });
  const pilot = await act<ModelSavedView>('moveModel', { id: model.id, version: draft.version, to: 'pilot' });
  return act<ModelSavedView>('moveModel', { id: model.id, version: pilot.version, to: 'inForce', from, order });
}

beforeAll(async () => {
  bench = await openBench();
  const report = await bench.takePaths(bench.put(madeFacts()), { horizon: HORIZON }, { now: NOW });
  expect(report.result).toBe('taken');
  await putInForce(given, '2025-01-01');
}, 120_000);
afterAll(() => bench.close());

describe('a revision', () => {
  it('names each indicator that is worth a talk, with its reason, and when it was due', async () => {
    const { due, overdue, items } = await act<RevisionView>('revision', { model: 'speed' });
    expect([due, overdue]).toEqual(['2026-01-01', true]);
    const codesOf = (id: string) => items.flatMap(({ indicator, code }) => (indicator === id ? [code] : []));
    expect(Object.fromEntries(given.indicators.map(({ id }) => [id, codesOf(id)]))).toEqual({
      'on-time': ['ceiling', 'gamed'],
      words: [],
      days: ['tooNoisy', 'ignored'],
      queue: ['unmeasured'],
    });
    const gamed = items.find(({ code }) => code === 'gamed')!;
    expect(gamed.words.ru).toContain('Разумное время');
  });

  it('finds nothing in what is sound, and what leads to no goal in a draft', async () => {
    const draft = { ...given, id: 'loose', indicators: [at('lost', 'client-actions', { goals: [], watch: true })] };
    await act<ModelSavedView>('saveModel', { model: draft, version: 0 });
    const { due, items } = await act<RevisionView>('revision', { model: 'loose' });
    expect(due).toBe(null);
    expect(items.map(({ code }) => code)).toContain('noGoal');
  });
});

describe('a period', () => {
  const close = (period: string, reason = '') => act<PeriodView>('closePeriod', { model: 'speed', period, reason });

  it('waits to be closed once it is whole, from the day on which the model bound', async () => {
    const { open, closed } = await act<PeriodsView>('periods', { model: 'speed' });
    expect(closed).toEqual([]);
    expect([open[0], open.length]).toEqual(['2025-01', 13]);
    const { due } = await act<ModelsView>('models', {});
    expect(due).toEqual({ speed: { revision: '2026-01-01', overdue: true, periods: 13 } });
  });

  it('is closed with what the facts say, and stays so', async () => {
    const { editions } = await close('2025-03');
    expect(editions).toHaveLength(1);
    const { figures, modelVersion, batches } = editions[0]!.closed;
    const measured = await act<readonly FigureView[]>('measure', {
      metrics: ['on-time', 'fast-enough', 'time-to-result', 'queue-15'],
      from: '2025-03',
      to: '2025-03',
      by: 'month',
    });
    const published = figures.map(({ metric, value, n, state, spec }) => ({ metric, value, n, state, spec }));
    expect(published.slice(3)).toMatchObject([{ metric: 'queue-15', value: null, state: 'absent' }]);
    expect(published.slice(0, 3)).toEqual(
      measured.map(({ metric, value, n, state, spec }) => ({ metric, value, n, state, spec })),
    );
    expect(figures[0]).toMatchObject({ value: 100, n: A_MONTH, target: 95 });
    expect(batches.length).toBe(1);
    const known = await act<{ version: number }>('modelShow', { id: 'speed' });
    expect(modelVersion).toBe(known.version);
    const { closed, open } = await act<PeriodsView>('periods', { model: 'speed' });
    expect(closed).toMatchObject([{ period: '2025-03', editions: 1, figures: 4 }]);
    expect(open).not.toContain('2025-03');
  });

  it('is refused where it cannot be: twice without a reason, unchanged, not bound then, no such model in force', async () => {
    expect(await refused('closePeriod', { model: 'speed', period: '2025-03' })).toEqual(['period.reasonMissing']);
    expect(await refused('closePeriod', { model: 'speed', period: '2025-03', reason: 'на всякий случай' })).toEqual([
      'period.nothingChanged',
    ]);
    expect(await refused('closePeriod', { model: 'speed', period: '2024-12' })).toEqual(['period.notBound']);
    await act<ModelSavedView>('saveModel', { model: { ...given, id: 'draft' }, version: 0 });
    expect(await refused('closePeriod', { model: 'draft', period: '2025-03' })).toEqual(['period.modelNotInForce']);
    expect(await refused('periodShow', { model: 'speed', period: '2025-05' })).toEqual(['document.unknown']);
    expect((await act<PeriodView>('periodShow', { model: 'speed', period: '2025-03' })).editions).toHaveLength(1);
  });

  it('corrected later has a second edition with its reason and the difference, the first one untouched', async () => {
    const [first] = (await act<PeriodView>('periodShow', { model: 'speed', period: '2025-03' })).editions;
    const late = madeFacts()
      ['cases.csv'].split('\n')
      .find((line) => line.startsWith('c14-0,'))!;
    const [id, status, began, closed] = late.split(',');
    const corrected = `id,clientStatus,registeredAt,closedAt,dueAt,outcome\n${id},${status},${began},${closed},2025-01-01T12:00:00+03:00,granted\n`;
    await bench.takePaths(bench.put({ 'cases.csv': corrected }), { horizon: HORIZON }, { now: NOW });
    const live = await act<PeriodView>('periodShow', { model: 'speed', period: '2025-03', live: true });
    expect(live.editions).toEqual([first]);
    expect(live.drifted).toMatchObject([
      { indicator: 'on-time', before: 100, after: (100 * (A_MONTH - 1)) / A_MONTH, beforeN: A_MONTH, afterN: A_MONTH },
    ]);
    const { editions } = await close('2025-03', 'Исправлен срок дела');
    expect(editions.map(({ edition, closed: { reason } }) => [edition, reason])).toEqual([
      [2, 'Исправлен срок дела'],
      [1, ''],
    ]);
    expect(editions[0]!.differences).toEqual(live.drifted);
    expect(editions[1]!.closed).toEqual(first!.closed);
    const after = await act<PeriodView>('periodShow', { model: 'speed', period: '2025-03', live: true });
    expect(after.drifted).toEqual([]);
  });

  it('stays with the model that bound then, and may still be closed when the next one has come', async () => {
    const next = await act<ModelSavedView>('newDraftOf', { id: 'speed' });
    const pilot = await act<ModelSavedView>('moveModel', { ...next, to: 'pilot' });
    await act('moveModel', { id: next.id, version: pilot.version, to: 'inForce', from: '2026-01-01', order });
    const { open } = await act<PeriodsView>('periods', { model: 'speed' });
    expect(open.at(-1)).toBe('2025-12');
    expect((await act<PeriodView>('closePeriod', { model: 'speed', period: '2025-12' })).editions).toHaveLength(1);
    expect(await refused('closePeriod', { model: 'speed', period: '2026-01' })).toEqual(['period.notBound']);
    expect((await act<PeriodsView>('periods', { model: next.id })).open).toEqual(['2026-01']);
  });
});
