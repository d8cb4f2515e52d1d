import { BIGINT, type DuckDBAppender, DuckDBDataChunk, type DuckDBType, INTEGER, TINYINT } from '@duckdb/node-api';
import type { Connection } from './database.ts';

const ROWS = 2048;
type ColumnKind = 'tiny' | 'integer' | 'micros';
const TYPES: Readonly<Record<ColumnKind, DuckDBType>> = { tiny: TINYINT, integer: INTEGER, micros: BIGINT };

/** What of the driver's vectors is used: the raw cells and the bits of validity. */
interface RawVector {
  readonly items: Int8Array | Int32Array | BigInt64Array;
  readonly validity: { data: BigUint64Array | null };
  flush(): void;
}

/** Appends rows column by column through typed arrays, without an object a row. Codes of 0 and NaN become null. */
export class ColumnAppender {
  private readonly appender: DuckDBAppender;
  private readonly kinds: readonly ColumnKind[];
  private readonly cells: Float64Array[];
  /** A chunk that is sent full is filled again: making its vectors takes longer than filling them. */
  private full: Chunk | null = null;
  private filled = 0;
  rows = 0;

  private constructor(appender: DuckDBAppender, kinds: readonly ColumnKind[]) {
    this.appender = appender;
    this.kinds = kinds;
    this.cells = kinds.map(() => new Float64Array(ROWS));
  }

  static async open(connection: Connection, table: string, kinds: readonly ColumnKind[]): Promise<ColumnAppender> {
    return new ColumnAppender(await connection.raw.createAppender(table), kinds);
  }

  /** Sets a cell of the row being filled; `next` ends the row. */
  set(column: number, value: number): void {
    this.cells[column]![this.filled] = value;
  }

  /** A whole row. */
  add(cells: readonly number[]): void {
    for (let column = 0; column < cells.length; column += 1) this.set(column, cells[column]!);
    this.next();
  }

  next(): void {
    this.filled += 1;
    this.rows += 1;
    if (this.filled === ROWS) this.send();
  }

  close(): void {
    this.send();
    this.appender.flushSync();
    this.appender.closeSync();
  }

  private chunkOf(rows: number): Chunk {
    const chunk = DuckDBDataChunk.create(
      this.kinds.map((kind) => TYPES[kind]),
      rows,
    );
    return { chunk, vectors: this.kinds.map((_, column) => chunk.getColumnVector(column) as unknown as RawVector) };
  }

  private send(): void {
    const count = this.filled;
    if (count === 0) return;
    const whole = count === ROWS;
    const made = (whole && this.full) || this.chunkOf(count);
    if (whole) this.full = made;
    const { chunk, vectors } = made;
    this.kinds.forEach((kind, column) => {
      const vector = vectors[column]!;
      const cells = this.cells[column]!;
      const valid = new Uint32Array(2 * Math.ceil(count / 64)).fill(0xffffffff);
      let nulls = false;
      if (kind === 'micros') {
        const items = vector.items as BigInt64Array;
        // Two 32-bit halves are several times quicker than a BigInt a cell.
        const halves = new Int32Array(items.buffer, items.byteOffset, 2 * count);
        for (let row = 0; row < count; row += 1) {
          const cell = cells[row]!;
          if (Number.isNaN(cell)) {
            valid[row >> 5]! &= ~(1 << (row & 31));
            nulls = true;
          } else {
            const high = Math.floor(cell / 4294967296);
            halves[2 * row] = (cell - high * 4294967296) | 0;
            halves[2 * row + 1] = high;
          }
        }
      } else {
        const items = vector.items as Int32Array;
        for (let row = 0; row < count; row += 1) {
          const cell = cells[row]!;
          if (cell === 0 || Number.isNaN(cell)) {
            valid[row >> 5]! &= ~(1 << (row & 31));
            nulls = true;
          } else items[row] = cell;
        }
      }
      // Once there were nulls, their bits must be taken back.
      if (nulls || vector.validity.data) vector.validity.data = new BigUint64Array(valid.buffer);
      vector.flush();
    });
    this.appender.appendDataChunk(chunk);
    this.filled = 0;
  }
}

interface Chunk {
  readonly chunk: DuckDBDataChunk;
  readonly vectors: readonly RawVector[];
}

/** A column of a result as numbers: null cells become `empty`. */
export function readColumn(
  chunk: DuckDBDataChunk,
  column: number,
  into: Float64Array | Int32Array,
  offset: number,
  empty: number,
): void {
  const vector = chunk.getColumnVector(column) as unknown as RawVector;
  const { items, validity } = vector;
  const count = chunk.rowCount;
  for (let row = 0; row < count; row += 1) into[offset + row] = items[row] as number;
  if (validity.data) {
    const words = new Uint32Array(validity.data.buffer, validity.data.byteOffset, validity.data.length * 2);
    for (let row = 0; row < count; row += 1)
      if ((words[row >> 5]! & (1 << (row & 31))) === 0) into[offset + row] = empty;
  }
}

/** Columns of `span` after the owner: kind, six codes, recorded, then six numbers in microseconds. */
export const SPAN_CELLS = [
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

export interface Columns {
  readonly rows: number;
  readonly columns: readonly Float64Array[];
}

/** A whole result as columns of numbers; `empty`: what stands for null, column by column. */
export async function readColumns(connection: Connection, sql: string, empty: readonly number[]): Promise<Columns> {
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

/** A result piece after piece, as columns of numbers that are used again; null is NaN. */
export async function readPieces(
  connection: Connection,
  sql: string,
  width: number,
  take: (count: number, columns: readonly Float64Array[]) => void,
): Promise<void> {
  const columns = Array.from({ length: width }, () => new Float64Array(ROWS));
  const result = await connection.raw.stream(sql);
  for await (const chunk of result) {
    columns.forEach((column, index) => {
      readColumn(chunk, index, column, 0, Number.NaN);
    });
    take(chunk.rowCount, columns);
  }
}
