import { isZone, parseSchedule } from '#time';
import { Organisation } from './organisation.ts';
import { endOf, type OrganisationRefusal, type OrganisationRow, startOf } from './row.ts';

const NOWHERE = { zone: 'UTC', schedule: '', calendar: '' };

/** Faults of the rows of an organisation: none of them may be used before they are mended. */
export const checkOrganisation = (rows: readonly OrganisationRow[]): readonly OrganisationRefusal[] => {
  const ids = new Set(rows.map((row) => row.id));
  const own = rows.flatMap((row, index) => faultsOfRow(row, index, ids));
  const between = overlaps(rows);
  // A climb over rows that overlap or run backwards would be a climb over nothing.
  return own.length + between.length > 0 ? [...own, ...between] : cycles(rows);
};

const faultsOfRow = (row: OrganisationRow, index: number, ids: ReadonlySet<string>): OrganisationRefusal[] => {
  const faults: OrganisationRefusal[] = [];
  const fault = (code: OrganisationRefusal['code'], field: string, got: string) =>
    faults.push({ code, row: index, field, got: got.slice(0, 200) });
  if (row.parent !== null && !ids.has(row.parent)) fault('organisation.unknownParent', 'parent', row.parent);
  if (startOf(row) > endOf(row)) fault('organisation.validity', 'validTo', String(row.validTo));
  if (row.zone !== null && !isZone(row.zone)) fault('organisation.zone', 'zone', row.zone);
  if (row.schedule !== null && !parseSchedule(row.schedule).ok) {
    fault('organisation.schedule', 'schedule', row.schedule);
  }
  return faults;
};

const overlaps = (rows: readonly OrganisationRow[]): OrganisationRefusal[] => {
  const order = rows.map((_, index) => index).sort((a, b) => byIdAndStart(rows[a]!, rows[b]!) || a - b);
  const faults: OrganisationRefusal[] = [];
  for (let i = 1; i < order.length; i++) {
    const earlier = rows[order[i - 1]!]!;
    const later = rows[order[i]!]!;
    if (earlier.id !== later.id) continue;
    const refused = { row: order[i]!, got: later.id.slice(0, 200) };
    if (earlier.kind !== later.kind) faults.push({ code: 'organisation.kind', field: 'kind', ...refused });
    // A row may begin in the very instant that another names as its end.
    if (startOf(later) === startOf(earlier) || startOf(later) < endOf(earlier)) {
      faults.push({ code: 'organisation.overlap', field: 'validFrom', ...refused });
    }
  }
  return faults;
};

const byIdAndStart = (a: OrganisationRow, b: OrganisationRow): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : 0;

/** The tree changes only where a row begins or ends, so a circle exists at one of the beginnings or never. */
const cycles = (rows: readonly OrganisationRow[]): OrganisationRefusal[] => {
  const organisation = new Organisation(rows, NOWHERE);
  const faults: OrganisationRefusal[] = [];
  const refused = new Set<number>();
  for (const at of new Set(rows.map(startOf))) {
    const clear = new Set<string>();
    rows.forEach((row, index) => {
      if (refused.has(index) || startOf(row) > at || endOf(row) < at) return;
      const path = new Set<string>();
      let place: string | null = row.id;
      while (place !== null && !clear.has(place) && !path.has(place)) {
        path.add(place);
        place = organisation.parentAt(place, at);
      }
      if (place !== null && path.has(place)) {
        refused.add(index);
        faults.push({ code: 'organisation.cycle', row: index, field: 'parent', got: (row.parent ?? '').slice(0, 200) });
      } else for (const passed of path) clear.add(passed);
    });
  }
  return faults;
};
