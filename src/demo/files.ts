import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { FACT_FILES, FACTS, type Fact, FIELDS } from '#facts';
import { instant } from './clock.ts';
import type { Sink } from './rows.ts';

const FLUSH_BYTES = 1 << 20;

export interface CsvFiles {
  readonly sink: Sink;
  /** Rows written so far. */
  readonly rows: () => Readonly<Record<Fact, number>>;
  readonly isFull: () => boolean;
  readonly flush: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Canonical CSV files in `dir`, one a kind of fact; about a megabyte of each waits in memory. */
export async function openCsvFiles(dir: string): Promise<CsvFiles> {
  await mkdir(dir, { recursive: true });
  const files = new Map<Fact, CsvFile>();
  for (const fact of FACTS) {
    files.set(fact, new CsvFile(await open(path.join(dir, `${FACT_FILES[fact]}.csv`), 'w'), columnsOf(fact)));
  }
  const of = (fact: Fact) => files.get(fact) as CsvFile;
  const put = (fact: Fact) => {
    const file = of(fact);
    return (row: object) => file.add(row as Cells);
  };
  const [cases, events] = [of('case'), of('event')];
  const flush = async () => {
    for (const file of files.values()) await file.flush();
  };
  return {
    rows: () => Object.fromEntries(FACTS.map((fact) => [fact, of(fact).rows])) as Record<Fact, number>,
    sink: {
      case(row, own) {
        cases.add(row as unknown as Cells);
        for (const event of own) events.add(event as unknown as Cells, row.id);
      },
      answer: put('answer'),
      invitation: put('invitation'),
      text: put('text'),
      reading: put('reading'),
      organisation: put('organisation'),
    },
    isFull: () => FACTS.some((fact) => of(fact).waiting > FLUSH_BYTES),
    flush,
    close: async () => {
      await flush();
      for (const file of files.values()) await file.close();
    },
  };
}

type Cells = Readonly<Record<string, string | number | readonly string[] | undefined>>;

interface Column {
  readonly name: string;
  readonly isInstant: boolean;
}

/** The demo counts its texts itself and keeps no content; its events need no `seq`. */
const LEFT_OUT: ReadonlySet<string> = new Set(['content', 'seq']);

const columnsOf = (fact: Fact): readonly Column[] =>
  FIELDS[fact]
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, type }) => ({ name, isInstant: type === 'instant' }));

/** Rows go straight into bytes: kept as strings, millions of them would keep the collector busy longer than the making. */
class CsvFile {
  rows = 0;
  /** Bytes not yet written. */
  waiting = 0;
  private bytes = Buffer.allocUnsafe(FLUSH_BYTES * 2);
  private readonly handle: FileHandle;
  private readonly columns: readonly Column[];
  private readonly cells: string[];

  constructor(handle: FileHandle, columns: readonly Column[]) {
    this.handle = handle;
    this.columns = columns;
    this.cells = columns.map(({ name }) => name);
    this.write();
  }

  /** `first` stands in the first column where the row itself does not name it. */
  add(row: Cells, first?: string): void {
    const { columns, cells } = this;
    for (let index = 0; index < columns.length; index++) {
      const { name, isInstant } = columns[index] as Column;
      const value = row[name];
      if (value === undefined) cells[index] = '';
      else if (isInstant) cells[index] = instant(value as number);
      else if (typeof value === 'string') cells[index] = quoted(value);
      else cells[index] = typeof value === 'number' ? String(value) : value.join(' ');
    }
    if (first !== undefined) cells[0] = first;
    this.rows++;
    this.write();
  }

  private write(): void {
    const line = `${this.cells.join(',')}\n`;
    // A character takes at most three bytes of UTF-8 here.
    if (this.waiting + line.length * 3 > this.bytes.length) {
      this.bytes = Buffer.concat([this.bytes.subarray(0, this.waiting)], this.bytes.length * 2);
    }
    this.waiting += this.bytes.write(line, this.waiting);
  }

  async flush(): Promise<void> {
    if (this.waiting === 0) return;
    const size = this.waiting;
    this.waiting = 0;
    await this.handle.writeFile(this.bytes.subarray(0, size));
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

const quoted = (text: string): string =>
  text.includes(',') || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
