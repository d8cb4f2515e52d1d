import { actAt, arrival, DAY, dayOf, endOfDay, HOUR, MINUTE, OFFICE_HOURS, online } from '../clock.ts';
import { writeLetter } from '../letters.ts';
import { BODY, SERVICE, TOUCH, UNITS } from '../places.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import { survey } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { addStatusAsks } from './asks.ts';
import { complain } from './complaint.ts';

/** Organisations that want to be listed as providers of social services: many papers, a fee, a visit to their place. */
export function provider(
  world: World,
  day: number,
  again?: { readonly client: Client; readonly reopenedFrom?: string },
): void {
  const { random } = world;
  const client = again?.client ?? world.firm();
  const unit = UNITS.providers;
  const startedAt = online(random, day);
  const handedInAt = Math.floor(startedAt + Math.min(random.skewed(0.8, 6), 20) * DAY + 10 * MINUTE);
  const byClient = { initiator: 'client', channel: 'portal' } as const;
  const items = random.whole(5, 9);
  const events: EventRow[] = [
    { at: startedAt, kind: 'draft', activity: 'Черновик', touchpoint: TOUCH.intake, ...byClient },
    {
      at: handedInAt,
      kind: 'submit',
      activity: 'Подача заявления',
      touchpoint: TOUCH.intake,
      items,
      known: random.whole(1, 4),
      ...byClient,
    },
  ];
  if (random.chance(0.6))
    events.push({
      at: handedInAt - 2 * MINUTE,
      kind: 'pay',
      activity: 'Пошлина',
      touchpoint: TOUCH.intake,
      amount: random.pick([800, 1600, 1600, 3200]),
      ...byClient,
    });
  const registeredIn = actAt(random, OFFICE_HOURS, handedInAt, random.skewed(0.7, 2));
  const mine = { unit: unit.id, employee: world.employee(unit, registeredIn) } as const;
  events.push({
    at: registeredIn,
    kind: 'register',
    activity: 'Регистрация в ведомстве',
    touchpoint: TOUCH.registration,
    ...mine,
  });
  if (random.chance(0.72))
    events.push({
      at: registeredIn + 2 * MINUTE,
      kind: 'notify',
      activity: 'О регистрации',
      touchpoint: TOUCH.notice,
      initiator: 'system',
      ...mine,
    });
  events.push({
    at: registeredIn + 5 * MINUTE,
    kind: 'promise',
    activity: 'Назван срок решения',
    touchpoint: TOUCH.registration,
    promisedFor: endOfDay(registeredIn + 20 * DAY),
    ...mine,
  });
  const sentAt = registeredIn + 30 * MINUTE;
  events.push({
    at: sentAt,
    kind: 'request',
    activity: 'Межведомственный запрос',
    touchpoint: TOUCH.exchange,
    asked: BODY.fund,
    ...mine,
  });
  let at = world.afterOutage(Math.floor(sentAt + random.skewed(1, 4) * DAY) + MINUTE);
  events.push({
    at,
    kind: 'receive',
    activity: 'Ответ на запрос получен',
    touchpoint: TOUCH.exchange,
    asked: BODY.fund,
    initiator: 'system',
    ...mine,
  });
  if (random.chance(0.34)) {
    const askedAt = actAt(random, OFFICE_HOURS, at, 0.3);
    const more = random.whole(1, 3);
    const sent = Math.max(online(random, dayOf(askedAt + random.skewed(5, 12) * DAY)), askedAt + HOUR);
    events.push({
      at: askedAt,
      kind: 'request',
      activity: 'Запрос документов у заявителя',
      touchpoint: TOUCH.clarify,
      asked: 'client',
      items: more,
      ...mine,
    });
    events.push({
      at: sent,
      kind: 'submit',
      activity: 'Документы досланы',
      touchpoint: TOUCH.clarify,
      items: more,
      known: random.chance(0.4) ? 1 : 0,
      ...byClient,
    });
    at = sent;
  }
  if (random.chance(0.09)) {
    const pausedAt = actAt(random, OFFICE_HOURS, at, 0.5);
    events.push({ at: pausedAt, kind: 'suspend', activity: 'Приостановка', touchpoint: TOUCH.check, ...mine });
    at = actAt(random, OFFICE_HOURS, pausedAt, random.skewed(8, 18));
    events.push({ at, kind: 'resume', activity: 'Возобновление', touchpoint: TOUCH.check, ...mine });
  }
  if (random.chance(0.4)) {
    at = Math.max(arrival(random, OFFICE_HOURS, dayOf(at) + random.whole(1, 6)), at + HOUR);
    events.push({
      at,
      kind: 'visit',
      activity: 'Осмотр помещения',
      touchpoint: TOUCH.check,
      initiator: 'body',
      ...mine,
    });
  }
  const decidedAt = actAt(random, OFFICE_HOURS, at, random.skewed(6, 13));
  events.push({ at: decidedAt, kind: 'decide', activity: 'Решение принято', touchpoint: TOUCH.decision, ...mine });
  const outcome = random.weighted([
    ['granted', 76],
    ['refused', 17],
    ['returned', 4],
    ['withdrawn', 3],
  ] as const);
  let closedAt = actAt(random, OFFICE_HOURS, decidedAt, random.skewed(0.3, 1.5));
  events.push({ at: closedAt, kind: 'notify', activity: 'Извещение о решении', touchpoint: TOUCH.notice, ...mine });
  if (outcome === 'granted') {
    closedAt = actAt(random, OFFICE_HOURS, closedAt, random.skewed(0.5, 9));
    events.push({ at: closedAt, kind: 'issue', activity: 'Выписка из реестра', touchpoint: TOUCH.issue, ...mine });
  }
  const dueAt = endOfDay(registeredIn + 30 * DAY);
  if (closedAt > dueAt && random.chance(0.4)) {
    const warnedAt = actAt(random, OFFICE_HOURS, dueAt - 2.5 * DAY, 0);
    if (warnedAt > sentAt)
      events.push({
        at: warnedAt,
        kind: 'notify',
        activity: 'Предупреждение о задержке',
        touchpoint: TOUCH.notice,
        subject: 'delay',
        ...mine,
      });
  }
  const asks = addStatusAsks(world, events, [{ from: registeredIn, touchpoint: TOUCH.check }], closedAt, 30, {
    ...mine,
    answersFrom: registeredIn,
  });
  const row: CaseRow = {
    id: world.caseId(),
    kind: 'application',
    service: SERVICE.provider,
    clientStatus: client.status,
    segment: client.segment,
    clientKey: client.key,
    channel: 'portal',
    startedAt,
    registeredAt: handedInAt,
    dueAt,
    closedAt,
    outcome,
    refusalGround: outcome === 'refused' ? random.pick(['fixable', 'fixable', 'substantive']) : undefined,
    ...mine,
    body: BODY.ministry,
    reopenedFrom: again?.reopenedFrom,
  };
  world.record(row, events);
  const isRefused = outcome === 'refused';
  writeLetter(world, {
    kind: isRefused ? 'refusal' : 'notice',
    caseId: row.id,
    at: closedAt,
    touchpoint: TOUCH.notice,
    ...mine,
  });
  if (outcome === 'withdrawn') return;
  survey(world, {
    at: closedAt,
    outcomeClass: isRefused ? 'refused' : outcome === 'granted' ? 'granted' : 'other',
    clientStatus: client.status,
    segment: client.segment,
    channel: 'portal',
    touchpoint: TOUCH.notice,
    unit: unit.id,
    body: BODY.ministry,
    service: SERVICE.provider,
    slowness: (closedAt - handedInAt) / (20 * DAY),
    actions: 2 + asks,
    metStaff: random.chance(0.6),
  });
  complain(world, row, client, { chance: isRefused ? 0.12 : 0.02, isLate: closedAt > dueAt, place: null });
  if (!again && random.chance(isRefused ? 0.25 : 0.03)) {
    provider(world, dayOf(closedAt) + random.whole(3, 25), {
      client,
      reopenedFrom: random.chance(0.2) ? world.written(row) : undefined,
    });
  }
}
