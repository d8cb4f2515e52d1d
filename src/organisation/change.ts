import { endOf, type OrganisationRow, startOf } from './row.ts';

/** What may change of a place; its id and kind stay. */
export type PlaceChange = Partial<Pick<OrganisationRow, 'name' | 'parent' | 'zone' | 'schedule' | 'calendar'>>;

/** Rows that a change from an instant writes: the row valid then ends the microsecond before, a new one takes over, so
 *  that figures of the time before stay where they were. A change from the very beginning of a row rewrites it. Empty
 *  where the place does not stand at that instant. */
export function changedRows(
  rows: readonly OrganisationRow[],
  from: number,
  change: PlaceChange,
): readonly OrganisationRow[] {
  const current = rowAt(rows, from);
  if (!current) return [];
  if (startOf(current) === from) return [{ ...current, ...change }];
  return [
    { ...current, validTo: from - 1 },
    { ...current, ...change, validFrom: from },
  ];
}

/** Rows that end a place with its last microsecond. Empty where it does not stand then, or where a later row of it
 *  would go on (`Organisation` cannot forget a row). */
export function closedRows(rows: readonly OrganisationRow[], last: number): readonly OrganisationRow[] {
  const current = rowAt(rows, last);
  if (!current || rows.some((row) => startOf(row) > last)) return [];
  return [{ ...current, validTo: last }];
}

const rowAt = (rows: readonly OrganisationRow[], at: number): OrganisationRow | undefined =>
  rows.findLast((row) => startOf(row) <= at && at <= endOf(row));
