import { open } from 'node:fs/promises';
import { csvRows, headRows } from './csvRows.ts';
import { wholeLines } from './scan.ts';
import { LIMITS, LINE_COLUMN, type StagedTable } from './staged.ts';

export interface ExplainedRow {
  /** 0-based index among the data rows of the staged CSV. */
  readonly index: number;
  /** Line of the source file, row of the sheet. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Lines and raw cells of some data rows, by reading the table again up to the last of them: only for refused rows. */
export const explainRows = async (table: StagedTable, rowIndexes: readonly number[]): Promise<ExplainedRow[]> => {
  const wanted = new Set(rowIndexes);
  const last = Math.max(-1, ...wanted);
  const found: ExplainedRow[] = [];
  if (last < 0) return found;
  if (table.lineOf.by === 'first')
    return explainLines(
      table,
      table.lineOf.line,
      [...wanted].sort((a, b) => a - b),
    );
  let index = -1;
  for await (const row of dataRows(table)) {
    index++;
    if (wanted.has(index)) found.push({ index, line: sourceLine(table, row), cells: named(table, row.cells) });
    if (index >= last) break;
  }
  return found;
};

/** Rows to guess from: the first ones, and a few from places spread evenly over the file. */
export const sampleRows = async (
  table: StagedTable,
  { first = 2000, places = 10, each = 40 } = {},
): Promise<readonly (readonly string[])[]> => {
  const rows: (readonly string[])[] = [];
  for await (const row of dataRows(table)) {
    rows.push(row.cells.slice(0, table.columns.length));
    if (rows.length >= first) break;
  }
  if (rows.length < first || table.rows <= first * 1.5) return rows;
  const handle = await open(table.csv.path, 'r');
  try {
    const { size } = await handle.stat();
    const width = table.columns.length + (table.lineOf.by === 'column' ? 1 : 0);
    for (let place = 1; place <= places; place++) {
      const buffer = Buffer.alloc(64 * 1024);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, Math.floor((size * place) / (places + 1)));
      const text = buffer.toString('utf8', buffer.indexOf(10) + 1, bytesRead);
      const near = headRows(text, table.csv.delimiter, each + 1).slice(0, -1);
      for (const { cells } of near) if (cells.length === width) rows.push(cells.slice(0, table.columns.length));
    }
  } finally {
    await handle.close();
  }
  return rows;
};

/** Every row with its line of the source: for tables that a person keeps by hand. */
export const allRows = async (
  table: StagedTable,
): Promise<readonly { readonly line: number; readonly cells: readonly string[] }[]> => {
  const rows: { line: number; cells: readonly string[] }[] = [];
  for await (const row of dataRows(table))
    rows.push({ line: sourceLine(table, row), cells: row.cells.slice(0, table.columns.length) });
  return rows;
};

async function* dataRows(table: StagedTable) {
  for await (const row of csvRows(table.csv.path, table.name, table.csv.delimiter)) {
    if (row.line <= table.csv.headerLines || (row.cells.length === 1 && row.cells[0] === '')) continue;
    yield row;
  }
}

const explainLines = async (table: StagedTable, first: number, wanted: readonly number[]): Promise<ExplainedRow[]> => {
  const found: ExplainedRow[] = [];
  let line = 1;
  let next = 0;
  for await (const { piece } of wholeLines(table.csv.path, table.name, LIMITS)) {
    for (let start = 0; start < piece.length && next < wanted.length; line++) {
      const end = piece.indexOf(10, start);
      const stop = end < 0 ? piece.length : end;
      const index = wanted[next] as number;
      if (line === first + index) {
        const text = piece.toString('utf8', start, stop).replace(/\r$/, '');
        found.push({ index, line, cells: named(table, headRows(text, table.csv.delimiter, 1)[0]?.cells ?? []) });
        next++;
      }
      start = stop + 1;
    }
    if (next >= wanted.length) break;
  }
  return found;
};

const sourceLine = (table: StagedTable, row: { readonly line: number; readonly cells: readonly string[] }): number =>
  table.lineOf.by === 'column' ? Number(row.cells[table.columns.length]) : row.line;

const named = (table: StagedTable, cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(table.columns.filter((name) => name !== LINE_COLUMN).map((name, at) => [name, cells[at] ?? '']));
