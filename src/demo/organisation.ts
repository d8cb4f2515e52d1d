import { monthStart } from './clock.ts';
import {
  APPARATUS,
  BODY,
  BODY_NAMES,
  type Body,
  DECIDERS,
  DIGITAL,
  HEADINGS,
  HOURS,
  OFFICES,
  REGISTRIES,
  SOUTH,
  UNITS,
} from './places.ts';
import type { Plan } from './plan.ts';
import type { Sink } from './rows.ts';

/** Month in which the systems department moves under a new directorate, and one office to the southern group. */
const REORGANISED = 13;
const MOVED: Readonly<Record<string, string>> = { [UNITS.digital.id]: DIGITAL, [`${BODY.centre}-7`]: SOUTH };
const ZONE = 'Europe/Moscow';

/** The bodies and units; a unit that moved has a row for each parent. */
export function organisation(plan: Plan, sink: Sink): void {
  for (const id of Object.values(BODY) as Body[]) {
    sink.organisation({ id, kind: 'body', name: BODY_NAMES[id], zone: ZONE, schedule: HOURS[id].osm ?? undefined });
  }
  for (const [id, name, parent] of HEADINGS) sink.organisation({ id, kind: 'unit', name, parent });
  const moveAt = monthStart(plan.firstMonthNumber + REORGANISED - 1);
  const units = [...DECIDERS, ...Object.values(UNITS), ...OFFICES.map(([office]) => office), ...REGISTRIES];
  for (const { id, name, parent } of units) {
    const later = MOVED[id];
    if (!later) sink.organisation({ id, kind: 'unit', name, parent });
    else {
      sink.organisation({
        id,
        kind: 'unit',
        name,
        parent: parent === APPARATUS ? APPARATUS : parent,
        validTo: moveAt - 1,
      });
      sink.organisation({ id, kind: 'unit', name, parent: later, validFrom: moveAt });
    }
  }
}
