import type { FieldSource, IngestRequest, IngestView } from '#acts';
import { type Fact, type Field, lieOf } from '#facts';
import { castField, column, dayOnly, filled, fold, textOf } from './cast.ts';
import { type Connection, named, quote, STAGE } from './database.ts';
import { SQL_TYPE, storedFields } from './schema.ts';

/** Staged rows of one fact: typed columns, text still where a dictionary will number it; `fault` = field × 16 + rule. */
export const stagedTable = (fact: Fact): string => `${STAGE}.new_${fact}`;

export interface StageContext {
  readonly zone: string;
  readonly now: number;
  /** The engine has the function COUNT_TEXT. */
  readonly countsTexts: boolean;
}

/** The engine's function that counts a text; answers the three counts with a space between. */
export const COUNT_TEXT = 'count_text';
const COUNTS = ['words', 'sentences', 'syllables'] as const;

const TEXTUAL = new Set(['code', 'caseNo', 'runNo', 'client']);
/** Columns of the staged table: numbered fields keep their text until they are encoded. */
export const stagedType = (field: Field): string => (TEXTUAL.has(lieOf(field)) ? 'VARCHAR' : SQL_TYPE[lieOf(field)]);

export async function createStaged(connection: Connection, fact: Fact): Promise<void> {
  const own = storedFields(fact).map((field) => `${named(field.name)} ${stagedType(field)}`);
  await connection.run(
    `CREATE TABLE ${stagedTable(fact)} (${[...own, 'extra VARCHAR', 'closes VARCHAR', 'closedOnDay BOOLEAN', 'view SMALLINT', '"row" BIGINT', 'fault SMALLINT'].join(', ')})`,
  );
}

/** SQL that reads a staged CSV as text columns, in file order. */
function readTable(view: IngestView): string {
  const { csv, columns } = view.table;
  const names = columns.map((name) => `${quote(name)}: 'VARCHAR'`).join(', ');
  return `read_csv(${quote(csv.path)}, delim=${quote(csv.delimiter)}, quote=${quote(csv.quote)}, escape=${quote(csv.quote)}, header=false, skip=${csv.headerLines}, columns={${names}}, auto_detect=false, all_varchar=true, nullstr='', max_line_size=16000000, buffer_size=16000000, strict_mode=true, null_padding=false, parallel=true)`;
}

/** Reads a view into the fact's staged table; answers the number of rows read. */
export async function stageView(
  connection: Connection,
  view: IngestView,
  index: number,
  context: StageContext,
): Promise<number> {
  const fields = storedFields(view.fact);
  const content = view.fact === 'text' && context.countsTexts ? view.fields.content : undefined;
  // Counts that no column gives come from the content.
  const sourceOf = ({ name }: Field): FieldSource | undefined =>
    view.fields[name] ?? (content && COUNTS.some((count) => count === name) ? { constant: '' } : undefined);
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
    ...(content ? [`${textOf({ name: 'content', type: 'text' }, content, view.empty, view.verbatim)} AS content`] : []),
    `${row} AS "__row"`,
  ];
  const read = `SELECT ${columns.join(', ')} FROM ${from} t${where}${view.distinct ? ' GROUP BY ALL' : ''}`;
  const counted = view.fact === 'text' ? countedTexts(read, fields, content !== undefined) : read;
  const typed = `SELECT *, ${casts.map((cast, i) => `${cast.value} AS v${i}`).join(', ')} FROM (${counted})`;
  const before = await connection.number(`SELECT count(*) FROM ${stagedTable(view.fact)}`);
  await connection.run(
    `INSERT INTO ${stagedTable(view.fact)} SELECT ${fields.map((_, i) => `v${i}`).join(', ')}, extra, closes, ${onDay}, ${index}, "__row", ${faults.length ? `coalesce(${faults.join(', ')})` : 'NULL'} FROM (${typed})${thinned ? ' ORDER BY "__row"' : ''}`,
  );
  return (await connection.number(`SELECT count(*) FROM ${stagedTable(view.fact)}`)) - before;
}

/** Texts whose counts are not given are counted by us (facts.md § 1): `content` goes no further. Which elements such a
 *  text has nobody knows; of a text that was counted elsewhere an empty cell means none. */
function countedTexts(read: string, fields: readonly Field[], hasContent: boolean): string {
  const at = (name: string) => `c${fields.findIndex((field) => field.name === name)}`;
  const counts = hasContent
    ? COUNTS.map((name, i) => `coalesce(${at(name)}, split_part(counted, ' ', ${i + 1})) AS ${at(name)}`)
    : [];
  const elements = `CASE WHEN ${at('elements')} IS NULL AND ${at('words')} IS NULL THEN '?' ELSE ${at('elements')} END AS ${at('elements')}`;
  const from = hasContent
    ? `(SELECT *, CASE WHEN content IS NOT NULL THEN ${COUNT_TEXT}(content, ${at('language')}) END AS counted FROM (${read}))`
    : `(${read})`;
  return `SELECT * REPLACE (${[...counts, elements].join(', ')}) FROM ${from}`;
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

/** The source row that gave a stored row of this order: the inverse of `ord` in `placeSql`. */
export function rowOfOrder(
  places: readonly ViewPlace[],
  fact: Fact,
  ord: number,
): { readonly view: number; readonly row: number } | undefined {
  const mine = places.filter((place) => place.fact === fact && place.base <= ord);
  const base = Math.max(...mine.map((place) => place.base));
  const place = mine.find((one) => one.base === base && (ord - base - one.at) % one.of === 0);
  return place && { view: place.view, row: (ord - base - place.at) / place.of };
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

export const stageContext = (request: IngestRequest): StageContext => ({
  zone: request.zone,
  now: request.now,
  countsTexts: request.countText !== undefined,
});
