import { expect, it } from 'vitest';
import type { JourneyPictureView, JourneyView, PilotReportView } from '#acts';
import { journeySchema } from '#model';
import { makePaper, PAPERS } from '#papers';
import { textOf } from './docx.ts';
import { passportsOfModel, sampleChecks, sampleModel } from './sample.ts';

const DAY = 86_400;
const journey = journeySchema.parse({
  id: 'birth',
  name: 'Рождение ребёнка',
  kind: 'lifeSituation',
  owner: { name: 'А. В. Соколова' },
  asIs: {
    stages: [{ id: 's', name: 'Рассмотрение' }],
    touchpoints: [
      { id: 'decide', name: 'Решение', stage: 's', kind: 'decide', body: 'msp', budgetDays: 3 },
      {
        id: 'ask',
        name: 'Запросы',
        stage: 's',
        kind: 'interagency',
        budgetDays: 2,
        documents: [{ name: 'СНИЛС', held: true }],
      },
    ],
    handOffs: [{ giver: 'mfc', taker: 'msp', budgetDays: 1 }],
    targetDays: 20,
  },
});
const step = (key: string, more: object) => ({
  key,
  kind: 'touchpoint',
  touchpoint: key,
  unmapped: null,
  giver: null,
  taker: null,
  cases: 10,
  meanSeconds: DAY,
  p50Seconds: DAY / 2,
  p90Seconds: 2 * DAY,
  share: 0.2,
  budgetDays: 2,
  fall: { mean: 0, p50: DAY, p90: 3.7 * DAY },
  ...more,
});
const picture = {
  journey: { drawn: 'asIs', expected: null },
  design: journey.asIs,
  population: { n: 10, from: '2026-01', to: '2026-06' },
  names: { msp: 'Министерство', mfc: 'МФЦ' },
  whole: { meanSeconds: 14.9 * DAY, p50Seconds: 12.9 * DAY, p90Seconds: 24.1 * DAY },
  steps: [
    step('decide', { share: 0.3 }),
    step('ask', {}),
    step('gap', { kind: 'gap', touchpoint: null, giver: 'mfc', taker: 'msp', p90Seconds: 6 * DAY }),
    step('lost', { kind: 'gap', touchpoint: null }),
  ],
  weakest: 'ask',
  largest: 'decide',
} as unknown as JourneyPictureView;

const heard = { asked: 4, clear: 3, influences: 1, unclearWhy: ['Что такое доля?'], hinderedBy: [] };
const row = (indicator: string, more: object) => ({
  indicator,
  name: { ru: `Показатель ${indicator}`, en: indicator },
  unit: 'days',
  owner: 'Эксперт',
  recommended: 'change',
  reasons: [{ code: 'noisy', words: { ru: 'Колеблется.', en: 'Moves.' } }],
  decided: null,
  evidence: {
    coverage: 0.98,
    stability: { noise: 1.13, matters: 1.3, ratio: 0.9, points: 14 },
    costHours: 0,
    relation: { partner: 'b', pairs: 12, rank: -0.62, interval: [-0.81, -0.31] },
    exposure: [],
    heard,
    comments: [],
  },
  ...more,
});
const report = {
  id: 'pilot',
  model: 'benefit',
  modelName: 'Пособие через МФЦ',
  modelVersion: 1,
  from: '2026-01',
  to: '2026-06',
  rows: [row('a', {}), row('b', { decided: { decision: 'keep', reason: 'Так решили.' } })],
  comments: [{ text: 'Начать с МФЦ.', actor: 'local' }],
  answer: { ru: 'Проверено 2 показателя.', en: '2 tried.' },
} as unknown as PilotReportView;

const answers: Readonly<Record<string, unknown>> = {
  modelPassports: await passportsOfModel(sampleModel),
  modelShow: { checks: sampleChecks },
  journeyShow: { journey } as unknown as JourneyView,
  journeyPicture: picture,
  pilotReport: report,
  recommendationsShow: [
    { title: 'Рекомендации', sections: [{ title: 'Что сработало', paragraphs: ['Общий показатель.'] }] },
  ],
};
const ask = async <T>(act: string) => answers[act] as T;
const made = (name: string, more: object = {}, lang: 'ru' | 'en' = 'ru') =>
  makePaper(name, { id: 'x', ...more }, ask, lang);

it.each(Object.keys(PAPERS))('makes %s in both languages from what acts answer', async (name) => {
  for (const lang of ['ru', 'en'] as const) {
    const { bytes, name: file } = await made(name, {}, lang);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(file).toMatch(name === 'workbook' ? /^x\.xlsx$/ : /-x\.docx$/);
    if (name !== 'workbook') expect(textOf(bytes)).not.toMatch(/paper\.|undefined|NaN/);
  }
});

it('tells a journey with its times, hand-offs, weakest link, and what is not recorded', async () => {
  const text = textOf((await made('journey')).bytes);
  for (const part of [
    'в среднем 14,9 дня; у половины клиентов не более 12,9 дня, у девяти из десяти не более 24,1 дня; 10 прохождений',
    'СНИЛС (есть у государства)',
    'МФЦ\nМинистерство\n1 день\n1\n0,5 / 6',
    'не записано\nне записано',
    'Слабое звено — «Запросы»',
    'короче на 3,7 дня, а срок половины — на 1 день',
    'Больше всего времени занимает другое — «Решение»: 30 %',
  ])
    expect(text).toContain(part);
});

it('tells a pilot: what people decided stands for what the program recommends', async () => {
  const text = textOf((await made('pilot')).bytes);
  for (const part of [
    'модели показателей «Пособие через МФЦ»',
    'Апробация (январь 2026 г. — июнь 2026 г.)',
    'Показатель a\nЭксперт\nизменить\nКолеблется.',
    'Показатель b\nЭксперт\nоставить\nТак решили.\nКолеблется.',
    'есть для 98 % дел',
    'случайно колеблется на 1,1 дня; важное изменение — 1,3 дня',
    '«Показатель b»: −0,62 (от −0,81 до −0,31; выше 0 — лучше дела, лучше и слова)',
    'спрошено 4; «понятно» — 3; «могу влиять» — 1',
    '«Что такое доля?»',
    'Начать с МФЦ.',
  ])
    expect(text).toContain(part);
});

it('refuses what it cannot make, with the place', async () => {
  await expect(made('order')).rejects.toThrow('paper.unknown');
  await expect(made('toString')).rejects.toThrow('paper.unknown');
  await expect(made('cards', { position: 'nobody' })).rejects.toThrow('paper.noCards');
  await expect(made('annex', { approves: 'law' })).rejects.toMatchObject({
    refusals: [{ code: 'input.invalid', field: 'approves' }],
  });
  await expect(makePaper('annex', {}, ask, 'ru')).rejects.toMatchObject({ refusals: [{ field: 'id' }] });
});
