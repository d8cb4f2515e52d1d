import { actAt, DAY, dayOf, endOfDay, HOUR, MINUTE, OFFICE_HOURS } from '../clock.ts';
import { BODY, DECIDERS, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import type { AnswerRow, EventRow } from '../rows.ts';
import type { World } from '../world.ts';

/** Work of colleagues for colleagues: legal opinions, systems, payment registers; obstacles; what colleagues say. */

interface Desk {
  readonly unit: Unit;
  readonly service: string;
  readonly weight: number;
  /** Days, median and 90th percentile; the legal opinion's term of 3 working days is far from its real 9 (§ 6.3). */
  readonly days: readonly [number, number];
  readonly term: number;
  readonly unclear: number;
  readonly rework: number;
}

const DESKS: readonly Desk[] = [
  { unit: UNITS.legal, service: SERVICE.opinion, weight: 38, days: [4, 9], term: 5, unclear: 0.28, rework: 0.1 },
  { unit: UNITS.digital, service: SERVICE.support, weight: 34, days: [1.2, 6], term: 4, unclear: 0.34, rework: 0.16 },
  { unit: UNITS.accounts, service: SERVICE.register, weight: 28, days: [2, 4.5], term: 4, unclear: 0.08, rework: 0.12 },
];

export function colleagueRequest(
  world: World,
  day: number,
  repeat?: { readonly desk: Desk; readonly key: string },
): void {
  const { random } = world;
  const desk = repeat?.desk ?? random.weighted(DESKS.map((entry) => [entry, entry.weight] as const));
  const asker = random.pick(DECIDERS);
  const key = repeat?.key ?? world.colleague().key;
  const { unit, service } = desk;
  const askedAt = actAt(random, OFFICE_HOURS, day * DAY + 9 * HOUR, random.between(0, 0.4));
  const employee = world.employee(unit, askedAt);
  const mine = { unit: unit.id, employee, touchpoint: TOUCH.advice } as const;
  const byClient = { initiator: 'client', touchpoint: TOUCH.advice, channel: 'edms' } as const;
  const events: EventRow[] = [
    { at: askedAt, kind: 'submit', activity: 'Запрос коллег', items: random.whole(0, 2), known: 0, ...byClient },
  ];
  const registeredIn = actAt(random, OFFICE_HOURS, askedAt, random.skewed(0.1, 0.7));
  events.push({ at: registeredIn, kind: 'register', activity: 'Запрос принят', ...mine });
  if (random.chance(0.6))
    events.push({
      at: registeredIn + 3 * MINUTE,
      kind: 'notify',
      activity: 'О принятии',
      initiator: 'system',
      ...mine,
    });
  const dueAt = endOfDay(askedAt + desk.term * DAY);
  if (random.chance(0.7))
    events.push({
      at: registeredIn + 10 * MINUTE,
      kind: 'promise',
      activity: 'Назван срок',
      promisedFor: dueAt,
      ...mine,
    });
  let at = registeredIn + 20 * MINUTE;
  if (random.chance(desk.unclear)) {
    at = actAt(random, OFFICE_HOURS, at, random.skewed(0.4, 1.5));
    events.push({ at, kind: 'request', activity: 'Уточнение у коллег', asked: 'client', ...mine });
    at = actAt(random, OFFICE_HOURS, at, random.skewed(0.5, 2));
    events.push({ at, kind: 'submit', activity: 'Уточнение', items: 0, known: 0, ...byClient });
  }
  if (random.chance(0.14)) {
    at = actAt(random, OFFICE_HOURS, at, random.skewed(0.3, 1));
    events.push({ at, kind: 'transfer', activity: 'На согласование', asked: UNITS.legal.id, ...mine });
    at = actAt(random, OFFICE_HOURS, at, random.skewed(0.8, 3));
    events.push({ at, kind: 'sign', activity: 'Согласовано', unit: UNITS.legal.id, touchpoint: TOUCH.advice });
  }
  let doneAt = actAt(random, OFFICE_HOURS, at, random.skewed(...desk.days));
  if (doneAt > dueAt + DAY && random.chance(0.3)) {
    const warned = actAt(random, OFFICE_HOURS, dueAt - 1.5 * DAY, 0);
    if (warned > registeredIn && warned < dueAt)
      events.push({ at: warned, kind: 'notify', activity: 'Предупреждение о задержке', subject: 'delay', ...mine });
  }
  if (doneAt - askedAt > 3 * DAY && random.chance(0.3)) {
    events.push({
      at: Math.floor(askedAt + (doneAt - askedAt) * random.between(0.5, 0.9)),
      kind: 'contact',
      activity: 'Вопрос о ходе запроса',
      subject: 'status',
      ...byClient,
    });
  }
  if (random.chance(desk.rework)) {
    events.push({ at: doneAt, kind: 'reply', activity: 'Ответ коллегам', ...mine });
    const returned = actAt(random, OFFICE_HOURS, doneAt, random.skewed(0.5, 1.5));
    events.push({ at: returned, kind: 'return', activity: 'Возвращено на доработку', ...byClient });
    doneAt = actAt(random, OFFICE_HOURS, returned, random.skewed(0.8, 2.5));
  }
  events.push({ at: doneAt, kind: 'reply', activity: 'Ответ коллегам', ...mine });
  world.record(
    {
      id: world.caseId(),
      kind: 'internalRequest',
      service,
      clientStatus: 'internal',
      segment: 'Коллеги',
      clientKey: key,
      channel: 'edms',
      registeredAt: askedAt,
      dueAt,
      closedAt: doneAt,
      outcome: random.weighted([
        ['completed', 88],
        ['partly', 6],
        ['refused', 3],
        ['withdrawn', 3],
      ] as const),
      unit: unit.id,
      employee,
      body: BODY.ministry,
    },
    events,
  );
  askColleague(world, {
    unit: unit.id,
    body: BODY.ministry,
    service,
    at: doneAt,
    isLate: doneAt > dueAt,
    share: 0.5,
    asker: asker.id,
  });
  if (!repeat && random.chance(0.05)) colleagueRequest(world, dayOf(doneAt) + random.whole(3, 20), { desk, key });
}

/** An employee names what hinders clients; somebody answers for removing it. */
export function obstacle(world: World, day: number): void {
  const { random } = world;
  const raiser = random.chance(0.4) ? world.office() : random.pick(DECIDERS);
  const raisedAt = actAt(random, OFFICE_HOURS, day * DAY + 9 * HOUR, random.between(0, 0.35));
  const owner = random.pick([UNITS.digital, UNITS.legal, UNITS.exchange, UNITS.accounts]);
  const mine = { unit: owner.id, employee: world.employee(owner, raisedAt) } as const;
  const dueAt = endOfDay(raisedAt + 21 * DAY);
  const takenAt = actAt(random, OFFICE_HOURS, raisedAt, random.skewed(1, 5));
  const solvedAt = actAt(random, OFFICE_HOURS, takenAt, random.skewed(10, 30));
  const isSolved = random.chance(0.68);
  const events: EventRow[] = [
    {
      at: raisedAt,
      kind: 'submit',
      activity: 'Препятствие названо',
      initiator: 'client',
      items: 0,
      known: 0,
      channel: 'edms',
    },
    { at: raisedAt + HOUR, kind: 'transfer', activity: 'Передано владельцу', asked: owner.id, unit: raiser.id },
    { at: takenAt, kind: 'start', activity: 'Взято в работу', ...mine },
    { at: solvedAt, kind: 'decide', activity: isSolved ? 'Препятствие снято' : 'Отклонено с причиной', ...mine },
  ];
  if (isSolved)
    events.push({
      at: actAt(random, OFFICE_HOURS, solvedAt, random.skewed(1, 4)),
      kind: 'confirm',
      activity: 'Подтверждено',
      initiator: 'client',
    });
  world.record(
    {
      id: world.caseId(),
      kind: 'obstacle',
      topic: random.pick(OBSTACLES),
      clientStatus: 'internal',
      segment: 'Коллеги',
      clientKey: world.colleague().key,
      channel: 'edms',
      registeredAt: raisedAt,
      dueAt,
      closedAt: solvedAt,
      outcome: isSolved ? 'granted' : 'refused',
      ...mine,
      body: owner.body,
    },
    events,
  );
}

const OBSTACLES = [
  'Ответы Фонда вручную',
  'Курьер два раза в неделю',
  'Нет доступа к реестру',
  'Форма портала',
  'Шаблон письма об отказе',
  'Двойной ввод данных',
  'Согласование на бумаге',
] as const;

const COLLEAGUE_ITEMS: readonly (readonly [question: string, usual: number, ifLate: number])[] = [
  ['internal-usable', 0.78, -0.06],
  ['internal-knew-whom', 0.74, 0],
  ['internal-easy', 0.7, -0.1],
  ['internal-fast', 0.68, -0.32],
  ['internal-partnership', 0.72, -0.1],
];
/** Questions that clients outside get too: asked of colleagues now and then. */
const SHARED_ITEMS = [
  'kept-informed',
  'told-once',
  'as-promised',
  'competence',
  'honesty',
  'answered-my-question',
] as const;

/** The internal-client survey after a closed request. */
export function askColleague(
  world: World,
  about: {
    readonly unit: string;
    readonly body: string;
    readonly service: string;
    readonly at: number;
    readonly isLate: boolean;
    readonly share: number;
    readonly asker: string;
  },
): void {
  const { random } = world;
  if (!random.chance(about.share)) return;
  const at = dayOf(about.at + random.between(1, 5) * DAY) * DAY;
  const common = {
    at,
    channel: 'email',
    touchpoint: TOUCH.advice,
    unit: about.unit,
    body: about.body,
    service: about.service,
    clientStatus: 'internal',
    segment: 'Коллеги',
    outcomeClass: 'other',
  } as const;
  const answers = random.chance(0.72);
  world.invitation({
    at,
    answered: answers ? 'yes' : 'no',
    touchpoint: common.touchpoint,
    unit: common.unit,
    body: common.body,
    channel: common.channel,
    outcomeClass: 'other',
  });
  if (!answers) return;
  const put = (question: string, value: number | undefined) =>
    world.answer({ ...common, question, value } satisfies AnswerRow);
  const mark = (top: number) =>
    random.chance(0.03)
      ? undefined
      : random.chance(top)
        ? random.chance(0.5)
          ? 5
          : 4
        : random.weighted([
            [3, 5],
            [2, 3],
            [1, 2],
          ]);
  for (const [question, usual, ifLate] of COLLEAGUE_ITEMS) put(question, mark(usual + (about.isLate ? ifLate : 0)));
  for (const question of SHARED_ITEMS) if (random.chance(0.4)) put(question, mark(0.74 + (about.isLate ? -0.1 : 0)));
  if (random.chance(0.4))
    put(
      'issue-solved',
      random.weighted([
        [1, 80],
        [0.5, 13],
        [0, 7],
      ]),
    );
}

/** The employees' pulse: a panel that does not grow with the number of cases. */
export function employeesPulse(world: World, firstDay: number, days: number): void {
  const { random } = world;
  const units = [...DECIDERS, UNITS.appeals, UNITS.exchange, UNITS.callCentre];
  for (let answer = 0; answer < 44; answer++) {
    const unit = answer % 3 === 0 ? world.office() : random.pick(units);
    const value = random.chance(0.03)
      ? undefined
      : random.chance(0.58)
        ? random.pick([4, 4, 5])
        : random.pick([3, 3, 2, 2, 1]);
    world.answer({
      question: 'employee-heard',
      value,
      at: (firstDay + random.whole(0, days - 1)) * DAY,
      channel: 'email',
      unit: unit.id,
      body: unit.body,
      clientStatus: 'internal',
      segment: 'Коллеги',
      outcomeClass: 'other',
    });
  }
}
