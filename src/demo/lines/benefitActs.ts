import { actAt, arrival, DAY, dayOf, HOUR, MINUTE, OFFICE_HOURS, online } from '../clock.ts';
import { BODY, HOURS, TOUCH, type Unit } from '../places.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import type { World } from '../world.ts';

/** Acts on a benefit beside the usual course. */

export interface Clerk {
  readonly unit: string;
  readonly employee: string;
}

/** Days until the client brings what was asked for. Drawn shorter than the 6 and 14 of field-notes § 6.2: opening hours
 *  and second requests add the rest. */
const CLIENT = [5, 11.5] as const;

/** Most clients hear at once that they are registered, some days later, some never. */
export function notifyOfRegistration(world: World, events: EventRow[], at: number, mine: Clerk): void {
  const { random } = world;
  const after = random.chance(0.78)
    ? random.between(1, 20) * MINUTE
    : random.chance(0.5)
      ? random.between(1.1, 3) * DAY
      : 0;
  if (after > 0) {
    events.push({
      at: Math.floor(at + after),
      kind: 'notify',
      activity: 'О регистрации',
      touchpoint: TOUCH.notice,
      initiator: 'system',
      ...mine,
    });
  }
}

/** The clock stops. Returns when it goes on. */
export function pause(world: World, events: EventRow[], at: number, days: number, mine: Clerk): number {
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
export function clarify(world: World, events: EventRow[], after: number, mine: Clerk, office: Unit | null): number {
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
  const days = random.skewed(...CLIENT);
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

/** The client takes the application back while it is worked on. */
export function withdraw(world: World, row: CaseRow, events: EventRow[]): void {
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

/** Half of the late cases are told so before the deadline. */
export function warnOfDelay(world: World, events: EventRow[], registeredIn: number, dueAt: number, mine: Clerk): void {
  const at = actAt(world.random, OFFICE_HOURS, dueAt - world.random.between(1.5, 3) * DAY, 0);
  if (at <= registeredIn || at >= dueAt) return;
  events.push({
    at,
    kind: 'notify',
    activity: 'Предупреждение о задержке',
    touchpoint: TOUCH.notice,
    subject: 'delay',
    ...mine,
  });
}
