import { createHash } from 'node:crypto';
import { EVENT_KINDS } from '#facts';
import { type Connection, quote } from './database.ts';

/** Closing touchpoints of journeys, by texts: the map may be drawn before the first fact comes. */
const TABLE = 'closing_touchpoint';

/** Events that give the client the result. */
const RESULTS = (['issue', 'pay'] as const).map((kind) => EVENT_KINDS.indexOf(kind) + 1).join(', ');

/** Where runs of a journey end; false where that is known already. */
export async function writeClosings(
  connection: Connection,
  journey: string,
  touchpoints: readonly string[],
): Promise<boolean> {
  const wanted = [...new Set(touchpoints)].sort();
  const known = await connection.rows<{ touchpoint: string }>(
    `SELECT touchpoint FROM ${TABLE} WHERE journey = ${quote(journey)}`,
  );
  const before = known.map(({ touchpoint }) => touchpoint).sort();
  if (wanted.length === before.length && wanted.every((touchpoint, i) => touchpoint === before[i])) return false;
  await connection.run(`DELETE FROM ${TABLE} WHERE journey = ${quote(journey)}`);
  if (wanted.length)
    await connection.run(
      `INSERT INTO ${TABLE} VALUES ${wanted.map((one) => `(${quote(journey)}, ${quote(one)})`).join(', ')}`,
    );
  return true;
}

export interface Closings {
  /** Numbers of the journeys whose runs end at a closing touchpoint. */
  readonly journeys: ReadonlySet<number>;
  /** Cases that have their `issue` or `pay` at one of their journey. */
  readonly reached: ReadonlySet<number>;
}

/** `members`: SQL of the rows of cases that are asked about. */
export async function readClosings(connection: Connection, members: string): Promise<Closings> {
  const journeys = await connection.rows<{ no: number }>(
    `SELECT DISTINCT j."no" AS "no" FROM ${TABLE} t JOIN code j ON j.text = t.journey`,
  );
  if (journeys.length === 0) return { journeys: new Set(), reached: new Set() };
  const reached = await connection.rows<{ caseNo: number }>(
    `SELECT DISTINCT e.caseNo AS caseNo FROM event_row e JOIN ${members} c ON c.caseNo = e.caseNo
       JOIN code j ON j."no" = c.journey JOIN code p ON p."no" = e.touchpoint
       JOIN ${TABLE} t ON t.journey = j.text AND t.touchpoint = p.text
     WHERE e.live AND e.kind IN (${RESULTS})`,
  );
  return {
    journeys: new Set(journeys.map(({ no }) => no)),
    reached: new Set(reached.map(({ caseNo }) => caseNo)),
  };
}

/** Tells one state of the closings from another; '' where there are none. */
export async function closingsDigest(connection: Connection): Promise<string> {
  const rows = await connection.rows(`SELECT journey, touchpoint FROM ${TABLE} ORDER BY ALL`);
  return rows.length ? createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 12) : '';
}
