import { CaseClock, clockPlace, OUTCOMES, type Outcome, type RunCase, runsOf, SpanColumns, Tiler } from '#facts';
import { localDate, startOfDay } from '#time';
import { ColumnAppender, readColumn } from './append.ts';
import type { Connection } from './database.ts';
import { CLIENT_CODE } from './encode.ts';
import { loadPlaces, type Places } from './places.ts';
import type { IngestSettings } from './settings.ts';

/** Rows of events that one pass of the kernel holds at a time. */
const EVENTS_AT_ONCE = 262_144;

type Report = (done: number, total: number) => void;

/** Spans, lives and runs of every case. */
export async function deriveAll(
  connection: Connection,
  settings: IngestSettings,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  for (const table of ['span', 'life', 'run', 'run_span']) await connection.run(`DELETE FROM ${table}`);
  await derive(connection, settings, null, report, signal);
}

/** Spans, lives and runs of the cases that a batch tells of. */
export async function deriveCases(
  connection: Connection,
  batch: number,
  settings: IngestSettings,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  await connection.run('DROP TABLE IF EXISTS temp.touched');
  await connection.run(
    `CREATE TEMP TABLE touched AS SELECT DISTINCT caseNo FROM (SELECT caseNo FROM case_row WHERE batch = ${batch} UNION ALL SELECT caseNo FROM event_row WHERE batch = ${batch})`,
  );
  await deriveTouched(connection, settings, report, signal);
}

/** The same for the cases that the temporary table `touched` lists. */
export async function deriveTouched(
  connection: Connection,
  settings: IngestSettings,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  await connection.run('DELETE FROM span WHERE caseNo IN (SELECT caseNo FROM touched)');
  await connection.run('DELETE FROM life WHERE caseNo IN (SELECT caseNo FROM touched)');
  await derive(connection, settings, 'caseNo IN (SELECT caseNo FROM touched)', report, signal);
  await connection.run('DROP TABLE temp.touched');
}

async function derive(
  connection: Connection,
  settings: IngestSettings,
  only: string | null,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  const places = await loadPlaces(connection, settings);
  const where = only ? `live AND ${only}` : 'live';
  const cases = await connection.one<{ low: number; high: number; count: number }>(
    `SELECT min(caseNo) AS low, max(caseNo) AS high, count(*) AS count FROM case_row WHERE ${where}`,
  );
  if (!cases || cases.count === 0) return;
  const events = await connection.number(`SELECT count(*) FROM event_row WHERE ${where}`);
  const width = cases.high - cases.low + 1;
  const step = Math.max(1, Math.floor(width / Math.max(1, Math.ceil(events / EVENTS_AT_ONCE))));
  await connection.run('CREATE OR REPLACE TEMP TABLE closing (caseNo INTEGER, closedAt BIGINT)');
  const pass = new KernelPass(places, settings.zone);
  for (let low = cases.low; low <= cases.high; low += step) {
    signal.throwIfAborted();
    await pass.run(connection, `${where} AND caseNo >= ${low} AND caseNo < ${low + step}`);
    report(Math.min(low + step - cases.low, width), width);
  }
  await connection.run(
    'UPDATE case_row SET "closedAt" = closing.closedAt FROM closing WHERE closing.caseNo = case_row.caseNo AND live AND closedOnDay',
  );
  await connection.run('DROP TABLE temp.closing');
  await deriveRuns(connection, places, only);
}

/** Columns of `span` after the owner: kind, six codes, recorded, then six numbers in microseconds. */
const SPAN_CELLS = [
  'tiny',
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'integer',
  'tiny',
  'micros',
  'micros',
  'micros',
  'micros',
  'micros',
  'micros',
] as const;

/** One pass over a range of cases: read columns, tile, clock, append columns. */
class KernelPass {
  private readonly tiler: Tiler;
  private readonly clocked: CaseClock;
  private readonly spans = new SpanColumns();
  private spanClock = new Int32Array(1024);

  constructor(
    private readonly places: Places,
    private readonly zone: string,
  ) {
    this.tiler = new Tiler(places.numbered, CLIENT_CODE);
    this.clocked = new CaseClock(places.clocks);
  }

  async run(connection: Connection, where: string): Promise<void> {
    const events = await readColumns(
      connection,
      `SELECT caseNo, "at"::DOUBLE, kind, initiator, touchpoint, unit, body, employee, asked, items FROM event_row WHERE ${where} ORDER BY caseNo, "at", seq NULLS LAST, batch, ord`,
      [0, Number.NaN, 0, 0, 0, 0, 0, 0, 0, -1],
    );
    const cases = await readColumns(
      connection,
      `SELECT caseNo, "registeredAt"::DOUBLE, "closedAt"::DOUBLE, horizon::DOUBLE, unit, body, employee, coalesce(closedOnDay, false)::TINYINT FROM case_row WHERE ${where} ORDER BY caseNo`,
      [0, Number.NaN, Number.NaN, Number.NaN, 0, 0, 0, 0],
    );
    const [caseOf, at, kind, initiator, touchpoint, unit, body, employee, asked, items] = events.columns;
    const columns = {
      at: at!,
      kind: kind!,
      initiator: initiator!,
      touchpoint: touchpoint!,
      unit: unit!,
      body: body!,
      employee: employee!,
      asked: asked!,
      items: items!,
    };
    const out = await ColumnAppender.open(connection, 'span', ['integer', ...SPAN_CELLS]);
    const lives = await ColumnAppender.open(connection, 'life', ['integer', ...Array<'micros'>(18).fill('micros')]);
    const closings: string[] = [];
    const { spans, tiler } = this;
    let event = 0;
    const [caseNo, registered, closed, horizon, caseUnit, caseBody, caseEmployee, onDay] = cases.columns;
    for (let row = 0; row < cases.rows; row += 1) {
      const no = caseNo![row]!;
      while (event < events.rows && caseOf![event]! < no) event += 1;
      const start = event;
      while (event < events.rows && caseOf![event]! === no) event += 1;
      const registeredAt = registered![row]!;
      let closedAt = closed![row]!;
      if (onDay![row] === 1 && !Number.isNaN(closedAt)) {
        const from = startOfDay(localDate(closedAt, this.zone), this.zone);
        const nextDay = startOfDay(localDate(from + 93_600_000_000, this.zone), this.zone);
        closedAt = tiler.closingOnDay(registeredAt, columns, start, event, from, nextDay);
        closings.push(`(${no}, ${closedAt})`);
      }
      spans.clear();
      tiler.tile(
        {
          registeredAt,
          closedAt,
          horizon: horizon![row]!,
          unit: caseUnit![row]!,
          body: caseBody![row]!,
          employee: caseEmployee![row]!,
        },
        columns,
        start,
        event,
        spans,
      );
      this.append(
        no,
        registeredAt,
        Number.isNaN(closedAt) ? horizon![row]! : closedAt,
        caseUnit![row]!,
        caseBody![row]!,
        caseEmployee![row]!,
        out,
        lives,
      );
    }
    out.close();
    lives.close();
    for (let i = 0; i < closings.length; i += 5000)
      await connection.run(`INSERT INTO closing VALUES ${closings.slice(i, i + 5000).join(', ')}`);
  }

  private append(
    no: number,
    registeredAt: number,
    endAt: number,
    unit: number,
    body: number,
    employee: number,
    out: ColumnAppender,
    lives: ColumnAppender,
  ): void {
    const { spans, clocked, places } = this;
    const count = spans.length;
    if (this.spanClock.length < count) this.spanClock = new Int32Array(count * 2);
    for (let i = 0; i < count; i += 1) {
      this.spanClock[i] = places.numbered.clockOf(clockPlace(spans.unit[i]!, spans.body[i]!, unit, body));
    }
    const own = places.numbered.clockOf(clockPlace(0, 0, unit, body));
    clocked.load(registeredAt, own, spans.from, spans.to, this.spanClock, 0, count);
    const calendar = [0, 0, 0, 0, 0];
    const working = [0, 0, 0, 0, 0];
    let position = 0;
    let ownWork = 0;
    for (let i = 0; i < count; i += 1) {
      const kind = spans.kind[i]!;
      const worked = clocked.working[i]!;
      const from = spans.from[i]!;
      const to = spans.to[i]!;
      out.set(0, no);
      out.set(1, kind);
      out.set(2, spans.touchpoint[i]!);
      out.set(3, spans.unit[i]!);
      out.set(4, spans.body[i]!);
      out.set(5, spans.employee[i]!);
      out.set(6, spans.giver[i]!);
      out.set(7, spans.taker[i]!);
      out.set(8, spans.recorded[i]!);
      out.set(9, from);
      out.set(10, to);
      out.set(11, this.spanClock[i]!);
      out.set(12, worked);
      out.set(13, position);
      out.set(14, places.clocks[this.spanClock[i]!]!.at(from));
      out.next();
      position += worked;
      calendar[kind - 1]! += to - from;
      working[kind - 1]! += worked;
      if (kind === 1 && employee !== 0 && spans.employee[i] === employee) ownWork += worked;
    }
    const lived = !Number.isNaN(registeredAt);
    const clock = places.clocks[own]!;
    const end = lived ? Math.max(registeredAt, endAt) : Number.NaN;
    const cells = [
      no,
      registeredAt,
      end,
      own,
      lived ? clock.at(registeredAt) : Number.NaN,
      lived ? clock.at(end) : Number.NaN,
      lived ? position : Number.NaN,
      ownWork,
      working[0]!,
      ...calendar,
      ...working,
    ];
    for (let column = 0; column < cells.length; column += 1) lives.set(column, cells[column]!);
    lives.next();
  }
}

interface Columns {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

async function readColumns(connection: Connection, sql: string, empty: readonly number[]): Promise<Columns> {
  const result = await connection.raw.run(sql);
  const chunks = await result.fetchAllChunks();
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  const columns = empty.map(() => new Float64Array(rows));
  let offset = 0;
  for (const chunk of chunks) {
    columns.forEach((column, index) => {
      readColumn(chunk, index, column, offset, empty[index]!);
    });
    offset += chunk.rowCount;
  }
  return { rows, columns };
}

interface StoredSpan {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** Runs are few beside cases and cross them: they are derived whole for every run that a derived case belongs to. */
async function deriveRuns(connection: Connection, places: Places, only: string | null): Promise<void> {
  const runs = only ? `runNo IN (SELECT runNo FROM case_row WHERE ${only} AND runNo IS NOT NULL)` : 'runNo IS NOT NULL';
  if (only) {
    await connection.run(
      `CREATE OR REPLACE TEMP TABLE touched_run AS SELECT DISTINCT runNo FROM case_row WHERE ${only} AND runNo IS NOT NULL`,
    );
    for (const table of ['run', 'run_span'])
      await connection.run(`DELETE FROM ${table} WHERE runNo IN (SELECT runNo FROM touched_run)`);
  }
  const high = await connection.number('SELECT max("no") FROM run_id');
  const STEP = 20_000;
  for (let low = 1; low <= high; low += STEP) {
    await deriveRunRange(
      connection,
      places,
      `${only ? 'runNo IN (SELECT runNo FROM touched_run)' : runs} AND runNo >= ${low} AND runNo < ${low + STEP}`,
    );
  }
}

async function deriveRunRange(connection: Connection, places: Places, where: string): Promise<void> {
  const rows = await connection.rows<Record<string, number | string | null>>(
    `SELECT c.caseNo, i.text AS id, r.text AS runId, c.runNo, c.journey, c."clientStatus", c.segment, c.unit, c.body, c.service, c."registeredAt", c."closedAt", c.outcome, c.horizon, c.source, c.batch
     FROM case_row c JOIN case_id i ON i."no" = c.caseNo JOIN run_id r ON r."no" = c.runNo WHERE c.live AND ${where.replaceAll('runNo', 'c.runNo').replaceAll('SELECT c.runNo FROM', 'SELECT runNo FROM')}`,
  );
  if (rows.length === 0) return;
  const stored = await connection.rows<Record<string, number | null>>(
    `SELECT s.* FROM span s JOIN case_row c ON c.caseNo = s.caseNo WHERE c.live AND ${where.replaceAll('runNo', 'c.runNo').replaceAll('SELECT c.runNo FROM', 'SELECT runNo FROM')} ORDER BY s.caseNo, s."from"`,
  );
  const spansOf = new Map<number, StoredSpan[]>();
  stored.forEach((span, row) => {
    const list = spansOf.get(span.caseNo!);
    const item = { from: span.from!, to: span.to!, row };
    if (list) list.push(item);
    else spansOf.set(span.caseNo!, [item]);
  });
  const text = (value: number | string | null | undefined) =>
    value === null || value === undefined ? null : String(value);
  const cases = rows.map(
    (row): RunCase<StoredSpan> => ({
      id: row.id as string,
      journeyRun: row.runId as string,
      journey: text(row.journey),
      clientStatus: text(row.clientStatus),
      segment: text(row.segment),
      unit: text(row.unit),
      body: text(row.body),
      service: text(row.service),
      registeredAt: row.registeredAt as number | null,
      closedAt: row.closedAt as number | null,
      outcome: row.outcome === null ? null : (OUTCOMES[(row.outcome as number) - 1] as Outcome),
      horizon: row.horizon as number,
      // Closing touchpoints belong to journeys, which the model will bring; until then every run may end.
      reached: [],
      spans: spansOf.get(row.caseNo as number) ?? [],
    }),
  );
  const numbers = new Map(rows.map((row) => [row.runId as string, row]));
  const horizons = new Map<string, number>();
  for (const row of rows)
    horizons.set(row.runId as string, Math.max(horizons.get(row.runId as string) ?? 0, row.horizon as number));
  const out = await ColumnAppender.open(connection, 'run', [
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
  ]);
  const number = (value: string | null) => (value === null ? 0 : Number(value));
  const list: number[][] = [];
  for (const { run, pieces: tiling } of runsOf(cases, new Map())) {
    const row = numbers.get(run.id)!;
    const cells = [
      row.runNo as number,
      number(run.journey),
      number(run.clientStatus),
      number(run.segment),
      number(run.unit),
      number(run.body),
      number(run.service),
      run.startedAt,
      run.endedAt ?? Number.NaN,
      horizons.get(run.id)!,
      row.source as number,
      row.batch as number,
    ];
    for (let column = 0; column < cells.length; column += 1) out.set(column, cells[column]!);
    out.next();
    // What no case covers is nobody's: it runs on the clock of the run's own place.
    const clockOfRun = places.numbered.clockOf(number(run.unit) || number(run.body));
    for (const piece of tiling)
      list.push([row.runNo as number, piece.span ? piece.span.row : -1, piece.from, piece.to, clockOfRun]);
  }
  out.close();
  const spanOut = await ColumnAppender.open(connection, 'run_span', ['integer', 'integer', ...SPAN_CELLS]);
  const GAP = 2;
  for (const [runNo, index, from, to, clockOfRun] of list) {
    const span = index === -1 ? null : stored[index!]!;
    const clock = span ? span.clock! : clockOfRun!;
    const begun = places.clocks[clock]!.at(from!);
    const codes = span
      ? [
          span.caseNo,
          span.kind,
          span.touchpoint,
          span.unit,
          span.body,
          span.employee,
          span.giver,
          span.taker,
          span.recorded,
        ]
      : [0, GAP, 0, 0, 0, 0, 0, 0, 0];
    const worked = places.clocks[clock]!.at(to!) - begun;
    const cells = [runNo!, ...codes.map((code) => code ?? 0), from!, to!, clock, worked, Number.NaN, begun];
    for (let column = 0; column < cells.length; column += 1) spanOut.set(column, cells[column]!);
    spanOut.next();
  }
  spanOut.close();
}
