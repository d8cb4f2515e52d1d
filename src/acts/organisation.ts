import { z } from 'zod';
import { Organisation, type OrganisationRow, type Register, standsOn } from '#organisation';
import { DEFAULT_SCHEDULE, localDate } from '#time';
import { defineAct } from './act.ts';
import { dayText, firstOf, ORGANISATION_SOURCE, stampOf } from './organisationRows.ts';
import { unknownNames } from './organisationUnknown.ts';
import type { OrganisationView, PlaceRowView, PlaceView } from './organisationViews.ts';
import { readRegister } from './registerDocument.ts';

/** So many of the latest changes are told. */
const CHANGES = 20;

export const organisation = defineAct({
  name: 'organisation',
  summary: 'Bodies and units as they stood on a day, with staff, services and segments, and whom facts name besides.',
  input: z.object({
    /** A day; without it today. */
    at: z.iso.date().optional(),
  }),
  run: async ({ ports, now }, { at }): Promise<OrganisationView> => {
    const [{ zone }, kept] = [await ports.book.settings(), await ports.facts.organisation()];
    const { register, version } = await readRegister(ports.book);
    const day = at ?? localDate(now(), zone);
    const tree = new Organisation(kept.rows, { zone, schedule: DEFAULT_SCHEDULE, calendar: 'ru' });
    const batches = (await ports.facts.batches()).filter(({ source }) => source === ORGANISATION_SOURCE);
    return {
      day,
      zone,
      stamp: stampOf(kept.rows),
      ...placesOn(tree, day, zone, register),
      register,
      version,
      calendars: kept.calendars,
      toPlace: unknownNames(kept, register, zone),
      changes: batches.slice(0, CHANGES).map(({ id, importedAt, actor, files }) => ({
        batch: id,
        at: importedAt,
        actor,
        reason: files.map(({ file }) => file).join(', '),
      })),
    };
  },
});

const byName = new Intl.Collator('ru', { numeric: true });

function placesOn(
  tree: Organisation,
  day: string,
  zone: string,
  register: Register,
): Pick<OrganisationView, 'places' | 'away'> {
  const at = firstOf(day, zone);
  const standing = tree.ids().filter((id) => tree.rowAt(id, at) !== null);
  const here = new Set(standing);
  const nameOf = (id: string) => (tree.rowAt(id, at) ?? tree.rowsOf(id).at(-1))?.name ?? id;
  const rowsOf = (id: string) => tree.rowsOf(id).map((row) => rowView(row, zone));
  const common = (id: string) => ({ id, kind: tree.kindOf(id) ?? 'unit', name: nameOf(id), rows: rowsOf(id) }) as const;
  const children = new Map<string | null, string[]>();
  for (const id of standing) {
    const parent = tree.parentAt(id, at);
    // What stood below a place that has ended is a root that waits to be moved.
    const above = parent !== null && here.has(parent) ? parent : null;
    children.set(above, [...(children.get(above) ?? []), id]);
  }
  const staff = staffOn(register, day);
  const places: PlaceView[] = [];
  const walk = (id: string, depth: number): PlaceView['below'] => {
    const own = { positions: staff.positions.get(id) ?? 0, employees: staff.employees.get(id) ?? 0 };
    const index = places.length;
    const below = { units: 0, ...own };
    const row = tree.rowsOf(id).indexOf(tree.rowAt(id, at)!);
    places.push({ ...common(id), depth, row, clock: tree.clockKey(id), ...own, below });
    for (const child of sorted(children.get(id) ?? [], nameOf)) {
      const under = walk(child, depth + 1);
      below.units += under.units + 1;
      below.positions += under.positions;
      below.employees += under.employees;
    }
    places[index] = { ...places[index]!, below };
    return below;
  };
  for (const root of sorted(children.get(null) ?? [], nameOf)) walk(root, 0);
  const away = tree.ids().filter((id) => !here.has(id));
  return { places, away: sorted(away, nameOf).map(common) };
}

const sorted = (ids: readonly string[], nameOf: (id: string) => string): readonly string[] =>
  ids.toSorted((a, b) => byName.compare(nameOf(a), nameOf(b)) || byName.compare(a, b));

const rowView = (
  { name, parent, zone, schedule, calendar, validFrom, validTo }: OrganisationRow,
  of: string,
): PlaceRowView => ({
  name,
  parent,
  zone,
  schedule,
  calendar,
  validFrom: dayText(validFrom, of, 'start'),
  validTo: dayText(validTo, of, 'end'),
});

/** Positions and employees of each unit on a day; an employee without a unit stands where the position does. */
function staffOn(register: Register, day: string) {
  const positions = register.positions.filter((row) => standsOn(row, day));
  const unitOf = new Map(positions.map(({ id, unit }) => [id, unit]));
  const employees = register.employees
    .filter((row) => standsOn(row, day))
    .map(({ unit, position }) => unit ?? (position === null ? null : (unitOf.get(position) ?? null)));
  return { positions: counted(positions.map(({ unit }) => unit)), employees: counted(employees) };
}

function counted(units: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const unit of units) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return counts;
}
