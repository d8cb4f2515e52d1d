import { columnOf, type Fact, Refused } from '#facts';
import { type Connection, named, quote } from './database.ts';
import { storedFields, tableOf } from './schema.ts';

/** The newest batch that holds a case's row replaces what older ones said of it; its events replace the case's older
 *  events when all of those are there again, otherwise `events` decides (facts.md § 1, Again and corrected). */
export async function coverCases(
  connection: Connection,
  batch: number,
  facts: readonly Fact[],
  events: 'whole' | 'added' | undefined,
): Promise<void> {
  if (facts.includes('case')) {
    await connection.run(
      `UPDATE case_row SET live = false WHERE live AND batch <> ${batch} AND caseNo IN (SELECT caseNo FROM case_row WHERE batch = ${batch})`,
    );
  }
  if (!facts.includes('event')) return;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE again AS SELECT DISTINCT caseNo FROM event_row WHERE batch = ${batch} AND caseNo IN (SELECT caseNo FROM event_row WHERE live AND batch <> ${batch})`,
  );
  if ((await connection.number('SELECT count(*) FROM again')) > 0) {
    const columns = storedFields('event').map((field) => named(columnOf(field)));
    const digest = `hash(${[...columns, 'extra'].join(', ')})`;
    const numbered = (which: string) =>
      `SELECT caseNo, ${digest} AS digest, row_number() OVER (PARTITION BY caseNo, ${digest} ORDER BY batch, ord) AS ordinal, rowid AS id FROM event_row WHERE ${which} AND caseNo IN (SELECT caseNo FROM again)`;
    const older = numbered(`live AND batch <> ${batch}`);
    const newer = numbered(`batch = ${batch}`);
    const missing = `SELECT DISTINCT o.caseNo FROM (${older}) o ANTI JOIN (${newer}) n ON n.caseNo = o.caseNo AND n.digest = o.digest AND n.ordinal = o.ordinal`;
    const lost = await connection.number(`SELECT count(*) FROM (${missing})`);
    if (lost > 0 && events === undefined) {
      const example = await connection.one<{ text: string }>(
        `SELECT text FROM case_id WHERE "no" = (SELECT min(caseNo) FROM (${missing}))`,
      );
      throw new Refused([{ code: 'import.eventsWholeOrAdded', got: example?.text ?? '', with: { cases: lost } }]);
    }
    if (events === 'added') {
      // Rows that are there already are not added twice.
      await connection.run(
        `UPDATE event_row SET live = false WHERE rowid IN (SELECT n.id FROM (${newer}) n JOIN (${older}) o ON n.caseNo = o.caseNo AND n.digest = o.digest AND n.ordinal = o.ordinal)`,
      );
    } else {
      await connection.run(
        `UPDATE event_row SET live = false WHERE live AND batch <> ${batch} AND caseNo IN (SELECT caseNo FROM again)`,
      );
    }
  }
  await connection.run('DROP TABLE temp.again');
}

/** Answers, invitations, texts and readings of a batch that equal a row of another batch do not count again. */
export async function coverRepeated(connection: Connection, fact: Fact, batch: number): Promise<number> {
  const table = tableOf(fact);
  return connection.run(
    `UPDATE ${table} SET live = false WHERE batch = ${batch} AND digest IN (SELECT digest FROM ${table} WHERE live AND batch <> ${batch})`,
  );
}

/** Removes a batch's rows and brings back what it covered: liveness is worked out anew, oldest batch first. The cases it
 *  told of stand in the temporary table `dropped_case`; answers whether the organisation changed with it. */
export async function dropRows(connection: Connection, id: string): Promise<{ readonly organisation: boolean }> {
  const found = await connection.one<{ no: number; facts: string }>(
    `SELECT no AS "no", facts FROM batch WHERE id = ${quote(id)}`,
  );
  if (!found) throw new Refused([{ code: 'import.replacesUnknown', got: id }]);
  const no = found.no;
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE dropped_case AS SELECT DISTINCT caseNo FROM (SELECT caseNo FROM case_row WHERE batch = ${no} UNION ALL SELECT caseNo FROM event_row WHERE batch = ${no})`,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE dropped_run AS SELECT DISTINCT runNo FROM case_row WHERE batch = ${no} AND runNo IS NOT NULL`,
  );
  for (const fact of ['case', 'event', 'answer', 'invitation', 'text', 'reading', 'organisation'] as const) {
    await connection.run(`DELETE FROM ${tableOf(fact)} WHERE batch = ${no}`);
  }
  await connection.run(`DELETE FROM batch WHERE no = ${no}`);
  // Cases: the newest batch that gives the row; a row made from events alone stands in only where none is given.
  await connection.run(
    `UPDATE case_row SET live = (batch = (SELECT max_by(c.batch, (CASE WHEN c.given THEN 1000000 ELSE 0 END) + c.batch) FROM case_row c WHERE c.caseNo = case_row.caseNo)) WHERE caseNo IN (SELECT caseNo FROM dropped_case)`,
  );
  for (const fact of ['answer', 'invitation', 'text', 'reading'] as const) {
    const table = tableOf(fact);
    await connection.run(
      `UPDATE ${table} SET live = true WHERE NOT live AND NOT EXISTS (SELECT 1 FROM ${table} o WHERE o.digest = ${table}.digest AND o.batch < ${table}.batch)`,
    );
  }
  await connection.run(
    'UPDATE organisation_row SET live = NOT EXISTS (SELECT 1 FROM organisation_row o WHERE o.id = organisation_row.id AND o."validFrom" IS NOT DISTINCT FROM organisation_row."validFrom" AND o.batch > organisation_row.batch)',
  );
  await reviveEvents(connection);
  await forgetRuns(connection);
  return { organisation: (JSON.parse(found.facts) as Fact[]).includes('organisation') };
}

/** Runs that a dropped batch told of go; what cases they have left are derived again, and their runs with them. */
async function forgetRuns(connection: Connection): Promise<void> {
  for (const table of ['run', 'run_span'])
    await connection.run(`DELETE FROM ${table} WHERE runNo IN (SELECT runNo FROM dropped_run)`);
  await connection.run(
    'INSERT INTO dropped_case SELECT DISTINCT caseNo FROM case_row WHERE live AND runNo IN (SELECT runNo FROM dropped_run)',
  );
  await connection.run('DROP TABLE temp.dropped_run');
}

/** Events of the cases a dropped batch told of: replay the remaining batches, each replacing the older ones unless it
 *  was added to them (then some of its own rows, or the older batch's, stayed beside it). */
async function reviveEvents(connection: Connection): Promise<void> {
  const batches = await connection.rows<{ no: number; events: string | null }>(
    `SELECT no AS "no", json_extract_string(report, '$.eventsTaken') AS events FROM batch ORDER BY no`,
  );
  await connection.run('UPDATE event_row SET live = false WHERE caseNo IN (SELECT caseNo FROM dropped_case)');
  for (const { no, events } of batches) {
    const cases = `SELECT DISTINCT caseNo FROM event_row WHERE batch = ${no} AND caseNo IN (SELECT caseNo FROM dropped_case)`;
    if (events !== 'added')
      await connection.run(`UPDATE event_row SET live = false WHERE live AND caseNo IN (${cases})`);
    await connection.run(`UPDATE event_row SET live = true WHERE batch = ${no} AND caseNo IN (${cases})`);
    if (events === 'added') {
      const columns = storedFields('event').map((field) => named(columnOf(field)));
      const digest = `hash(${[...columns, 'extra'].join(', ')})`;
      const numbered = (which: string) =>
        `SELECT caseNo, ${digest} AS digest, row_number() OVER (PARTITION BY caseNo, ${digest} ORDER BY batch, ord) AS ordinal, rowid AS id FROM event_row WHERE live AND ${which} AND caseNo IN (${cases})`;
      await connection.run(
        `UPDATE event_row SET live = false WHERE rowid IN (SELECT n.id FROM (${numbered(`batch = ${no}`)}) n JOIN (${numbered(`batch < ${no}`)}) o ON n.caseNo = o.caseNo AND n.digest = o.digest AND n.ordinal = o.ordinal)`,
      );
    }
  }
}
