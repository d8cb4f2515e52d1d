import { CASE_KINDS, CLIENT_KINDS, CLIENT_STATUSES, EVENT_KINDS, INITIATORS, INTERNAL_KINDS, OUTCOMES } from '#facts';
import { type Connection, quote } from './database.ts';
import { CLIENT_CODE } from './encode.ts';

const fixedNo = (list: readonly string[], word: string): number => list.indexOf(word) + 1;
/** The client acts first; what follows is the body's, unless said (facts.md § 1). */
export const defaultInitiator = `(CASE WHEN kind IN (${CLIENT_KINDS.map((kind) => fixedNo(EVENT_KINDS, kind)).join(', ')}) THEN ${fixedNo(INITIATORS, 'client')} ELSE ${fixedNo(INITIATORS, 'body')} END)::TINYINT`;

/** A request that names nobody and asks for documents asks the client (facts.md § 1). */
export const defaultAsked = `CASE WHEN kind = ${fixedNo(EVENT_KINDS, 'request')} AND items >= 1 THEN ${CLIENT_CODE} END`;

/** What is being imported: its batch is not written yet. */
export interface CurrentBatch {
  readonly batch: number;
  readonly earlierSubmit: boolean;
}

/** What a case's row takes from other rows: that it exists where only events tell of it, its horizon, registration,
 *  ending and the defaults that need them (facts.md § 1). All of it is worked out anew for the `cases` (SQL over
 *  `caseNo`), since the rows it came from may have gone or been replaced. */
export async function settleCases(
  connection: Connection,
  cases: string | 'all new',
  current: CurrentBatch | null,
): Promise<void> {
  const which = cases === 'all new' ? 'true' : cases;
  if (cases !== 'all new') await forget(connection, which);
  await connection.run(
    `INSERT INTO case_row BY NAME SELECT caseNo, max(batch) AS batch, true AS live, max_by(horizon, batch) AS horizon, max_by(source, batch) AS source,
       max_by(source, batch) AS eventSource, ${fixedNo(CASE_KINDS, 'application')}::TINYINT AS kind, false AS given
     FROM event_row WHERE ${which} GROUP BY caseNo
     HAVING bool_or(live) AND caseNo NOT IN (SELECT caseNo FROM case_row WHERE live AND ${which})`,
  );
  if (cases !== 'all new')
    await connection.run(
      // A case lives up to the horizon of the batch that told of it last, be that horizon the earlier one.
      `UPDATE case_row SET horizon = CASE WHEN f.batch > case_row.batch THEN f.horizon ELSE case_row.horizon END, eventSource = f.source
     FROM (SELECT caseNo, max(batch) AS batch, max_by(horizon, batch) AS horizon, max_by(source, batch) AS source FROM event_row WHERE ${which} GROUP BY caseNo) f
     WHERE f.caseNo = case_row.caseNo AND live AND given`,
    );
  const internal = INTERNAL_KINDS.map((kind) => fixedNo(CASE_KINDS, kind)).join(', ');
  await connection.run(
    `UPDATE case_row SET "clientStatus" = CASE WHEN kind IN (${internal}) THEN ${fixedNo(CLIENT_STATUSES, 'internal')} ELSE ${fixedNo(CLIENT_STATUSES, 'citizen')} END WHERE "clientStatus" IS NULL AND ${which}`,
  );
  await register(connection, which, current);
  // Cases that the source's own words for an end close, where they have no closing of their own: at the latest such event.
  await connection.run(
    `UPDATE case_row SET "closedAt" = f.at, closedByEvent = true, outcomeByEvent = case_row.outcome IS NULL, outcome = coalesce(case_row.outcome, f.outcome)
     FROM (SELECT caseNo, max("at") AS at, max_by(nullif(closes, 0), "at") AS outcome FROM event_row WHERE live AND closes IS NOT NULL AND ${which} GROUP BY caseNo) f
     WHERE f.caseNo = case_row.caseNo AND live AND "closedAt" IS NULL`,
  );
}

/** Rows of earlier batches as they were given. */
async function forget(connection: Connection, which: string): Promise<void> {
  await connection.run(`DELETE FROM case_row WHERE NOT given AND ${which}`);
  await connection.run(
    `UPDATE case_row SET horizon = b.horizon, eventSource = case_row.source,
       "registeredAt" = CASE WHEN registeredByEvent THEN givenRegisteredAt ELSE "registeredAt" END, registeredByEvent = false,
       "closedAt" = CASE WHEN closedByEvent THEN NULL ELSE "closedAt" END, closedByEvent = false,
       outcome = CASE WHEN outcomeByEvent THEN NULL ELSE outcome END, outcomeByEvent = false
     FROM batch b WHERE b.no = case_row.batch AND given AND live AND ${which}`,
  );
}

/** Registration by events: the first that is not a draft, where none is given; a mapping takes an earlier submission. */
async function register(connection: Connection, which: string, current: CurrentBatch | null): Promise<void> {
  const before = ['draft', 'start'].map((kind) => fixedNo(EVENT_KINDS, kind)).join(', ');
  await connection.run(
    `UPDATE case_row SET "registeredAt" = f.at, registeredByEvent = true, givenRegisteredAt = NULL
     FROM (SELECT caseNo, min("at") AS at FROM event_row WHERE live AND kind NOT IN (${before}) AND ${which} GROUP BY caseNo) f
     WHERE f.caseNo = case_row.caseNo AND live AND "registeredAt" IS NULL`,
  );
  const mapped = `batch IN (SELECT no FROM batch WHERE json_extract(recorded, '$.earlierSubmit') = true${current?.earlierSubmit ? ` UNION ALL SELECT ${current.batch}` : ''})`;
  await connection.run(
    `UPDATE case_row SET givenRegisteredAt = CASE WHEN registeredByEvent THEN NULL ELSE "registeredAt" END, "registeredAt" = f.at, registeredByEvent = true
     FROM (SELECT caseNo, min("at") AS at FROM event_row WHERE live AND kind = ${fixedNo(EVENT_KINDS, 'submit')} AND ${mapped} AND ${which} GROUP BY caseNo) f
     WHERE f.caseNo = case_row.caseNo AND live AND f.at < "registeredAt"`,
  );
}

/** How an event's word for an end is kept: the number of the outcome, 0 where none is known. */
export const storedClosing = `CASE s.closes ${OUTCOMES.map((outcome, i) => `WHEN ${quote(outcome)} THEN ${i + 1}`).join(' ')} WHEN '' THEN 0 END::TINYINT AS closes`;
