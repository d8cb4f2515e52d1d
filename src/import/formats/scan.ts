import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import { refuse } from '#facts';
import { isTail } from './cells.ts';
import { headRows } from './csvRows.ts';
import type { Limits } from './staged.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;
const CHUNK_BYTES = 4 * 1024 * 1024;

export interface ScanAsk {
  readonly file: string;
  readonly delimiter: string;
  /** Cells in every record after the header. */
  readonly width: number;
  readonly headerLines: number;
  /** No totals, sparse tails or repeated headers are looked for. */
  readonly verbatim: boolean;
  readonly limits: Limits;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What one pass over the bytes saw. `irregular`: rows must be dropped, refused or rewritten, one by one. */
export interface Scan {
  readonly records: number;
  readonly irregular: boolean;
  readonly quotedBreaks: boolean;
  readonly blankLines: boolean;
}

/** The bytes are no UTF-8 at this line; `before`: an earlier line has letters in proper UTF-8. */
export class NotUtf8 extends Error {
  readonly line: number;
  readonly text: Buffer;
  readonly before: boolean;
  constructor(line: number, text: Buffer, before: boolean) {
    super('not UTF-8');
    this.line = line;
    this.text = text;
    this.before = before;
  }
}

/** Reads a file in pieces that end with a line break; memory stays at a few pieces. A piece is overwritten by the next.
 *  Refused: `file.lineTooLong`. */
export async function* wholeLines(
  path: string,
  file: string,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<{ piece: Buffer; done: number; total: number }> {
  const handle = await open(path, 'r');
  try {
    const total = (await handle.stat()).size;
    let buffer = Buffer.allocUnsafe(Math.max(1, Math.min(2 * CHUNK_BYTES, total)));
    let kept = 0;
    let line = 1;
    let done = 0;
    for (;;) {
      signal?.throwIfAborted();
      if (buffer.length - kept < Math.min(CHUNK_BYTES, total - done)) {
        const larger = Buffer.allocUnsafe(kept + 2 * CHUNK_BYTES);
        buffer.copy(larger, 0, 0, kept);
        buffer = larger;
      }
      const { bytesRead } = await handle.read(buffer, kept, Math.min(CHUNK_BYTES, buffer.length - kept), done);
      if (bytesRead === 0) break;
      done += bytesRead;
      const filled = kept + bytesRead;
      const last = buffer.subarray(kept, filled).lastIndexOf(LF);
      if (last < 0) {
        kept = filled;
        if (kept > limits.lineBytes) refuse('file.lineTooLong', { file, line });
        continue;
      }
      const end = kept + last + 1;
      const piece = buffer.subarray(0, end);
      if (kept > 0 && piece.indexOf(LF) > limits.lineBytes) refuse('file.lineTooLong', { file, line });
      yield { piece, done, total };
      kept = filled - end;
      // Lines are counted only where a long remainder could be refused.
      if (kept > limits.lineBytes / 8) line += countLines(piece);
      buffer.copyWithin(0, end, filled);
    }
    if (kept > 0) yield { piece: buffer.subarray(0, kept), done, total };
  } finally {
    await handle.close();
  }
}

const countLines = (piece: Buffer): number => {
  let lines = 0;
  for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) lines++;
  return lines;
};

/** One pass over a CSV in UTF-8. Refused: `file.nul`, `file.lineTooLong`, `file.unclosedQuote`, `file.strayQuote`;
 *  throws NotUtf8. One table look-up a byte, work only at quotes, delimiters and line ends. */
export const scanCsv = async (path: string, ask: ScanAsk): Promise<Scan> => {
  const { file } = ask;
  const state = startState();
  const kindOf = kinds(ask.delimiter);
  let letters = false;
  for await (const { piece, done, total } of wholeLines(path, file, ask.limits, ask.signal)) {
    const nul = piece.indexOf(0);
    if (nul >= 0) refuse('file.nul', { file, line: state.line + countLines(piece.subarray(0, nul)) });
    if (!isUtf8(piece)) throw badLine(piece, state.line, letters);
    letters ||= !isAscii(piece);
    scanPiece(piece, state, ask, kindOf);
    ask.onProgress?.(done, total);
  }
  if (state.quoted) refuse('file.unclosedQuote', { file, line: state.quoteLine });
  const tail = state.tail && headRows(state.tail.toString('utf8'), ask.delimiter, 1)[0]?.cells;
  return {
    records: state.records,
    irregular: state.irregular || (!ask.verbatim && tail !== undefined && isTail(tail, ask.width)),
    quotedBreaks: state.quotedBreaks,
    blankLines: state.blankLines,
  };
};

interface State {
  line: number;
  recordLine: number;
  /** Bytes of the running record in earlier pieces; only a quoted record goes on into the next piece. */
  recordBytes: number;
  quoted: boolean;
  quoteLine: number;
  cells: number;
  empties: number;
  records: number;
  irregular: boolean;
  quotedBreaks: boolean;
  blankLines: boolean;
  pendingBlank: boolean;
  header: Buffer | undefined;
  tail: Buffer | undefined;
}

const startState = (): State => ({
  line: 1,
  recordLine: 1,
  recordBytes: 0,
  quoted: false,
  quoteLine: 0,
  cells: 1,
  empties: 0,
  records: 0,
  irregular: false,
  quotedBreaks: false,
  blankLines: false,
  pendingBlank: false,
  header: undefined,
  tail: undefined,
});

const kinds = (delimiter: string): Uint8Array => {
  const kindOf = new Uint8Array(256);
  kindOf[LF] = 1;
  kindOf[CR] = 2;
  kindOf[QUOTE] = 3;
  kindOf[delimiter.charCodeAt(0)] = 4;
  return kindOf;
};

const scanPiece = (piece: Buffer, state: State, ask: ScanAsk, kindOf: Uint8Array): void => {
  const { file, limits } = ask;
  const delimiter = ask.delimiter.charCodeAt(0);
  const end = piece.length;
  const mark = state.line === 1 && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0;
  let start = state.quoted ? -state.recordBytes : mark;
  let { line, quoted, quoteLine, cells, empties } = state;
  let lineStart = 0;
  if (!quoted) beginRecord(piece, start, state, ask, delimiter);
  for (let at = 0; at < end; at++) {
    const kind = kindOf[piece[at] as number];
    if (kind === 0) continue;
    if (kind === 4) {
      if (quoted) continue;
      cells++;
      if (at === start || piece[at - 1] === delimiter) empties++;
    } else if (kind === 1) {
      if (at - lineStart > limits.lineBytes) refuse('file.lineTooLong', { file, line });
      lineStart = at + 1;
      line++;
      if (quoted) {
        state.quotedBreaks = true;
        if (at - start > limits.lineBytes) refuse('file.unclosedQuote', { file, line: quoteLine });
        if (state.recordLine <= ask.headerLines) state.irregular = true;
        continue;
      }
      endRecord(piece, start, at, cells, empties, state, ask, delimiter);
      start = at + 1;
      cells = 1;
      empties = 0;
      state.recordLine = line;
      beginRecord(piece, start, state, ask, delimiter);
    } else if (kind === 3) {
      if (!quoted) {
        // A quote inside a bare cell is a sign like any other.
        if (at === start || piece[at - 1] === delimiter) {
          quoted = true;
          quoteLine = line;
        }
        continue;
      }
      const next = piece[at + 1];
      if (next === QUOTE) at++;
      else {
        quoted = false;
        if (at + 1 < end && next !== delimiter && next !== LF && next !== CR)
          refuse(quoteLine === line ? 'file.strayQuote' : 'file.unclosedQuote', { file, line: quoteLine });
      }
    } else if (!quoted && piece[at + 1] !== LF) state.irregular = true;
  }
  if (!quoted && start < end) endRecord(piece, start, end, cells, empties, state, ask, delimiter);
  state.recordBytes = quoted ? end - start : 0;
  Object.assign(state, { line, quoted, quoteLine, cells, empties });
};

const beginRecord = (piece: Buffer, start: number, state: State, ask: ScanAsk, delimiter: number): void => {
  if (!ask.verbatim && state.recordLine > ask.headerLines && startsTotal(piece, start, delimiter))
    state.irregular = true;
};

const endRecord = (
  piece: Buffer,
  start: number,
  end: number,
  cells: number,
  emptiesBefore: number,
  state: State,
  ask: ScanAsk,
  delimiter: number,
): void => {
  const stop = end > start && piece[end - 1] === CR ? end - 1 : end;
  if (stop <= start) {
    state.pendingBlank = true;
    return;
  }
  if (state.recordLine <= ask.headerLines) {
    if (state.recordLine === ask.headerLines && start >= 0) state.header = Buffer.from(piece.subarray(start, stop));
    return;
  }
  const empties = piece[stop - 1] === delimiter ? emptiesBefore + 1 : emptiesBefore;
  state.records++;
  if (state.pendingBlank) state.blankLines = true;
  state.pendingBlank = false;
  if (cells !== ask.width || empties === cells) state.irregular = true;
  if (ask.verbatim) return;
  // Half empty: perhaps a signature, if it turns out to be the last.
  if ((cells - empties) * 2 <= ask.width)
    state.tail = start >= 0 ? Buffer.from(piece.subarray(start, stop)) : undefined;
  else if (state.tail) state.tail = undefined;
  const { header } = state;
  if (header && stop - start === header.length && start >= 0 && piece.subarray(start, stop).equals(header))
    state.irregular = true;
};

const badLine = (piece: Buffer, firstLine: number, before: boolean): NotUtf8 => {
  let letters = before;
  let line = firstLine;
  for (let start = 0; start < piece.length; line++) {
    const found = piece.indexOf(LF, start);
    const end = found < 0 ? piece.length : found;
    const text = piece.subarray(start, end);
    if (!isUtf8(text)) return new NotUtf8(line, Buffer.from(text), letters);
    letters ||= !isAscii(text);
    start = end + 1;
  }
  return new NotUtf8(line, Buffer.alloc(0), letters);
};

const TOTALS = ['итог', 'Итог', 'ИТОГ', 'всего', 'Всего', 'ВСЕГО', 'Подытог', 'подытог', 'Подитог', 'подитог']
  .concat(['Total', 'TOTAL', 'total', 'Grand total', 'Subtotal', 'Sub-total'])
  .map((word) => Buffer.from(word));
const TOTAL_FIRST = new Set(TOTALS.map((word) => word[0]));

/** Whether the first filled cell may be «Итого»: only asks for a closer look, never drops. */
const startsTotal = (piece: Buffer, start: number, delimiter: number): boolean => {
  if (start < 0) return false;
  let at = start;
  while (piece[at] === delimiter || piece[at] === QUOTE || piece[at] === SPACE) at++;
  return (
    TOTAL_FIRST.has(piece[at]) &&
    TOTALS.some((word) => piece.compare(word, 0, word.length, at, Math.min(at + word.length, piece.length)) === 0)
  );
};
