import { type Connection, named } from './database.ts';
import { defaultAsked, defaultInitiator, storedClosing } from './defaults.ts';
import { encodedSelect, insertInto } from './encode.ts';
import { stagedTable } from './stage.ts';

/** Stores the staged events, those of a case together and in their order (facts.md § 2), so that what reads a range of
 *  cases reads a range of rows. Most logs come so; the others are encoded first and sorted then: hash tables of the
 *  dictionaries and a sort at once would not fit into the memory that an import may take. */
export async function storeEvents(connection: Connection, common: Parameters<typeof encodedSelect>[1]): Promise<void> {
  const encoded = `SELECT * REPLACE (coalesce(initiator, ${defaultInitiator}) AS initiator, coalesce(asked, ${defaultAsked}) AS asked)
    FROM (${encodedSelect('event', { ...common, more: [storedClosing] })})`;
  if (await liesInOrder(connection, common.ord)) {
    await connection.run(`${insertInto('event')} BY NAME ${encoded}`);
    return;
  }
  await connection.run(`CREATE OR REPLACE TEMP TABLE encoded_event AS ${encoded}`);
  await connection.run(
    `${insertInto('event')} BY NAME SELECT * FROM encoded_event ORDER BY caseNo, "at", seq NULLS LAST, ord`,
  );
  await connection.run('DROP TABLE temp.encoded_event');
}

/** Whether the file has each case in one piece and its events in order. */
async function liesInOrder(connection: Connection, ord: string): Promise<boolean> {
  const [id, at] = [named('caseId'), named('at')];
  const before = (column: string) => `lag(${column}) OVER ()`;
  const row = await connection.one<{ pieces: number; cases: number; back: number }>(
    `SELECT count(*) FILTER (WHERE before IS DISTINCT FROM id) AS pieces, count(DISTINCT id) AS cases,
       count(*) FILTER (WHERE before = id AND (moment < earlier OR place < placed OR seq IS NOT NULL)) AS back
     FROM (SELECT id, moment, place, seq, ${before('id')} AS before, ${before('moment')} AS earlier, ${before('place')} AS placed
           FROM (SELECT ${id} AS id, ${at} AS moment, ${ord} AS place, seq FROM ${stagedTable('event')} WHERE fault IS NULL))`,
  );
  return row !== undefined && row.back === 0 && row.pieces === row.cases;
}
