import { join } from 'node:path';
import { Refused, refuse } from '#facts';
import { CsvWriter } from './csvWriter.ts';
import { unpacked } from './gunzip.ts';
import { LIMITS, LINE_COLUMN, type StagedTable, type StageOptions } from './staged.ts';
import { XesParser } from './xesParser.ts';

/** So many events are looked at before the columns are settled; a later new attribute costs a second reading. */
const LOOK_AHEAD = 20_000;

interface Sink {
  readonly columns: Columns;
  readonly writer: CsvWriter;
}

class NewColumn extends Error {}

/** Stages a log as two tables. `cases`: id (the trace's concept:name) and the trace's attributes; `events`: caseId,
 *  at (time:timestamp), activity (concept:name) and the other attributes under their own names.
 *  Refused beside what the parser refuses: `xes.noTraces`, `xes.traceWithoutName`, `file.nul`, `file.encoding`. */
export const stageXes = async (
  path: string,
  file: string,
  gzip: boolean,
  options: StageOptions,
): Promise<readonly StagedTable[]> => {
  const known = {
    cases: new Columns(['concept:name'], ['id']),
    events: new Columns(['', 'time:timestamp', 'concept:name'], ['caseId', 'at', 'activity']),
  };
  for (;;) {
    const cases: Sink = { columns: known.cases, writer: csvIn(options.tmpDir) };
    const events: Sink = { columns: known.events, writer: csvIn(options.tmpDir) };
    try {
      await readLog(path, file, gzip, options, cases, events);
      await cases.writer.end();
      await events.writer.end();
      if (cases.writer.rows <= 1) refuse('xes.noTraces', { file });
      return [tableOf('cases', cases), tableOf('events', events)];
    } catch (error) {
      cases.writer.abandon();
      events.writer.abandon();
      // The columns met so far are kept: the second reading knows them all.
      if (!(error instanceof NewColumn)) throw error;
    }
  }
};

const csvIn = (folder: string): CsvWriter => new CsvWriter(join(folder, `${crypto.randomUUID()}.csv`));

const tableOf = (name: string, { columns, writer }: Sink): StagedTable => ({
  name,
  columns: columns.names,
  csv: { path: writer.path, delimiter: ',', quote: '"', headerLines: 1 },
  headerLine: 0,
  lineOf: { by: 'column', column: LINE_COLUMN },
  notes: [],
  refused: [],
  refusedRows: 0,
  rows: writer.rows - 1,
  verbatim: false,
  format: 'xes',
});

const readLog = async (
  path: string,
  file: string,
  gzip: boolean,
  options: StageOptions,
  cases: Sink,
  events: Sink,
): Promise<void> => {
  const caseRows = new Buffered(cases);
  const eventRows = new Buffered(events);
  let waiting: { attributes: ReadonlyMap<string, string>; line: number }[] = [];
  const parser = new XesParser(file, {
    event: (attributes, line) => {
      waiting.push({ attributes, line });
    },
    trace: (attributes, line) => {
      const id = attributes.get('concept:name') || attributes.get('identity:id');
      if (!id) throw new Refused([{ code: 'xes.traceWithoutName', file, line }]);
      caseRows.add(new Map([...attributes, ['concept:name', id]]), line);
      for (const event of waiting) eventRows.add(new Map([...event.attributes, ['', id]]), event.line);
      waiting = [];
    },
  });
  let decoder: TextDecoder | undefined;
  for await (const { bytes, done, total } of unpacked(
    path,
    file,
    gzip,
    { ...LIMITS, ...options.limits },
    options.signal,
  )) {
    decoder ??= xmlDecoder(bytes, file, options.encoding);
    if (!decoder.encoding.startsWith('utf-16') && bytes.includes(0)) refuse('file.nul', { file });
    parser.write(decode(decoder, bytes, file));
    if (caseRows.full) await cases.writer.drain();
    if (eventRows.full) await events.writer.drain();
    options.onProgress?.(done, total);
  }
  if (decoder) parser.write(decode(decoder, undefined, file));
  parser.end();
  caseRows.settle();
  eventRows.settle();
  if (cases.columns.grown || events.columns.grown) {
    cases.columns.grown = false;
    events.columns.grown = false;
    throw new NewColumn();
  }
};

const decode = (decoder: TextDecoder, bytes: Buffer | undefined, file: string): string => {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    return refuse('file.encoding', { file });
  }
};

const xmlDecoder = (head: Buffer, file: string, wanted: string | undefined): TextDecoder => {
  const declared = /^[^>]{0,200}encoding\s*=\s*["']([\w-]+)["']/.exec(head.toString('latin1', 0, 400))?.[1];
  const marked = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe ? 'utf-16be' : undefined;
  const label = wanted ?? marked ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return refuse('file.encoding', { file, got: label });
  }
};

/** Attribute keys in the order met, under names that differ in more than letter case. */
class Columns {
  readonly names: string[];
  grown = false;
  private readonly keys: Map<string, number>;
  private readonly taken: Set<string>;

  constructor(keys: readonly string[], names: readonly string[]) {
    this.keys = new Map(keys.map((key, index) => [key, index]));
    this.names = [...names];
    this.taken = new Set([...names, LINE_COLUMN].map((name) => name.toLowerCase()));
  }

  indexOf(key: string): number {
    const known = this.keys.get(key);
    if (known !== undefined) return known;
    let name = key;
    for (let again = 2; this.taken.has(name.toLowerCase()); again++) name = `${key} (${again})`;
    this.taken.add(name.toLowerCase());
    this.keys.set(key, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** Rows wait until the columns are settled, then are written with them. */
class Buffered {
  full = false;
  private rows: { cells: string[]; line: number }[] | undefined = [];
  private width = 0;
  private readonly sink: Sink;

  constructor(sink: Sink) {
    this.sink = sink;
  }

  add(attributes: ReadonlyMap<string, string>, line: number): void {
    const cells: string[] = [];
    for (const [key, value] of attributes) cells[this.sink.columns.indexOf(key)] = value;
    if (this.rows) {
      this.rows.push({ cells, line });
      if (this.rows.length >= LOOK_AHEAD) this.settle();
    } else this.write(cells, line);
  }

  settle(): void {
    if (!this.rows) return;
    this.width = this.sink.columns.names.length;
    this.sink.writer.write([...this.sink.columns.names, LINE_COLUMN]);
    for (const { cells, line } of this.rows) this.write(cells, line);
    this.rows = undefined;
  }

  private write(cells: string[], line: number): void {
    if (cells.length > this.width) this.sink.columns.grown = true;
    cells.length = this.width;
    cells.push(String(line));
    this.full = this.sink.writer.write(Array.from(cells, (cell) => cell ?? ''));
  }
}
