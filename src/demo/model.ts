import type { Indicator, Model, Position, Specific } from '#model';
import { BODY, DECIDERS, OFFICES, TOUCH, UNITS } from './places.ts';

/** The demo's model: a benefit through the centre, from the starter of that name (catalogue/models.json), with the
 *  demo's positions, agreed targets and the known limits of domain.md § 6. All of it is invented. */
export const DEMO_MODEL = {
  starter: 'benefit-mfc',
  id: 'posobie',
  name: 'Пособие при рождении ребёнка',
  order: { number: '87-П' },
} as const;

/** First day of the model: a year before the month in which the demo's facts end. `horizon`: ISO instant. */
export function inForceFrom(horizon: string): string {
  const day = new Date(Date.parse(horizon) + 12 * 3_600_000).toISOString();
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4, 7)}-01`;
}

const EXAMINERS = DECIDERS[0]!;

/** Where each position of the starter works in the demo. */
const PLACES: Readonly<Record<string, Partial<Position>>> = {
  'journey-owner': { body: BODY.ministry, contact: 'Проектный офис министерства' },
  'mfc-director': { body: BODY.centre, unit: 'МФЦ-Север', contact: 'Руководитель центра «Мои документы»' },
  'mfc-front-officer': {
    body: BODY.centre,
    unit: OFFICES[0]![0].id,
    touchpoints: [TOUCH.intake, TOUCH.queue],
    reportsTo: 'mfc-director',
    contact: 'Руководитель офиса',
  },
  'benefit-examiner': {
    body: BODY.ministry,
    unit: EXAMINERS.id,
    touchpoints: [TOUCH.check, TOUCH.decision],
    employees: Array.from({ length: EXAMINERS.staff }, (_, no) => `${EXAMINERS.id}/${no + 1}`),
    reportsTo: 'journey-owner',
    contact: 'Начальник отдела назначений № 1',
  },
  'data-exchange-unit': {
    body: BODY.fund,
    unit: UNITS.exchange.id,
    touchpoints: [TOUCH.exchange],
    reportsTo: 'journey-owner',
    contact: 'Начальник отдела межведомственного взаимодействия',
  },
  'payment-unit': {
    body: BODY.fund,
    unit: UNITS.payments.id,
    touchpoints: [TOUCH.payment],
    reportsTo: 'journey-owner',
    contact: 'Начальник отдела выплат',
  },
};

const SPECIFICS: readonly Specific[] = [
  {
    id: 'staff-unit-4',
    kind: 'staffing',
    name: 'В отделе № 4 двух человек не хватает с двадцатого месяца',
    unit: DECIDERS[3]!.id,
    from: null,
    to: null,
    value: -2,
    note: 'Ставки не заполнены: весь отдел стал медленнее, это причина организации.',
  },
  {
    id: 'manual-answers',
    kind: 'resource',
    name: 'Фонд готовит 28 % ответов вручную',
    unit: UNITS.exchange.id,
    from: null,
    to: null,
    value: 28,
    note: 'Пока ответы не станут электронными, медиана пути ниже 10 дней недостижима силами сотрудников.',
  },
  {
    id: 'load',
    kind: 'load',
    name: '37 дел на специалиста в месяц',
    unit: EXAMINERS.id,
    from: null,
    to: null,
    value: 37,
    note: '',
  },
];

/** Agreed by hand: the end-to-end target that needs a change of the system (field-notes § 6.4). */
const AGREED: Readonly<Record<string, number>> = { 'journey-time': 10 };
const NORMS: Readonly<Record<string, Indicator['norm']>> = {
  'journey-time': { value: 30, source: 'Регламент услуги (вымышленный), п. 14' },
};
const STEP = 0.1;

/** Unit and direction of a metric, and its figure over the quarter before the model. */
export interface DemoFigure {
  readonly unit: string;
  readonly better: 'up' | 'down';
  readonly value: number;
  readonly period: string;
}

export const placed = (applied: Model): Model => ({
  ...applied,
  positions: applied.positions.map((position) => ({ ...position, ...PLACES[position.id] })),
  specifics: [...SPECIFICS],
});

/** The applied starter with everything that its people agreed on. `figures`: by the indicator's id. */
export const agreed = (model: Model, figures: ReadonlyMap<string, DemoFigure>): Model => ({
  ...model,
  indicators: model.indicators.map((indicator) => {
    const figure = figures.get(indicator.id);
    const norm = NORMS[indicator.metric] ?? null;
    const limits = indicator.metric === 'journey-time' ? ['manual-answers'] : [];
    if (!figure) return { ...indicator, norm, limits };
    const baseline = { value: Number(figure.value.toFixed(2)), period: figure.period };
    if (indicator.watch || indicator.owner === null) return { ...indicator, norm, limits, baseline };
    const target = { value: AGREED[indicator.metric] ?? better(figure), by: null };
    return { ...indicator, norm, limits, baseline, target, agreed: true };
  }),
});

/** A modest step: five points of a share, a tenth of anything else. */
function better({ unit, better: way, value }: DemoFigure): number {
  const sign = way === 'up' ? 1 : -1;
  if (unit === '%') return Math.min(100, Math.max(0, Math.round(value + 5 * sign)));
  return Number((value * (1 + STEP * sign)).toFixed(1));
}

/** What position-holders say in the demo's pilot of the next draft. */
export const DEMO_VOICES: readonly {
  readonly position: string;
  readonly metric: string;
  readonly clear: boolean;
  readonly unclearWhy?: string;
  readonly influences: boolean;
  readonly hinderedBy?: string;
}[] = [
  { position: 'mfc-front-officer', metric: 'complete-at-submit', clear: true, influences: true },
  {
    position: 'mfc-front-officer',
    metric: 'wait-acceptable',
    clear: true,
    influences: false,
    hinderedBy: 'Сколько окон открыто, решает руководитель офиса',
  },
  { position: 'benefit-examiner', metric: 'stage-time', clear: true, influences: true },
  {
    position: 'benefit-examiner',
    metric: 'repeat-30',
    clear: false,
    unclearWhy: 'Не ясно, считаются ли обращения по другому пособию',
    influences: true,
  },
  {
    position: 'payment-unit',
    metric: 'result-received',
    clear: true,
    influences: false,
    hinderedBy: 'Реестр на выплату приходит дважды в неделю',
  },
];

export const DEMO_COMMENTS: readonly { readonly metric: string | null; readonly text: string }[] = [
  { metric: null, text: 'Пробовали три месяца, карточки помещаются на одну страницу.' },
  { metric: 'stage-time', text: 'Хорошо видно, когда дело ждёт ответа Фонда, а не нас.' },
];
