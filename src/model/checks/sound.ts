import type { Kpi, Level, MetricSpec, Roll, Unit } from '#catalogue';
import { journeySchema } from '../journey.ts';
import { type Model, modelSchema } from '../model.ts';
import { type Example, type Measured, proofKey, type SoundExample } from './check.ts';

// The example that passes every check; each check says how to spoil it so that it alone is sure to speak.

/** A spoiled model with the same knowledge. */
export const changed =
  (change: (model: Model) => Partial<Model>) =>
  ({ model, knowledge }: SoundExample): Example => ({ model: { ...model, ...change(model) }, knowledge });

interface Made {
  readonly id: string;
  readonly kpi: Kpi;
  readonly group: MetricSpec['group'];
  readonly roll: Roll;
  readonly unit: Unit;
  readonly levels: readonly Level[];
  readonly counter: readonly string[];
}

const WIDE: readonly Level[] = ['body', 'unit', 'journey', 'touchpoint'];
const share = (id: string, kpi: Kpi, group: MetricSpec['group'], counter: string): Made => ({
  id,
  kpi,
  group,
  roll: 'weightedParts',
  unit: '%',
  levels: WIDE,
  counter: [counter],
});

/** One of deeds and one of words for each KPI, each the counter of another. */
const METRICS: readonly Made[] = [
  { ...share('whole-time', 'speed', 'objective', 'fast'), roll: 'shared', unit: 'days', levels: ['journey'] },
  { ...share('gap-time', 'speed', 'objective', 'fast'), roll: 'sumOfParts', unit: 'days' },
  { ...share('documents', 'effort', 'objective', 'easy'), roll: 'sumOfParts', unit: 'count' },
  share('fast', 'speed', 'subjective', 'whole-time'),
  share('easy', 'effort', 'subjective', 'documents'),
  share('complete', 'informing', 'objective', 'clear'),
  share('clear', 'informing', 'subjective', 'complete'),
  share('repeated', 'resolution', 'objective', 'solved'),
  share('solved', 'resolution', 'subjective', 'repeated'),
  share('promised', 'culture', 'objective', 'respected'),
  share('respected', 'culture', 'subjective', 'promised'),
];

const specOf = ({ roll, unit, ...made }: Made): MetricSpec => ({
  ...made,
  name: { ru: made.id, en: made.id },
  better: unit === '%' ? 'up' : 'down',
  of: made.group === 'subjective' ? 'answer' : 'case',
  measure: { count: true },
  by: 'closedAt',
  unit,
  clients: ['citizen', 'organisation'],
  roll,
});

const JOURNEY = 'birth';
const WINDOW = 'window';
const owned = (target: number) => ({
  target: { value: target, by: null },
  agreed: true,
  baseline: { value: target, period: '2024' },
});
const top = { level: 'journey', place: { journey: JOURNEY }, goals: ['once'] };

const indicators = [
  {
    id: 'time',
    metric: 'whole-time',
    owner: 'owner',
    shared: true,
    values: ['time'],
    limits: ['courier'],
    ...top,
    ...owned(20),
  },
  { id: 'time-clerk', metric: 'whole-time', owner: 'clerk', shared: true, ...top, goals: [], ...owned(20) },
  { id: 'gap', metric: 'gap-time', level: 'journey', place: { journey: JOURNEY } },
  {
    id: 'asked',
    metric: 'documents',
    name: 'Документов от клиента',
    sentence: 'Сколько документов мы просим у клиента по одному делу.',
    ...top,
  },
  {
    id: 'asked-window',
    metric: 'documents',
    level: 'touchpoint',
    place: { journey: JOURNEY, touchpoint: WINDOW },
    owner: 'clerk',
    ...owned(3),
  },
  ...['fast', 'easy', 'complete', 'clear', 'repeated', 'solved', 'promised', 'respected'].map((metric) => ({
    id: metric,
    metric,
    ...top,
  })),
];

const model = modelSchema.parse({
  id: 'sound',
  name: 'Рождение ребёнка',
  body: 'ministry',
  journey: JOURNEY,
  clients: ['citizen'],
  services: ['benefit'],
  goals: [{ id: 'once', name: 'Пособие за один визит' }],
  values: [{ id: 'time', name: 'Время клиента' }],
  positions: [
    { id: 'owner', name: 'Владелец пути', level: 'journey', journey: JOURNEY },
    {
      id: 'clerk',
      name: 'Специалист',
      level: 'touchpoint',
      touchpoints: [WINDOW],
      employees: ['e1'],
      reportsTo: 'owner',
    },
  ],
  specifics: [{ id: 'courier', kind: 'resource', name: 'Курьер дважды в неделю', to: '2030-12-31' }],
  indicators,
  links: [
    { upper: 'time', lower: 'time-clerk', kind: 'shared' },
    { upper: 'time', lower: 'gap', kind: 'budget', budget: 5 },
    { upper: 'asked', lower: 'asked-window', kind: 'sumOfParts' },
  ],
});

const journey = journeySchema.parse({
  id: JOURNEY,
  name: 'Рождение ребёнка',
  clientStatuses: ['citizen'],
  asIs: {
    stages: [{ id: 's', name: 'Подача' }],
    touchpoints: [
      { id: 'a', name: 'Окно', stage: 's', facts: [WINDOW], budgetDays: 10 },
      { id: 'b', name: 'Решение', stage: 's', facts: ['decision'], budgetDays: 5 },
    ],
    targetDays: 20,
    reserveDays: 5,
  },
});

const steady: Measured = {
  by: 'month',
  state: 'measured',
  n: 900,
  value: 60,
  chance: 2,
  coverage: 0.98,
  wider: [],
};

export const sound: SoundExample = {
  model,
  knowledge: {
    metrics: new Map(METRICS.map((made) => [made.id, specOf(made)])),
    journeys: [journey],
    places: { bodies: new Set(['ministry']), units: new Set(['unit-1']), services: new Set(['benefit']) },
    facts: {
      touchpoints: new Set([WINDOW, 'decision']),
      employees: new Set(['e1']),
      worksAt: new Set([`${WINDOW}\u0000e1`]),
      employeeKey: (employee) => employee,
      measured: new Map(model.indicators.map(({ id }) => [id, steady])),
      proofs: new Map(model.links.map(({ upper, lower }) => [proofKey(upper, lower), 'holds'])),
      statuses: new Map([['benefit', new Set(['citizen'] as const)]]),
    },
    today: '2025-03-31',
  },
};
