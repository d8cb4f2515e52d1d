import type { IngestView } from '#acts';
import { type Fact, FIELDS } from '#facts';
import { FAULTS } from './cast.ts';
import { type Connection, named } from './database.ts';
import { storedFields } from './schema.ts';
import { placeSql, stagedTable, type ViewPlace } from './stage.ts';

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
    `SELECT view, ${row} AS "row", fault FROM ${stagedTable(fact)} WHERE ${OWN} ORDER BY view, 2 LIMIT ${limit}`,
  );
  return rows.map(({ view, row, fault }) => ({
    view,
    row,
    code: CROSS[fault] ?? FAULTS[(fault % 16) - 1] ?? 'row.malformed',
    field: CROSS[fault] ? (CROSS_FIELD[fault] ?? null) : (fields[Math.floor(fault / 16) - 1]?.name ?? null),
  }));
}

/** Rules over several fields or rows; numbers below 16 so that they never meet a field's fault. */
const CROSS: Readonly<Record<number, string>> = {
  1: 'row.endBeforeStart',
  2: 'row.knownOverItems',
  3: 'row.valueOverMax',
  4: 'row.idTwice',
  5: 'row.unknownCase',
};
/** No faults of their own: another fact read from the same source row is refused; the event's case is refused; the row is
 *  there already. */
const BESIDE = 6;
const WITH_CASE = 7;
const AGAIN = 8;
const OWN = `fault IS NOT NULL AND fault NOT IN (${BESIDE}, ${WITH_CASE}, ${AGAIN})`;
const CROSS_FIELD: Readonly<Record<number, string>> = { 1: 'closedAt', 2: 'known', 3: 'value', 4: 'id', 5: 'caseId' };
const DAY = 86_400_000_000;

/** Marks rows that break a rule over several fields or rows (facts.md § 1, Refused rows). `given`: SQL over `case_row` of
 *  the case rows that were told before; `sourceHasCases`: the import's source told some of them. */
export async function markCrossFaults(
  connection: Connection,
  facts: ReadonlySet<Fact>,
  given: string,
  sourceHasCases: boolean,
): Promise<void> {
  if (facts.has('case')) {
    const end = `CASE WHEN closedOnDay THEN "closedAt" + ${DAY} - 1 ELSE "closedAt" END`;
    await connection.run(`UPDATE ${stagedTable('case')} SET fault = 1 WHERE fault IS NULL AND ${end} < "registeredAt"`);
    await markTwice(connection, 'case', ['id']);
  }
  if (facts.has('organisation')) await markTwice(connection, 'organisation', ['id', 'validFrom']);
  if (facts.has('event')) {
    await connection.run(`UPDATE ${stagedTable('event')} SET fault = 2 WHERE fault IS NULL AND "known" > "items"`);
    if (facts.has('case') || sourceHasCases) {
      const known = [
        `SELECT text FROM case_id JOIN (SELECT DISTINCT caseNo FROM case_row WHERE ${given}) ON caseNo = "no"`,
      ];
      if (facts.has('case')) known.push(`SELECT id FROM ${stagedTable('case')} WHERE id IS NOT NULL`);
      // Cases are few beside events: they are looked up once each, and as a rule none is missing.
      await connection.run(
        `CREATE OR REPLACE TEMP TABLE unknown_case AS SELECT "caseId" AS id FROM (SELECT DISTINCT "caseId" FROM ${stagedTable('event')} WHERE fault IS NULL) e ANTI JOIN (${known.join(' UNION ALL ')}) k(id) ON k.id = e."caseId"`,
      );
      if ((await connection.number('SELECT count(*) FROM unknown_case')) > 0)
        await connection.run(
          `UPDATE ${stagedTable('event')} SET fault = 5 WHERE fault IS NULL AND "caseId" IN (SELECT id FROM unknown_case)`,
        );
      await connection.run('DROP TABLE temp.unknown_case');
    }
  }
  if (facts.has('reading'))
    await connection.run(`UPDATE ${stagedTable('reading')} SET fault = 3 WHERE fault IS NULL AND "value" > "max"`);
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
  const on = key.map((name) => `d.${named(name)} IS NOT DISTINCT FROM n.${named(name)}`).join(' AND ');
  await connection.run(
    `UPDATE ${table} n SET fault = 4 FROM (SELECT ${keys} FROM ${table} WHERE fault IS NULL GROUP BY ${keys} HAVING count(DISTINCT ${same}) > 1) d WHERE ${on} AND fault IS NULL`,
  );
  await connection.run(
    // Not deleted: rows keep their places, which lead back to their lines.
    `UPDATE ${table} SET fault = ${AGAIN} WHERE fault IS NULL AND rowid NOT IN (SELECT min(rowid) FROM ${table} GROUP BY ${keys}, ${same})`,
  );
}

/** A source row stands or falls as a whole: where one of the facts read from it is refused, the others go with it, else
 *  a refused case would come back through its events, and a case would lack what it lived through. Rows of facts that
 *  several source rows repeat stand apart; events of a refused case are left out with it. */
export async function spreadFaults(
  connection: Connection,
  views: readonly IngestView[],
  places: readonly ViewPlace[],
): Promise<void> {
  for (const members of tablesOf(views, places)) {
    const alone = members.filter(({ view }) => !views[view]!.distinct);
    if (alone.length < 2) continue;
    await connection.run(`CREATE OR REPLACE TEMP TABLE refused_row AS ${faultyRows(alone, places)}`);
    if ((await connection.number('SELECT count(*) FROM refused_row')) === 0) continue;
    for (const { view, fact } of alone)
      await connection.run(
        `UPDATE ${stagedTable(fact)} SET fault = ${BESIDE} WHERE fault IS NULL AND view = ${view} AND ${placeSql(places, fact).row} IN (SELECT "row" FROM refused_row)`,
      );
  }
  const facts = new Set(places.map((place) => place.fact));
  if (!facts.has('case') || !facts.has('event')) return;
  await connection.run(
    `UPDATE ${stagedTable('event')} SET fault = ${WITH_CASE} WHERE fault IS NULL AND "caseId" IN (SELECT id FROM ${stagedTable('case')} WHERE fault IS NOT NULL EXCEPT SELECT id FROM ${stagedTable('case')} WHERE fault IS NULL)`,
  );
}

export interface RefusedCounts {
  /** Faults that are listed, over all facts. */
  readonly faults: number;
  /** Refused rows of each source table, by the path of its staged CSV; facts of one row count once. */
  readonly rows: ReadonlyMap<string, number>;
  /** Events left out with their refused case, by the same path. */
  readonly withCase: ReadonlyMap<string, number>;
}

export async function countRefused(
  connection: Connection,
  views: readonly IngestView[],
  places: readonly ViewPlace[],
): Promise<RefusedCounts> {
  let faults = 0;
  const rows = new Map<string, number>();
  const withCase = new Map<string, number>();
  for (const fact of new Set(places.map((place) => place.fact)))
    faults += await connection.number(`SELECT count(*) FROM ${stagedTable(fact)} WHERE ${OWN}`);
  if (faults === 0) return { faults, rows, withCase };
  for (const members of tablesOf(views, places)) {
    const { path } = views[members[0]!.view]!.table.csv;
    rows.set(path, await connection.number(`SELECT count(DISTINCT "row") FROM (${faultyRows(members, places)})`));
    const events = members.filter(({ fact }) => fact === 'event').map(({ view }) => view);
    if (events.length === 0) continue;
    withCase.set(
      path,
      await connection.number(
        `SELECT count(DISTINCT ${placeSql(places, 'event').row}) FROM ${stagedTable('event')} WHERE fault = ${WITH_CASE} AND view IN (${events.join(', ')})`,
      ),
    );
  }
  return { faults, rows, withCase };
}

/** Views that read the same source table. */
function tablesOf(views: readonly IngestView[], places: readonly ViewPlace[]): readonly (readonly ViewPlace[])[] {
  const tables = new Map<string, ViewPlace[]>();
  for (const place of places) {
    const { path } = views[place.view]!.table.csv;
    tables.set(path, [...(tables.get(path) ?? []), place]);
  }
  return [...tables.values()];
}

const faultyRows = (members: readonly ViewPlace[], places: readonly ViewPlace[]): string =>
  members
    .map(
      ({ view, fact }) =>
        `SELECT ${placeSql(places, fact).row} AS "row" FROM ${stagedTable(fact)} WHERE view = ${view} AND ${OWN}`,
    )
    .join(' UNION ');
