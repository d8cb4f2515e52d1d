import type { JourneyPictureView, StepView, TileKind, TileView, TouchpointFacts } from '#acts';
import type { Design, Touchpoint, TouchpointKind } from '#model';

// The journey of the mock (shared screens), as the server would answer it: what the tests draw.

const DAY = 86_400;

const touchpoint = (
  id: string,
  name: string,
  stage: string,
  kind: TouchpointKind,
  body: string | null,
): Touchpoint => ({
  id,
  name,
  stage,
  kind,
  facts: [name],
  body,
  unit: null,
  position: null,
  service: null,
  channels: [],
  documents: [],
  actions: [],
  budgetDays: null,
  optional: false,
  beside: false,
  closing: false,
  note: '',
});

export const bornChildDesign: Design = {
  stages: [
    { id: 'apply', name: 'Подать' },
    { id: 'consider', name: 'Рассмотреть' },
    { id: 'receive', name: 'Получить' },
  ],
  touchpoints: [
    {
      ...touchpoint('intake', 'Заявление', 'apply', 'submit', 'МФЦ'),
      channels: ['office', 'portal'],
      budgetDays: 0.25,
    },
    touchpoint('registration', 'Приём в работу', 'consider', 'register', 'МСП'),
    { ...touchpoint('answers', 'Ответы на запросы', 'consider', 'interagency', 'Фонд'), budgetDays: 2 },
    {
      ...touchpoint('clarify', 'Донести документы', 'consider', 'clarify', 'МСП'),
      documents: [{ name: 'Справка о доходах', held: true }],
      actions: ['Собрать недостающие документы'],
    },
    { ...touchpoint('decision', 'Решение', 'consider', 'decide', 'МСП'), budgetDays: 3 },
    { ...touchpoint('notice', 'Извещение', 'consider', 'notify', 'МСП'), budgetDays: 1 },
    { ...touchpoint('payment', 'Выплата', 'receive', 'pay', 'Фонд'), budgetDays: 5, closing: true },
    { ...touchpoint('residence', 'Регистрация по адресу', 'receive', 'other', 'Регслужба'), beside: true },
    { ...touchpoint('kindergarten', 'Очередь в детский сад', 'receive', 'other', 'Город'), beside: true },
  ],
  handOffs: [{ giver: 'МФЦ', taker: 'МСП', budgetDays: 1, note: '' }],
  targetDays: 15,
  reserveDays: 3,
};

type Row = readonly [
  step: string,
  touchpoint: string | null,
  kind: TileKind,
  body: string | null,
  days: number,
  cases: number,
  p50: number,
  p90: number,
  giver?: string,
  taker?: string,
];
const ROWS: readonly Row[] = [
  ['intake', 'intake', 'work', 'МФЦ', 0.01, 1281, 0.006, 0.024],
  ['gap:МФЦ:МСП', 'registration', 'gap', null, 1.02, 1044, 0.2, 3.9, 'МФЦ', 'МСП'],
  ['registration', 'registration', 'work', 'МСП', 0.72, 1281, 0.5, 1.6],
  ['answers', 'answers', 'agency', 'Фонд', 3.53, 1281, 1.5, 8.4],
  ['gap:Фонд:МСП', 'clarify', 'gap', null, 0.6, 1281, 0.4, 1.3, 'Фонд', 'МСП'],
  ['clarify', 'clarify', 'client', null, 1.51, 400, 2.8, 10.8],
  ['decision', 'decision', 'work', 'МСП', 2.74, 1281, 2.1, 4.8],
  ['suspension', 'decision', 'suspension', 'МСП', 0.41, 110, 4.2, 7.7],
  ['notice', 'notice', 'work', 'МСП', 0.68, 1281, 0.2, 1.8],
  ['gap:МСП:Фонд', 'payment', 'gap', null, 1.28, 1215, 1.4, 2.4, 'МСП', 'Фонд'],
  ['payment', 'payment', 'work', 'Фонд', 4.15, 1215, 4.0, 7.0],
];
const TOTAL = ROWS.reduce((sum, row) => sum + row[4], 0);
const before = (at: number): number => ROWS.slice(0, at).reduce((sum, row) => sum + row[4], 0) * DAY;

const tiles: readonly TileView[] = ROWS.map(([step, id, kind, body, days, cases, p50, p90, giver, taker], at) => ({
  key: `${step}/${kind}/${body ?? ''}`,
  step,
  kind,
  touchpoint: id,
  unmapped: null,
  body,
  giver: giver ?? null,
  taker: taker ?? null,
  cases,
  meanSeconds: days * DAY,
  p50Seconds: p50 * DAY,
  p90Seconds: p90 * DAY,
  share: days / TOTAL,
  recordedShare: kind === 'gap' ? 0.8 : null,
  startSeconds: before(at),
  typical: { p50: 'Д-101', p90: 'Д-217' },
}));

/** Budget, share over it, fall of the median, of the 90th percentile, excess in hours. */
const KEPT: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  intake: [0.25, 0.25, 0, 0, 91],
  'gap:МФЦ:МСП': [1, 0.27, 0.7, 1.1, 20_600],
  answers: [2, 0.42, 1.4, 4.9, 68_500],
  decision: [3, 0.31, 0.6, 0.9, 16_700],
  notice: [1, 0.17, 0.3, 0.4, 10_100],
  payment: [5, 0.29, 0.5, 1.2, 15_500],
};

const steps: readonly StepView[] = tiles.map((tile) => {
  const kept = KEPT[tile.step];
  return {
    key: tile.step,
    kind: tile.kind === 'gap' ? 'gap' : tile.kind === 'suspension' ? 'suspension' : 'touchpoint',
    touchpoint: tile.touchpoint,
    unmapped: null,
    owners: tile.kind === 'gap' ? [] : [tile.body],
    giver: tile.giver,
    taker: tile.taker,
    cases: tile.cases,
    meanSeconds: tile.meanSeconds,
    p50Seconds: tile.p50Seconds,
    p90Seconds: tile.p90Seconds,
    share: tile.share,
    startSeconds: tile.startSeconds,
    budgetDays: kept?.[0] ?? null,
    over: kept ? { cases: Math.round(kept[1] * tile.cases), share: kept[1], excessSeconds: kept[4] * 3600 } : null,
    fall: kept ? { mean: kept[2] * DAY, p50: kept[2] * DAY, p90: kept[3] * DAY } : null,
    fallInterval: kept
      ? { p50: [(kept[2] - 0.2) * DAY, (kept[2] + 0.2) * DAY], p90: [(kept[3] - 0.5) * DAY, (kept[3] + 0.5) * DAY] }
      : null,
  };
});

const facts = (
  id: string,
  cases: number,
  more: Partial<TouchpointFacts>,
  voice?: readonly [string, number],
): TouchpointFacts => ({
  touchpoint: id,
  unmapped: null,
  bodies: [],
  cases,
  share: cases / 1281,
  visits: null,
  documents: null,
  documentsKnown: null,
  besideSeconds: 0,
  budgetDays: KEPT[id]?.[0] ?? null,
  satisfaction: voice
    ? [
        {
          metric: `m-${id}`,
          question: voice[0],
          value: voice[1],
          n: 412,
          interval: [voice[1] - 4, voice[1] + 4],
          state: 'final',
        },
      ]
    : [],
  ...more,
});

const kindMean = (...kinds: readonly TileKind[]) => {
  const seconds = tiles.filter((tile) => kinds.includes(tile.kind)).reduce((sum, tile) => sum + tile.meanSeconds, 0);
  return { meanSeconds: seconds, share: seconds / (TOTAL * DAY) };
};

export const bornChild: JourneyPictureView = {
  journey: {
    id: 'born-child',
    name: 'Рождение ребёнка',
    kind: 'lifeSituation',
    version: 3,
    owner: { body: 'МСП', position: null, name: 'О. В. Лебедева' },
    changedOn: '2026-03-01',
    note: '',
    drawn: 'asIs',
    hasToBe: true,
    inForceFrom: '2026-03-01',
    expected: { services: 3, bodies: 3, documents: 1, visits: 0.5, days: 12 },
  },
  design: bornChildDesign,
  population: {
    of: 'run',
    n: 1281,
    leftOut: { withdrawn: 14 },
    state: 'final',
    from: '2026-10',
    to: '2026-10',
    fromAt: '2026-09-30T21:00:00Z',
    toAt: '2026-10-31T21:00:00Z',
    scope: {},
  },
  periods: Array.from(
    { length: 24 },
    (_, k) => `${2024 + Math.floor((k + 10) / 12)}-${String(((k + 10) % 12) + 1).padStart(2, '0')}`,
  ),
  options: {
    unit: [
      { value: 'МСП-1', label: 'Отдел назначений № 1' },
      { value: 'МФЦ-1', label: '«Мои документы», ул. Береговая' },
    ],
    service: [{ value: 'Единовременное пособие', label: 'Единовременное пособие' }],
  },
  names: {
    МСП: 'Министерство социальной поддержки Приозёрской области',
    МФЦ: 'Центр «Мои документы» Приозёрской области',
    Фонд: 'Фонд социальных выплат, отделение по Приозёрской области',
    Регслужба: 'Служба регистрационного учёта по Приозёрской области',
    Город: 'Администрация города Озёрска',
  },
  whole: {
    meanSeconds: TOTAL * DAY,
    p50Seconds: 14.7 * DAY,
    p90Seconds: 26.4 * DAY,
    interval: {
      mean: [16.2 * DAY, 17.1 * DAY],
      p50: [14.3 * DAY, 15.1 * DAY],
      p90: [25.2 * DAY, 27.9 * DAY],
    },
    targetDays: 15,
    reserveDays: 3,
    budgetDays: 12.25,
    withinTarget: 0.52,
    withinTargetIfKept: 0.83,
    keptEveryBudget: 0.21,
    kinds: {
      work: kindMean('work'),
      gap: kindMean('gap'),
      client: kindMean('client'),
      agency: kindMean('agency'),
      suspension: kindMean('suspension'),
    },
    sums: { meanSeconds: TOTAL * DAY, p50Seconds: 10.9 * DAY, p90Seconds: 38.2 * DAY },
    typical: {
      p50: [
        {
          id: 'Р-5521',
          seconds: 14.7 * DAY,
          pieces: [
            { tile: tiles[1]!.key, startSeconds: 0, seconds: 0.5 * DAY },
            { tile: tiles[2]!.key, startSeconds: 0.5 * DAY, seconds: 0.9 * DAY },
            { tile: tiles[3]!.key, startSeconds: 1.4 * DAY, seconds: 4.2 * DAY },
            { tile: tiles[6]!.key, startSeconds: 5.6 * DAY, seconds: 4 * DAY },
            { tile: tiles[10]!.key, startSeconds: 9.6 * DAY, seconds: 5.1 * DAY },
          ],
        },
      ],
      p90: [
        {
          id: 'Р-6017',
          seconds: 26.4 * DAY,
          pieces: [
            { tile: tiles[3]!.key, startSeconds: 0, seconds: 11.4 * DAY },
            { tile: tiles[5]!.key, startSeconds: 11.4 * DAY, seconds: 8 * DAY },
            { tile: tiles[10]!.key, startSeconds: 19.4 * DAY, seconds: 7 * DAY },
          ],
        },
      ],
    },
  },
  steps,
  tiles,
  weakest: 'answers',
  largest: 'payment',
  lanes: [
    { kind: 'client', body: null },
    { kind: 'body', body: 'МФЦ' },
    { kind: 'nobody', body: null },
    { kind: 'body', body: 'МСП' },
    { kind: 'body', body: 'Фонд' },
  ],
  handOffs: [
    {
      giver: 'МФЦ',
      taker: 'МСП',
      cases: 1044,
      passes: 1044,
      meanSeconds: 1.02 * DAY,
      recordedShare: 0.8,
      budgetDays: 1,
    },
    {
      giver: 'МСП',
      taker: 'Фонд',
      cases: 1281,
      passes: 2496,
      meanSeconds: 1.28 * DAY,
      recordedShare: 0.6,
      budgetDays: null,
    },
    {
      giver: 'Фонд',
      taker: 'МСП',
      cases: 1281,
      passes: 1281,
      meanSeconds: 0.6 * DAY,
      recordedShare: 1,
      budgetDays: null,
    },
  ],
  touchpoints: [
    facts('intake', 1281, { visits: 0.82, documents: 2.2, documentsKnown: 0, bodies: ['МФЦ'] }, [
      'Заранее было ясно, что нужно',
      63,
    ]),
    facts('registration', 1281, { bodies: ['МСП'] }),
    facts('answers', 1281, { bodies: ['Фонд'] }, ['Я был в курсе дела', 48]),
    facts('clarify', 400, { visits: 0.44, documents: 0.7, documentsKnown: 0.5, bodies: ['МСП'] }, [
      'Хватило одного раза',
      41,
    ]),
    facts('decision', 1281, { bodies: ['МСП'] }),
    facts('notice', 1281, { bodies: ['МСП'] }, ['Письмо о решении было понятно', 71]),
    facts('payment', 1215, { bodies: ['Фонд'] }, ['Вопрос решён', 67]),
    facts('residence', 700, { besideSeconds: 4.8 * DAY, bodies: ['Регслужба'] }),
    facts('kindergarten', 640, { besideSeconds: 8.1 * DAY, bodies: ['Город'] }),
  ],
  yearBefore: {
    from: '2025-10',
    to: '2025-10',
    n: 1240,
    meanSeconds: 17.8 * DAY,
    steps: {
      intake: 0.01 * DAY,
      'gap:МФЦ:МСП': 2.4 * DAY,
      registration: 0.71 * DAY,
      answers: 3.71 * DAY,
      'gap:Фонд:МСП': 0.6 * DAY,
      clarify: 1.89 * DAY,
      decision: 2.29 * DAY,
      notice: 0.72 * DAY,
      'gap:МСП:Фонд': 1.34 * DAY,
      payment: 4.13 * DAY,
    },
  },
};
