import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FigureView, ModelSavedView, ModelsView, PeriodsView, PeriodView } from '#acts';
import { Refused } from '#facts';
import { modelSchema } from '#model';
import { type Bench, openBench } from './import/kit.ts';
import { A_MONTH, at, given, HORIZON, madeFacts, NOW, openSpeed, order, putInForce } from './speed.ts';

// Closed periods through the acts: figures as published, their editions, and what is refused.

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input, { now: NOW });
const refused = async (name: string, input: unknown) => {
  const error = await act(name, input).catch((thrown: unknown) => thrown);
  return error instanceof Refused ? error.refusals.map(({ code }) => code) : error;
};

beforeAll(async () => {
  bench = await openSpeed();
}, 120_000);
afterAll(() => bench.close());

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
      metrics: ['fast-enough', 'time-to-result', 'queue-15'],
      from: '2025-03',
      to: '2025-03',
      by: 'month',
    });
    const [onTime] = await act<readonly FigureView[]>('measure', {
      metrics: ['on-time'],
      from: '2025-03',
      to: '2025-03',
      by: 'month',
      scope: { clientStatus: 'citizen' },
    });
    const published = figures.map(({ metric, value, n, state, spec }) => ({ metric, value, n, state, spec }));
    expect(published.slice(3)).toMatchObject([{ metric: 'queue-15', value: null, state: 'absent' }]);
    expect(published.slice(0, 3)).toEqual(
      [onTime!, ...measured].map(({ metric, value, n, state, spec }) => ({ metric, value, n, state, spec })),
    );
    expect(figures[0]).toMatchObject({ value: 100, n: A_MONTH, target: 95 });
    expect(batches.length).toBe(1);
    const known = await act<{ version: number }>('modelShow', { id: 'speed' });
    expect(modelVersion).toBe(known.version);
    const { closed, open } = await act<PeriodsView>('periods', { model: 'speed' });
    expect(closed).toMatchObject([{ period: '2025-03', editions: 1, figures: 4 }]);
    expect(open).not.toContain('2025-03');
  });

  it('is refused where it cannot be: twice without a reason, unchanged, not bound then, not over, no such model in force', async () => {
    expect(await refused('closePeriod', { model: 'speed', period: '2025-03' })).toEqual(['period.reasonMissing']);
    expect(await refused('closePeriod', { model: 'speed', period: '2025-03', reason: 'на всякий случай' })).toEqual([
      'period.nothingChanged',
    ]);
    expect(await refused('closePeriod', { model: 'speed', period: '2024-12' })).toEqual(['period.notBound']);
    for (const period of ['2026-02', '2026-Q1', '2026', '2031-01'])
      expect(await refused('closePeriod', { model: 'speed', period }), period).toEqual(['period.notOver']);
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

  it('keeps who answers for each figure', async () => {
    const [newest] = (await act<PeriodView>('periodShow', { model: 'speed', period: '2025-03' })).editions;
    const owners = newest!.closed.figures.map(({ owner }) => owner);
    expect(owners).toEqual(['Специалист', 'Специалист', 'Специалист', null]);
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

describe('a period whose figures are not ripe', () => {
  /** Answered after an hour and a quarter of work; the last of them `early` so late that they are not ripe by February. */
  const contacts = (early: number) => {
    const days = Array.from({ length: early + 12 }, (_, no) => (no < early ? '2026-01-29' : '2026-01-12'));
    const cases = days.map((day, no) => `c${no},citizen,${day}T10:00:00+03:00`);
    const events = days.flatMap((day, no) => [
      `c${no},${day}T12:00:00+03:00,contact,client`,
      `c${no},${day}T14:00:00+03:00,reply,body`,
    ]);
    return (count: number) => ({
      'cases.csv': `id,clientStatus,registeredAt\n${cases.slice(0, count).join('\n')}\n`,
      'events.csv': `caseId,at,kind,initiator\n${events.slice(0, 2 * count).join('\n')}\n`,
    });
  };

  it.each([
    { hidden: 'preliminary', early: 12, known: 23 },
    { hidden: 'of too few', early: 3, known: 3 },
  ])(
    'waits until they are, with one of them named: $hidden',
    async ({ early, known }) => {
      const young = await openBench();
      const later = (name: string, input: unknown) => young.act<PeriodView>(name, input, { now: NOW });
      const take = async (count: number, horizon: string) => {
        const files = contacts(early)(count);
        const report = await young.takePaths(young.put(files), { horizon }, { now: NOW });
        expect(report.result).toBe('taken');
      };
      await take(known, '2026-02-01');
      const indicators = [
        at('first', 'first-response', { owner: 'clerk', target: { value: 4 } }),
        at('gone', 'abandoned', { watch: true, params: { window: 'P60D' } }),
      ];
      await putInForce(young, modelSchema.parse({ ...given, id: 'answers', indicators }), '2026-01-01');
      const closing = { model: 'answers', period: '2026-01' };
      const error = await later('closePeriod', closing).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused).refusals).toMatchObject([
        { code: 'period.notWhole', got: '2026-01', with: { count: 1, name: 'Первый отклик', until: '2026-02-11' } },
      ]);
      const waiting = await young.act<PeriodsView>('periods', { model: 'answers' }, { now: NOW });
      expect([waiting.open, waiting.ripens]).toEqual([['2026-01'], { '2026-01': '2026-02-11' }]);
      await take(early + 12, '2026-02-11');
      const { editions } = await later('closePeriod', closing);
      // Who gave up is known after two months: the period does not wait for that.
      expect(editions[0]!.closed.figures).toMatchObject([
        { state: 'final', value: 1.25, n: early + 12 },
        { state: 'preliminary', value: null, n: null },
      ]);
      await young.close();
    },
    60_000,
  );
});
