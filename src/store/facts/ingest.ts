import { createHash } from 'node:crypto';
import type { IngestReport, IngestRequest, RowRefusal, StepProgress } from '#acts';
import { columnOf, EVENT_KINDS, FACTS, type Fact, RECORDABLE_FIELDS, Refused } from '#facts';
import { registerCountText } from './countText.ts';
import { coverCases, coverRepeated, dropRows } from './cover.ts';
import { type Connection, named, quote } from './database.ts';
import { settleCases } from './defaults.ts';
import { deriveAll, deriveTouched, TOUCHED } from './derive.ts';
import { encodedSelect, extendDictionaries, insertInto } from './encode.ts';
import { storeEvents } from './events.ts';
import { countRefused, faultsOf, markCrossFaults, type RefusedCounts, spreadFaults } from './faults.ts';
import { OrganisationFaults, rebuildPlaces } from './places.ts';
import { fileReports, organisationRefused } from './report.ts';
import { storedFields } from './schema.ts';
import type { IngestSettings } from './settings.ts';
import { createStaged, placeSql, stageContext, stagedTable, stageView, type ViewPlace } from './stage.ts';

/** At most so many refusals are listed; the rest are counted. */
const LISTED = 1000;
/** Rows that one statement stores: all at once would take half of the memory that an import may use. */
const STORED_AT_ONCE = 983_040;

/** One import: one transaction, one batch, all or nothing. */
export async function ingest(
  connection: Connection,
  request: IngestRequest,
  settings: IngestSettings,
  progress: (step: StepProgress) => void,
  signal: AbortSignal,
): Promise<IngestReport> {
  const same = await connection.one<{ id: string; report: string }>(
    `SELECT id, report FROM batch WHERE digest = ${quote(request.digest)}`,
  );
  if (same && !request.replaces)
    return { ...(JSON.parse(same.report) as IngestReport), batch: same.id, result: 'unchanged', refusals: [], more: 0 };
  const stop = () => connection.raw.interrupt();
  signal.addEventListener('abort', stop, { once: true });
  try {
    // Staged and checked before the transaction: it may write to one database only, and of rows that are not committed
    // the engine's planner knows no number, and builds its joins on the wrong side.
    if (request.countText && request.views.some((view) => view.fact === 'text'))
      registerCountText(connection, request.countText);
    const staged = await stageAll(connection, request, progress, signal);
    progress({ step: 'check', done: 0, total: null });
    const checked = await checkStaged(connection, request, staged);
    await connection.run('BEGIN TRANSACTION');
    const report = await insideTransaction(connection, request, settings, staged, checked, progress, signal);
    signal.throwIfAborted();
    progress({ step: 'commit', done: 0, total: null });
    await connection.run(report.result === 'taken' ? 'COMMIT' : 'ROLLBACK');
    return report;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function insideTransaction(
  connection: Connection,
  request: IngestRequest,
  settings: IngestSettings,
  { facts, places, read }: Staged,
  { left, sourceNo }: Checked,
  progress: (step: StepProgress) => void,
  signal: AbortSignal,
): Promise<IngestReport> {
  const replaced = request.replaces ? await dropRows(connection, request.replaces) : null;
  const refusals: RowRefusal[] = [];
  for (const fact of facts) {
    for (const fault of await faultsOf(connection, fact, placeSql(places, fact).row, LISTED - refusals.length)) {
      refusals.push({
        code: fault.code,
        table: fault.view,
        row: fault.row,
        file: request.views[fault.view]!.table.file,
        ...(fault.field ? { field: fault.field } : {}),
      });
    }
  }
  const before = request.refusedBefore ?? 0;
  const files = fileReports(request, read, left);
  const sum = (field: 'rowsRead' | 'refused') => files.reduce((total, file) => total + file[field], 0) + before;
  const [rowsRead, rowsRefused] = [sum('rowsRead'), sum('refused')];
  const horizon = request.horizon ?? (await latestInstant(connection, facts, settings.zone));
  const counts = { cases: await countOf(connection, 'case', facts), events: await countOf(connection, 'event', facts) };
  const leftWithCase = [...left.withCase.values()].reduce((total, count) => total + count, 0);
  const base = { files, ...counts, repeated: 0, leftWithCase, horizon, refusals, more: left.faults - refusals.length };
  if (rowsRefused > (request.allowRefused ?? 0) * rowsRead || rowsRead === rowsRefused)
    return { ...base, batch: null, result: 'refused' };
  if (horizon === null) throw new Refused([{ code: 'import.noInstant' }]);

  const batch = (await connection.number('SELECT coalesce(max(no), 0) FROM batch')) + 1;
  progress({ step: 'encode', done: 0, total: null });
  await extendDictionaries(connection, facts, settings.key);
  signal.throwIfAborted();
  const fresh = (await connection.number('SELECT count(*) FROM case_row')) === 0;
  const common = { batch, horizon, source: sourceNo };
  progress({ step: 'store', done: 0, total: null });
  const repeated = await storeRows(connection, facts, places, request, settings, common, fresh);
  signal.throwIfAborted();
  if (facts.includes('organisation') || replaced?.organisation || batch === 1) {
    try {
      await rebuildPlaces(connection, settings);
    } catch (error) {
      if (!(error instanceof OrganisationFaults)) throw error;
      return { ...base, ...organisationRefused(error, batch, request, places, files), batch: null, result: 'refused' };
    }
  }
  const redoAll = fresh || replaced?.organisation || facts.includes('organisation');
  if (facts.includes('case') || facts.includes('event') || replaced || redoAll) {
    const report = (done: number, total: number) => progress({ step: 'spans', done, total });
    if (!fresh) await listTouched(connection, batch, replaced !== null);
    await settleCases(connection, fresh ? 'all new' : TOUCHED, {
      batch,
      earlierSubmit: request.earlierSubmit === true,
    });
    await (redoAll
      ? deriveAll(connection, settings, fresh, report, signal)
      : deriveTouched(connection, settings, report, signal));
    await connection.run('DROP TABLE IF EXISTS temp.touched');
  }

  const id = createHash('sha256').update(`${batch}:${request.digest}`).digest('hex').slice(0, 10);
  const result: IngestReport = {
    ...base,
    batch: request.dryRun ? null : id,
    result: request.dryRun ? 'dryRun' : 'taken',
    repeated,
  };
  await recordBatch(connection, request, batch, id, sourceNo, horizon, facts, result);
  return result;
}

interface Checked {
  readonly left: RefusedCounts;
  readonly sourceNo: number;
}

/** Marks what cannot be taken, as things will stand when the batch to be replaced has gone. */
async function checkStaged(
  connection: Connection,
  { replaces, source, views }: IngestRequest,
  { facts, places }: Staged,
): Promise<Checked> {
  const others = replaces ? `id <> ${quote(replaces)}` : 'true';
  const sourceNo = await numberOfSource(connection, source, others);
  const given = replaces ? `given AND batch IN (SELECT no FROM batch WHERE ${others})` : 'given';
  const sourceHasCases =
    (await connection.number(`SELECT count(*) FROM case_row WHERE ${given} AND source = ${sourceNo}`)) > 0;
  await markCrossFaults(connection, new Set(facts), given, sourceHasCases);
  const refused = await countRefused(connection, views, places);
  if (refused.faults === 0) return { left: refused, sourceNo };
  await spreadFaults(connection, views, places);
  return { left: await countRefused(connection, views, places), sourceNo };
}

interface Staged {
  readonly facts: readonly Fact[];
  readonly places: readonly ViewPlace[];
  /** Rows read of each view. */
  readonly read: readonly number[];
}

async function stageAll(
  connection: Connection,
  request: IngestRequest,
  progress: (step: StepProgress) => void,
  signal: AbortSignal,
): Promise<Staged> {
  const context = stageContext(request);
  const places: ViewPlace[] = [];
  const read: number[] = [];
  const firstRow = new Map<Fact, number>();
  const sharing = new Map<string, { count: number; base: number }>();
  let base = 0;
  for (const fact of new Set(request.views.map((view) => view.fact))) await createStaged(connection, fact);
  for (const [index, view] of request.views.entries()) {
    signal.throwIfAborted();
    progress({ step: 'read', done: index, total: request.views.length });
    const key = `${view.fact} ${view.table.csv.path}`;
    const of = request.views.filter((other) => `${other.fact} ${other.table.csv.path}` === key).length;
    const rows = await stageView(connection, view, index, context).catch((error: unknown) => {
      throw signal.aborted ? error : readError(error, view.table.file);
    });
    read.push(rows);
    const shared = sharing.get(key) ?? { count: 0, base };
    if (shared.count === 0) base += (rows + 1) * of * 2;
    const placed =
      firstRow.get(view.fact) ?? (await connection.number(`SELECT min(rowid) FROM ${stagedTable(view.fact)}`));
    places.push({ view: index, fact: view.fact, firstRow: placed, of, at: shared.count, base: shared.base });
    sharing.set(key, { count: shared.count + 1, base: shared.base });
    firstRow.set(view.fact, placed + rows);
  }
  return { facts: FACTS.filter((fact) => firstRow.has(fact)), places, read };
}

/** What the engine's CSV reader says of a broken file, as a refusal with the line. */
function readError(error: unknown, file: string): unknown {
  const text = error instanceof Error ? error.message : String(error);
  if (!/CSV|Invalid Input|unterminated|quote/i.test(text)) return error;
  const line = /Line: (\d+)/i.exec(text)?.[1];
  const code = /quote/i.test(text)
    ? 'file.unclosedQuote'
    : /line size/i.test(text)
      ? 'file.lineTooLong'
      : 'file.columns';
  return new Refused([{ code, file, ...(line ? { line: Number(line) } : {}) }]);
}

const countOf = async (connection: Connection, fact: 'case' | 'event', facts: readonly Fact[]): Promise<number> => {
  if (facts.includes(fact)) return connection.number(`SELECT count(*) FROM ${stagedTable(fact)} WHERE fault IS NULL`);
  if (fact === 'case' && facts.includes('event'))
    return connection.number(`SELECT count(DISTINCT "caseId") FROM ${stagedTable('event')} WHERE fault IS NULL`);
  return 0;
};

/** Answers and invitations enter as they are kept, so that a horizon never tells when exactly one was given. */
async function latestInstant(connection: Connection, facts: readonly Fact[], zone: string): Promise<number | null> {
  const kept = (fact: Fact, name: string): string =>
    fact === 'answer' || fact === 'invitation' ? dayOf(zone, fact, `channel = 'kiosk'`) : named(name);
  const columns = facts.flatMap((fact) =>
    storedFields(fact)
      .filter((field) => field.type === 'instant' && !field.planned && fact !== 'organisation')
      .map((field) => `SELECT max(${kept(fact, field.name)}) AS at FROM ${stagedTable(fact)} WHERE fault IS NULL`),
  );
  if (columns.length === 0) return facts.includes('organisation') ? 0 : null;
  const row = await connection.one<{ at: number | null }>(
    `SELECT max("at") AS at FROM (${columns.join(' UNION ALL ')})`,
  );
  return row?.at ?? null;
}

interface Common {
  readonly batch: number;
  readonly horizon: number;
  readonly source: number;
}

/** The cases of which the batch, or the one in whose place it comes, tells. */
async function listTouched(connection: Connection, batch: number, replacing: boolean): Promise<void> {
  const told = ['case_row', 'event_row'].map((table) => `SELECT caseNo FROM ${table} WHERE batch = ${batch}`);
  if (replacing) told.push('SELECT caseNo FROM dropped_case');
  await connection.run(`CREATE OR REPLACE TEMP TABLE touched AS ${told.join(' UNION ')}`);
}

async function storeRows(
  connection: Connection,
  facts: readonly Fact[],
  places: readonly ViewPlace[],
  request: IngestRequest,
  { zone }: IngestSettings,
  common: Common,
  fresh: boolean,
): Promise<number> {
  let repeated = 0;
  for (const fact of facts) {
    const { ord } = placeSql(places, fact);
    const own = { ...common, ord };
    if (fact === 'case') {
      await connection.run(
        `${insertInto('case')} BY NAME ${encodedSelect('case', { ...own, more: ['s.closedOnDay AS closedOnDay', 'true AS given', `${common.source} AS eventSource`] })} ORDER BY caseNo`,
      );
    } else if (fact === 'event') {
      await storeEvents(connection, own);
    } else if (fact === 'organisation') {
      await connection.run(
        `UPDATE organisation_row o SET live = false FROM ${stagedTable('organisation')} n JOIN code c ON c.text = n.id WHERE n.fault IS NULL AND o.id = c."no" AND o."validFrom" IS NOT DISTINCT FROM n."validFrom"`,
      );
      await connection.run(`${insertInto(fact)} BY NAME ${encodedSelect(fact, own)}`);
    } else {
      const kiosk = `channel = (SELECT "no" FROM code WHERE text = 'kiosk')`;
      const dated = fact === 'answer' || fact === 'invitation' ? dayOf(zone, fact, kiosk) : '"at"';
      const columns = storedFields(fact).map((field) => named(columnOf(field)));
      const staged = await connection.number(`SELECT count(*) FROM ${stagedTable(fact)}`);
      for (let low = 0; low < staged; low += STORED_AT_ONCE) {
        const encoded = `SELECT * REPLACE (${dated} AS "at") FROM (${encodedSelect(fact, { ...own, rows: [low, low + STORED_AT_ONCE] })})`;
        await connection.run(
          `${insertInto(fact)} BY NAME SELECT *, hash(${[...columns, 'extra'].join(', ')}) AS digest FROM (${encoded})`,
        );
      }
      repeated += await coverRepeated(connection, fact, common.batch);
    }
  }
  if (!fresh) await coverCases(connection, common.batch, facts, request.events);
  return repeated;
}

/** Answers and invitations are kept to the day, kiosk answers to the hour, in the installation's zone (facts.md § 1). */
const dayOf = (zone: string, fact: 'answer' | 'invitation', kiosk: string): string => {
  const local = `timezone(${quote(zone)}, make_timestamptz("at"))`;
  const floor = (part: string) => `epoch_us(timezone(${quote(zone)}, date_trunc('${part}', ${local})))`;
  return fact === 'answer' ? `CASE WHEN ${kiosk} THEN ${floor('hour')} ELSE ${floor('day')} END` : floor('day');
};

/** `among`: SQL over `batch` of the batches that count. */
async function numberOfSource(connection: Connection, source: string, among: string): Promise<number> {
  const known = await connection.one<{ no: number }>(
    `SELECT sourceNo AS "no" FROM batch WHERE source = ${quote(source)} AND ${among} LIMIT 1`,
  );
  return known?.no ?? (await connection.number(`SELECT coalesce(max(sourceNo), 0) FROM batch WHERE ${among}`)) + 1;
}

async function recordBatch(
  connection: Connection,
  request: IngestRequest,
  batch: number,
  id: string,
  sourceNo: number,
  horizon: number,
  facts: readonly Fact[],
  report: IngestReport,
): Promise<void> {
  const kinds = facts.includes('event')
    ? (await connection.rows<{ kind: number }>(`SELECT DISTINCT kind FROM event_row WHERE batch = ${batch}`)).map(
        (row) => EVENT_KINDS[row.kind - 1]!,
      )
    : [];
  const fields: string[] = [];
  if (facts.includes('event')) {
    for (const field of RECORDABLE_FIELDS) {
      if (
        (await connection.number(
          `SELECT count(*) FROM event_row WHERE batch = ${batch} AND ${named(field)} IS NOT NULL`,
        )) > 0
      )
        fields.push(field);
    }
  }
  const outcomes =
    (await connection.number(`SELECT count(*) FROM case_row WHERE batch = ${batch} AND outcome IS NOT NULL`)) > 0;
  const recorded = {
    kinds: [...new Set([...kinds, ...(request.declares?.kinds ?? [])])],
    fields: [...new Set([...fields, ...(request.declares?.fields ?? [])])],
    outcomes: outcomes || request.declares?.outcomes === true,
    earlierSubmit: request.earlierSubmit === true,
  };
  const values = [
    batch,
    quote(id),
    request.now,
    quote(request.actor),
    quote(request.source),
    sourceNo,
    horizon,
    quote(request.digest),
    quote(JSON.stringify(facts)),
    quote(
      JSON.stringify({
        ...report,
        refusals: [],
        refused: report.more + report.refusals.length,
        eventsTaken: request.events ?? 'whole',
      }),
    ),
    quote(JSON.stringify(recorded)),
  ];
  await connection.run(`INSERT INTO batch VALUES (${values.join(', ')})`);
}
