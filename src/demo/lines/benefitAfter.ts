import { DAY } from '../clock.ts';
import { writeLetter } from '../letters.ts';
import { BODY, JOURNEY, TOUCH, type Unit } from '../places.ts';
import { HARD_GRADE, POLISHED_OFFICE, REPEATS_AFTER_HARD_LETTER, REPEATS_USUAL } from '../planted.ts';
import type { CaseRow } from '../rows.ts';
import { survey } from '../voices.ts';
import type { Client, World } from '../world.ts';
import { complain } from './complaint.ts';

/** Letter, survey, complaint. Tells whether the client comes back with the same. */
export function afterwards(
  world: World,
  client: Client,
  row: CaseRow,
  seen: { readonly notifiedAt: number; readonly actions: number; readonly office: Unit | null },
): boolean {
  const { random } = world;
  if (row.outcome === 'withdrawn') return false;
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
  complain(world, row, client, {
    chance: isRefused ? 0.13 : 0.026,
    isLate: closedAt > (row.dueAt as number),
    place: place?.id === POLISHED_OFFICE ? place : null,
  });
  const chance =
    grade >= HARD_GRADE && !isRefused
      ? REPEATS_AFTER_HARD_LETTER
      : row.refusalGround === 'fixable'
        ? 0.12
        : isRefused
          ? 0.04
          : REPEATS_USUAL;
  return random.chance(chance);
}
