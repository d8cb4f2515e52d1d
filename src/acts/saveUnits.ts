import { z } from 'zod';
import { Refused, refuse } from '#facts';
import { changedRows, closedRows, Organisation, type OrganisationRow } from '#organisation';
import { DEFAULT_SCHEDULE } from '#time';
import { type ActContext, defineAct } from './act.ts';
import { firstOf, lastOf, type RowText, rowText, takeRows } from './organisationRows.ts';
import type { UnitsSavedView } from './organisationViews.ts';

const id = z.string().trim().min(1).max(120);
const cell = z.string().trim().max(300);
const day = z.iso.date();
const rowInput = z.strictObject({
  id,
  kind: z.enum(['unit', 'body']).default('unit'),
  name: cell.nullable().default(null),
  parent: id.nullable().default(null),
  zone: cell.nullable().default(null),
  schedule: cell.nullable().default(null),
  calendar: cell.nullable().default(null),
  /** A day, or an instant of ISO 8601. */
  validFrom: cell.nullable().default(null),
  validTo: cell.nullable().default(null),
});
const why = {
  reason: z.string().trim().max(300).default(''),
  /** Of the organisation that the person saw: refused where it has changed since. */
  stamp: z.string().optional(),
};

export const saveUnits = defineAct({
  name: 'saveUnits',
  summary: 'Takes bodies and units as canonical rows; a row takes the place of the one of the same id and validFrom.',
  input: z.object({ rows: z.array(rowInput).min(1).max(100_000), ...why }),
  changes: true,
  cancels: true,
  run: (context, { rows, reason, stamp }): Promise<UnitsSavedView> =>
    takeRows(context, { rows: rows.map(filled), reason, stamp }),
});

export const changeUnit = defineAct({
  name: 'changeUnit',
  summary: 'Renames, moves or sets the clock of a body or unit from a day on; what was before that day stays.',
  input: z.object({
    id,
    /** The first day of the change; null: as though it had always been so, back to the beginning of the newest row. */
    from: day.nullable(),
    set: z.strictObject({
      name: cell.nullable().optional(),
      parent: id.nullable().optional(),
      zone: cell.nullable().optional(),
      schedule: cell.nullable().optional(),
      calendar: cell.nullable().optional(),
    }),
    ...why,
  }),
  changes: true,
  cancels: true,
  run: async (context, { id: of, from, set, reason, stamp }): Promise<UnitsSavedView> => {
    const { organisation, zone } = await kept(context);
    const rows = organisation.rowsOf(of);
    const at = from === null ? (rows.at(-1)?.validFrom ?? Number.NEGATIVE_INFINITY) : firstOf(from, zone);
    const { parent } = set;
    if (parent && from !== null && organisation.rowAt(parent, at) === null)
      refuse('organisation.parentAway', { field: 'parent', got: parent, with: { day: from } });
    const empty = (text: string | null | undefined) => (text === undefined ? undefined : text || null);
    const change = Object.fromEntries(
      Object.entries(set).flatMap(([field, value]) => (value === undefined ? [] : [[field, empty(value)]])),
    );
    const changed = changedRows(rows, at, change);
    if (changed.length === 0) refuse('organisation.away', { field: 'from', got: of, with: { day: from ?? '' } });
    return takeRows(context, { rows: changed.map((row) => rowText(row, zone)), reason, stamp });
  },
});

export const closeUnit = defineAct({
  name: 'closeUnit',
  summary: 'Ends a body or unit with a last day; its figures stay with it.',
  input: z.object({ id, last: day, ...why }),
  changes: true,
  cancels: true,
  run: async (context, { id: of, last, reason, stamp }): Promise<UnitsSavedView> => {
    const { organisation, zone } = await kept(context);
    const end = lastOf(last, zone);
    const rows = closedRows(organisation.rowsOf(of), end);
    if (rows.length === 0) {
      const code = organisation.rowAt(of, end) === null ? 'organisation.away' : 'organisation.goesOn';
      refuse(code, { field: 'last', got: of, with: { day: last } });
    }
    const left = organisation.ids().filter((one) => one !== of && standsBelow(organisation, one, of, end + 1));
    if (left.length > 0)
      throw new Refused(left.slice(0, 20).map((got) => ({ code: 'organisation.hasBelow', field: 'last', got })));
    return takeRows(context, { rows: rows.map((row) => rowText(row, zone)), reason, stamp });
  },
});

export const placeUnknown = defineAct({
  name: 'placeUnknown',
  summary: 'Gives units and bodies that facts name a place in the organisation, from the very beginning.',
  input: z.object({
    places: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['unit', 'body']).default('unit'),
          name: cell.nullable().default(null),
          parent: id.nullable().default(null),
        }),
      )
      .min(1),
    ...why,
  }),
  changes: true,
  cancels: true,
  run: async (context, { places, reason, stamp }): Promise<UnitsSavedView> => {
    const { organisation } = await kept(context);
    const known = places.filter((place) => organisation.kindOf(place.id) !== null);
    if (known.length > 0)
      throw new Refused(known.map((place) => ({ code: 'organisation.placedAlready', field: 'id', got: place.id })));
    return takeRows(context, { rows: places.map(filled), reason, stamp });
  },
});

/** An empty cell is no value. */
const filled = (row: RowText): RowText =>
  Object.fromEntries(Object.entries(row).map(([field, value]) => [field, value || null]));

async function kept({ ports }: ActContext): Promise<{ readonly organisation: Organisation; readonly zone: string }> {
  const [{ zone }, { rows }] = [await ports.book.settings(), await ports.facts.organisation()];
  return { organisation: new Organisation(rows, { zone, schedule: DEFAULT_SCHEDULE, calendar: 'ru' }), zone };
}

/** Whether a place stands directly below another at an instant or at any time after it. */
const standsBelow = (organisation: Organisation, place: string, above: string, from: number): boolean =>
  organisation
    .rowsOf(place)
    .some((row: OrganisationRow) => row.parent === above && (row.validTo === null || row.validTo >= from));
