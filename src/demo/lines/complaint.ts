import { actAt, DAY, dayOf, endOfDay, MINUTE, OFFICE_HOURS, online } from '../clock.ts';
import { writeLetter } from '../letters.ts';
import { BODY, TOUCH, UNITS, type Unit } from '../places.ts';
import type { CaseRow, EventRow } from '../rows.ts';
import type { Client, World } from '../world.ts';

/** A complaint about a closed case: of its decision, its delay, or of how people were treated. The register of complaints
 *  knows the case but not its service. */
export function complain(
  world: World,
  about: CaseRow,
  client: Client,
  why: { readonly chance: number; readonly isLate: boolean; readonly place: Unit | null },
): void {
  const { random } = world;
  if (!random.chance(why.chance + (why.isLate ? 0.05 : 0))) return;
  const closedAt = about.closedAt as number;
  const subject = random.weighted([
    ['decision', about.outcome === 'refused' ? 60 : 22],
    ['conduct', why.place ? 60 : 26],
    ['delay', why.isLate ? 60 : 12],
  ] as const);
  const unit = UNITS.appeals;
  const madeAt = online(random, dayOf(closedAt) + random.whole(1, 20));
  const registeredIn = actAt(random, OFFICE_HOURS, madeAt, random.skewed(0.6, 2));
  const mine = { unit: unit.id, employee: world.employee(unit, registeredIn), touchpoint: TOUCH.reply } as const;
  const repliedAt = actAt(random, OFFICE_HOURS, registeredIn, random.skewed(9, 17));
  const outcome = random.weighted([
    ['granted', 24],
    ['partly', 8],
    ['measuresTaken', 4],
    ['refused', 64],
  ] as const);
  const id = world.caseId();
  const events: EventRow[] = [
    {
      at: madeAt,
      kind: 'submit',
      activity: 'Подача жалобы',
      touchpoint: TOUCH.reply,
      initiator: 'client',
      channel: 'portal',
      items: random.whole(0, 2),
      known: 0,
    },
    { at: registeredIn, kind: 'register', activity: 'Регистрация жалобы', ...mine },
    { at: registeredIn + 5 * MINUTE, kind: 'notify', activity: 'О регистрации', initiator: 'system', ...mine },
    { at: repliedAt - 5 * MINUTE, kind: 'decide', activity: 'Решение по жалобе', ...mine },
    { at: repliedAt, kind: 'reply', activity: 'Ответ на жалобу', ...mine },
  ];
  world.record(
    {
      id,
      kind: 'complaint',
      subject,
      clientStatus: client.status,
      segment: client.segment,
      clientKey: client.key,
      channel: 'portal',
      registeredAt: madeAt,
      dueAt: endOfDay(registeredIn + 15 * DAY),
      closedAt: repliedAt,
      outcome,
      unit: unit.id,
      employee: mine.employee,
      body: BODY.ministry,
      parentCase: world.written(about),
    },
    events,
  );
  writeLetter(world, {
    kind: outcome === 'refused' ? 'refusal' : 'reply',
    caseId: id,
    at: repliedAt,
    unit: unit.id,
    employee: mine.employee,
    touchpoint: TOUCH.reply,
  });
}
