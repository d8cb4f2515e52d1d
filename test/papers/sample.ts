import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type ActContext,
  type ModelCheckView,
  type ModelPassportsView,
  type Ports,
  runAct,
  type SavedDocument,
} from '#acts';
import { loadCatalogue } from '#catalogue';
import { type Model, modelSchema } from '#model';
import type { JourneySheetInput, PilotReportInput, RecommendationsInput } from '#papers';

// The fictional region's model of a benefit through a service centre, as a body would have it when its order is ready.

const folder = fileURLToPath(new URL('../../catalogue/', import.meta.url));
const entry = (file: string) => ({ file, json: JSON.parse(readFileSync(join(folder, file), 'utf8')) });
export const catalogue = loadCatalogue([
  ...['order.json', 'questions.json', 'instruments.json', 'models.json'].map(entry),
  ...readdirSync(join(folder, 'metrics'))
    .sort()
    .map((name) => entry(`metrics/${name}`)),
]);

const starter = catalogue.models.find(({ model }) => model === 'benefit-mfc')!;
const NORMS: Readonly<Record<string, unknown>> = {
  'queue-15': { value: 90, source: 'Указ Президента Российской Федерации от 7 мая 2012 г. № 601' },
};
const TARGETS: Readonly<Record<string, readonly [baseline: number, target: number]>> = {
  'journey-time': [12.9, 10],
  'queue-15': [88.4, 95],
  'stage-time': [2.6, 2],
  'repeat-requests': [18, 12],
  'complete-at-submit': [71.5, 80],
};

const positions = starter.positions.map(({ name, scope }, index) => ({
  id: `p${index + 1}`,
  name: name.ru,
  level: scope,
  body: 'msp',
  unit: index === 3 ? 'msp-2' : null,
  employees: index === 3 ? ['e1', 'e2', 'e3'] : [],
  reportsTo: index === 0 ? null : 'p1',
}));

export const sampleModel: Model = modelSchema.parse({
  id: 'benefit',
  name: 'Пособие через МФЦ',
  body: 'msp',
  journey: 'birth',
  state: 'inForce',
  inForceFrom: '2026-12-01',
  order: { number: '112', date: '2026-11-24' },
  goals: [
    {
      id: 'g',
      name: 'Пособие приходит без лишних визитов и ожидания',
      document: 'Стратегия развития Приозёрской области до 2036 года',
    },
  ],
  values: [
    { id: 'v1', name: 'Время клиента', source: 'Декларация ценностей клиентоцентричности' },
    { id: 'v2', name: 'Понятность', source: 'Стандарт «Государство для людей»' },
  ],
  specifics: [
    { id: 's1', kind: 'resource', name: 'Ответы Фонда вручную', note: '28 % запросов Фонд обрабатывает вручную' },
  ],
  positions,
  indicators: starter.positions.flatMap(({ set, shared, scope }, position) =>
    set.map((metric) => ({
      id: `${metric}-${position + 1}`,
      metric,
      level: shared.includes(metric) ? 'journey' : scope,
      place: shared.includes(metric) ? { journey: 'birth' } : { position: `p${position + 1}` },
      owner: `p${position + 1}`,
      shared: shared.includes(metric),
      period: 'quarter',
      baseline: TARGETS[metric] ? { value: TARGETS[metric][0], period: '2025' } : null,
      target: TARGETS[metric] ? { value: TARGETS[metric][1], by: '2026-12-31' } : null,
      agreed: metric === 'journey-time',
      norm: NORMS[metric] ?? null,
      goals: metric === 'journey-time' && position === 0 ? ['g'] : [],
      values: metric === 'journey-time' ? ['v1'] : [],
      limits: metric === 'journey-time' ? ['s1'] : [],
      data: { responsible: catalogue.metrics.get(metric)?.of === 'reading' ? 'Отдел контроля качества' : '' },
    })),
  ),
  links: starter.positions.slice(1).map((_, index) => ({
    upper: 'journey-time-1',
    lower: `journey-time-${index + 2}`,
    kind: 'shared',
  })),
});

const NAMES = [
  ['msp', 'Министерство социальной поддержки Приозёрской области'],
  ['msp-2', 'Отдел назначений № 2'],
];

/** What the act answers of a model, without a store. */
export async function passportsOfModel(model: Model): Promise<ModelPassportsView> {
  const saved = (kind: SavedDocument['kind'], id: string, content: unknown): SavedDocument => ({
    kind,
    id,
    version: 1,
    content,
    stands: true,
    actor: 'local',
    at: 0,
  });
  const journey = saved('journey', 'birth', { id: 'birth', name: 'Рождение ребёнка' });
  const ports = {
    book: {
      document: async (kind: string) => (kind === 'model' ? saved('model', model.id, model) : null),
      documents: async () => [journey],
    },
    catalogue: { load: async () => catalogue },
    facts: { organisation: async () => ({ rows: NAMES.map(([id, name]) => ({ id, name })) }) },
  } as unknown as Ports;
  const context: ActContext = {
    actor: 'local',
    now: () => 0,
    ports,
    progress: () => undefined,
    signal: new AbortController().signal,
    lang: 'ru',
  };
  return (await runAct('modelPassports', { id: model.id }, context)) as ModelPassportsView;
}

export const sampleChecks: ModelCheckView = {
  errors: [],
  warnings: [
    {
      rule: 'moves',
      severity: 'warning',
      place: 'indicators[3]',
      at: { of: 'indicator', id: 'issue-solved-1' },
      reason: {
        ru: 'При 37 делах в месяц показатель гуляет на ±11 пунктов.',
        en: 'With 37 cases a month it moves by ±11 points.',
      },
      remedy: { ru: 'Возьмите квартал или отдел.', en: 'Take a quarter or the unit.' },
    },
  ],
};

export const samplePilot: PilotReportInput = {
  body: 'Министерство социальной поддержки Приозёрской области',
  model: 'Пособие через МФЦ',
  from: '2026-01',
  to: '2026-06',
  positions: 6,
  summary: [
    'Из 26 показателей 19 предлагается оставить, 5 изменить, 2 исключить. Сквозное время мерит то, что чувствуют клиенты: в месяцы, когда оно падает, доля довольных растёт.',
  ],
  indicators: [
    {
      name: 'Сквозное время',
      place: 'Рождение ребёнка',
      recommendation: 'keep',
      reasons: ['Измеряется полностью, шум меньше важного изменения.'],
      findings: {
        coverage: '98 % прохождений за шесть месяцев',
        stability: 'обычно колеблется на ±1,1 дня; важное изменение — 1,3 дня',
        cost: 'собирается само, 0 часов в месяц',
        opinion: 'связь с «Устроило время» −0,62 (от −0,81 до −0,31)',
        gaming: 'признаков не найдено; встречные показатели в модели',
      },
      voices: { asked: 31, clear: 29, inHands: 12 },
      comments: ['Сроки Фонда от нас не зависят, но теперь видно, что не зависят.'],
    },
    {
      name: 'Уважение',
      place: 'Специалист окна',
      recommendation: 'drop',
      reasons: ['На одного специалиста приходится один ответ в месяц.', 'Оставить на уровне офиса, за год.'],
      findings: {
        coverage: '1 ответ на должность в месяц',
        stability: '',
        cost: 'опрос, 2 часа в месяц',
        opinion: '',
        gaming: 'приглашения получали чаще те, кому назначили пособие',
      },
      voices: null,
      comments: [],
    },
  ],
  conclusions: [
    'Ввести модель в действие с 1 декабря 2026 г.;',
    'Уважение и вежливость мерить по офису за год;',
    'Вернуться к показателям Фонда после перехода на электронные ответы.',
  ],
  signers: [{ role: 'Заместитель министра, владелец жизненной ситуации', name: 'А. В. Соколова' }],
};

const time = (runs: number, meanDays: number, p50Days: number, p90Days: number) => ({
  runs,
  meanDays,
  p50Days,
  p90Days,
});

export const sampleJourney: JourneySheetInput = {
  name: 'Рождение ребёнка',
  kind: 'lifeSituation',
  owner: 'Заместитель министра социальной поддержки',
  services: ['Регистрация рождения', 'Единое пособие'],
  clientStatuses: ['citizen'],
  segments: ['Семьи с первым ребёнком', 'Многодетные'],
  design: 'asIs',
  inForceFrom: null,
  order: '',
  targetDays: 20,
  reserveDays: 2,
  whole: time(5412, 14.9, 12.9, 24.1),
  measuredOver: 'январь – июнь 2026 г.',
  stages: [
    {
      name: 'Подача',
      touchpoints: [
        {
          name: 'Заявление на пособие',
          kind: 'submit',
          who: ['Центр «Мои документы»', 'Специалист окна'],
          channels: ['МФЦ', 'портал'],
          documents: [
            { name: 'Паспорт', held: false },
            { name: 'Свидетельство о рождении', held: true },
          ],
          actions: ['Записаться', 'Прийти или заполнить форму'],
          budgetDays: 0.1,
          beside: false,
          time: time(5412, 0.03, 0.03, 0.03),
        },
      ],
    },
    {
      name: 'Рассмотрение',
      touchpoints: [
        {
          name: 'Межведомственные запросы',
          kind: 'interagency',
          who: ['Фонд социальных выплат', 'Управление ЗАГС'],
          channels: [],
          documents: [],
          actions: [],
          budgetDays: 2,
          beside: false,
          time: time(5100, 2.61, 0.7, 7.1),
        },
        {
          name: 'Выплата',
          kind: 'pay',
          who: ['Фонд социальных выплат'],
          channels: ['банк'],
          documents: [],
          actions: [],
          budgetDays: 5,
          beside: false,
          time: time(5300, 4.43, 4, 7.1),
        },
      ],
    },
  ],
  handOffs: [
    {
      giver: 'Центр «Мои документы»',
      taker: 'Министерство',
      budgetDays: 1,
      time: time(2400, 1.42, 2.4, 6),
      note: 'курьер дважды в неделю',
    },
  ],
  numbers: {
    changedOn: '2026-03-01',
    before: { services: 5, bodies: 6, documents: 7.2, visits: 2.4, days: 12.9 },
    after: { services: 5, bodies: 6, documents: 4.1, visits: 1.3, days: 10.2 },
    expected: { services: 5, bodies: 6, documents: 4, visits: 1, days: 10 },
  },
  weakest: {
    link: 'Межведомственные запросы',
    fallP50Days: 1,
    fallP90Days: 3.7,
    largest: 'Выплата',
    largestShare: 0.3,
  },
};

export const sampleRecommendations: RecommendationsInput = {
  title: 'Методические рекомендации по показателям клиентоцентричности',
  body: 'Министерство социальной поддержки Приозёрской области',
  order: null,
  sections: [
    { title: 'Что сработало', paragraphs: ['Общий показатель пути свёл за один стол всех участников.'] },
    { title: 'Типичные ошибки', paragraphs: ['Опрос на уровне должности: мнение клиентов — на уровне отдела за год.'] },
  ],
};
