import { columnOf, type Fact, FIELDS, type Field, type Lie, lieOf } from '#facts';

export const SQL_TYPE: Readonly<Record<Lie, string>> = {
  code: 'INTEGER',
  fixed: 'TINYINT',
  caseNo: 'INTEGER',
  runNo: 'INTEGER',
  client: 'INTEGER',
  mask: 'TINYINT',
  micros: 'BIGINT',
  integer: 'INTEGER',
  number: 'DOUBLE',
  text: 'VARCHAR',
};

/** `content` is counted at import and dropped (facts.md § 1, text). */
export const storedFields = (fact: Fact): readonly Field[] => FIELDS[fact].filter((field) => field.name !== 'content');

export const tableOf = (fact: Fact): string => `${fact}_row`;

/** Columns of every row table besides the fact's own: the batch, whether the row counts, its place in the batch,
 *  `extra` a JSON object of the attributes `x:NAME`, and the batch's horizon and source copied in. */
const COMMON = 'batch INTEGER, live BOOLEAN, ord BIGINT, horizon BIGINT, source INTEGER, extra VARCHAR';

/** Of a case: how it came to be and what its events gave it, so that both can be worked out anew. `givenRegisteredAt`: the
 *  given registration where an event's took its place. Of an event: the outcome with which it ends its case (0: none
 *  known). */
const MORE: Readonly<Partial<Record<Fact, readonly string[]>>> = {
  case: [
    'closedOnDay BOOLEAN',
    'given BOOLEAN',
    'registeredByEvent BOOLEAN',
    'givenRegisteredAt BIGINT',
    'closedByEvent BOOLEAN',
    'outcomeByEvent BOOLEAN',
    'eventSource INTEGER',
  ],
  event: ['closes TINYINT'],
};

function createRowTable(fact: Fact): string {
  const own = storedFields(fact).map((field) => `"${columnOf(field)}" ${SQL_TYPE[lieOf(field)]}`);
  const more: string[] = [...(MORE[fact] ?? [])];
  if (fact !== 'case' && fact !== 'event' && fact !== 'organisation') more.push('digest UBIGINT');
  return `CREATE TABLE IF NOT EXISTS ${tableOf(fact)} (${[COMMON, ...own, ...more].join(', ')})`;
}

/** Spans of cases and, with `runNo`, of runs along their critical path. `working`: seconds of the span's own clock, in
 *  microseconds; `position`: the owner's piecewise working clock at the span's beginning; `clockAt`: the span's clock there. */
const SPAN_COLUMNS =
  'caseNo INTEGER, kind TINYINT, touchpoint INTEGER, unit INTEGER, body INTEGER, employee INTEGER, giver INTEGER, ' +
  'taker INTEGER, recorded TINYINT, "from" BIGINT, "to" BIGINT, clock BIGINT, working BIGINT, position BIGINT, clockAt BIGINT';

export const SCHEMA: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS meta (name VARCHAR PRIMARY KEY, value VARCHAR)',
  `CREATE TABLE IF NOT EXISTS batch (no INTEGER PRIMARY KEY, id VARCHAR, importedAt BIGINT, actor VARCHAR, source VARCHAR,
     sourceNo INTEGER, horizon BIGINT, digest VARCHAR, facts VARCHAR, report VARCHAR, recorded VARCHAR)`,
  'CREATE TABLE IF NOT EXISTS code ("no" INTEGER, text VARCHAR)',
  'CREATE TABLE IF NOT EXISTS case_id ("no" INTEGER, text VARCHAR)',
  'CREATE TABLE IF NOT EXISTS run_id ("no" INTEGER, text VARCHAR)',
  'CREATE TABLE IF NOT EXISTS client_key ("no" INTEGER, text VARCHAR)',
  ...(['case', 'event', 'answer', 'invitation', 'text', 'reading', 'organisation'] as const).map(createRowTable),
  `CREATE TABLE IF NOT EXISTS span (${SPAN_COLUMNS})`,
  `CREATE TABLE IF NOT EXISTS run_span (runNo INTEGER, ${SPAN_COLUMNS})`,
  // The life of a case: its clock, the clock's reading at both ends, time held by its own employee, sums by kind.
  `CREATE TABLE IF NOT EXISTS life (caseNo INTEGER, startAt BIGINT, endAt BIGINT, clock BIGINT, startClock BIGINT, endClock BIGINT,
     working BIGINT, ownWork BIGINT, allWork BIGINT,
     calendarWork BIGINT, calendarGap BIGINT, calendarClient BIGINT, calendarAgency BIGINT, calendarSuspension BIGINT,
     workingWork BIGINT, workingGap BIGINT, workingClient BIGINT, workingAgency BIGINT, workingSuspension BIGINT)`,
  `CREATE TABLE IF NOT EXISTS run (runNo INTEGER, journey INTEGER, clientStatus TINYINT, segment INTEGER, unit INTEGER, body INTEGER,
     service INTEGER, startedAt BIGINT, endedAt BIGINT, horizon BIGINT, source INTEGER, batch INTEGER)`,
  // Runs of a journey end only with an `issue` or `pay` at one of its closing touchpoints (facts.md § 2).
  'CREATE TABLE IF NOT EXISTS closing_touchpoint (journey VARCHAR, touchpoint VARCHAR)',
  // Working segments of each clock in use: `before` is the clock's reading at `from`.
  'CREATE TABLE IF NOT EXISTS clock_segment (clock BIGINT, "from" BIGINT, "to" BIGINT, before BIGINT)',
  // Who stands below whom, and under which body, with validity [from, to): the organisation's closure.
  'CREATE TABLE IF NOT EXISTS below (place INTEGER, above INTEGER, "from" BIGINT, "to" BIGINT)',
  'CREATE TABLE IF NOT EXISTS body_of (place INTEGER, body INTEGER, "from" BIGINT, "to" BIGINT)',
  'CREATE TABLE IF NOT EXISTS place (place INTEGER, isBody BOOLEAN, clock INTEGER)',
];
