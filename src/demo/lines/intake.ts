import { actAt, arrival, DAY, dayOf, endOfDay, HOUR, MINUTE, online } from '../clock.ts';
import { BODY, HOURS, TOUCH, type Unit } from '../places.ts';
import { COURIER_HOURS, isElectronic, POLISHED_OFFICE } from '../planted.ts';
import type { EventRow } from '../rows.ts';
import { pulse } from '../voices.ts';
import type { Client, World } from '../world.ts';

export interface HandedIn {
  readonly channel: 'office' | 'portal';
  readonly office: Unit | null;
  readonly startedAt?: number;
  readonly handedInAt: number;
  /** The deciding body has it. */
  readonly receivedAt: number;
  readonly actions: number;
}

/** A courier's hand-over takes 2.4 days in the median and 6 at the 90th percentile (field-notes § 6.2); the waiting for
 *  the courier's day adds to what is drawn here. */
const COURIER = [2.0, 5.3] as const;
const ELECTRONIC = [0.01, 0.05] as const;
const OFFICE_SHARE = 0.45;

/** The client hands the matter in, at a counter or on the portal, and it reaches the deciding unit. */
export function handIn(
  world: World,
  events: EventRow[],
  day: number,
  decider: string,
  service: string,
  client: Client,
  sameChannel?: string,
): HandedIn {
  const { random } = world;
  const isOffice = sameChannel ? sameChannel === 'office' : random.chance(OFFICE_SHARE);
  return isOffice
    ? atCounter(world, events, day, decider, service, client)
    : onPortal(world, events, day, decider, service, client);
}

function atCounter(
  world: World,
  events: EventRow[],
  day: number,
  decider: string,
  service: string,
  client: Client,
): HandedIn {
  const { random, plan } = world;
  const office = world.office();
  const came = arrival(random, HOURS[BODY.centre], day);
  const called = came + waitInQueue(world, office);
  const employee = world.employee(office, called);
  const mine = { unit: office.id, employee, channel: 'office' } as const;
  takeTicket(events, came, called, mine);
  events.push({
    at: called + MINUTE,
    kind: 'visit',
    activity: 'Визит',
    touchpoint: TOUCH.intake,
    initiator: 'client',
    ...mine,
  });
  const handedInAt = Math.floor(called + random.between(8, 25) * MINUTE);
  events.push({
    at: handedInAt,
    kind: 'submit',
    activity: 'Подача заявления',
    touchpoint: TOUCH.intake,
    initiator: 'client',
    ...papers(world),
    ...mine,
  });
  const sentAt = Math.floor(handedInAt + random.between(25, 61) * MINUTE);
  events.push({
    at: sentAt,
    kind: 'transfer',
    activity: 'Передано в ведомство',
    touchpoint: TOUCH.handover,
    asked: decider,
    ...mine,
  });
  const receivedAt = isElectronic(plan, office.id, sentAt)
    ? Math.floor(sentAt + random.skewed(...ELECTRONIC) * DAY + MINUTE)
    : actAt(random, COURIER_HOURS, sentAt, random.skewed(...COURIER));
  events.push({
    at: receivedAt,
    kind: 'receive',
    activity: 'Получено ведомством',
    touchpoint: TOUCH.handover,
    unit: decider,
  });
  if (random.chance(0.25)) askAboutWait(world, office, called, service, client);
  return { channel: 'office', office, handedInAt, receivedAt, actions: 2 };
}

function onPortal(
  world: World,
  events: EventRow[],
  day: number,
  decider: string,
  service: string,
  client: Client,
): HandedIn {
  const { random } = world;
  const startedAt = online(random, day);
  const handedInAt = Math.floor(startedAt + Math.min(random.skewed(0.03, 1.5), 20) * DAY + 4 * MINUTE);
  const how = { touchpoint: TOUCH.intake, initiator: 'client', channel: 'portal' } as const;
  events.push({ at: startedAt, kind: 'draft', activity: 'Черновик', ...how });
  events.push({ at: handedInAt, kind: 'submit', activity: 'Подача заявления', ...papers(world), ...how });
  const receivedAt = Math.floor(handedInAt + random.between(25, 61) * MINUTE);
  events.push({
    at: receivedAt,
    kind: 'receive',
    activity: 'Получено ведомством',
    touchpoint: TOUCH.intake,
    initiator: 'system',
    unit: decider,
    channel: 'portal',
  });
  if (random.chance(0.33)) {
    pulse(
      world,
      {
        at: handedInAt,
        outcomeClass: 'other',
        clientStatus: client.status,
        segment: client.segment,
        channel: 'portal',
        touchpoint: TOUCH.intake,
        unit: decider,
        body: BODY.ministry,
        service,
        slowness: 1,
        actions: 1,
        metStaff: false,
      },
      'knew-what-needed',
    );
  }
  return { channel: 'portal', office: null, startedAt, handedInAt, receivedAt, actions: 1 };
}

/** Documents handed in, and how many of them the state holds already. */
export function papers(world: World): { readonly items: number; readonly known: number } {
  const { random } = world;
  const items = random.weighted([
    [2, 2],
    [3, 4],
    [4, 4],
    [5, 2],
    [6, 1],
  ]);
  return {
    items,
    known: Math.min(
      items,
      random.weighted([
        [0, 4],
        [1, 4],
        [2, 2],
      ]),
    ),
  };
}

/** Seconds in the queue: 9 minutes in the median, 34 at the 90th percentile. One office closes its tickets in time. */
export function waitInQueue(world: World, office: Unit): number {
  const { random } = world;
  const wait = Math.floor(random.skewed(9, 34) * MINUTE);
  return office.id === POLISHED_OFFICE && wait > 14.5 * MINUTE
    ? 15 * MINUTE - random.whole(1, 30)
    : Math.min(wait, 3 * HOUR);
}

export function takeTicket(
  events: EventRow[],
  came: number,
  called: number,
  mine: { readonly unit: string; readonly employee: string; readonly channel: string },
): void {
  events.push({
    at: came,
    kind: 'queue',
    activity: 'Талон',
    touchpoint: TOUCH.queue,
    initiator: 'client',
    unit: mine.unit,
    channel: mine.channel,
  });
  events.push({ at: called, kind: 'call', activity: 'Вызов к окну', touchpoint: TOUCH.queue, ...mine });
}

/** The clock of the ticket and the client's patience part ways where tickets are closed early. */
export function askAboutWait(world: World, office: Unit, at: number, service: string, client: Client): void {
  pulse(
    world,
    {
      at: Math.min(at, endOfDay(dayOf(at) * DAY)),
      outcomeClass: 'other',
      clientStatus: client.status,
      segment: client.segment,
      channel: 'office',
      touchpoint: TOUCH.queue,
      unit: office.id,
      body: BODY.centre,
      service,
      slowness: 1,
      actions: 1,
      metStaff: false,
    },
    'wait-acceptable',
    office.id === POLISHED_OFFICE ? -0.24 : 0,
  );
}
