import { actAt, arrival, DAY, dayOf, endOfDay, HOUR, type Hours, MINUTE, online } from '../clock.ts';
import { BODY, type Body, HOURS, JOURNEY, REGISTRIES, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import { survey } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { addStatusAsks } from './asks.ts';
import { benefit } from './benefit.ts';
import { complain } from './complaint.ts';
import { papers, takeTicket, waitInQueue } from './intake.ts';

/** The life situation of one family: what it goes through beside the benefit (touchpoints 2, 3, 4 and 12). */
export function family(world: World, day: number): void {
  const { random } = world;
  const client = world.family();
  const run = world.runId();
  if (random.chance(0.12)) step(world, CERTIFICATE, client, run, day);
  let next = day + random.whole(1, 3);
  if (random.chance(0.35)) next = dayOf(step(world, BIRTH_RECORD, client, run, next));
  if (random.chance(0.12)) step(world, RESIDENCE, client, run, next + random.whole(1, 6));
  if (random.chance(0.15)) step(world, KINDERGARTEN, client, run, next + random.whole(1, 9));
  benefit(world, { client, run, day: next + random.whole(1, 5) });
}

interface Step {
  readonly service: string;
  readonly body: Body;
  readonly units: readonly Unit[];
  /** Part of the applications that come over the portal. */
  readonly portal: number;
  /** Days from registration to the decision, and from it to the result. */
  readonly decision: readonly [number, number];
  readonly result: readonly [number, number] | null;
  readonly term: number;
  readonly refused: number;
  readonly decider: string;
  /** Share of cases in which the client pays a fee, and roubles. */
  readonly fee: readonly [share: number, roubles: number];
  readonly handedOver: boolean;
}

const CERTIFICATE: Step = {
  service: SERVICE.certificate,
  body: BODY.clinic,
  units: [UNITS.maternity],
  portal: 0,
  decision: [0.25, 0.8],
  result: [0.03, 0.2],
  term: 1,
  refused: 0,
  decider: 'Свидетельство оформлено',
  fee: [0, 0],
  handedOver: false,
};
const BIRTH_RECORD: Step = {
  service: SERVICE.birthRecord,
  body: BODY.registry,
  units: REGISTRIES,
  portal: 0.5,
  decision: [0.7, 2.2],
  result: [0.1, 0.8],
  term: 3,
  refused: 0.01,
  decider: 'Запись составлена',
  fee: [0.12, 350],
  handedOver: false,
};
const RESIDENCE: Step = {
  service: SERVICE.residence,
  body: BODY.residence,
  units: [UNITS.residence],
  portal: 0.3,
  decision: [2.6, 5.5],
  result: [0.6, 2],
  term: 8,
  refused: 0.03,
  decider: 'Регистрация оформлена',
  fee: [0.1, 500],
  handedOver: true,
};
const KINDERGARTEN: Step = {
  service: SERVICE.kindergarten,
  body: BODY.city,
  units: [UNITS.kindergarten],
  portal: 0.85,
  decision: [4.4, 19],
  result: null,
  term: 14,
  refused: 0.05,
  decider: 'Решение о зачислении в очередь',
  fee: [0.04, 900],
  handedOver: false,
};

/** One service of the life situation: handed in, registered, decided, issued. Returns when it was closed. */
function step(
  world: World,
  how: Step,
  client: Client,
  run: string,
  day: number,
  again?: { readonly reopenedFrom?: string },
): number {
  const { random } = world;
  const hours = HOURS[how.body];
  const unit = random.pick(how.units);
  const isPortal = random.chance(how.portal);
  const events: EventRow[] = [];
  const came = isPortal
    ? { at: online(random, day), startedAt: undefined as number | undefined }
    : atCounter(world, events, how, hours, unit, day);
  const channel = isPortal ? 'portal' : 'office';
  const handedInAt = isPortal ? came.at + Math.floor(Math.min(random.skewed(0.03, 1.2), 13) * DAY) : came.at;
  if (isPortal) {
    came.startedAt = came.at;
    events.push({
      at: came.at,
      kind: 'draft',
      activity: 'Черновик',
      touchpoint: TOUCH.intake,
      initiator: 'client',
      channel,
    });
  }
  const place = isPortal || how.handedOver ? {} : { unit: unit.id };
  events.push({
    at: handedInAt,
    kind: 'submit',
    activity: 'Подача заявления',
    touchpoint: TOUCH.intake,
    initiator: 'client',
    channel,
    ...papers(world),
    ...place,
  });
  const isPaid = random.chance(how.fee[0]);
  events.push({
    at: handedInAt - 3 * MINUTE,
    kind: 'pay',
    activity: isPaid ? 'Пошлина' : 'Без оплаты',
    touchpoint: TOUCH.intake,
    initiator: 'client',
    channel,
    amount: how.fee[1],
  });
  if (!isPaid) events.pop();
  let at = handedInAt;
  if (how.handedOver && !isPortal) at = handOver(world, events, unit, at);
  const registeredIn = actAt(random, hours, at, isPortal ? random.skewed(0.3, 1) : 0.005);
  const mine = { unit: unit.id, employee: world.employee(unit, registeredIn) } as const;
  events.push({ at: registeredIn, kind: 'register', activity: 'Регистрация', touchpoint: TOUCH.registration, ...mine });
  if (random.chance(0.75))
    events.push({
      at: registeredIn + 2 * MINUTE,
      kind: 'notify',
      activity: 'О регистрации',
      touchpoint: TOUCH.notice,
      initiator: 'system',
      ...mine,
    });
  const dueAt = endOfDay(registeredIn + how.term * DAY);
  if (random.chance(0.4))
    events.push({
      at: registeredIn + 4 * MINUTE,
      kind: 'promise',
      activity: 'Назван срок',
      touchpoint: TOUCH.registration,
      promisedFor: dueAt,
      ...mine,
    });
  const decidedAt = actAt(random, hours, registeredIn + 5 * MINUTE, random.skewed(...how.decision));
  events.push({ at: decidedAt, kind: 'decide', activity: how.decider, touchpoint: TOUCH.decision, ...mine });
  const isRefused = random.chance(how.refused);
  let closedAt = decidedAt;
  if (random.chance(0.7) || !how.result) {
    closedAt = decidedAt + random.whole(2, 40) * MINUTE;
    events.push({ at: closedAt, kind: 'notify', activity: 'Извещение о решении', touchpoint: TOUCH.notice, ...mine });
  }
  if (how.result && !isRefused) {
    closedAt = Math.max(actAt(random, hours, closedAt, random.skewed(...how.result)), closedAt + MINUTE);
    events.push({ at: closedAt, kind: 'issue', activity: 'Выдача результата', touchpoint: TOUCH.issue, ...mine });
    if (!isPortal && random.chance(0.25)) {
      events.push({
        at: closedAt - MINUTE / 2,
        kind: 'visit',
        activity: 'Визит за результатом',
        touchpoint: TOUCH.issue,
        initiator: 'client',
        channel,
      });
    }
  }
  const asks = addStatusAsks(
    world,
    events,
    [{ from: registeredIn + 6 * MINUTE, touchpoint: TOUCH.decision }],
    decidedAt,
    16,
    { ...mine, answersFrom: registeredIn },
  );
  const row: CaseRow = {
    id: world.caseId(),
    kind: 'application',
    service: how.service,
    journey: JOURNEY,
    journeyRun: run,
    clientStatus: client.status,
    segment: client.segment,
    clientKey: client.key,
    channel,
    startedAt: came.startedAt,
    registeredAt: handedInAt,
    dueAt,
    closedAt,
    outcome: isRefused ? 'refused' : 'granted',
    refusalGround: isRefused ? random.pick(['fixable', 'substantive']) : undefined,
    ...mine,
    body: how.body,
    reopenedFrom: again?.reopenedFrom,
  };
  world.record(row, events);
  survey(world, {
    at: closedAt,
    outcomeClass: isRefused ? 'refused' : 'granted',
    clientStatus: client.status,
    segment: client.segment,
    channel,
    touchpoint: how.result ? TOUCH.issue : TOUCH.notice,
    unit: unit.id,
    body: how.body,
    service: how.service,
    journey: JOURNEY,
    slowness: (closedAt - handedInAt) / (how.term * DAY),
    actions: 1 + asks + (isPortal ? 0 : 1),
    metStaff: !isPortal,
  });
  complain(world, row, client, { chance: isRefused ? 0.12 : 0.012, isLate: closedAt > dueAt, place: null });
  if (!again && random.chance(0.025)) {
    step(world, how, client, run, dayOf(closedAt) + random.whole(2, 25), {
      reopenedFrom: random.chance(0.3) ? world.written(row) : undefined,
    });
  }
  return closedAt;
}

function atCounter(
  world: World,
  events: EventRow[],
  how: Step,
  hours: Hours,
  unit: Unit,
  day: number,
): { at: number; startedAt: number | undefined } {
  const { random } = world;
  const counter = how.handedOver ? world.office() : unit;
  const came = arrival(random, how.handedOver ? HOURS[BODY.centre] : hours, day);
  const called = came + waitInQueue(world, counter);
  if (how.body !== BODY.clinic)
    takeTicket(events, came, called, {
      unit: counter.id,
      employee: world.employee(counter, called),
      channel: 'office',
    });
  events.push({
    at: called + MINUTE,
    kind: 'visit',
    activity: 'Визит',
    touchpoint: TOUCH.intake,
    initiator: 'client',
    unit: counter.id,
    channel: 'office',
  });
  return { at: called + random.whole(6, 20) * MINUTE, startedAt: undefined };
}

/** The centre sends the papers on; on the way they are nobody's. */
function handOver(world: World, events: EventRow[], unit: Unit, at: number): number {
  const { random } = world;
  const counter = events.find((event) => event.kind === 'visit')?.unit;
  const sentAt = at + random.whole(30, 120) * MINUTE;
  events.push({
    at: sentAt,
    kind: 'transfer',
    activity: 'Передано в ведомство',
    touchpoint: TOUCH.handover,
    asked: unit.id,
    unit: counter,
    channel: 'office',
  });
  const receivedAt = actAt(random, HOURS[unit.body], sentAt + HOUR, random.skewed(0.8, 2.2));
  events.push({
    at: receivedAt,
    kind: 'receive',
    activity: 'Получено ведомством',
    touchpoint: TOUCH.handover,
    unit: unit.id,
  });
  return receivedAt;
}
