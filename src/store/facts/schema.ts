import { type Fact, FIELDS, type Field } from '#facts';

/** How a field lies in the fact store.
 *  `code`: number in the dictionary `code` · `fixed`: 1-based place in the field's `oneOf` · `caseNo`, `runNo`, `client`:
 *  number in the dictionaries of ids · `mask`: bits of a list · `micros`, `integer`, `number`, `text` as they are. */
export type Lie = 'code' | 'fixed' | 'caseNo' | 'runNo' | 'client' | 'mask' | 'micros' | 'integer' | 'number' | 'text';

const CASE_ID_FIELDS = new Set(['id', 'caseId', 'reopenedFrom', 'parentCase']);

export function lieOf(field: Field): Lie {
  switch (field.type) {
    case 'id':
      return CASE_ID_FIELDS.has(field.name) ? 'caseNo' : 'runNo';
    case 'key':
      return 'client';
    case 'instant':
      return 'micros';
    case 'list':
      return 'mask';
    case 'integer':
    case 'number':
    case 'text':
      return field.type;
    case 'person':
      return 'code';
    case 'code':
      return field.oneOf ? 'fixed' : 'code';
  }
}

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

/** Column names are the field names, except the ids that become numbers. */
export function columnOf(field: Field): string {
  if (field.name === 'id' && field.type === 'id') return 'caseNo';
  if (field.name === 'caseId') return 'caseNo';
  if (field.name === 'journeyRun') return 'runNo';
  return field.name;
}

/** `content` is counted at import and dropped (facts.md § 1, text). */
export const storedFields = (fact: Fact): readonly Field[] => FIELDS[fact].filter((field) => field.name !== 'content');

export const tableOf = (fact: Fact): string => `${fact}_row`;

/** Columns of every row table besides the fact's own: the batch, whether the row counts, its place in the batch,
 *  `extra` a JSON object of the attributes `x:NAME`, and the batch's horizon and source copied in. */
const COMMON = 'batch INTEGER, live BOOLEAN, ord BIGINT, horizon BIGINT, source INTEGER, extra VARCHAR';

function createRowTable(fact: Fact): string {
  const own = storedFields(fact).map((field) => `"${columnOf(field)}" ${SQL_TYPE[lieOf(field)]}`);
  const more =
    fact === 'case'
      ? [
          'closedOnDay BOOLEAN',
          'given BOOLEAN',
          'registeredByEvent BOOLEAN',
          'closedByEvent BOOLEAN',
          'eventSource INTEGER',
        ]
      : [];
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
  // Working segments of each clock in use: `before` is the clock's reading at `from`.
  'CREATE TABLE IF NOT EXISTS clock_segment (clock BIGINT, "from" BIGINT, "to" BIGINT, before BIGINT)',
  // Who stands below whom, and under which body, with validity [from, to): the organisation's closure.
  'CREATE TABLE IF NOT EXISTS below (place INTEGER, above INTEGER, "from" BIGINT, "to" BIGINT)',
  'CREATE TABLE IF NOT EXISTS body_of (place INTEGER, body INTEGER, "from" BIGINT, "to" BIGINT)',
  'CREATE TABLE IF NOT EXISTS place (place INTEGER, isBody BOOLEAN, clock INTEGER)',
];
