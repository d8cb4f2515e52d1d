import { actAt, arrival, DAY, dayOf, endOfDay, HOUR, MINUTE, OFFICE_HOURS, online } from '../clock.ts';
import { writeLetter } from '../letters.ts';
import { BODY, DECIDERS, HOURS, JOURNEY, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import { monthOf } from '../plan.ts';
import {
  BUNCHING_UNIT,
  HARD_GRADE,
  isSlow,
  PAUSES_FROM,
  POLISHED_OFFICE,
  REPEATS_AFTER_HARD_LETTER,
  REPEATS_USUAL,
  SENDS_BACK,
  SENDS_BACK_FACTOR,
  SLOW_FACTOR,
} from '../planted.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import { survey } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { addStatusAsks, type Stage } from './asks.ts';
import { complain } from './complaint.ts';
import { exchange } from './exchange.ts';
import { handIn } from './intake.ts';

/** One application for a benefit through the centre or the portal (touchpoints 5 to 11 of the life situation). Median and
 *  90th percentile of each part, in days: field-notes § 6.2. */
const PARTS = {
  registration: [0.6, 2.0],
  client: [6, 14],
  check: [1.1, 3.0],
  decision: [1.2, 3.2],
  notice: [0.2, 2.0],
  payment: [4.0, 7.1],
} as const;
const TERM_DAYS = 25;

export interface BenefitStart {
  readonly client: Client;
  readonly run: string;
  /** Day number on which the client begins. */
  readonly day: number;
  readonly repeatOf?: { readonly service: string; readonly channel: string; readonly reopenedFrom?: string };
}

export function benefit(world: World, start: BenefitStart): void {
  const { random, plan } = world;
  const service = start.repeatOf?.service ?? (random.chance(0.55) ? SERVICE.birthGrant : SERVICE.monthly);
  const unit = random.pick(DECIDERS);
  const events: EventRow[] = [];
  const intake = handIn(world, events, start.day, unit.id, service, start.client, start.repeatOf?.channel);
  const employee = world.employee(unit, intake.receivedAt);
  const mine = { unit: unit.id, employee } as const;
  const id = world.caseId();

  const registeredIn = actAt(random, OFFICE_HOURS, intake.receivedAt, random.skewed(...PARTS.registration));
  events.push({
    at: registeredIn,
    kind: 'register',
    activity: 'Регистрация в ведомстве',
    touchpoint: TOUCH.registration,
    ...mine,
  });
  notifyStep(world, events, registeredIn, 'О регистрации', 0.78, mine);
  if (random.chance(0.8)) {
    events.push({
      at: registeredIn + MINUTE,
      kind: 'promise',
      activity: 'Назван срок решения',
      touchpoint: TOUCH.registration,
      ...mine,
      promisedFor: endOfDay(registeredIn + 14 * DAY),
    });
  }
  let dueAt = endOfDay(registeredIn + TERM_DAYS * DAY);

  const exchanged = exchange(world, events, registeredIn, { unit, employee });
  let at = exchanged.doneAt;
  const pace = () => (isSlow(plan, unit.id, at) ? SLOW_FACTOR : 1);
  const stages: Stage[] = [
    { from: intake.handedInAt, touchpoint: intake.office ? TOUCH.handover : TOUCH.registration },
    { from: intake.receivedAt, touchpoint: TOUCH.registration },
    { from: registeredIn, touchpoint: TOUCH.exchange },
    { from: at, touchpoint: TOUCH.check },
  ];
  let actions = intake.actions;
  const oftener = employee === SENDS_BACK ? SENDS_BACK_FACTOR : 1;
  let asked = random.chance(0.18 * oftener) ? (random.chance(0.14 * oftener) ? 2 : 1) : 0;
  for (; asked > 0; asked--) {
    at = clarify(world, events, at, mine, intake.office);
    actions++;
  }
  at = actAt(random, OFFICE_HOURS, at, random.skewed(...PARTS.check) * pace());
  events.push({ at, kind: 'step', activity: 'Проверка завершена', touchpoint: TOUCH.check, ...mine });
  stages.push({ from: at, touchpoint: TOUCH.decision });
  if (random.chance(0.02)) at = pause(world, events, at, random.skewed(6, 14), mine);

  const outcome = random.weighted(OUTCOMES[employee === SENDS_BACK ? 'strict' : 'usual']);
  const isPaid = outcome === 'granted' || outcome === 'partly';
  const decision = random.skewed(...PARTS.decision) * pace();
  const notice = random.skewed(...PARTS.notice);
  const payment = random.skewed(...PARTS.payment) * (random.chance(0.012) ? 9 : 1);
  const rest = decision + notice + (isPaid ? payment : 0);
  const hold = holding(world, unit, at + rest * DAY, dueAt);

  let decidedAt = actAt(random, OFFICE_HOURS, at, decision);
  if (hold === 'pause') {
    const pausedAt = actAt(random, OFFICE_HOURS, Math.max(at, dueAt - 1.4 * DAY), 0.02);
    if (pausedAt < dueAt) {
      const days = random.skewed(9, 16);
      decidedAt = pause(world, events, pausedAt, days, mine) + 20 * MINUTE;
      dueAt = endOfDay(decidedAt + (dueAt - pausedAt) + DAY);
    }
  } else if (hold === 'bunch' && isPaid) {
    decidedAt = actAt(random, OFFICE_HOURS, at, Math.max(0.05, (dueAt - at) / DAY - 4));
  } else if (hold === 'bunch') {
    decidedAt = actAt(random, OFFICE_HOURS, at, Math.max(0.05, (dueAt - at) / DAY - 1));
  }
  events.push({ at: decidedAt, kind: 'decide', activity: 'Решение принято', touchpoint: TOUCH.decision, ...mine });
  stages.push({ from: decidedAt, touchpoint: TOUCH.notice });
  const notifiedAt = actAt(random, OFFICE_HOURS, decidedAt, hold === 'none' ? notice : Math.min(notice, 0.1));
  events.push({ at: notifiedAt, kind: 'notify', activity: 'Извещение о решении', touchpoint: TOUCH.notice, ...mine });
  let closedAt = notifiedAt;
  if (isPaid) {
    events.push({
      at: notifiedAt + 2 * MINUTE,
      kind: 'request',
      activity: 'Заявка на выплату',
      touchpoint: TOUCH.payment,
      asked: BODY.fund,
      ...mine,
    });
    stages.push({ from: notifiedAt, touchpoint: TOUCH.payment });
    closedAt = actAt(
      random,
      OFFICE_HOURS,
      notifiedAt + 3 * MINUTE,
      hold === 'none' ? payment : lastDay(world, dueAt, notifiedAt),
    );
    events.push({
      at: closedAt,
      kind: 'pay',
      activity: 'Выплата',
      touchpoint: TOUCH.payment,
      unit: UNITS.payments.id,
      employee: world.employee(UNITS.payments, closedAt),
    });
  }
  const row: CaseRow = {
    id,
    kind: 'application',
    service,
    journey: JOURNEY,
    journeyRun: start.run,
    clientStatus: start.client.status,
    segment: start.client.segment,
    clientKey: start.client.key,
    channel: intake.channel,
    startedAt: intake.startedAt,
    registeredAt: intake.handedInAt,
    dueAt,
    closedAt,
    outcome,
    unit: unit.id,
    employee,
    body: BODY.ministry,
    reopenedFrom: start.repeatOf?.reopenedFrom,
    refusalGround: outcome === 'refused' ? (random.chance(0.38) ? 'fixable' : 'substantive') : undefined,
  };
  if (random.chance(0.022)) withdraw(world, row, events);
  actions += addStatusAsks(world, events, stages, row.closedAt as number, 32, { ...mine, answersFrom: registeredIn });
  if ((row.closedAt as number) > dueAt && random.chance(0.5)) {
    const warnedAt = actAt(random, OFFICE_HOURS, dueAt - random.between(1.5, 3) * DAY, 0);
    if (warnedAt > registeredIn && warnedAt < dueAt) {
      events.push({
        at: warnedAt,
        kind: 'notify',
        activity: 'Предупреждение о задержке',
        touchpoint: TOUCH.notice,
        subject: 'delay',
        ...mine,
      });
    }
  }
  const isWritten = world.record(row, events);
  exchanged.record(id, isWritten);
  afterwards(world, start, row, { notifiedAt, actions, office: intake.office });
}

const OUTCOMES = {
  usual: [
    ['granted', 83],
    ['partly', 3],
    ['refused', 11],
    ['returned', 2],
    ['terminated', 1],
  ],
  strict: [
    ['granted', 81],
    ['partly', 3],
    ['refused', 11],
    ['returned', 4],
    ['terminated', 1],
  ],
} as const;

/** Unit 2 lets a case wait for the last day, or hurries it there; later it stops the clock instead. */
function holding(world: World, unit: Unit, wouldClose: number, dueAt: number): 'none' | 'bunch' | 'pause' {
  if (unit.id !== BUNCHING_UNIT) return 'none';
  const { random, plan } = world;
  const spare = (dueAt - wouldClose) / DAY;
  if (monthOf(plan, dueAt - DAY) >= PAUSES_FROM && (spare < 2 || random.chance(0.16))) return 'pause';
  return spare < 0 ? (random.chance(0.85) ? 'bunch' : 'none') : spare < 9 && random.chance(0.6) ? 'bunch' : 'none';
}

/** Days from the notice to a payment in the last day before the deadline. */
const lastDay = (world: World, dueAt: number, notifiedAt: number): number =>
  Math.max(0.05, (dueAt - world.random.between(7, 30) * HOUR - notifiedAt) / DAY);

function notifyStep(world: World, events: EventRow[], at: number, what: string, chance: number, mine: object): void {
  const { random } = world;
  const after = random.chance(chance)
    ? random.between(1, 20) * MINUTE
    : random.chance(0.5)
      ? random.between(1.1, 3) * DAY
      : 0;
  if (after > 0) {
    events.push({
      at: Math.floor(at + after),
      kind: 'notify',
      activity: what,
      touchpoint: TOUCH.notice,
      initiator: 'system',
      ...mine,
    });
  }
}

function pause(
  world: World,
  events: EventRow[],
  at: number,
  days: number,
  mine: { readonly unit: string; readonly employee: string },
): number {
  events.push({ at, kind: 'suspend', activity: 'Приостановка', touchpoint: TOUCH.check, ...mine });
  if (world.random.chance(0.6)) {
    events.push({
      at: at + 30 * MINUTE,
      kind: 'notify',
      activity: 'О приостановке',
      touchpoint: TOUCH.notice,
      ...mine,
    });
  }
  const resumed = actAt(world.random, OFFICE_HOURS, at + HOUR, days);
  events.push({ at: resumed, kind: 'resume', activity: 'Возобновление', touchpoint: TOUCH.check, ...mine });
  return resumed;
}

/** The client is asked for papers, some of which the state has, and brings them. */
function clarify(
  world: World,
  events: EventRow[],
  after: number,
  mine: { readonly unit: string; readonly employee: string },
  office: Unit | null,
): number {
  const { random } = world;
  const askedAt = actAt(random, OFFICE_HOURS, after, 0.03);
  const items = random.weighted([
    [1, 6],
    [2, 3],
    [3, 1],
  ]);
  const known = random.chance(0.45) ? random.whole(1, items) : 0;
  events.push({
    at: askedAt,
    kind: 'request',
    activity: 'Запрос документов у заявителя',
    touchpoint: TOUCH.clarify,
    asked: 'client',
    items,
    ...mine,
  });
  const days = random.skewed(...PARTS.client);
  if (office && random.chance(0.5)) {
    const brought = Math.max(arrival(random, HOURS[BODY.centre], dayOf(askedAt + days * DAY)), askedAt + HOUR);
    events.push({
      at: brought,
      kind: 'visit',
      activity: 'Визит',
      touchpoint: TOUCH.clarify,
      initiator: 'client',
      channel: 'office',
    });
    events.push({
      at: brought + 9 * MINUTE,
      kind: 'submit',
      activity: 'Документы донесены',
      touchpoint: TOUCH.clarify,
      initiator: 'client',
      channel: 'office',
      items,
      known,
    });
    return brought + 9 * MINUTE;
  }
  const sent = Math.max(online(random, dayOf(askedAt + days * DAY)), askedAt + HOUR);
  events.push({
    at: sent,
    kind: 'submit',
    activity: 'Документы досланы',
    touchpoint: TOUCH.clarify,
    initiator: 'client',
    channel: 'portal',
    items,
    known,
  });
  return sent;
}

function withdraw(world: World, row: CaseRow, events: EventRow[]): void {
  const from = row.registeredAt as number;
  const at = Math.floor(from + ((row.closedAt as number) - from) * world.random.between(0.2, 0.7));
  const kept = events.filter((event) => event.at < at);
  events.length = 0;
  events.push(...kept, {
    at,
    kind: 'step',
    activity: 'Отзыв заявления',
    touchpoint: TOUCH.clarify,
    initiator: 'client',
    channel: row.channel,
  });
  row.closedAt = at;
  row.outcome = 'withdrawn';
  row.refusalGround = undefined;
}

/** Letter, survey, complaint, and the client who comes back. */
function afterwards(
  world: World,
  start: BenefitStart,
  row: CaseRow,
  seen: { readonly notifiedAt: number; readonly actions: number; readonly office: Unit | null },
): void {
  const { random } = world;
  if (row.outcome === 'withdrawn') return;
  const closedAt = row.closedAt as number;
  const isRefused = row.outcome === 'refused';
  const letterTo = {
    caseId: row.id,
    at: seen.notifiedAt,
    unit: row.unit as string,
    employee: row.employee,
    touchpoint: TOUCH.notice,
  };
  const grade = writeLetter(world, { kind: isRefused ? 'refusal' : 'notice', ...letterTo });
  const place = seen.office && random.chance(0.6) ? seen.office : null;
  survey(world, {
    at: closedAt,
    outcomeClass: isRefused ? 'refused' : row.outcome === 'granted' || row.outcome === 'partly' ? 'granted' : 'other',
    clientStatus: row.clientStatus,
    segment: row.segment as string,
    channel: row.channel as string,
    touchpoint: place ? TOUCH.intake : TOUCH.notice,
    unit: place?.id ?? (row.unit as string),
    body: place?.body ?? BODY.ministry,
    service: row.service as string,
    journey: JOURNEY,
    slowness: (closedAt - (row.registeredAt as number)) / (14 * DAY),
    actions: seen.actions,
    metStaff: place !== null || random.chance(0.5),
  });
  complain(world, row, start.client, {
    chance: isRefused ? 0.1 : 0.018,
    isLate: closedAt > (row.dueAt as number),
    place: place?.id === POLISHED_OFFICE ? place : null,
  });
  if (start.repeatOf) return;
  const comesBack =
    grade >= HARD_GRADE && !isRefused
      ? REPEATS_AFTER_HARD_LETTER
      : row.refusalGround === 'fixable'
        ? 0.2
        : isRefused
          ? 0.06
          : REPEATS_USUAL;
  if (!random.chance(comesBack)) return;
  benefit(world, {
    client: start.client,
    run: start.run,
    day: dayOf(closedAt) + random.whole(2, 26),
    repeatOf: {
      service: row.service as string,
      channel: row.channel as string,
      reopenedFrom: random.chance(0.15) ? row.id : undefined,
    },
  });
}
