import { isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refusal, Refused, refuse } from '#facts';
import { hasCanonicalHeader } from './canonical.ts';
import type { Row } from './cells.ts';
import { csvRows, headRows } from './csvRows.ts';
import { sniffDelimiter, statedDelimiter } from './delimiter.ts';
import { looksCp1251, markedEncoding, transcode } from './encoding.ts';
import { findHeader, type Header } from './header.ts';
import { NotUtf8, scanCsv } from './scan.ts';
import { cut, LIMITS, LINE_COLUMN, type StagedTable, type StageOptions } from './staged.ts';
import { tabulate } from './tabulate.ts';

const HEAD_BYTES = 512 * 1024;
const HEAD_ROWS = 60;

/** Stages one CSV: a clean UTF-8 file is read where it lies; CP1251, UTF-16 and tables with rows to drop are
 *  rewritten into `tmpDir`. */
export const stageCsv = async (
  path: string,
  file: string,
  table: string,
  options: StageOptions,
): Promise<{ readonly table: StagedTable; readonly encoding: string }> => {
  const limits = { ...LIMITS, ...options.limits };
  const head = await readHead(path);
  if (head.length === 0 || head.toString('latin1').replace(/^ï»¿/, '').trim() === '') refuse('file.empty', { file });
  const encoding = options.encoding?.toLowerCase() ?? markedEncoding(head) ?? 'utf-8';
  const rewrite = async (as: string, watchMixed: boolean): Promise<string> => {
    const to = join(options.tmpDir, `${crypto.randomUUID()}.csv`);
    await transcode(path, to, as, { file, limits, signal: options.signal, watchMixed });
    return to;
  };
  const finish = async (from: string, as: string) => {
    const staged = await stageUtf8(from, file, table, options);
    const note: Refusal[] = as === 'utf-8' ? [] : [{ code: 'note.encoding', file, with: { encoding: as } }];
    return { table: { ...staged, notes: [...note, ...staged.notes] }, encoding: as };
  };
  if (encoding !== 'utf-8' && encoding !== 'utf8') {
    const to = await rewrite(encoding, false);
    return finish(to, encoding);
  }
  if (head.includes(13) && !head.includes(10)) {
    const to = await rewrite(isUtf8(head) ? 'utf-8' : 'windows-1251', false);
    return finish(to, isUtf8(head) ? 'utf-8' : 'windows-1251');
  }
  try {
    return await finish(path, 'utf-8');
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error;
    const { line, text, before } = error;
    const plausible = looksCp1251(text) && looksCp1251(notUtf8(head, text));
    const got = cut(new TextDecoder('windows-1251').decode(text).trim());
    if (!plausible || options.encoding !== undefined) return refuse('file.encoding', { file, line, got });
    if (before) return refuse('file.mixedEncoding', { file, line, got });
    const to = await rewrite('windows-1251', true);
    return finish(to, 'windows-1251');
  }
};

const readHead = async (path: string): Promise<Buffer> => {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** The lines of the head that are no UTF-8; where it has none, the line that was found. */
const notUtf8 = (head: Buffer, found: Buffer): Buffer => {
  const lines: Buffer[] = [];
  for (let start = 0; start < head.length; ) {
    const end = head.indexOf(10, start) + 1 || head.length;
    const line = head.subarray(start, end);
    if (!isUtf8(line) && end < HEAD_BYTES) lines.push(line);
    start = end;
  }
  return lines.length > 0 ? Buffer.concat(lines) : found;
};

const stageUtf8 = async (path: string, file: string, name: string, options: StageOptions): Promise<StagedTable> => {
  const limits = { ...LIMITS, ...options.limits };
  const { text, whole } = decodeHead(await readHead(path));
  const stated = statedDelimiter(text);
  const skip = stated === undefined ? 0 : 1;
  const body = skip === 0 ? text : text.slice(text.indexOf('\n') + 1);
  const delimiter = stated ?? sniffDelimiter(body);
  const parsed = headRows(body, delimiter, HEAD_ROWS).map((row) => ({ ...row, line: row.line + skip }));
  // A head cut in the middle of a record is no evidence about its last row.
  const rows = whole || parsed.length < 2 || parsed.length === HEAD_ROWS ? parsed : parsed.slice(0, -1);
  const plain = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  // The bytes are judged before the names: a broken quote or a NUL in the header shall be called by its name.
  const header = tryHeader(plain, file);
  const dataLine = header instanceof Refused ? 1 : (plain[header.dataIndex]?.line ?? 0);
  const columns = header instanceof Refused ? [] : header.columns;
  const verbatim = hasCanonicalHeader(columns);
  const headerLines = header instanceof Refused ? 0 : lastHeaderLine(plain, header);
  const scan = await scanCsv(path, {
    file,
    delimiter,
    width: header instanceof Refused ? 1 : header.width,
    headerLines,
    verbatim,
    limits,
    onProgress: options.onProgress,
    signal: options.signal,
  });
  if (header instanceof Refused) throw header;
  const notes: Refusal[] = skip === 0 ? [] : [{ code: 'note.sep', file, line: 1, got: stated }];
  const base = { name, columns, headerLine: header.line, format: 'csv' as const, verbatim };
  const nameless = header.width !== columns.length;
  if (!scan.irregular && !nameless) {
    if (scan.records === 0) refuse('file.headerOnly', { file, line: header.line });
    const plainLines = !scan.quotedBreaks && !scan.blankLines && dataLine === headerLines + 1;
    return {
      ...base,
      csv: { path, delimiter, quote: '"', headerLines },
      lineOf: plainLines ? { by: 'first', line: headerLines + 1 } : { by: 'reread' },
      notes: [...notes, ...header.notes],
      refused: [],
      refusedRows: 0,
      rows: scan.records,
    };
  }
  const to = join(options.tmpDir, `${crypto.randomUUID()}.csv`);
  const after = afterLine(csvRows(path, file, delimiter, options.signal), headerLines);
  const result = await tabulate(after, header, { file, path: to, pad: false, verbatim });
  if (result.rows + result.refusedRows === 0) refuse('file.headerOnly', { file, line: header.line });
  return {
    ...base,
    csv: { path: to, delimiter: ',', quote: '"', headerLines: 1 },
    lineOf: { by: 'column', column: LINE_COLUMN },
    notes: [...notes, ...header.notes, ...result.notes],
    refused: result.refused,
    refusedRows: result.refusedRows,
    rows: result.rows,
  };
};

const decodeHead = (head: Buffer): { text: string; whole: boolean } => {
  const whole = head.length < HEAD_BYTES;
  const end = whole ? head.length : head.lastIndexOf(10) + 1 || head.length;
  const start = markedEncoding(head) === 'utf-8' ? 3 : 0;
  return { text: head.toString('utf8', start, end), whole };
};

const tryHeader = (rows: readonly Row[], file: string): Header | Refused => {
  try {
    return findHeader(rows, file);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
};

/** The physical line on which the header's last record ends. */
const lastHeaderLine = (rows: readonly Row[], header: Header): number => {
  const last = rows[header.dataIndex - 1] as Row;
  return last.line + last.cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
};

async function* afterLine(rows: AsyncIterable<Row>, line: number): AsyncGenerator<Row> {
  for await (const row of rows) if (row.line > line) yield row;
}
