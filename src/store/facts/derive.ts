import { CaseClock, clockPlace, SpanColumns, Tiler } from '#facts';
import { localDate, startOfDay } from '#time';
import { ColumnAppender, type Columns, readColumns, SPAN_CELLS } from './append.ts';
import { type Connection, quote } from './database.ts';
import { CLIENT_CODE } from './encode.ts';
import { loadPlaces, type Places } from './places.ts';
import { deriveRuns } from './runs.ts';
import type { IngestSettings } from './settings.ts';

/** Rows of events that one pass of the kernel holds at a time. */
const EVENTS_AT_ONCE = 262_144;

type Report = (done: number, total: number) => void;

/** Spans, lives and runs of every case. `atOnce`: all events were stored by one batch, as a rule in their order. */
export async function deriveAll(
  connection: Connection,
  settings: IngestSettings,
  atOnce: boolean,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  for (const table of ['span', 'life', 'run', 'run_span']) await connection.run(`DELETE FROM ${table}`);
  await derive(connection, settings, null, atOnce, report, signal);
}

/** Runs of one journey, where it has come to end elsewhere. */
export async function deriveRunsOf(connection: Connection, settings: IngestSettings, journey: string): Promise<void> {
  const places = await loadPlaces(connection, settings);
  const cases = `journey = (SELECT "no" FROM code WHERE text = ${quote(journey)})`;
  await deriveRuns(connection, places, cases, new AbortController().signal);
}

/** SQL over `caseNo`: the cases that the temporary table `touched` lists. */
export const TOUCHED = 'caseNo IN (SELECT caseNo FROM touched)';

/** The same for the cases that the temporary table `touched` lists; the table goes. */
export async function deriveTouched(
  connection: Connection,
  settings: IngestSettings,
  report: Report,
  signal: AbortSignal,
): Promise<void> {
  await connection.run('DELETE FROM span WHERE caseNo IN (SELECT caseNo FROM touched)');
  await connection.run('DELETE FROM life WHERE caseNo IN (SELECT caseNo FROM touched)');
  await derive(connection, settings, 'caseNo IN (SELECT caseNo FROM touched)', false, report, signal);
  await connection.run('DROP TABLE temp.touched');
}

async function derive(
  connection: Connection,
  settings: IngestSettings,
  only: string | null,
  atOnce: boolean,
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
  const inOrder = atOnce && (await connection.number('SELECT count(seq) FROM event_row')) === 0;
  const pass = new KernelPass(places, settings.zone, inOrder);
  for (let low = cases.low; low <= cases.high; low += step) {
    signal.throwIfAborted();
    await pass.run(connection, `${where} AND caseNo >= ${low} AND caseNo < ${low + step}`);
    report(Math.min(low + step - cases.low, width), width);
  }
  await connection.run(
    'UPDATE case_row SET "closedAt" = closing.closedAt FROM closing WHERE closing.caseNo = case_row.caseNo AND live AND closedOnDay',
  );
  await connection.run('DROP TABLE temp.closing');
  await deriveRuns(connection, places, only, signal);
}

/** Whether cases follow each other, and events of each by moment and place in the batch. */
function rises({ rows, columns }: Columns): boolean {
  const [caseNo, at] = columns as [Float64Array, Float64Array];
  const ord = columns.at(-1)!;
  for (let row = 1; row < rows; row += 1) {
    const step = caseNo[row]! - caseNo[row - 1]! || at[row]! - at[row - 1]! || ord[row]! - ord[row - 1]!;
    if (step < 0) return false;
  }
  return true;
}

/** One pass over a range of cases: read columns, tile, clock, append columns. */
class KernelPass {
  private readonly tiler: Tiler;
  private readonly clocked: CaseClock;
  private readonly spans = new SpanColumns();
  private spanClock = new Int32Array(1024);

  constructor(
    private readonly places: Places,
    private readonly zone: string,
    private inOrder: boolean,
  ) {
    this.tiler = new Tiler(places.numbered, CLIENT_CODE);
    this.clocked = new CaseClock(places.clocks);
  }

  async run(connection: Connection, where: string): Promise<void> {
    const events = await this.events(connection, where);
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

  /** Sorting takes longer than reading: what lies in order is not sorted again. */
  private async events(connection: Connection, where: string): Promise<Columns> {
    const read = `SELECT caseNo, "at"::DOUBLE, kind, initiator, touchpoint, unit, body, employee, asked, items, ord::DOUBLE FROM event_row WHERE ${where}`;
    const empty = [0, Number.NaN, 0, 0, 0, 0, 0, 0, 0, -1, 0];
    if (this.inOrder) {
      const found = await readColumns(connection, read, empty);
      if (rises(found)) return found;
      // A join that did not fit into the memory has mixed them: so it will have been with the rest.
      this.inOrder = false;
    }
    return readColumns(connection, `${read} ORDER BY caseNo, "at", seq NULLS LAST, batch, ord`, empty);
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
