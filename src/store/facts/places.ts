import { type Refusal, Refused } from '#facts';
import { checkOrganisation, NumberedPlaces, Organisation, type OrganisationRow } from '#organisation';
import { type Calendar, Clock, DEFAULT_SCHEDULE, EMPTY_CALENDAR, parseCalendar, parseSchedule } from '#time';
import { ColumnAppender } from './append.ts';
import type { Connection } from './database.ts';
import type { IngestSettings } from './settings.ts';

/** The organisation as the store holds it, by dictionary numbers, with the clocks in use. */
export interface Places {
  readonly organisation: Organisation;
  readonly numbered: NumberedPlaces;
  readonly clocks: readonly Clock[];
}

/** A fault of a stored row of the organisation, with the row's batch and place in it. */
export type OrganisationFault = Omit<Refusal, 'line' | 'file'> & { readonly batch: number; readonly ord: number };

/** The organisation does not stand: which of its rows are wrong, and why. */
export class OrganisationFaults extends Refused {
  readonly faults: readonly OrganisationFault[];
  constructor(faults: readonly OrganisationFault[]) {
    super(faults.map(({ batch: _, ord: __, ...refusal }) => refusal));
    this.name = 'OrganisationFaults';
    this.faults = faults;
  }
}

export async function loadPlaces(connection: Connection, settings: IngestSettings): Promise<Places> {
  const stored = await connection.rows<Record<string, string | number | null>>(
    `SELECT i.text AS id, i."no" AS "no", o.kind, o.name, p.text AS parent, p."no" AS parentNo, o.zone, o.schedule, o.calendar, o."validFrom", o."validTo", o.batch, o.ord
     FROM organisation_row o JOIN code i ON i."no" = o.id LEFT JOIN code p ON p."no" = o.parent WHERE o.live ORDER BY o.batch, o.ord`,
  );
  const rows = stored.map(
    (row): OrganisationRow => ({
      id: row.id as string,
      kind: row.kind === 2 ? 'body' : 'unit',
      name: row.name as string | null,
      parent: row.parent as string | null,
      zone: row.zone as string | null,
      schedule: row.schedule as string | null,
      calendar: row.calendar as string | null,
      validFrom: row.validFrom as number | null,
      validTo: row.validTo as number | null,
    }),
  );
  const faults = [...checkOrganisation(rows), ...unknownCalendars(rows, settings)].map(({ row, ...fault }) => ({
    ...fault,
    batch: stored[row]!.batch as number,
    ord: stored[row]!.ord as number,
  }));
  if (faults.length) throw new OrganisationFaults(faults);
  const organisation = new Organisation(rows, { zone: settings.zone, schedule: DEFAULT_SCHEDULE, calendar: 'ru' });
  const numbers = new Map<string, number>();
  for (const row of stored) {
    numbers.set(row.id as string, row.no as number);
    if (row.parent !== null) numbers.set(row.parent as string, row.parentNo as number);
  }
  const numbered = new NumberedPlaces(organisation, (id) => numbers.get(id)!);
  const clocks = numbered.clocks.map(({ zone, schedule, calendar }) => {
    const parsed = parseSchedule(schedule);
    if (!parsed.ok) throw new Refused([{ code: 'organisation.schedule', field: 'schedule', got: schedule }]);
    return new Clock({ zone, schedule: parsed.schedule, calendar: calendarOf(calendar, settings) });
  });
  return { organisation, numbered, clocks };
}

const unknownCalendars = (rows: readonly OrganisationRow[], { calendars }: IngestSettings) =>
  rows.flatMap(({ calendar }, row) =>
    calendar === null || calendar === 'ru' || calendars.has(calendar)
      ? []
      : [
          {
            code: 'organisation.calendar',
            field: 'calendar',
            got: calendar,
            row,
            with: { known: [...calendars.keys()].join(', ') },
          },
        ],
  );

function calendarOf(name: string, { calendars }: IngestSettings): Calendar {
  const text = calendars.get(name);
  if (text === undefined) return EMPTY_CALENDAR;
  const parsed = parseCalendar(text);
  if (!parsed.ok) throw new Refused(parsed.refusals);
  return parsed.calendar;
}

/** Open ends of validity, beyond every instant that facts may hold. */
const BEGINNING = -8_520_336_000_000_000;
const END = 7_258_118_400_000_000;

/** Writes the organisation's closure and the clocks' segments, which queries join to. */
export async function rebuildPlaces(connection: Connection, settings: IngestSettings): Promise<Places> {
  const places = await loadPlaces(connection, settings);
  for (const table of ['below', 'body_of', 'place', 'clock_segment']) await connection.run(`DELETE FROM ${table}`);
  const numbers = new Map(
    (await connection.rows<{ no: number; text: string }>('SELECT "no", text FROM code')).map(({ no, text }) => [
      text,
      no,
    ]),
  );
  const { organisation, numbered } = places;
  const clip = (at: number) => Math.min(END, Math.max(BEGINNING, at));
  const below = await ColumnAppender.open(connection, 'below', ['integer', 'integer', 'micros', 'micros']);
  const bodies = await ColumnAppender.open(connection, 'body_of', ['integer', 'integer', 'micros', 'micros']);
  // Ancestries come nearest first, so that the first body over a stretch is the body of the place.
  const covered = new Map<string, { from: number; to: number }[]>();
  const ordered = [...organisation.ancestries()].sort((a, b) => a.depth - b.depth);
  for (const step of ordered) {
    const row = [numbers.get(step.id)!, numbers.get(step.ancestor)!, clip(step.from), clip(step.to)] as const;
    row.forEach((cell, column) => {
      below.set(column, cell);
    });
    below.next();
    if (organisation.kindOf(step.ancestor) !== 'body') continue;
    const had = covered.get(step.id) ?? [];
    for (const free of freeOf(had, { from: step.from, to: step.to })) {
      [row[0], row[1], clip(free.from), clip(free.to)].forEach((cell, column) => {
        bodies.set(column, cell);
      });
      bodies.next();
    }
    covered.set(step.id, [...had, { from: step.from, to: step.to }]);
  }
  below.close();
  bodies.close();
  for (const id of organisation.ids()) {
    const no = numbers.get(id)!;
    await connection.run(
      `INSERT INTO place VALUES (${no}, ${organisation.kindOf(id) === 'body'}, ${numbered.clockOf(no)})`,
    );
  }
  const segments = await ColumnAppender.open(connection, 'clock_segment', ['micros', 'micros', 'micros', 'micros']);
  places.clocks.forEach((clock, number) => {
    const { from, to, before } = clock.segments();
    // What lies before the first segment has the first one's reading.
    [number, BEGINNING, BEGINNING, before[0] ?? 0].forEach((cell, column) => {
      segments.set(column, cell);
    });
    segments.next();
    for (let i = 0; i < from.length; i += 1) {
      [number, from[i]!, to[i]!, before[i]!].forEach((cell, column) => {
        segments.set(column, cell);
      });
      segments.next();
    }
  });
  segments.close();
  return places;
}

/** The stretches of `whole` that none of `taken` covers. */
function freeOf(
  taken: readonly { from: number; to: number }[],
  whole: { from: number; to: number },
): readonly { from: number; to: number }[] {
  let free = [whole];
  for (const { from, to } of taken) {
    free = free
      .flatMap((one) => [
        { from: one.from, to: Math.min(one.to, from) },
        { from: Math.max(one.from, to), to: one.to },
      ])
      .filter((one) => one.from < one.to);
  }
  return free;
}
