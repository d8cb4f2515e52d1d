import type { FieldSource, IngestRequest, IngestView } from '#acts';
import { columnOf, type Fact, FIELDS, type Field, lieOf } from '#facts';
import { castField, column, dayOnly, FAULTS, filled, fold, textOf } from './cast.ts';
import { type Connection, named, quote } from './database.ts';
import { SQL_TYPE, storedFields } from './schema.ts';

/** Staged rows of one fact: typed columns, text still where a dictionary will number it; `fault` = field × 16 + rule. */
export const stagedTable = (fact: Fact): string => `new_${fact}`;

export interface StageContext {
  readonly zone: string;
  readonly now: number;
}

const TEXTUAL = new Set(['code', 'caseNo', 'runNo', 'client']);
/** Columns of the staged table: numbered fields keep their text until they are encoded. */
export const stagedType = (field: Field): string => (TEXTUAL.has(lieOf(field)) ? 'VARCHAR' : SQL_TYPE[lieOf(field)]);

export async function createStaged(connection: Connection, fact: Fact): Promise<void> {
  const own = storedFields(fact).map((field) => `${named(field.name)} ${stagedType(field)}`);
  await connection.run(`DROP TABLE IF EXISTS temp.${stagedTable(fact)}`);
  await connection.run(
    `CREATE TEMP TABLE ${stagedTable(fact)} (${[...own, 'extra VARCHAR', 'closes VARCHAR', 'closedOnDay BOOLEAN', 'view SMALLINT', '"row" BIGINT', 'fault SMALLINT'].join(', ')})`,
  );
}

/** SQL that reads a staged CSV as text columns, in file order. */
function readTable(view: IngestView): string {
  const { csv, columns } = view.table;
  const names = columns.map((name) => `${quote(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${quote(csv.path)}, delim=${quote(csv.delimiter)}, quote=${quote(csv.quote)}, escape=${quote(csv.quote)}, header=false, skip=${csv.headerLines}, columns={${names}}, auto_detect=false, all_varchar=true, nullstr='', max_line_size=16000000, strict_mode=true, null_padding=false, parallel=true)`;
}

/** Reads a view into the fact's staged table; answers the number of rows read. */
export async function stageView(
  connection: Connection,
  view: IngestView,
  index: number,
  context: StageContext,
): Promise<number> {
  const fields = storedFields(view.fact);
  const sourceOf = (field: Field): FieldSource | undefined => view.fields[field.name];
  const text = (field: Field) => textOf(field, sourceOf(field), view.empty, view.verbatim);
  const attributes = Object.keys(view.fields).filter((name) => name.startsWith('x:'));
  const texts = fields.map((field, i) => `${text(field)} AS c${i}`);
  const extras = attributes.map((name) => `${quote(name.slice(2))}, ${text({ name, type: 'text' })}`);
  const casts = fields.map((field, i) =>
    castField(field, sourceOf(field), `c${i}`, `v${i}`, { ...context, verbatim: view.verbatim }),
  );
  const faults = casts
    .map((cast, i) => ({ sql: cast.fault, i }))
    .filter(({ sql }) => sql !== 'NULL')
    .map(({ sql, i }) => `(${sql}) + ${(i + 1) * 16}`);
  const closedAt = fields.findIndex((field) => field.name === 'closedAt');
  const onDay =
    closedAt >= 0 && sourceOf(fields[closedAt]!) ? `c${closedAt} IS NOT NULL AND ${dayOnly(`c${closedAt}`)}` : 'NULL';

  // Rows that a filter or repetition thins out carry their number; all others are stored in file order.
  const thinned = view.whenFilled !== undefined || view.distinct === true;
  const from = thinned ? `(SELECT *, row_number() OVER () - 1 AS "__row" FROM ${readTable(view)})` : readTable(view);
  const where =
    view.whenFilled === undefined ? '' : ` WHERE (${filled(column(view.whenFilled), view.empty)}) IS NOT NULL`;
  const row = !thinned ? 'NULL' : view.distinct ? 'min("__row")' : '"__row"';
  const columns = [
    ...texts,
    `${extras.length ? `json_object(${extras.join(', ')})` : 'NULL'} AS extra`,
    `${closing(view)} AS closes`,
    `${row} AS "__row"`,
  ];
  const read = `SELECT ${columns.join(', ')} FROM ${from} t${where}${view.distinct ? ' GROUP BY ALL' : ''}`;
  const typed = `SELECT *, ${casts.map((cast, i) => `${cast.value} AS v${i}`).join(', ')} FROM (${read})`;
  const before = await connection.number(`SELECT count(*) FROM ${stagedTable(view.fact)}`);
  await connection.run(
    `INSERT INTO ${stagedTable(view.fact)} SELECT ${fields.map((_, i) => `v${i}`).join(', ')}, extra, closes, ${onDay}, ${index}, "__row", ${faults.length ? `coalesce(${faults.join(', ')})` : 'NULL'} FROM (${typed})${thinned ? ' ORDER BY "__row"' : ''}`,
  );
  return (await connection.number(`SELECT count(*) FROM ${stagedTable(view.fact)}`)) - before;
}

/** The outcome with which an event's value ends its case; empty: none known; null: it ends nothing. */
function closing(view: IngestView): string {
  const arms = Object.entries(view.closes?.values ?? {}).map(
    ([value, outcome]) => `WHEN ${quote(value)} THEN ${quote(outcome)}`,
  );
  return view.closes && arms.length
    ? `CASE ${fold(column(view.closes.column))} ${arms.join(' ')} END`
    : 'NULL::VARCHAR';
}

/** Where the rows of each view begin in their staged table, and how the events of one source row are ordered. */
export interface ViewPlace {
  readonly view: number;
  readonly fact: Fact;
  readonly firstRow: number;
  readonly of: number;
  readonly at: number;
  readonly base: number;
}

/** SQL of a staged row's number in its source table, and of its order in the batch. Unfiltered views are stored in file
 *  order, so that the store's own row number serves. */
export function placeSql(places: readonly ViewPlace[], fact: Fact): { readonly row: string; readonly ord: string } {
  const mine = places.filter((place) => place.fact === fact);
  const first =
    mine.length === 1
      ? String(mine[0]!.firstRow)
      : `CASE view ${mine.map((p) => `WHEN ${p.view} THEN ${p.firstRow}`).join(' ')} END`;
  const row = `coalesce("row", rowid - ${first})`;
  const simple = mine.length === 1 && mine[0]!.of === 1 && mine[0]!.base === 0;
  const ord = simple
    ? row
    : `CASE view ${mine.map((p) => `WHEN ${p.view} THEN ${p.base} + ${row} * ${p.of} + ${p.at}`).join(' ')} END`;
  return { row, ord };
}

export interface StagedFault {
  readonly view: number;
  readonly row: number;
  readonly code: string;
  readonly field: string | null;
}

/** Rows that break a rule, in file order, at most `limit`. */
export async function faultsOf(
  connection: Connection,
  fact: Fact,
  row: string,
  limit: number,
): Promise<readonly StagedFault[]> {
  const fields = storedFields(fact);
  const rows = await connection.rows<{ view: number; row: number; fault: number }>(
    `SELECT view, ${row} AS "row", fault FROM ${stagedTable(fact)} WHERE fault IS NOT NULL ORDER BY view, 2 LIMIT ${limit}`,
  );
  return rows.map(({ view, row, fault }) => ({
    view,
    row,
    code: CROSS[fault] ?? FAULTS[(fault % 16) - 1] ?? 'row.malformed',
    field: CROSS[fault] ? (CROSS_FIELD[fault] ?? null) : (fields[Math.floor(fault / 16) - 1]?.name ?? null),
  }));
}

/** Rules over several fields or rows; numbers below 16 so that they never meet a field's fault. */
export const CROSS: Readonly<Record<number, string>> = {
  1: 'row.endBeforeStart',
  2: 'row.knownOverItems',
  3: 'row.valueOverMax',
  4: 'row.idTwice',
  5: 'row.unknownCase',
};
const CROSS_FIELD: Readonly<Record<number, string>> = { 1: 'closedAt', 2: 'known', 3: 'value', 4: 'id', 5: 'caseId' };
const DAY = 86_400_000_000;

/** Marks rows that break a rule over several fields or rows (facts.md § 1, Refused rows). */
export async function markCrossFaults(
  connection: Connection,
  facts: ReadonlySet<Fact>,
  sourceHasCases: boolean,
): Promise<void> {
  if (facts.has('case')) {
    const end = `CASE WHEN closedOnDay THEN "closedAt" + ${DAY} - 1 ELSE "closedAt" END`;
    await connection.run(`UPDATE new_case SET fault = 1 WHERE fault IS NULL AND ${end} < "registeredAt"`);
    await markTwice(connection, 'case', ['id']);
  }
  if (facts.has('organisation')) await markTwice(connection, 'organisation', ['id', 'validFrom']);
  if (facts.has('event')) {
    await connection.run('UPDATE new_event SET fault = 2 WHERE fault IS NULL AND "known" > "items"');
    if (facts.has('case') || sourceHasCases) {
      const known = [
        'SELECT text FROM case_id JOIN (SELECT DISTINCT caseNo FROM case_row WHERE given) ON caseNo = "no"',
      ];
      if (facts.has('case')) known.push('SELECT id FROM new_case WHERE id IS NOT NULL');
      await connection.run(
        `UPDATE new_event SET fault = 5 WHERE fault IS NULL AND NOT EXISTS (SELECT 1 FROM (${known.join(' UNION ALL ')}) k(id) WHERE k.id = new_event."caseId")`,
      );
    }
  }
  if (facts.has('reading'))
    await connection.run('UPDATE new_reading SET fault = 3 WHERE fault IS NULL AND "value" > "max"');
}

/** Equal rows of one key are kept once; differing ones are all refused. */
async function markTwice(connection: Connection, fact: Fact, key: readonly string[]): Promise<void> {
  const table = stagedTable(fact);
  const keys = key.map(named).join(', ');
  if (
    (await connection.number(
      `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE fault IS NULL GROUP BY ${keys} HAVING count(*) > 1)`,
    )) === 0
  )
    return;
  const all = [
    ...FIELDS[fact].filter((field) => field.name !== 'content').map((field) => named(field.name)),
    'extra',
    'closedOnDay',
  ];
  const same = `hash(${all.join(', ')})`;
  const on = key.map((name) => `d.${named(name)} IS NOT DISTINCT FROM ${table}.${named(name)}`).join(' AND ');
  await connection.run(
    `UPDATE ${table} SET fault = 4 FROM (SELECT ${keys} FROM ${table} WHERE fault IS NULL GROUP BY ${keys} HAVING count(DISTINCT ${same}) > 1) d WHERE ${on} AND fault IS NULL`,
  );
  await connection.run(
    `DELETE FROM ${table} WHERE fault IS NULL AND rowid NOT IN (SELECT min(rowid) FROM ${table} GROUP BY ${keys}, ${same})`,
  );
}

export const stageContext = (request: IngestRequest): StageContext => ({ zone: request.zone, now: request.now });

/** Columns of a fact's row table that its staged rows fill. */
export const rowColumns = (fact: Fact): readonly string[] => storedFields(fact).map((field) => named(columnOf(field)));
