import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelSavedView, PilotReportView, PilotsView, PilotView, RecommendationsView } from '#acts';
import { modelSchema } from '#model';
import { type Bench, NOW, openBench } from './import/kit.ts';

// Pilots and what is made of them, over cases whose figures can be told by hand.

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input);
beforeAll(async () => {
  bench = await openBench();
  const report = await bench.take({ 'cases.csv': casesOf(10) }, { source: 'hand', horizon: '2026-03-01T00:00:00Z' });
  expect(report.result).toBe('taken');
  await act('saveModel', { model, version: 0 });
}, 60_000);
afterAll(() => bench.close());

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2025-${month}`);
const PER_MONTH = 40;
/** Each month as many cases, closed on the 20th after so many days, one more in every other month. The last month, with
 *  a term for three cases of four only. All of the others have 30 days. */
function casesOf(days: number): string {
  const rows = [...MONTHS, '2026-01', '2026-02'].flatMap((month, no) =>
    Array.from({ length: PER_MONTH }, (_, at) => {
      const closed = Date.parse(`${month}-20T09:00:00Z`);
      const day = (after: number) => new Date(closed + after * 86_400_000).toISOString();
      const due = month === '2026-02' && at % 4 === 0 ? '' : day(30);
      return `${month}-${at},МСП,citizen,${day(-days - (no % 2))},${day(0)},${due},granted`;
    }),
  );
  return ['id,unit,clientStatus,registeredAt,closedAt,dueAt,outcome', ...rows, ''].join('\n');
}

const goal = { id: 'g', name: 'Решать быстро' };
const of = (metric: string, more: object = {}) => ({ id: metric, metric, level: 'body', goals: ['g'], ...more });
const model = modelSchema.parse({
  id: 'tried',
  name: 'Опыт',
  clients: ['citizen'],
  goals: [goal],
  positions: [
    { id: 'clerk', name: 'Специалист', level: 'unit' },
    { id: 'head', name: 'Начальник', level: 'unit' },
  ],
  indicators: [
    of('time-to-result', { owner: 'clerk', sentence: 'Сколько дней ждал человек' }),
    of('on-time', { owner: 'head', shared: true }),
    of('open-age', { shared: true, data: { hoursPerPeriod: 20 } }),
  ],
});

const AGAIN = { name: 'Ещё раз', from: '2025-03', to: '2026-02' };
const start = (more: object = {}) =>
  act<PilotView>('startPilot', { model: 'tried', name: 'Опыт года', from: '2025-03', to: '2026-02', ...more });
const report = (id: string) => act<PilotReportView>('pilotReport', { id });
const rowOf = ({ rows }: PilotReportView, indicator: string) => rows.find((row) => row.indicator === indicator)!;
const fine = { clear: true, influences: true };

describe('a pilot begins', () => {
  it('of a draft, with the version that is tried, newest first in the list, with a year of facts offered', async () => {
    const first = await start();
    expect(first.pilot).toMatchObject({ model: 'tried', modelVersion: 1, state: 'running', voices: [], comments: [] });
    const { pilots, offered } = await act<PilotsView>('pilots', { model: 'tried' });
    expect(pilots.map(({ pilot, modelName }) => [pilot.id, modelName])).toEqual([[first.pilot.id, 'Опыт']]);
    expect([offered?.from, offered?.to]).toEqual(['2025-03', '2026-02']);
    expect([offered?.months[0], offered?.months.at(-1)]).toEqual(['2025-01', '2027-02']);
    expect((await act<PilotsView>('pilots', { model: 'another' })).pilots).toEqual([]);
    const later = await bench.act<PilotView>('startPilot', { ...AGAIN, model: 'tried' }, { now: NOW + 1 });
    const { pilots: both } = await act<PilotsView>('pilots', { model: 'tried' });
    expect(both.map(({ pilot }) => pilot.id)).toEqual([later.pilot.id, first.pilot.id]);
    await expect(act('pilots', { id: 'nothing' })).rejects.toThrow('document.unknown');
  });

  it('never after its end, of an unknown model, or of one that is in force', async () => {
    await expect(start({ from: '2026-02', to: '2026-01' })).rejects.toThrow('pilot.endsBeforeItBegins');
    await expect(start({ model: 'nothing' })).rejects.toThrow('document.unknown');
    const applied = await act<ModelSavedView>('applyStarter', { starter: 'permits', id: 'bound' });
    const moved = await act<ModelSavedView>('moveModel', { id: 'bound', version: applied.version, to: 'pilot' });
    const order = { number: '1', date: '2026-01-01' };
    const binding = { id: 'bound', version: moved.version, to: 'inForce', from: '2026-02-01', order };
    await act('moveModel', binding);
    await expect(start({ model: 'bound' })).rejects.toThrow('pilot.notDraft');
    expect((await act<PilotsView>('pilots', { model: 'bound' })).pilots).toEqual([]);
  });
});

describe('the report', () => {
  it('tells by hand what the cases show: coverage, noise, cost, and advice of it', async () => {
    const { pilot } = await start();
    const found = await report(pilot.id);
    const time = rowOf(found, 'time-to-result');
    // 10 and 11 days by turns: each step is 1, limits stand 2.66 off the mean of 10.5, of which a tenth matters.
    expect(time.evidence.stability).toMatchObject({ points: 14, faint: 0 });
    expect(time.evidence.stability.noise).toBeCloseTo(2.66, 9);
    expect(time.evidence.stability.matters).toBeCloseTo(1.05, 9);
    expect(time.current).toEqual({ period: '2026-02', value: 11, n: PER_MONTH });
    expect(time.evidence.coverage).toBe(1);
    expect([time.evidence.costHours, time.recommended]).toEqual([0, 'change']);
    expect(time.reasons.map(({ code }) => code)).toContain('noisy');
    // A case of four has no term in the last month.
    expect(rowOf(found, 'on-time').evidence.coverage).toBeCloseTo(0.75, 12);
    expect(rowOf(found, 'open-age').evidence.costHours).toBe(20);
    expect(rowOf(found, 'open-age').reasons.map(({ code }) => code)).toContain('dear');
    expect(time.sentence.ru).toBe('Сколько дней ждал человек');
    expect(rowOf(found, 'on-time').sentence.ru).toMatch(/срок/);
    expect(found.rows.map(({ holders }) => holders)).toEqual([['clerk'], ['head'], ['clerk', 'head']]);
    const { keep, change, drop } = found.counts;
    expect(keep + change + drop).toBe(3);
  });

  it('knows nothing of what came after its last month, nor of a quarter that goes on after it', async () => {
    const quarterly = {
      ...model,
      id: 'quarterly',
      indicators: model.indicators.map((one) => ({ ...one, period: 'quarter' })),
    };
    await act('saveModel', { model: quarterly, version: 0 });
    const monthly = await start({ to: '2025-08' });
    expect(rowOf(await report(monthly.pilot.id), 'time-to-result')).toMatchObject({
      current: { period: '2025-08' },
      evidence: { stability: { points: 8 } },
    });
    const { pilot } = await start({ model: 'quarterly', to: '2025-08' });
    expect(rowOf(await report(pilot.id), 'time-to-result')).toMatchObject({
      current: { period: '2025-Q2', n: 3 * PER_MONTH },
      evidence: { stability: { points: 2 } },
    });
  });

  it('tries the version that it began with, whatever becomes of the draft', async () => {
    const { pilot } = await start();
    const shorter = { ...model, indicators: model.indicators.slice(0, 1) };
    const saved = await act<ModelSavedView>('saveModel', { model: shorter, version: 1 });
    expect((await report(pilot.id)).rows).toHaveLength(3);
    await act('saveModel', { model, version: saved.version });
  });
});

describe('position-holders', () => {
  it('are counted once each, with their last word, and quoted only where they object', async () => {
    const { pilot, version } = await start();
    const say = (seen: number, said: object) =>
      act<PilotView>('pilotVoice', { id: pilot.id, version: seen, indicator: 'open-age', ...fine, ...said });
    let after = await say(version, { position: 'clerk', clear: false, unclearWhy: 'каких дел?' });
    after = await say(after.version, { position: 'clerk', influences: false, hinderedBy: 'ждём ответа' });
    after = await say(after.version, { position: 'head', unclearWhy: 'уже не нужно' });
    expect(after.pilot.voices).toHaveLength(2);
    const { evidence } = rowOf(await report(pilot.id), 'open-age');
    expect(evidence.heard).toEqual({
      asked: 2,
      clear: 2,
      influences: 1,
      unclearWhy: [],
      hinderedBy: ['ждём ответа'],
    });
    expect(rowOf(await report(pilot.id), 'on-time').evidence.heard.asked).toBe(0);
  });

  it('whom the model does not know, or who does not hold the indicator, are refused', async () => {
    const { pilot, version } = await start();
    const say = (said: object) => act('pilotVoice', { id: pilot.id, version, ...fine, ...said });
    await expect(say({ position: 'nobody', indicator: 'on-time' })).rejects.toThrow('pilot.positionUnknown');
    await expect(say({ position: 'head', indicator: 'time-to-result' })).rejects.toThrow('pilot.indicatorNotHeld');
    await expect(say({ position: 'clerk', indicator: 'nothing' })).rejects.toThrow('pilot.indicatorNotHeld');
    // A shared figure with a holder of its own is that holder's.
    await expect(say({ position: 'clerk', indicator: 'on-time' })).rejects.toThrow('pilot.indicatorNotHeld');
    await expect(act('pilotComment', { id: pilot.id, version, indicator: 'nothing', text: 'а' })).rejects.toThrow(
      'pilot.indicatorUnknown',
    );
    await expect(act('pilotDecide', { id: pilot.id, version, indicator: 'nothing', decision: 'keep' })).rejects.toThrow(
      'pilot.indicatorUnknown',
    );
    expect((await act<PilotsView>('pilots', { id: pilot.id })).pilots[0]?.version).toBe(version);
  });

  it('who did not see what another said meanwhile do not write over it', async () => {
    const { pilot, version } = await start();
    await act('pilotComment', { id: pilot.id, version, text: 'первое' });
    await expect(act('pilotComment', { id: pilot.id, version, text: 'второе' })).rejects.toThrow(
      'document.changedMeanwhile',
    );
    const said = { id: pilot.id, version, position: 'clerk', indicator: 'time-to-result', ...fine };
    await expect(act('pilotVoice', said)).rejects.toThrow('document.changedMeanwhile');
    await expect(act('endPilot', { id: pilot.id, version })).rejects.toThrow('document.changedMeanwhile');
    const { pilots } = await act<PilotsView>('pilots', { id: pilot.id });
    expect(pilots[0]?.pilot).toMatchObject({ state: 'running', voices: [], comments: [{ text: 'первое' }] });
  });
});

describe('the end of a pilot', () => {
  it('keeps the report though facts change; decisions are taken, words are not', async () => {
    const begun = await start({ name: 'Оконченный' });
    const { id } = begun.pilot;
    const running = await start({ name: 'Идущий' });
    const voiced = await act<PilotView>('pilotVoice', {
      ...{ id, version: begun.version, position: 'clerk', indicator: 'time-to-result' },
      ...{ clear: false, unclearWhy: 'рабочих или календарных?', influences: true },
    });
    const commented = await act<PilotView>('pilotComment', { id, version: voiced.version, text: 'Год хватает' });
    const before = await report(id);
    const ended = await act<PilotView>('endPilot', { id, version: commented.version });
    expect(ended.pilot.state).toBe('ended');
    expect(ended.pilot).not.toHaveProperty('report');

    await bench.take({ 'cases.csv': casesOf(20) }, { source: 'hand', horizon: '2026-03-01T00:00:00Z' });
    expect(rowOf(await report(running.pilot.id), 'time-to-result').current?.value).toBe(21);
    expect(await report(id)).toEqual({ ...before, state: 'ended' });

    const { version } = ended;
    const said = { id, version, position: 'clerk', indicator: 'time-to-result', ...fine };
    await expect(act('pilotVoice', said)).rejects.toThrow('pilot.ended');
    await expect(act('pilotComment', { id, version, text: 'поздно' })).rejects.toThrow('pilot.ended');
    await expect(act('endPilot', { id, version })).rejects.toThrow('pilot.ended');
    const decide = (seen: number, decision: string, reason = '') =>
      act<PilotView>('pilotDecide', { id, version: seen, indicator: 'time-to-result', decision, reason });
    const once = await decide(version, 'drop');
    const twice = await decide(once.version, 'keep', 'Клиенту важны дни');
    expect(twice.pilot.decisions).toHaveLength(1);
    const after = await report(id);
    expect(rowOf(after, 'time-to-result').decided).toEqual({ decision: 'keep', reason: 'Клиенту важны дни' });
    expect(rowOf(after, 'time-to-result').current?.value).toBe(11);
    expect(rowOf(after, 'on-time').decided).toBeNull();
  });
});

describe('methodical recommendations', () => {
  const compose = (pilots: readonly string[], more: object = {}) =>
    act<RecommendationsView>('composeRecommendations', { pilots, ...more });
  const shown = (id?: string) => act<readonly RecommendationsView[]>('recommendationsShow', id ? { id } : {});

  it('count what people decided, also after the end, and quote what was said', async () => {
    const { pilots } = await act<PilotsView>('pilots', { model: 'tried' });
    const ended = pilots.find(({ pilot }) => pilot.name === 'Оконченный')!;
    const other = pilots.find(({ pilot }) => pilot.name === 'Идущий')!;
    const { title, sections } = await compose([ended.pilot.id, other.pilot.id]);
    expect(title).toBe('Методические рекомендации по итогам апробаций');
    const [tried, worked, mistakes, voices] = sections;
    expect(tried!.paragraphs).toHaveLength(2);
    expect(tried!.paragraphs[0]).toMatch(/^«Оконченный», модель «Опыт», март 2025 — февраль 2026: .*оставить 1,/);
    expect(worked!.paragraphs[0]).toBe('«Дней до результата», модель «Опыт», Специалист: Клиенту важны дни');
    // What people keep is no mistake of the ended one; the running one still has it.
    const noisy = mistakes!.paragraphs.find((text) => text.startsWith('Период короток'));
    expect(noisy).toMatch(/Встречено: 1 раз \(Дней до результата\)/);
    expect(voices!.paragraphs).toContain('«Дней до результата»: рабочих или календарных?');
    expect(voices!.paragraphs.some((text) => text.includes('Год хватает'))).toBe(true);
    await expect(compose(['nothing'])).rejects.toThrow('document.unknown');
    await expect(compose([])).rejects.toThrow('input.invalid');
  });

  it('are edited version by version, newest first, and never over what was not seen', async () => {
    const [{ pilot }] = (await act<PilotsView>('pilots', { model: 'tried' })).pilots as [PilotView];
    const made = await compose([pilot.id], { title: 'Как мы пробовали' });
    const { id, version } = made;
    const content = { title: 'Иначе', pilots: made.pilots, sections: [{ title: 'Одно', paragraphs: ['а', ''] }] };
    const save = (seen: number, more: object = {}) =>
      act<RecommendationsView>('saveRecommendations', { id, version: seen, content: { ...content, ...more } });
    const saved = await save(version);
    expect(saved).toMatchObject({ ...content, version: version + 1 });
    await expect(save(version, { title: 'Поверх' })).rejects.toThrow('document.changedMeanwhile');
    await expect(save(saved.version, { sections: [{ title: '', paragraphs: [] }] })).rejects.toThrow('input.invalid');
    await expect(act('saveRecommendations', { id: 'nothing', version: 1, content })).rejects.toThrow(
      'document.unknown',
    );
    expect((await shown(id))[0]).toEqual(saved);
    expect((await shown()).map(({ title }) => title).sort()).toEqual([
      'Иначе',
      'Методические рекомендации по итогам апробаций',
    ]);
    await expect(shown('nothing')).rejects.toThrow('document.unknown');
  });
});
