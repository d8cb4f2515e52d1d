import { actAt, DAY, endOfDay, HOUR, MINUTE, OFFICE_HOURS } from '../clock.ts';
import { BODY, SERVICE, TOUCH, UNITS, type Unit } from '../places.ts';
import { BY_HAND } from '../planted.ts';
import type { EventRow } from '../rows.ts';
import type { World } from '../world.ts';
import { askColleague } from './colleagues.ts';

export interface Exchanged {
  readonly doneAt: number;
  /** Writes the requests as cases of the answering body, once the asking case is known. */
  readonly record: (parentCase: string, isParentWritten: boolean) => void;
}

/** Days of an answer by machine and by hand (field-notes § 6.2). */
const AUTO = [0.4, 1.5] as const;
const HAND = [5, 16] as const;
/** The law gives five working days: a week. */
const TERM_DAYS = 7;

/** Requests to the Fund and the registry, 1.4 a case; the case goes on when the last is answered. */
export function exchange(
  world: World,
  events: EventRow[],
  registeredIn: number,
  asker: { readonly unit: Unit; readonly employee: string },
): Exchanged {
  const { random } = world;
  const mine = { unit: asker.unit.id, employee: asker.employee, touchpoint: TOUCH.exchange } as const;
  const isByHand = random.chance(BY_HAND);
  const asked = isByHand || random.chance(0.5) ? BODY.fund : BODY.registry;
  const sentAt = registeredIn + random.whole(4, 15) * MINUTE;
  const doneAt = isByHand
    ? actAt(random, OFFICE_HOURS, sentAt, random.skewed(...HAND))
    : world.afterOutage(Math.floor(sentAt + random.skewed(...AUTO) * DAY) + MINUTE);
  events.push({ at: sentAt, kind: 'request', activity: 'Межведомственный запрос', asked, ...mine });
  if (random.chance(0.4)) {
    const other = asked === BODY.fund ? BODY.registry : BODY.fund;
    const otherDone = Math.min(doneAt - MINUTE, world.afterOutage(sentAt + Math.floor(random.skewed(0.15, 0.8) * DAY)));
    events.push({ at: sentAt + MINUTE, kind: 'request', activity: 'Межведомственный запрос', asked: other, ...mine });
    events.push({
      at: Math.max(otherDone, sentAt + 2 * MINUTE),
      kind: 'receive',
      activity: 'Ответ на запрос получен',
      asked: other,
      initiator: 'system',
      ...mine,
    });
  }
  events.push({
    at: Math.max(doneAt, sentAt + 3 * MINUTE),
    kind: 'receive',
    activity: 'Ответ на запрос получен',
    asked,
    initiator: isByHand ? 'body' : 'system',
    ...mine,
  });
  const isCase = isByHand || random.chance(0.14);
  const record = (parentCase: string, isParentWritten: boolean) => {
    if (isCase)
      recordRequest(
        world,
        asker.unit,
        sentAt,
        Math.max(doneAt, sentAt + 3 * MINUTE),
        isByHand,
        isParentWritten ? parentCase : undefined,
      );
  };
  return { doneAt: Math.max(doneAt, sentAt + 3 * MINUTE), record };
}

/** The same request as the Fund sees it: a case whose client is a colleague of the ministry. */
function recordRequest(
  world: World,
  asker: Unit,
  sentAt: number,
  doneAt: number,
  isByHand: boolean,
  parentCase?: string,
): void {
  const { random } = world;
  const unit = UNITS.exchange;
  const employee = world.employee(unit, sentAt);
  const mine = { unit: unit.id, employee, touchpoint: TOUCH.exchange } as const;
  const id = world.caseId();
  const client = world.colleague();
  const events: EventRow[] = [
    {
      at: sentAt,
      kind: 'submit',
      activity: 'Запрос направлен',
      touchpoint: TOUCH.exchange,
      initiator: 'client',
      channel: 'smev',
      items: 0,
      known: 0,
    },
  ];
  const life = doneAt - sentAt;
  const at = (part: number) => Math.floor(sentAt + life * part);
  if (isByHand) {
    events.push({ at: at(0.1), kind: 'register', activity: 'Запрос принят', ...mine });
    if (random.chance(0.7))
      events.push({ at: at(0.1) + 5 * MINUTE, kind: 'notify', activity: 'О принятии', initiator: 'system', ...mine });
    if (random.chance(0.16)) {
      events.push({ at: at(0.2), kind: 'request', activity: 'Уточнение запроса', asked: 'client', ...mine });
      events.push({
        at: at(0.42),
        kind: 'submit',
        activity: 'Уточнение направлено',
        touchpoint: TOUCH.exchange,
        initiator: 'client',
        channel: 'smev',
        items: 0,
        known: 0,
      });
    }
    if (random.chance(0.2))
      events.push({ at: at(0.5), kind: 'transfer', activity: 'Передано исполнителю', asked: unit.id, ...mine });
    if (random.chance(0.09)) {
      events.push({ at: at(0.7), kind: 'reply', activity: 'Ответ направлен', ...mine });
      events.push({
        at: at(0.8),
        kind: 'return',
        activity: 'Ответ возвращён',
        touchpoint: TOUCH.exchange,
        initiator: 'client',
        channel: 'smev',
      });
    }
    if (life > 4 * DAY && random.chance(0.12)) {
      events.push({
        at: at(0.6),
        kind: 'contact',
        activity: 'Вопрос о ходе запроса',
        touchpoint: TOUCH.exchange,
        initiator: 'client',
        subject: 'status',
        channel: 'phone',
      });
    }
    if (random.chance(0.5)) {
      events.push({
        at: at(0.1) + HOUR,
        kind: 'promise',
        activity: 'Назван срок ответа',
        promisedFor: endOfDay(sentAt + TERM_DAYS * DAY),
        ...mine,
      });
    }
  } else {
    events.push({
      at: at(0.02),
      kind: 'register',
      activity: 'Запрос принят',
      initiator: 'system',
      unit: unit.id,
      touchpoint: TOUCH.exchange,
    });
  }
  events.push({ at: doneAt, kind: 'reply', activity: 'Ответ направлен', ...mine });
  const outcome = random.weighted([
    ['completed', 92],
    ['partly', 4],
    ['refused', 4],
  ] as const);
  const dueAt = endOfDay(sentAt + TERM_DAYS * DAY);
  if (doneAt > dueAt && random.chance(0.2)) {
    events.push({
      at: dueAt - 30 * HOUR,
      kind: 'notify',
      activity: 'Предупреждение о задержке',
      subject: 'delay',
      ...mine,
    });
  }
  world.record(
    {
      id,
      kind: 'interagency',
      service: SERVICE.data,
      clientStatus: 'internal',
      segment: client.segment,
      clientKey: client.key,
      channel: 'smev',
      registeredAt: sentAt,
      dueAt,
      closedAt: doneAt,
      outcome,
      unit: unit.id,
      employee: isByHand ? employee : undefined,
      body: BODY.fund,
      parentCase,
      refusalGround: outcome === 'refused' ? 'fixable' : undefined,
    },
    events,
  );
  if (isByHand)
    askColleague(world, {
      unit: unit.id,
      body: BODY.fund,
      service: SERVICE.data,
      at: doneAt,
      isLate: doneAt > dueAt,
      share: 0.34,
      asker: asker.id,
    });
}
