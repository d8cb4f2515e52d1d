import { actAt, DAY, dayOf, endOfDay, lastAfternoon, MINUTE, OFFICE_HOURS } from '../clock.ts';
import { BODY, DECIDERS, JOURNEY, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import { monthOf } from '../plan.ts';
import { BUNCHING_UNIT, isSlow, PAUSES_FROM, SENDS_BACK, SENDS_BACK_FACTOR, SLOW_FACTOR } from '../planted.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import type { Client, World } from '../world.ts';
import { addStatusAsks, type Stage } from './asks.ts';
import { clarify, notifyOfRegistration, pause, warnOfDelay, withdraw } from './benefitActs.ts';
import { afterwards } from './benefitAfter.ts';
import { exchange } from './exchange.ts';
import { handIn } from './intake.ts';

/** One application for a benefit through the centre or the portal (touchpoints 5 to 11 of the life situation). Median and
 *  90th percentile of each part, in days: field-notes § 6.2. */
const PARTS = {
  registration: [0.57, 1.8],
  check: [0.85, 2.6],
  decision: [1.2, 3.2],
  notice: [0.21, 2.1],
  payment: [3.95, 6.8],
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
  notifyOfRegistration(world, events, registeredIn, mine);
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
  let asked = random.chance(0.172 * oftener) ? (random.chance(0.14 * oftener) ? 2 : 1) : 0;
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
  const payment = random.skewed(...PARTS.payment) * (random.chance(0.006) ? 8 : 1);
  const rest = decision + notice + (isPaid ? payment : 0);
  const hold = holding(world, unit, at + rest * DAY, dueAt);

  let decidedAt = actAt(random, OFFICE_HOURS, at, decision);
  if (hold === 'pause') {
    const pausedAt = lastAfternoon(random, OFFICE_HOURS, dayOf(dueAt) - 1);
    if (pausedAt > registeredIn) {
      const days = Math.max(random.skewed(9, 16), (at - pausedAt) / DAY + 0.1);
      decidedAt = actAt(random, OFFICE_HOURS, pause(world, events, pausedAt, days, mine), 0.01);
      dueAt = endOfDay(decidedAt + (dueAt - pausedAt) + DAY);
    }
  } else if (hold === 'bunch' && isPaid) {
    decidedAt = actAt(random, OFFICE_HOURS, at, Math.max(0.05, (dueAt - at) / DAY - 4));
  } else if (hold === 'bunch') {
    decidedAt = actAt(random, OFFICE_HOURS, at, Math.max(0.05, (dueAt - at) / DAY - 1));
  }
  const lastDay = lastAfternoon(random, OFFICE_HOURS, dayOf(dueAt) - (random.chance(0.35) ? 1 : 0));
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
      hold === 'none' ? payment : Math.max(0.02, (lastDay - notifiedAt) / DAY),
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
  if ((row.closedAt as number) > dueAt && random.chance(0.5)) warnOfDelay(world, events, registeredIn, dueAt, mine);
  const isWritten = world.record(row, events);
  exchanged.record(id, isWritten);
  const comesBack = afterwards(world, start.client, row, { notifiedAt, actions, office: intake.office });
  if (!comesBack || start.repeatOf) return;
  const repeatOf = {
    service,
    channel: intake.channel,
    reopenedFrom: random.chance(0.15) ? world.written(row) : undefined,
  };
  benefit(world, { client: start.client, run: start.run, day: dayOf(closedAt) + random.whole(2, 26), repeatOf });
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
  return spare < 0 ? (random.chance(0.85) ? 'bunch' : 'none') : spare < 13 && random.chance(0.75) ? 'bunch' : 'none';
}
