import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelSavedView, RevisionView } from '#acts';
import { type Bench, openBench } from './import/kit.ts';
import { at, given, NOW, openSpeed } from './speed.ts';

// What to revise, and why: each reason over facts made for it, and nothing where a model is sound.

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input, { now: NOW });
const revise = (model: string) => act<RevisionView>('revision', { model });
const codes = ({ items }: RevisionView, id: string) =>
  items.flatMap(({ indicator, code }) => (indicator === id ? [code] : []));
const draft = (id: string, indicators: readonly object[]) =>
  act<ModelSavedView>('saveModel', { model: { ...given, id, indicators }, version: 0 });

beforeAll(async () => {
  bench = await openSpeed();
}, 120_000);
afterAll(() => bench.close());

describe('a revision', () => {
  it('names each indicator that is worth a talk, with its reason, and when it was due', async () => {
    const view = await revise('speed');
    expect([view.due, view.overdue]).toEqual(['2026-01-01', true]);
    expect(Object.fromEntries(given.indicators.map(({ id }) => [id, codes(view, id)]))).toEqual({
      'on-time': ['ceiling', 'gamed'],
      words: ['ignored'],
      days: ['tooNoisy', 'ignored'],
      queue: ['unmeasured'],
    });
    expect(view.items.find(({ code }) => code === 'gamed')!.words.ru).toContain('Разумное время');
    const ignored = view.items.flatMap(({ code, words }) => (code === 'ignored' ? [words.ru] : []));
    expect(ignored[0]).toContain('цель всё время не выполняется');
    expect(ignored[1]).toContain('цели и нормы нет');
    expect(view.answer.ru).toContain('4 показателя из 4; срок пересмотра прошёл');
  });

  it('does not call ignored what people spoke of or acted on since the model binds', async () => {
    await act('addRemark', { model: 'speed', about: 'words', text: 'Ждут долго: ищем, где.' });
    await act('recordChange', { metric: 'time-to-result', period: '2026-01', title: 'Второе окно' });
    const view = await revise('speed');
    expect([codes(view, 'words'), codes(view, 'days')]).toEqual([[], ['tooNoisy']]);
  });

  it('finds nothing in what is sound', async () => {
    const indicators = [at('words', 'fast-enough', { target: { value: 20 }, owner: 'clerk' })];
    const sound = await openSpeed({ ...given, reviseMonths: 24, indicators });
    const view = await sound.act<RevisionView>('revision', { model: 'speed' }, { now: NOW });
    expect(view).toMatchObject({ due: '2027-01-01', overdue: false, items: [] });
    expect(view.answer.ru).toBe('Пересматривать нечего.');
    await sound.close();
  });

  it('says of a draft what leads to no goal, and that it is not due', async () => {
    await draft('loose', [at('lost', 'fast-enough', { goals: [], watch: true })]);
    const view = await revise('loose');
    expect([view.due, view.overdue, codes(view, 'lost')]).toEqual([null, false, ['noGoal']]);
  });

  it('takes figures of too few cases to judge by for not measured', async () => {
    await draft('few', [at('few', 'on-time', { watch: true, place: { clientStatus: 'organisation' } })]);
    const view = await revise('few');
    expect(codes(view, 'few')).toEqual(['unmeasured']);
    expect(view.items[0]!.words.ru).toContain('слишком мало');
  });

  it('calls everything unmeasured where there are no facts at all', async () => {
    const empty = await openBench();
    await empty.act('saveModel', { model: { ...given, id: 'new' }, version: 0 }, { now: NOW });
    const view = await empty.act<RevisionView>('revision', { model: 'new' }, { now: NOW });
    expect(view.items.map(({ code }) => code)).toEqual(given.indicators.map(() => 'unmeasured'));
    await empty.close();
  });
});
