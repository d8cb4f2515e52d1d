import { CENTRE_HOURS, CLINIC_HOURS, type Hours, OFFICE_HOURS, REGISTRY_HOURS } from './clock.ts';

/** The fictional region's bodies and units (domain.md § 6). Everything here is invented. */
export const BODY = {
  ministry: 'МСП',
  centre: 'МФЦ',
  registry: 'ЗАГС',
  clinic: 'Клиника',
  fund: 'Фонд',
  city: 'Город',
  residence: 'Регслужба',
} as const;
export type Body = (typeof BODY)[keyof typeof BODY];

export const HOURS: Readonly<Record<Body, Hours>> = {
  [BODY.ministry]: OFFICE_HOURS,
  [BODY.centre]: CENTRE_HOURS,
  [BODY.registry]: REGISTRY_HOURS,
  [BODY.clinic]: CLINIC_HOURS,
  [BODY.fund]: OFFICE_HOURS,
  [BODY.city]: OFFICE_HOURS,
  [BODY.residence]: OFFICE_HOURS,
};

export interface Unit {
  readonly id: string;
  readonly body: Body;
  /** Employees are «UNIT/1» … «UNIT/staff». */
  readonly staff: number;
  readonly name: string;
  readonly parent: string;
}

const unit = (body: Body, suffix: string, staff: number, name: string, parent: string = body): Unit => ({
  id: `${body}-${suffix}`,
  body,
  staff,
  name,
  parent,
});

const AWARDS = `${BODY.ministry}-Назначения`;
export const APPARATUS = `${BODY.ministry}-Аппарат`;
export const DIGITAL = `${BODY.ministry}-Цифра`;
const NORTH = `${BODY.centre}-Север`;
export const SOUTH = `${BODY.centre}-Юг`;

/** The four units that decide on benefits, six specialists each. */
export const DECIDERS: readonly Unit[] = [1, 2, 3, 4].map((number) =>
  unit(BODY.ministry, String(number), 6, `Отдел назначений № ${number}`, AWARDS),
);

const STREETS =
  'Береговая|Вокзальная|Лесная|Набережная|Рыбацкая|Школьная|Садовая|Мельничная|Полевая|Луговая|Сосновая|Заречная|Ключевая|Песчаная';
/** Applications a month of each office at the region's usual 405 (field-notes § 6.1: from 8 to 90). */
const OFFICE_LOAD = [90, 62, 48, 38, 34, 28, 22, 19, 15, 13, 12, 8, 8, 8];

export const OFFICES: readonly (readonly [office: Unit, load: number])[] = OFFICE_LOAD.map((load, index) => [
  unit(
    BODY.centre,
    String(index + 1),
    Math.max(2, Math.round(load / 9)),
    `«Мои документы», ул. ${STREETS.split('|')[index]}`,
    index < 7 ? NORTH : SOUTH,
  ),
  load,
]);

export const UNITS = {
  appeals: unit(BODY.ministry, 'Обращения', 5, 'Отдел обращений граждан'),
  providers: unit(BODY.ministry, 'Реестр', 4, 'Отдел поставщиков социальных услуг'),
  legal: unit(BODY.ministry, 'Право', 4, 'Правовой отдел', APPARATUS),
  digital: unit(BODY.ministry, 'ИТ', 4, 'Отдел информационных систем', APPARATUS),
  accounts: unit(BODY.ministry, 'Учёт', 3, 'Бухгалтерия', APPARATUS),
  callCentre: unit(BODY.centre, 'КЦ', 6, 'Контактный центр'),
  exchange: unit(BODY.fund, 'Межвед', 5, 'Отдел межведомственного взаимодействия'),
  payments: unit(BODY.fund, 'Выплаты', 4, 'Отдел выплат'),
  maternity: unit(BODY.clinic, 'Роддом', 6, 'Родильное отделение'),
  kindergarten: unit(BODY.city, 'Сады', 4, 'Отдел дошкольного образования'),
  residence: unit(BODY.residence, '1', 5, 'Отдел регистрационного учёта'),
} as const;

export const REGISTRIES: readonly Unit[] = [1, 2, 3].map((number) =>
  unit(BODY.registry, String(number), 4, `Отдел ЗАГС № ${number}`),
);

export const BODY_NAMES: Readonly<Record<Body, string>> = {
  [BODY.ministry]: 'Министерство социальной поддержки Приозёрской области',
  [BODY.centre]: 'Центр «Мои документы» Приозёрской области',
  [BODY.registry]: 'Управление ЗАГС Приозёрской области',
  [BODY.clinic]: 'Областной клинический центр',
  [BODY.fund]: 'Фонд социальных выплат, отделение по Приозёрской области',
  [BODY.city]: 'Администрация города Озёрска',
  [BODY.residence]: 'Служба регистрационного учёта по Приозёрской области',
};

/** Units that only hold other units. */
export const HEADINGS: readonly (readonly [id: string, name: string, parent: string])[] = [
  [AWARDS, 'Управление назначений', BODY.ministry],
  [APPARATUS, 'Аппарат министерства', BODY.ministry],
  [DIGITAL, 'Управление цифрового развития', BODY.ministry],
  [NORTH, 'Северный куст', BODY.centre],
  [SOUTH, 'Южный куст', BODY.centre],
];

export const SERVICE = {
  birthGrant: 'Единовременное пособие',
  monthly: 'Ежемесячное пособие',
  birthRecord: 'Регистрация рождения',
  certificate: 'Медицинское свидетельство',
  residence: 'Регистрация по месту жительства',
  kindergarten: 'Запись в детский сад',
  provider: 'Реестр поставщиков соцуслуг',
  consultation: 'Консультация',
  data: 'Межведомственные сведения',
  opinion: 'Правовое заключение',
  support: 'Поддержка систем',
  register: 'Реестр на выплату',
} as const;

export const JOURNEY = 'Рождение ребёнка';

/** Touchpoints, in the order of the life situation. */
export const TOUCH = {
  page: 'Страница услуги',
  advice: 'Консультация',
  queue: 'Очередь',
  intake: 'Приём заявления',
  handover: 'Передача в ведомство',
  registration: 'Регистрация',
  exchange: 'Межведомственные запросы',
  clarify: 'Уточнение у клиента',
  check: 'Проверка',
  decision: 'Решение',
  notice: 'Извещение',
  payment: 'Выплата',
  issue: 'Выдача результата',
  reply: 'Ответ на обращение',
  feedback: 'Отзыв',
} as const;
