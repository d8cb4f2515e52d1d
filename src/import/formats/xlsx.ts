import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refusal, Refused, refuse } from '#facts';
import { hasCanonicalHeader } from './canonical.ts';
import { filledCells, type Row } from './cells.ts';
import { findHeader } from './header.ts';
import { LIMITS, LINE_COLUMN, type StagedTable, type StageOptions } from './staged.ts';
import { tabulate } from './tabulate.ts';
import { readBook } from './xlsxBook.ts';
import { sheetEntry, sheetRows } from './xlsxSheet.ts';
import { guardZip, ZipBomb, zipEntries } from './zip.ts';

const HEAD_ROWS = 60;

/** Stages each visible sheet of a workbook as UTF-8 CSV: cells as text, dates as local ISO, numbers with a point.
 *  Formulas give their stored results. Sheets without a table are left aside and told.
 *  Refused: `xlsx.broken`, `xlsx.bomb`, `xlsx.password`, `file.headerOnly`, and what a header can do wrong. */
export const stageXlsx = async (
  path: string,
  file: string,
  options: StageOptions,
): Promise<{ readonly tables: readonly StagedTable[]; readonly notes: readonly Refusal[] }> => {
  const limits = { ...LIMITS, ...options.limits };
  const bytes = await readFile(path);
  try {
    const entries = zipEntries(bytes);
    if (entries.some((entry) => entry.encrypted)) refuse('xlsx.password', { file });
    await guardZip(bytes, entries, limits);
    const book = await readBook(bytes, entries);
    const notes: Refusal[] = [];
    const tables: StagedTable[] = [];
    for (const [index, sheet] of book.sheets.entries()) {
      options.signal?.throwIfAborted();
      options.onProgress?.(Math.floor((bytes.length * index) / book.sheets.length), bytes.length);
      if (sheet.hidden) notes.push({ code: 'note.sheetHidden', file, got: sheet.name });
      else {
        const rows = sheetRows(bytes, sheetEntry(entries, sheet), book, options.signal);
        const table = await stageSheet(rows, `${file} · ${sheet.name}`, sheet.name, options);
        if (table) tables.push(table);
        else notes.push({ code: 'note.sheetEmpty', file, got: sheet.name });
      }
    }
    options.onProgress?.(bytes.length, bytes.length);
    if (tables.length === 0) refuse('file.headerOnly', { file });
    return { tables, notes };
  } catch (error) {
    if (error instanceof Refused || (error instanceof Error && error.name === 'AbortError')) throw error;
    if (error instanceof ZipBomb) return refuse('xlsx.bomb', { file, got: error.message });
    if (isSystemError(error)) throw error;
    return refuse('xlsx.broken', { file, got: error instanceof Error ? error.message.slice(0, 200) : String(error) });
  }
};

const isSystemError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'syscall' in error && typeof error.syscall === 'string';

const stageSheet = async (
  rows: AsyncGenerator<Row>,
  file: string,
  name: string,
  options: StageOptions,
): Promise<StagedTable | undefined> => {
  const head: Row[] = [];
  while (head.length < HEAD_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    if (filledCells(next.value.cells) > 0) head.push(next.value);
  }
  if (head.length === 0) return undefined;
  // A sheet of captions and remarks: no fact lives in one column.
  if (head.every((row) => filledCells(row.cells) <= 1)) return undefined;
  const header = findHeader(head, file);
  const verbatim = hasCanonicalHeader(header.columns);
  const path = join(options.tmpDir, `${crypto.randomUUID()}.csv`);
  const result = await tabulate(chain(head.slice(header.dataIndex), rows), header, { file, path, pad: true, verbatim });
  if (result.rows + result.refusedRows === 0) return undefined;
  return {
    name,
    columns: header.columns,
    csv: { path, delimiter: ',', quote: '"', headerLines: 1 },
    headerLine: header.line,
    lineOf: { by: 'column', column: LINE_COLUMN },
    notes: [...header.notes, ...result.notes],
    refused: result.refused,
    refusedRows: result.refusedRows,
    rows: result.rows,
    verbatim,
    format: 'xlsx',
  };
};

async function* chain(head: readonly Row[], rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  yield* head;
  yield* rows;
}
