import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { streamXlsxRows } from 'hucre/xlsx';
import { SaxesParser } from 'saxes';
import { type Refusal, Refused, refuse } from '#facts';
import { hasCanonicalHeader } from './canonical.ts';
import { filledCells, type Row } from './cells.ts';
import { findHeader } from './header.ts';
import { LIMITS, LINE_COLUMN, type StagedTable, type StageOptions } from './staged.ts';
import { tabulate } from './tabulate.ts';
import { guardZip, ZipBomb, zipEntries, zipPart } from './zip.ts';

const HEAD_ROWS = 60;

type Cell = string | number | boolean | Date | null | undefined | object;

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
    const workbook = zipPart(bytes, entries, 'xl/workbook.xml');
    if (!workbook) return refuse('xlsx.broken', { file, got: 'xl/workbook.xml' });
    const book = readWorkbook(workbook.toString('utf8'));
    const notes: Refusal[] = [];
    const tables: StagedTable[] = [];
    for (const [index, sheet] of book.sheets.entries()) {
      options.signal?.throwIfAborted();
      options.onProgress?.(Math.floor((bytes.length * index) / book.sheets.length), bytes.length);
      if (sheet.hidden) notes.push({ code: 'note.sheetHidden', file, got: sheet.name });
      else {
        const rows = sheetRows(bytes, index, book.date1904, options.signal);
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

/** Blank rows are given as such: a signature is told by the blank above it. */
async function* sheetRows(
  bytes: Buffer,
  sheet: number,
  date1904: boolean,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row> {
  let last = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    signal?.throwIfAborted();
    if (index > last + 1 && last > 0) yield { line: index, cells: [] };
    last = index + 1;
    yield { line: index + 1, cells: values.map((value) => cellText(value as Cell, date1904)) };
  }
}

export const cellText = (value: Cell, date1904: boolean): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value, date1904);
  return '';
};

/** Fifteen significant digits, as spreadsheets show: 0.1 + 0.2 is 0.3. Never an exponent. */
const numberText = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
};

const DAY_MS = 86_400_000;

/** `value` holds local time as if it were UTC. Within a day of the calendar's first day it is a time of day or a
 *  duration: `H:MM:SS`. */
const dateText = (value: Date, date1904: boolean): string => {
  const ms = value.getTime();
  if (!Number.isFinite(ms)) return '';
  const sinceZero = ms - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31));
  const isTime = sinceZero >= 0 && sinceZero < 31 * DAY_MS && (sinceZero % DAY_MS !== 0 || sinceZero === 0);
  if (isTime) return durationText(Math.round(sinceZero / 1000));
  const iso = value.toISOString();
  if (ms % DAY_MS === 0) return iso.slice(0, 10);
  return iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
};

const durationText = (seconds: number): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const readWorkbook = (xml: string): { sheets: { name: string; hidden: boolean }[]; date1904: boolean } => {
  const sheets: { name: string; hidden: boolean }[] = [];
  let date1904 = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.split(':').pop();
    const value = (key: string): string => String(attributes[key] ?? '');
    if (local === 'workbookPr') date1904 = value('date1904') === '1' || value('date1904') === 'true';
    if (local === 'sheet')
      sheets.push({ name: value('name'), hidden: value('state').toLowerCase().includes('hidden') });
  });
  parser.write(xml).close();
  return { sheets, date1904 };
};
