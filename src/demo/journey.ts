import { BODY, JOURNEY, SERVICE, TOUCH } from './places.ts';
import { ELECTRONIC_FROM } from './planted.ts';

/** What `saveJourney` is given: a journey as JSON. */
export type DemoJourney = Readonly<Record<string, unknown>> & { readonly id: string };

/** The demo's journeys: a benefit through the centre, and the whole life situation. `from`: first moment of the demo's
 *  first full month, ISO. Budgets: field-notes § 6.2; to be: the electronic hand-over that 9 of 14 offices got. */
export function demoJourneys(from: string): readonly DemoJourney[] {
  const changedOn = dayOfMonth(from, ELECTRONIC_FROM);
  return [benefit(changedOn), lifeSituation(changedOn)];
}

/** First day of the demo's month of that number; the month of `from` is number 1. */
function dayOfMonth(from: string, month: number): string {
  // The first moment of a month in Moscow is the last day of the month before in UTC.
  const first = new Date(Date.parse(from) + 12 * 3_600_000);
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month - 1, 1)).toISOString().slice(0, 10);
}

const STAGES = [
  { id: 'apply', name: 'Обращение' },
  { id: 'consider', name: 'Рассмотрение' },
  { id: 'result', name: 'Результат' },
];

interface Budgets {
  readonly handOver: number;
  readonly registration: number;
  readonly exchange: number;
  readonly clarify: number;
  readonly check: number;
  readonly decision: number;
  readonly notice: number;
  readonly payment: number;
  readonly target: number;
  readonly reserve: number;
}

const AS_IS: Budgets = {
  handOver: 1,
  registration: 1,
  exchange: 2,
  clarify: 5,
  check: 2,
  decision: 3,
  notice: 1,
  payment: 5,
  target: 20,
  reserve: 0,
};
const TO_BE: Budgets = { ...AS_IS, handOver: 0.1, exchange: 1, clarify: 3, target: 17, reserve: 0.9 };

const design = (budgets: Budgets, documents: readonly { readonly name: string; readonly held: boolean }[]) => ({
  stages: STAGES,
  touchpoints: [
    {
      id: 'intake',
      name: 'Заявление',
      stage: 'apply',
      kind: 'submit',
      facts: [TOUCH.intake, TOUCH.queue, TOUCH.handover],
      body: BODY.centre,
      channels: ['office', 'portal'],
      documents,
      actions: ['Заполнить единое заявление'],
    },
    {
      id: 'registration',
      name: 'Приём в работу',
      stage: 'consider',
      kind: 'register',
      facts: [TOUCH.registration],
      body: BODY.ministry,
      budgetDays: budgets.registration,
    },
    {
      id: 'exchange',
      name: 'Ответы на запросы',
      stage: 'consider',
      kind: 'interagency',
      facts: [TOUCH.exchange],
      body: BODY.fund,
      budgetDays: budgets.exchange,
    },
    {
      id: 'clarify',
      name: 'Донести документы',
      stage: 'consider',
      kind: 'clarify',
      facts: [TOUCH.clarify],
      body: BODY.ministry,
      optional: true,
      actions: ['Принести или дослать недостающее'],
      budgetDays: budgets.clarify,
    },
    {
      id: 'check',
      name: 'Проверка',
      stage: 'consider',
      kind: 'examine',
      facts: [TOUCH.check],
      body: BODY.ministry,
      budgetDays: budgets.check,
    },
    {
      id: 'decision',
      name: 'Решение',
      stage: 'consider',
      kind: 'decide',
      facts: [TOUCH.decision],
      body: BODY.ministry,
      budgetDays: budgets.decision,
    },
    {
      id: 'notice',
      name: 'Извещение',
      stage: 'result',
      kind: 'notify',
      facts: [TOUCH.notice],
      body: BODY.ministry,
      budgetDays: budgets.notice,
    },
    {
      id: 'payment',
      name: 'Выплата',
      stage: 'result',
      kind: 'pay',
      facts: [TOUCH.payment],
      body: BODY.fund,
      optional: true,
      budgetDays: budgets.payment,
    },
  ],
  handOffs: [{ giver: BODY.centre, taker: BODY.ministry, budgetDays: budgets.handOver }],
  targetDays: budgets.target,
  reserveDays: budgets.reserve,
});

const PAPERS = [
  { name: 'Паспорт', held: false },
  { name: 'Свидетельство о рождении', held: true },
  { name: 'Справка о доходах', held: true },
  { name: 'Реквизиты счёта', held: false },
];

const benefit = (changedOn: string): DemoJourney => ({
  id: 'posobie',
  name: 'Пособие при рождении ребёнка',
  kind: 'servicePath',
  factsJourney: null,
  services: [SERVICE.birthGrant, SERVICE.monthly],
  clientStatuses: ['citizen'],
  owner: { body: BODY.ministry, name: 'О. В. Лебедева' },
  asIs: design(AS_IS, PAPERS),
  toBe: {
    design: design(
      TO_BE,
      PAPERS.filter(({ held }) => !held),
    ),
    expected: { services: 1, bodies: 3, documents: 2.5, visits: 0.6, days: 11 },
    inForceFrom: changedOn,
    order: 'Приказ министерства № 112-п',
  },
  changedOn,
  note: 'Электронная передача дел из МФЦ вместо курьера: 9 офисов из 14.',
});

const lifeSituation = (changedOn: string): DemoJourney => {
  const bodies = [BODY.clinic, BODY.registry, BODY.residence, BODY.city];
  const { touchpoints, ...rest } = design(AS_IS, PAPERS);
  return {
    id: 'rozhdenie',
    name: JOURNEY,
    kind: 'lifeSituation',
    factsJourney: JOURNEY,
    services: [
      SERVICE.certificate,
      SERVICE.birthRecord,
      SERVICE.residence,
      SERVICE.kindergarten,
      SERVICE.birthGrant,
      SERVICE.monthly,
    ],
    clientStatuses: ['citizen'],
    owner: { body: BODY.ministry, name: 'О. В. Лебедева' },
    asIs: {
      ...rest,
      touchpoints: [
        ...touchpoints,
        {
          id: 'issue',
          name: 'Выдача результата',
          stage: 'result',
          kind: 'issue',
          facts: [TOUCH.issue],
          body: BODY.registry,
          optional: true,
        },
      ],
      handOffs: [...rest.handOffs, { giver: BODY.centre, taker: BODY.residence, budgetDays: null }],
      targetDays: 45,
      reserveDays: null,
    },
    changedOn,
    note: `Вместе с пособием семья проходит: ${bodies.join(', ')}.`,
  };
};
