import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { FACT_FILES, type Fact, FIELDS } from '#facts';
import { type Calendar, Clock, DEFAULT_SCHEDULE, readCalendar } from './clock.ts';
import { isDateOnly, localDate, type Micros, parseInstant, startOfDay, startOfHour } from './instants.ts';
import { Organisation, type Place } from './organisation.ts';
import type { CaseRow, Cell, Recorded, Row, RunRow } from './rows.ts';
import { type Member, moves, tile, tileRun } from './tile.ts';

export interface Batch {
  /** A folder of canonical CSV files. */
  readonly folder: string;
  readonly horizon?: string;
  /** Batches of one source record together what either records; without a name each is its own. */
  readonly source?: string;
}

export interface World {
  readonly zone: string;
  /** The latest horizon of all batches that hold the kind of fact. */
  readonly horizon: Readonly<Record<string, Micros>>;
  readonly organisation: Organisation;
  /** The rows of `organisation` as read. */
  readonly places: readonly Place[];
  readonly cases: ReadonlyMap<string, CaseRow>;
  readonly runs: ReadonlyMap<string, RunRow>;
  readonly answers: readonly Row[];
  readonly invitations: readonly Row[];
  readonly texts: readonly Row[];
  readonly readings: readonly Row[];
  /** The working clock of the first named place, else the installation's. */
  readonly clock: (...places: readonly (string | null)[]) => Clock;
}

type Bag = Record<string, Cell>;
const CALENDARS = new URL('../../catalogue/calendars/', import.meta.url).pathname;

/** Reads canonical files as facts.md § 1 says. Batches: oldest first; a later one replaces a case's row and its events. */
export function readWorld(batches: readonly Batch[], zone: string): World {
  const read = bySource(
    batches,
    batches.map((batch) => readBatch(batch, zone)),
  );
  const places = read.flatMap((batch) => batch.rows.organisation as unknown as Place[]);
  const organisation = new Organisation(places);
  const cases = readCases(read, organisation, zone);
  const rowsOf = (fact: Fact): Row[] =>
    read.flatMap((batch, at) => {
      const older = new Set(read.slice(0, at).flatMap((other) => other.rows[fact].map((row) => JSON.stringify(row))));
      return batch.rows[fact]
        .filter((fields) => !older.has(JSON.stringify(fields)))
        .map((fields) => ({
          type: fact as Row['type'],
          fields,
          of: cases.get(fields.caseId as string) ?? null,
          horizon: batch.horizon,
        }));
    });
  const texts = rowsOf('text');
  for (const row of texts) if (row.of !== null) (row.of.texts as Row[]).push(row);
  const horizonOf = (fact: Fact): Micros =>
    Math.max(...read.filter((batch) => batch.rows[fact].length > 0).map((batch) => batch.horizon), -Infinity);
  const horizon = Object.fromEntries(
    (['case', 'event', 'answer', 'invitation', 'text', 'reading'] as const).map((fact) => [fact, horizonOf(fact)]),
  );
  return {
    zone,
    horizon: { ...horizon, span: horizon.event!, run: horizon.case! },
    organisation,
    places,
    cases,
    runs: readRuns([...cases.values()]),
    answers: rowsOf('answer'),
    invitations: rowsOf('invitation'),
    texts,
    readings: rowsOf('reading'),
    clock: clocks(organisation, zone),
  };
}

interface ReadBatch {
  readonly rows: Readonly<Record<Fact, readonly Bag[]>>;
  readonly horizon: Micros;
  readonly recorded: Recorded;
  readonly recordsOutcomes: boolean;
}

/** What a source records is what occurs in any of its batches (facts.md § 1, Recorded or not). */
function bySource(batches: readonly Batch[], read: readonly ReadBatch[]): ReadBatch[] {
  return read.map((one, at) => {
    const { source } = batches[at]!;
    const same = source === undefined ? [one] : read.filter((_, other) => batches[other]!.source === source);
    const all = <T>(of: (batch: ReadBatch) => ReadonlySet<T>): Set<T> =>
      new Set(same.flatMap((batch) => [...of(batch)]));
    return {
      ...one,
      recorded: { kinds: all((batch) => batch.recorded.kinds), fields: all((batch) => batch.recorded.fields) },
      recordsOutcomes: same.some((batch) => batch.recordsOutcomes),
    };
  });
}

function readBatch(batch: Batch, zone: string): ReadBatch {
  const rows = Object.fromEntries(
    (Object.keys(FACT_FILES) as Fact[]).map((fact) => [fact, readFile(batch.folder, fact, zone)]),
  ) as Record<Fact, Bag[]>;
  const told = [...rows.case, ...rows.event, ...rows.answer, ...rows.invitation, ...rows.text, ...rows.reading];
  const moments = told.flatMap((row) =>
    ['startedAt', 'registeredAt', 'closedAt', 'at'].map((field) => row[field] ?? null),
  );
  const latest = Math.max(...moments.filter((at): at is number => typeof at === 'number'), -Infinity);
  const fields = ['items', 'known', 'amount', 'subject'].filter((field) =>
    rows.event.some((row) => row[field] != null),
  );
  return {
    rows,
    horizon: batch.horizon === undefined ? latest : parseInstant(batch.horizon, zone, 'end'),
    recorded: { kinds: new Set(rows.event.map((row) => row.kind as string)), fields: new Set(fields) },
    recordsOutcomes: rows.case.some((row) => row.outcome !== null),
  };
}

function readFile(folder: string, fact: Fact, zone: string): Bag[] {
  const path = join(folder, `${FACT_FILES[fact]}.csv`);
  if (!existsSync(path)) return [];
  const content = readFileSync(path, 'utf8');
  const header = content.slice(0, content.search(/\r?\n|$/));
  const records: Record<string, string>[] = parse(content, {
    columns: true,
    bom: true,
    delimiter: header.includes(';') ? ';' : ',',
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return records.map((record) => cast(fact, record, zone));
}

function cast(fact: Fact, record: Readonly<Record<string, string>>, zone: string): Bag {
  const bag: Bag = {};
  for (const field of FIELDS[fact]) {
    const cell = (record[field.name] ?? '').trim();
    if (field.name === 'elements') bag.elements = listOf(cell, record.words ?? '');
    else if (cell === '') bag[field.name] = field.default ?? null;
    else if (field.type === 'instant') bag[field.name] = parseInstant(cell, zone, field.edge ?? 'begin');
    else if (field.type === 'integer' || field.type === 'number') bag[field.name] = Number(cell);
    else bag[field.name] = cell;
  }
  for (const name of Object.keys(record)) if (name.startsWith('x:')) bag[name] = record[name] || null;
  if (fact === 'case') {
    bag.clientStatus ??= ['interagency', 'internalRequest', 'obstacle'].includes(bag.kind as string)
      ? 'internal'
      : 'citizen';
    bag.closedDate = isDateOnly(record.closedAt ?? '') ? record.closedAt! : null;
  }
  if (fact === 'event') {
    bag.initiator ??= ['draft', 'submit', 'visit', 'queue'].includes(bag.kind as string) ? 'client' : 'body';
    if (bag.kind === 'request' && bag.asked === null && ((bag.items as number | null) ?? 0) >= 1) bag.asked = 'client';
  }
  if (fact === 'answer' || fact === 'invitation') {
    const at = bag.at as Micros;
    bag.at =
      bag.channel === 'kiosk' && fact === 'answer' ? startOfHour(at, zone) : startOfDay(localDate(at, zone), zone);
  }
  return bag;
}

/** An empty cell of a row with `words` is the empty list, `?` is null (facts.md § 1). */
function listOf(cell: string, words: string): readonly string[] | null {
  if (cell === '?') return null;
  if (cell === '') return words === '' ? null : [];
  return cell.split(/\s+/);
}

function readCases(read: readonly ReadBatch[], organisation: Organisation, zone: string): Map<string, CaseRow> {
  const rows = new Map<string, { bag: Bag; batch: ReadBatch }>();
  const events = new Map<string, { bags: Bag[]; batch: ReadBatch }>();
  for (const batch of read) {
    for (const bag of batch.rows.case) rows.set(bag.id as string, { bag, batch });
    for (const bag of batch.rows.event) {
      const known = events.get(bag.caseId as string);
      if (known?.batch === batch) known.bags.push(bag);
      else events.set(bag.caseId as string, { bags: [bag], batch });
    }
  }
  const cases = new Map<string, CaseRow>();
  for (const [id, { bag, batch }] of rows) {
    const told = events.get(id);
    const newest = told !== undefined && read.indexOf(told.batch) > read.indexOf(batch) ? told.batch : batch;
    const { horizon } = newest;
    const source = told?.batch ?? batch;
    cases.set(id, makeCase(id, bag, told?.bags ?? [], { horizon, batch, source, organisation, zone }));
  }
  return cases;
}

interface Surroundings {
  readonly horizon: Micros;
  readonly batch: ReadBatch;
  readonly source: ReadBatch;
  readonly organisation: Organisation;
  readonly zone: string;
}

function makeCase(id: string, bag: Bag, unordered: readonly Bag[], around: Surroundings): CaseRow {
  const { horizon, organisation, zone } = around;
  const last = Number.MAX_SAFE_INTEGER;
  const events = [...unordered].sort(
    (a, b) => (a.at as number) - (b.at as number) || ((a.seq as number) ?? last) - ((b.seq as number) ?? last),
  );
  const first = events.find((event) => event.kind !== 'draft' && event.kind !== 'start');
  const registeredAt = ((bag.registeredAt as Micros | null) ?? first?.at ?? null) as Micros | null;
  const { closedDate, ...rest } = bag;
  const closedAt =
    closedDate === null ? (bag.closedAt as Micros | null) : closedOn(closedDate as string, registeredAt, events, zone);
  const outcome = bag.outcome ?? (closedAt !== null && !around.batch.recordsOutcomes ? 'completed' : null);
  const fields = { ...rest, registeredAt, closedAt, outcome };
  const kind = bag.kind as string;
  const row = {
    type: 'case',
    id,
    kind,
    fields,
    registeredAt,
    closedAt,
    horizon,
    recorded: around.source.recorded,
  } as const;
  const itself: CaseRow = { ...row, of: null, events: [], texts: [], spans: [] };
  (itself as { of: CaseRow }).of = itself;
  const own = (type: 'event' | 'span', list: readonly Bag[]): Row[] =>
    list.map((one) => ({ type, fields: one, of: itself, horizon }));
  (itself as { events: readonly Row[] }).events = own('event', events);
  if (registeredAt !== null) {
    const life = { id, registeredAt, end: closedAt ?? horizon, fields };
    (itself as { spans: readonly Row[] }).spans = own('span', tile(life, events, organisation) as Bag[]);
  }
  return itself;
}

/** A date-only closing: the case's latest instant on that day, its registration or a moving event, else 00:00. */
function closedOn(date: string, registeredAt: Micros | null, events: readonly Bag[], zone: string): Micros {
  const moving = registeredAt === null ? [] : moves(events, registeredAt).map((move) => move.at);
  const instants = registeredAt === null ? [] : [registeredAt, ...moving];
  return Math.max(startOfDay(date, zone), ...instants.filter((at) => localDate(at, zone) === date));
}

function readRuns(cases: readonly CaseRow[]): Map<string, RunRow> {
  const members = new Map<string, CaseRow[]>();
  for (const row of cases) {
    const run = row.fields.journeyRun as string | null;
    if (run !== null) members.set(run, [...(members.get(run) ?? []), row]);
  }
  const runs = new Map<string, RunRow>();
  for (const [id, all] of members) {
    const registered = all
      .filter((row) => row.registeredAt !== null)
      .sort((a, b) => a.registeredAt! - b.registeredAt! || (a.id < b.id ? -1 : 1));
    const first = registered[0];
    if (first === undefined) continue;
    const gone = all.every((row) => ['withdrawn', 'terminated'].includes(row.fields.outcome as string));
    const isOpen = registered.some((row) => row.closedAt === null);
    // An open case lives to its horizon; another may have closed after that.
    const end = Math.max(...registered.map((row) => row.closedAt ?? row.horizon));
    const endedAt = gone || isOpen ? null : end;
    const horizon = Math.max(...all.map((row) => row.horizon));
    const { clientStatus, segment, unit, body, service } = first.fields as Bag;
    const agree = all.every((row) => row.fields.journey === first.fields.journey);
    const journey = agree ? (first.fields.journey ?? null) : null;
    const fields = {
      id,
      journey,
      clientStatus,
      segment,
      unit,
      body,
      service,
      startedAt: first.registeredAt,
      endedAt,
    } as Bag;
    const lives: Member[] = registered.map((row) => ({
      id: row.id,
      registeredAt: row.registeredAt!,
      end: row.closedAt ?? row.horizon,
      fields: row.fields,
      spans: row.spans.map((span) => span.fields),
    }));
    const byId = new Map(all.map((row) => [row.id, row]));
    const spans = tileRun(lives, end).map(
      (span): Row => ({ type: 'span', fields: span, of: byId.get(span.caseId as string) ?? null, horizon }),
    );
    runs.set(id, { type: 'run', id, fields, of: null, horizon, cases: all, spans });
  }
  return runs;
}

function clocks(organisation: Organisation, zone: string): World['clock'] {
  const calendars = new Map<string, Calendar>();
  const made = new Map<string, Clock>();
  return (...places) => {
    const place = places.find((one) => one !== null) ?? null;
    const inZone = organisation.inherited(place, 'zone') ?? zone;
    const schedule = organisation.inherited(place, 'schedule') ?? DEFAULT_SCHEDULE;
    const name = organisation.inherited(place, 'calendar') ?? 'ru';
    const key = [inZone, schedule, name].join('|');
    let clock = made.get(key);
    if (clock === undefined) {
      const calendar = calendars.get(name) ?? readCalendar(join(CALENDARS, `${name}.csv`));
      calendars.set(name, calendar);
      clock = new Clock(inZone, schedule, calendar, '2022-01-01', '2027-12-31');
      made.set(key, clock);
    }
    return clock;
  };
}
