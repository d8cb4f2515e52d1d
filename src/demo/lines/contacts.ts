import { arrival, DAY, dayOf, MINUTE, online } from '../clock.ts';
import { BODY, HOURS, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import { POLISHED_OFFICE } from '../planted.ts';
import type { EventRow, OutcomeClass } from '../rows.ts';
import { agreement, type Experience, pulse } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { askAboutWait, takeTicket, waitInQueue } from './intake.ts';

/** Tickets, calls and chats that belong to no case; applications that were begun and never handed in; the marks of the
 *  old kind, which stay at 97 % whatever happens. */

export function contact(world: World, day: number): void {
  const { random } = world;
  const client = random.chance(0.85) ? world.family() : world.firm();
  if (random.chance(0.6)) ticket(world, client, day);
  else call(world, client, day);
}

function ticket(world: World, client: Client, day: number): void {
  const { random } = world;
  const office = world.office();
  const came = arrival(random, HOURS[BODY.centre], day);
  const called = came + waitInQueue(world, office);
  const mine = { unit: office.id, employee: world.employee(office, called), channel: 'office' } as const;
  const events: EventRow[] = [];
  const doneAt = called + random.whole(5, 25) * MINUTE;
  const isGone = random.chance(0.06);
  takeTicket(events, came, called, mine);
  // The polished office calls those who have left, too: so its tickets end in time.
  if (isGone && office.id !== POLISHED_OFFICE) events.pop();
  if (!isGone) {
    events.push({
      at: called + MINUTE,
      kind: 'visit',
      activity: 'Визит за консультацией',
      touchpoint: TOUCH.advice,
      initiator: 'client',
      ...mine,
    });
    events.push({ at: doneAt, kind: 'reply', activity: 'Консультация дана', touchpoint: TOUCH.advice, ...mine });
  }
  world.record(row(world, client, office, 'office', came, doneAt, isGone, mine.employee), events);
  if (random.chance(0.25)) askAboutWait(world, office, called, SERVICE.consultation, client);
  if (!isGone) afterAdvice(world, client, office, 'office', doneAt);
  if (!isGone && random.chance(0.5)) kioskMarks(world, office, client, doneAt);
}

function call(world: World, client: Client, day: number): void {
  const { random } = world;
  const centre = UNITS.callCentre;
  const channel = random.chance(0.75) ? 'phone' : 'chat';
  const at = online(random, day);
  const mine = { unit: centre.id, employee: world.employee(centre, at), channel } as const;
  const doneAt = at + random.whole(3, 14) * MINUTE + (random.chance(0.2) ? random.whole(1, 40) * 60 * MINUTE : 0);
  const events: EventRow[] = [
    { at, kind: 'contact', activity: 'Звонок', touchpoint: TOUCH.advice, initiator: 'client', channel },
    { at: doneAt, kind: 'reply', activity: 'Консультация дана', touchpoint: TOUCH.advice, ...mine },
  ];
  world.record(row(world, client, centre, channel, at, doneAt, false, mine.employee), events);
  afterAdvice(world, client, centre, channel, doneAt);
}

const row = (
  world: World,
  client: Client,
  unit: Unit,
  channel: string,
  at: number,
  doneAt: number,
  isGone: boolean,
  employee: string,
) =>
  ({
    id: world.caseId(),
    kind: 'contact',
    service: SERVICE.consultation,
    clientStatus: client.status,
    segment: client.segment,
    clientKey: client.key,
    channel,
    registeredAt: at,
    closedAt: doneAt,
    outcome: isGone ? 'withdrawn' : 'explained',
    unit: unit.id,
    employee,
    body: unit.body,
  }) as const;

const seen = (
  client: Client,
  unit: Unit,
  channel: string,
  at: number,
  outcomeClass: OutcomeClass = 'other',
): Experience => ({
  at,
  outcomeClass,
  clientStatus: client.status,
  segment: client.segment,
  channel,
  touchpoint: TOUCH.advice,
  unit: unit.id,
  body: unit.body,
  service: SERVICE.consultation,
  slowness: 1,
  actions: 1,
  metStaff: true,
});

function afterAdvice(world: World, client: Client, unit: Unit, channel: string, at: number): void {
  const { random } = world;
  if (!random.chance(0.5)) return;
  pulse(world, seen(client, unit, channel, at + 60 * MINUTE), random.chance(0.6) ? 'understood-me' : 'competence');
}

const KIOSK_ITEMS = ['mkgu-time', 'mkgu-queue', 'mkgu-politeness'] as const;
const KIOSK_TOP = 0.97;

/** Marks on a tablet at the window, as «Ваш контроль» collects them: nearly all 4 and 5, and nothing moves them. */
function kioskMarks(world: World, office: Unit, client: Client, at: number): void {
  const { random } = world;
  for (const question of KIOSK_ITEMS) {
    const value = random.chance(KIOSK_TOP) ? (random.chance(0.85) ? 5 : 4) : random.whole(1, 3);
    world.answer({
      question,
      value,
      at: Math.floor(at / 3600) * 3600,
      channel: 'kiosk',
      touchpoint: TOUCH.intake,
      unit: office.id,
      body: office.body,
      service: SERVICE.consultation,
      clientStatus: client.status,
      segment: client.segment,
      outcomeClass: 'other',
    });
  }
}

/** Begun on the portal, never handed in. */
export function abandoned(world: World, day: number): void {
  const { random } = world;
  const client = random.chance(0.93) ? world.family() : world.firm();
  const at = online(random, day);
  const how = { touchpoint: TOUCH.intake, initiator: 'client', channel: 'portal' } as const;
  const events: EventRow[] = [{ at, kind: 'draft', activity: 'Черновик', ...how }];
  if (random.chance(0.4))
    events.push({ at: at + random.whole(20, 3000) * MINUTE, kind: 'draft', activity: 'Черновик изменён', ...how });
  world.record(
    {
      id: world.caseId(),
      kind: 'application',
      service: client.status === 'citizen' ? random.pick([SERVICE.birthGrant, SERVICE.monthly]) : SERVICE.provider,
      clientStatus: client.status,
      segment: client.segment,
      clientKey: client.key,
      channel: 'portal',
      startedAt: at,
      body: BODY.ministry,
    },
    events,
  );
  if (random.chance(0.15)) {
    const experience = {
      ...seen(client, UNITS.callCentre, 'portal', at + 2 * DAY),
      touchpoint: TOUCH.intake,
      body: BODY.ministry,
      metStaff: false,
    };
    world.answer({
      question: 'knew-what-needed',
      value: agreement(world, experience, 'knew-what-needed', at, -0.35),
      at: dayOf(at + 2 * DAY) * DAY,
      channel: 'email',
      touchpoint: TOUCH.intake,
      body: BODY.ministry,
      clientStatus: client.status,
      segment: client.segment,
      outcomeClass: 'other',
    });
  }
}
