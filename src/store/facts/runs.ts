import { OUTCOMES, type RunCase, runsOf } from '#facts';
import { ColumnAppender, readColumns, SPAN_CELLS } from './append.ts';
import { readClosings } from './closings.ts';
import type { Connection } from './database.ts';
import type { Places } from './places.ts';

/** Cases that one pass holds at a time, about. */
const CASES_AT_ONCE = 12_000;
const GAP = 2;
const RUN_CELLS = [
  'integer',
  'integer',
  'tiny',
  'integer',
  'integer',
  'integer',
  'integer',
  'micros',
  'micros',
  'micros',
  'integer',
  'integer',
] as const;

/** Runs are few beside cases and cross them: they are derived whole for every run that a derived case belongs to.
 *  `only`: which cases were derived; null: all. */
export async function deriveRuns(
  connection: Connection,
  places: Places,
  only: string | null,
  signal: AbortSignal,
): Promise<void> {
  if (only) {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE touched_run AS SELECT DISTINCT runNo FROM case_row WHERE ${only} AND runNo IS NOT NULL`,
    );
    for (const table of ['run', 'run_span'])
      await connection.run(`DELETE FROM ${table} WHERE runNo IN (SELECT runNo FROM touched_run)`);
  }
  const which = only ? 'runNo IN (SELECT runNo FROM touched_run)' : 'runNo IS NOT NULL';
  const range = await connection.one<{ low: number | null; high: number | null; count: number }>(
    `SELECT min(runNo) AS low, max(runNo) AS high, count(*) AS count FROM case_row WHERE live AND ${which}`,
  );
  if (!range || range.low === null || range.high === null) return;
  const width = range.high - range.low + 1;
  const step = Math.max(1, Math.floor(width / Math.ceil(range.count / CASES_AT_ONCE)));
  for (let low = range.low; low <= range.high; low += step) {
    signal.throwIfAborted();
    await deriveRange(
      connection,
      places,
      `(SELECT * FROM case_row WHERE live AND ${which} AND runNo >= ${low} AND runNo < ${low + step})`,
    );
  }
}

/** The row of a stored span in the columns that were read. */
interface StoredSpan {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Numbers as texts of one length: compared as texts they keep their order. */
const ranked = (rank: number): string => String(1_000_000_000 + rank);
/** A result at any closing touchpoint of the journey ends its runs: which one it was does not matter further on. */
const REACHED = 'reached';

const known = (value: number): string | null => (value === 0 ? null : String(value));
const moment = (micros: number): number | null => (Number.isNaN(micros) ? null : micros);
const number = (value: string | null): number => (value === null ? 0 : Number(value));

async function deriveRange(connection: Connection, places: Places, members: string): Promise<void> {
  const { rows, columns } = await readColumns(
    connection,
    // Of cases alike in time the smallest id comes first: its place by text is all that is needed of it.
    `SELECT c.caseNo, (row_number() OVER (ORDER BY i.text))::INTEGER, c.runNo, c.journey, c."clientStatus", c.segment, c.unit, c.body, c.service,
       c."registeredAt"::DOUBLE, c."closedAt"::DOUBLE, c.outcome, c.horizon::DOUBLE, c.source, c.batch
     FROM ${members} c JOIN case_id i ON i."no" = c.caseNo ORDER BY c.caseNo`,
    [0, 0, 0, 0, 0, 0, 0, 0, 0, Number.NaN, Number.NaN, 0, 0, 0, 0],
  );
  if (rows === 0) return;
  const [caseNo, rank, runNo, journey, status, segment, unit, body, service, registered, closed, outcome, horizon] =
    columns as readonly Float64Array[] & { readonly length: 15 };
  const [source, batch] = [columns[13]!, columns[14]!];
  const stored = await readColumns(
    connection,
    `SELECT s.caseNo, s.kind, s.touchpoint, s.unit, s.body, s.employee, s.giver, s.taker, s.recorded, s."from"::DOUBLE, s."to"::DOUBLE, s.clock::INTEGER
     FROM span s JOIN ${members} c ON c.caseNo = s.caseNo ORDER BY s.caseNo, s."from"`,
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  );
  const [ownerOf, from, to, clockOf] = [0, 9, 10, 11].map((column) => stored.columns[column]!) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const closings = await readClosings(connection, members);
  const closing = new Map([...closings.journeys].map((journey) => [String(journey), REACHED]));
  const cases: RunCase<StoredSpan>[] = [];
  /** A case of each run, for what the run takes from its batch, and the run's latest horizon. */
  const sample = new Map<string, number>();
  const horizons = new Map<string, number>();
  let span = 0;
  for (let row = 0; row < rows; row += 1) {
    const spans: StoredSpan[] = [];
    while (span < stored.rows && ownerOf[span]! < caseNo![row]!) span += 1;
    for (; span < stored.rows && ownerOf[span] === caseNo![row]; span += 1)
      spans.push({ from: from[span]!, to: to[span]!, row: span });
    const journeyRun = ranked(runNo![row]!);
    sample.set(journeyRun, row);
    horizons.set(journeyRun, Math.max(horizons.get(journeyRun) ?? 0, horizon![row]!));
    cases.push({
      id: ranked(rank![row]!),
      journeyRun,
      journey: known(journey![row]!),
      clientStatus: known(status![row]!),
      segment: known(segment![row]!),
      unit: known(unit![row]!),
      body: known(body![row]!),
      service: known(service![row]!),
      registeredAt: moment(registered![row]!),
      closedAt: moment(closed![row]!),
      outcome: OUTCOMES[outcome![row]! - 1] ?? null,
      horizon: horizon![row]!,
      reached: closings.reached.has(caseNo![row]!) ? [REACHED] : [],
      spans,
    });
  }
  const runs = await ColumnAppender.open(connection, 'run', RUN_CELLS);
  const pieces = await ColumnAppender.open(connection, 'run_span', ['integer', 'integer', ...SPAN_CELLS]);
  for (const { run, pieces: tiling } of runsOf(cases, closing)) {
    const row = sample.get(run.id)!;
    runs.add([
      runNo![row]!,
      number(run.journey),
      number(run.clientStatus),
      number(run.segment),
      number(run.unit),
      number(run.body),
      number(run.service),
      run.startedAt,
      run.endedAt ?? Number.NaN,
      horizons.get(run.id)!,
      source[row]!,
      batch[row]!,
    ]);
    // What no case covers is nobody's: it runs on the clock of the run's own place.
    const clockOfRun = places.numbered.clockOf(number(run.unit) || number(run.body));
    for (const piece of tiling) {
      const clock = piece.span ? clockOf[piece.span.row]! : clockOfRun;
      const begun = places.clocks[clock]!.at(piece.from);
      const worked = places.clocks[clock]!.at(piece.to) - begun;
      pieces.set(0, runNo![row]!);
      for (let column = 0; column < 9; column += 1) {
        const none = column === 1 ? GAP : 0;
        pieces.set(column + 1, piece.span ? stored.columns[column]![piece.span.row]! : none);
      }
      pieces.set(10, piece.from);
      pieces.set(11, piece.to);
      pieces.set(12, clock);
      pieces.set(13, worked);
      pieces.set(14, Number.NaN);
      pieces.set(15, begun);
      pieces.next();
    }
  }
  runs.close();
  pieces.close();
}
