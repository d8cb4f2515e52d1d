import { actAt, arrival, DAY, dayOf, endOfDay, HOUR, MINUTE, OFFICE_HOURS, online } from '../clock.ts';
import { writeLetter } from '../letters.ts';
import { BODY, DECIDERS, TOUCH, UNITS } from '../places.ts';
import { HARD_LETTERS_UNIT } from '../planted.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import { pulse, survey } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { addStatusAsks, type Stage } from './asks.ts';
import { complain } from './complaint.ts';

/** Appeals by 59-ФЗ (registered within 3 days, answered within 30) and feedback that asks to be called back. */

const TOPICS: readonly (readonly [topic: string, weight: number])[] = [
  ['Пособия на детей', 40],
  ['Сроки выплат', 25],
  ['Работа офисов', 15],
  ['Льготы многодетным', 12],
  ['Очередь в детский сад', 8],
];

/** Papers enclosed with an appeal. */
const ENCLOSED: readonly (readonly [papers: number, weight: number])[] = [
  [0, 6],
  [1, 3],
  [2, 1],
];

export function appeal(
  world: World,
  day: number,
  again?: { readonly client: Client; readonly topic: string; readonly reopenedFrom?: string },
): void {
  const { random } = world;
  const client = again?.client ?? (random.chance(0.9) ? world.family() : world.firm());
  const topic = again?.topic ?? random.weighted(TOPICS);
  const channel = random.weighted([
    ['portal', 70],
    ['mail', 18],
    ['office', 12],
  ] as const);
  const desk = UNITS.appeals;
  const isOffice = channel === 'office';
  const handedInAt = isOffice ? arrival(random, OFFICE_HOURS, day) : online(random, day);
  const registeredIn = actAt(random, OFFICE_HOURS, handedInAt + MINUTE, random.skewed(0.9, 2.4));
  const deskman = { unit: desk.id, employee: world.employee(desk, registeredIn) } as const;
  const byClient = { touchpoint: TOUCH.intake, initiator: 'client', channel } as const;
  const enclosed = random.weighted(ENCLOSED);
  const events: EventRow[] = [
    { at: handedInAt, kind: 'submit', activity: 'Обращение подано', items: enclosed, known: 0, ...byClient },
    {
      at: registeredIn,
      kind: 'register',
      activity: 'Регистрация обращения',
      touchpoint: TOUCH.registration,
      ...deskman,
    },
  ];
  if (isOffice) events.push({ at: handedInAt - 10 * MINUTE, kind: 'visit', activity: 'Личный приём', ...byClient });
  if (random.chance(0.7)) {
    events.push({
      at: registeredIn + 3 * MINUTE,
      kind: 'notify',
      activity: 'О регистрации',
      touchpoint: TOUCH.notice,
      initiator: 'system',
      ...deskman,
    });
  }
  const dueAt = endOfDay(registeredIn + 30 * DAY);
  const id = world.caseId();
  const outcome = random.weighted([
    ['explained', 38],
    ['measuresTaken', 29],
    ['refused', 19],
    ['redirected', 9],
    ['granted', 5],
  ] as const);
  const line = random.pick(DECIDERS);
  let at = actAt(random, OFFICE_HOURS, registeredIn + 10 * MINUTE, random.skewed(0.6, 2));
  let mine: { readonly unit: string; readonly employee: string } = deskman;
  events.push({
    at,
    kind: 'transfer',
    activity: outcome === 'redirected' ? 'Перенаправлено' : 'Передано в отдел',
    touchpoint: TOUCH.handover,
    asked: outcome === 'redirected' ? BODY.city : line.id,
    ...deskman,
  });
  let closedAt = at + MINUTE;
  const stages: Stage[] = [{ from: handedInAt, touchpoint: TOUCH.registration }];
  if (outcome === 'redirected') {
    events.push({
      at: closedAt,
      kind: 'reply',
      activity: 'Уведомление о перенаправлении',
      touchpoint: TOUCH.reply,
      ...deskman,
    });
  } else {
    at = actAt(random, OFFICE_HOURS, at, random.skewed(1.1, 3));
    mine = { unit: line.id, employee: world.employee(line, at) };
    events.push({ at, kind: 'start', activity: 'Взято в работу', touchpoint: TOUCH.reply, ...mine });
    stages.push({ from: at, touchpoint: TOUCH.reply });
    if (random.chance(0.35))
      events.push({
        at: at + HOUR,
        kind: 'promise',
        activity: 'Назван срок ответа',
        touchpoint: TOUCH.reply,
        promisedFor: endOfDay(at + 20 * DAY),
        ...mine,
      });
    const draftAt = actAt(random, OFFICE_HOURS, at, random.skewed(10, 23));
    events.push({ at: draftAt, kind: 'step', activity: 'Проект ответа', touchpoint: TOUCH.reply, ...mine });
    closedAt = actAt(random, OFFICE_HOURS, draftAt, random.skewed(1, 3));
    if (closedAt > dueAt) {
      const warnedAt = actAt(random, OFFICE_HOURS, dueAt - 3 * DAY, 0);
      if (random.chance(0.62) && warnedAt > at)
        events.push({
          at: warnedAt,
          kind: 'notify',
          activity: 'Предупреждение о задержке',
          touchpoint: TOUCH.notice,
          subject: 'delay',
          ...mine,
        });
      if (random.chance(0.5) && warnedAt > at)
        events.push({
          at: warnedAt + MINUTE,
          kind: 'extend',
          activity: 'Срок продлён',
          touchpoint: TOUCH.reply,
          promisedFor: dueAt + 30 * DAY,
          ...mine,
        });
    }
    events.push({ at: closedAt - 20 * MINUTE, kind: 'sign', activity: 'Подписано', touchpoint: TOUCH.reply, ...mine });
    events.push({ at: closedAt, kind: 'reply', activity: 'Ответ направлен', touchpoint: TOUCH.reply, ...mine });
  }
  if (outcome === 'measuresTaken' && random.chance(0.72)) {
    events.push({
      at: actAt(random, OFFICE_HOURS, closedAt, random.skewed(25, 80)),
      kind: 'confirm',
      activity: 'Мера подтверждена',
      touchpoint: TOUCH.reply,
      initiator: 'client',
    });
  }
  const asks = addStatusAsks(world, events, stages, closedAt, 45, {
    ...mine,
    answersFrom: stages[1]?.from ?? closedAt,
  });
  const row: CaseRow = {
    id,
    kind: 'appeal',
    topic,
    clientStatus: client.status,
    segment: client.segment,
    clientKey: client.key,
    channel,
    registeredAt: handedInAt,
    dueAt,
    closedAt,
    outcome,
    ...mine,
    body: BODY.ministry,
    reopenedFrom: again?.reopenedFrom,
  };
  world.record(row, events);
  const isRefused = outcome === 'refused';
  const grade = writeLetter(world, {
    kind: isRefused ? 'refusal' : 'reply',
    caseId: id,
    at: closedAt,
    touchpoint: TOUCH.reply,
    ...mine,
  });
  const experience = {
    at: closedAt,
    outcomeClass: isRefused ? 'refused' : outcome === 'redirected' ? 'other' : 'granted',
    clientStatus: client.status,
    segment: client.segment,
    channel: 'portal',
    touchpoint: TOUCH.reply,
    unit: mine.unit,
    body: BODY.ministry,
    service: 'Обращение',
    slowness: (closedAt - handedInAt) / (20 * DAY),
    actions: 1 + asks,
    metStaff: random.chance(0.4),
  } as const;
  survey(world, experience);
  if (random.chance(0.55))
    pulse(world, { ...experience, at: closedAt + DAY }, 'answered-my-question', grade > 15 ? -0.12 : 0);
  complain(world, row, client, { chance: isRefused ? 0.07 : 0.016, isLate: closedAt > dueAt, place: null });
  if (!again && random.chance(mine.unit === HARD_LETTERS_UNIT ? 0.1 : 0.04)) {
    appeal(world, dayOf(closedAt) + random.whole(3, 25), {
      client,
      topic,
      reopenedFrom: random.chance(0.2) ? world.written(row) : undefined,
    });
  }
}

/** A comment with the wish to be called back. */
export function feedback(world: World, day: number): void {
  const { random } = world;
  const client = random.chance(0.92) ? world.family() : world.firm();
  const madeAt = online(random, day);
  const place = random.chance(0.55) ? world.office() : random.pick(DECIDERS);
  const mine = { unit: place.id, employee: world.employee(place, madeAt), touchpoint: TOUCH.feedback } as const;
  const repliedAt = actAt(random, OFFICE_HOURS, madeAt, random.skewed(3, 8.5));
  const isAnswered = random.chance(0.93);
  const events: EventRow[] = [
    {
      at: madeAt,
      kind: 'submit',
      activity: 'Отзыв',
      touchpoint: TOUCH.feedback,
      initiator: 'client',
      channel: 'portal',
      items: 0,
      known: 0,
    },
    isAnswered
      ? { at: repliedAt, kind: 'reply', activity: 'Ответ на отзыв', channel: 'phone', ...mine }
      : { at: repliedAt, kind: 'step', activity: 'Отзыв прочитан', ...mine },
  ];
  world.record(
    {
      id: world.caseId(),
      kind: 'feedback',
      topic: random.weighted(TOPICS),
      clientStatus: client.status,
      segment: client.segment,
      clientKey: client.key,
      channel: 'portal',
      registeredAt: madeAt,
      dueAt: endOfDay(madeAt + 7 * DAY),
      closedAt: repliedAt,
      outcome: isAnswered ? 'explained' : 'completed',
      unit: mine.unit,
      employee: mine.employee,
      body: place.body,
    },
    events,
  );
}
