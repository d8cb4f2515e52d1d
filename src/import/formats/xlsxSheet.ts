import type { Row } from './cells.ts';
import { type Book, localName, type Sheet, unescapeText, xmlParser } from './xlsxBook.ts';
import { inflatedPart, type ZipEntry } from './zip.ts';

const MOST_COLUMNS = 16_384;

/** Rows of a sheet as they stream by; blank rows that the sheet leaves out are given once as an empty row, since a
 *  signature is told by the blank above it. Written by hand: the libraries at hand read ahead without end when the
 *  consumer is slower (600 MB for 400 000 rows). */
export async function* sheetRows(
  file: Buffer,
  entry: ZipEntry,
  book: Book,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row> {
  const reader = new SheetReader(book);
  let last = 0;
  for await (const piece of inflatedPart(file, entry)) {
    signal?.throwIfAborted();
    reader.write(piece);
    for (const row of reader.take()) {
      if (row.line > last + 1 && last > 0) yield { line: row.line - 1, cells: [] };
      last = row.line;
      yield row;
    }
  }
  reader.end();
  yield* reader.take();
}

export const sheetEntry = (entries: readonly ZipEntry[], sheet: Sheet): ZipEntry =>
  entries.find((entry) => entry.name === sheet.part) as ZipEntry;

class SheetReader {
  private readonly parser = xmlParser();
  private rows: Row[] = [];
  private line = 0;
  private cells: string[] = [];
  private column = 0;
  private type = '';
  private style = -1;
  private text = '';
  private inValue = false;
  private readonly book: Book;

  constructor(book: Book) {
    this.book = book;
    this.parser.on('opentag', ({ name, attributes }) => this.open(localName(name), attributes));
    this.parser.on('text', (piece) => {
      if (this.inValue) this.text += piece;
    });
    this.parser.on('closetag', ({ name }) => this.close(localName(name)));
  }

  write(piece: string): void {
    this.parser.write(piece);
  }

  end(): void {
    this.parser.close();
  }

  take(): readonly Row[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.line = attributes.r ? Number(attributes.r) : this.line + 1;
      this.cells = [];
      this.column = 0;
    } else if (name === 'c') {
      if (attributes.r) this.column = columnOf(attributes.r);
      if (this.column >= MOST_COLUMNS) throw new Error(`column ${attributes.r}`);
      this.type = attributes.t ?? 'n';
      this.style = attributes.s ? Number(attributes.s) : -1;
      this.text = '';
    } else if (name === 'v' || name === 't') this.inValue = true;
    else if (name === 'rPh') this.type = 'phonetic';
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.inValue = false;
    else if (name === 'c') {
      while (this.cells.length < this.column) this.cells.push('');
      this.cells[this.column++] = this.value();
    } else if (name === 'row') this.rows.push({ line: this.line, cells: this.cells });
  }

  private value(): string {
    const { text } = this;
    if (text === '') return '';
    switch (this.type) {
      case 's':
        return this.book.strings[Number(text)] ?? '';
      case 'b':
        return text === '1' ? 'true' : 'false';
      case 'n': {
        const number = Number(text);
        if (!Number.isFinite(number)) return text;
        return this.book.dateStyles[this.style] ? serialText(number, this.book.date1904) : numberText(number);
      }
      default:
        // str, inlineStr, e (an error such as #N/A), d (an ISO date)
        return unescapeText(text);
    }
  }
}

const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

/** Fifteen significant digits, as spreadsheets show: 0.1 + 0.2 is 0.3. Never an exponent. */
export const numberText = (value: number): string => {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '');
};

const DAY_MS = 86_400_000;
/** Day 0 of each counting. Before March 1900 the older one is a day behind: it knows a 29 February 1900. */
const ZERO_1900 = Date.UTC(1899, 11, 30);
const ZERO_1904 = Date.UTC(1904, 0, 1);

/** A spreadsheet's day number as local ISO: a date, a date with time, or, for a part of a day within the first month, a
 *  time of day or duration `HH:MM:SS`. */
export const serialText = (serial: number, date1904: boolean): string => {
  if (serial < 0 || serial > 2_958_466) return numberText(serial);
  if (serial < 31 && (!Number.isInteger(serial) || serial === 0)) return durationText(Math.round(serial * 86_400));
  const early = !date1904 && serial < 60 ? DAY_MS : 0;
  const ms = (date1904 ? ZERO_1904 : ZERO_1900) + Math.round(serial * DAY_MS) + early;
  const iso = new Date(ms).toISOString();
  if (ms % DAY_MS === 0) return iso.slice(0, 10);
  return iso.endsWith('.000Z') ? iso.slice(0, 19) : iso.slice(0, 23);
};

const durationText = (seconds: number): string => {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};
