import type { IngestRequest } from '#acts';
import { CASE_KINDS, CLIENT_KINDS, CLIENT_STATUSES, EVENT_KINDS, INITIATORS, INTERNAL_KINDS, OUTCOMES } from '#facts';
import { type Connection, quote } from './database.ts';
import { CLIENT_CODE } from './encode.ts';

const fixedNo = (list: readonly string[], word: string): number => list.indexOf(word) + 1;
/** The client acts first; what follows is the body's, unless said (facts.md § 1). */
export const defaultInitiator = `(CASE WHEN kind IN (${CLIENT_KINDS.map((kind) => fixedNo(EVENT_KINDS, kind)).join(', ')}) THEN ${fixedNo(INITIATORS, 'client')} ELSE ${fixedNo(INITIATORS, 'body')} END)::TINYINT`;

/** A request that names nobody and asks for documents asks the client (facts.md § 1). */
export const defaultAsked = `CASE WHEN kind = ${fixedNo(EVENT_KINDS, 'request')} AND items >= 1 THEN ${CLIENT_CODE} END`;

/** Defaults that need other rows (facts.md § 1): client status by kind, registration and closing by events. */
export async function fillDefaults(
  connection: Connection,
  request: IngestRequest,
  batch: number,
  fresh: boolean,
): Promise<void> {
  const internal = INTERNAL_KINDS.map((kind) => fixedNo(CASE_KINDS, kind)).join(', ');
  await connection.run(
    `UPDATE case_row SET "clientStatus" = CASE WHEN kind IN (${internal}) THEN ${fixedNo(CLIENT_STATUSES, 'internal')} ELSE ${fixedNo(CLIENT_STATUSES, 'citizen')} END WHERE "clientStatus" IS NULL AND batch = ${batch}`,
  );
  const touched = fresh
    ? 'true'
    : `caseNo IN (SELECT caseNo FROM case_row WHERE batch = ${batch} UNION SELECT caseNo FROM event_row WHERE batch = ${batch})`;
  const before = ['draft', 'start'].map((kind) => fixedNo(EVENT_KINDS, kind)).join(', ');
  await connection.run(
    `UPDATE case_row SET "registeredAt" = f.at, registeredByEvent = true FROM (SELECT caseNo, min("at") AS at FROM event_row WHERE live AND kind NOT IN (${before}) AND ${touched} GROUP BY caseNo) f
     WHERE f.caseNo = case_row.caseNo AND live AND ("registeredAt" IS NULL OR registeredByEvent)`,
  );
  if (request.earlierSubmit) {
    await connection.run(
      `UPDATE case_row SET "registeredAt" = f.at FROM (SELECT caseNo, min("at") AS at FROM event_row WHERE live AND kind = ${fixedNo(EVENT_KINDS, 'submit')} AND ${touched} GROUP BY caseNo) f
       WHERE f.caseNo = case_row.caseNo AND live AND f.at < "registeredAt"`,
    );
  }
  await closeByEvents(connection, request);
}

/** Cases that the source's own words for an end close, where they have no closing of their own: at the latest such event. */
async function closeByEvents(connection: Connection, request: IngestRequest): Promise<void> {
  if (!request.views.some((view) => view.closes)) return;
  const outcomes = OUTCOMES.map((outcome, i) => `WHEN ${quote(outcome)} THEN ${i + 1}`).join(' ');
  await connection.run(
    `UPDATE case_row SET "closedAt" = f.at, closedByEvent = true, outcome = coalesce(case_row.outcome, f.outcome)
     FROM (SELECT c."no" AS caseNo, max(e."at") AS at, max_by(CASE e.closes ${outcomes} END, e."at")::TINYINT AS outcome
           FROM new_event e JOIN case_id c ON c.text = e."caseId" WHERE e.closes IS NOT NULL AND e.fault IS NULL GROUP BY 1) f
     WHERE f.caseNo = case_row.caseNo AND live AND ("closedAt" IS NULL OR closedByEvent)`,
  );
}
