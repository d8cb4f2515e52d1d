import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { refuse } from '#facts';
import type { Row } from './cells.ts';

const options = (delimiter: string) =>
  ({
    delimiter,
    quote: '"',
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  }) as const;

/** Records of a CSV one by one, with the line where each begins. Slow (tens of MB a second): for the head of a file,
 *  for irregular tables and for refused rows. */
export async function* csvRows(
  path: string,
  file: string,
  delimiter: string,
  signal?: AbortSignal,
): AsyncGenerator<Row> {
  const source = createReadStream(path, { highWaterMark: 1 << 20, signal });
  const parser = source.pipe(parse(options(delimiter)));
  source.on('error', (error) => parser.destroy(error));
  let line = 1;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      yield { line, cells };
      line += linesOf(cells);
    }
  } catch (error) {
    if (isParseError(error)) refuse('file.unclosedQuote', { file, line });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** The first records of a text; a text cut in mid-quote gives what can be read without quotes. */
export const headRows = (text: string, delimiter: string, most: number): Row[] => {
  try {
    return lined(parseSync(text, { ...options(delimiter), to: most }));
  } catch (error) {
    if (!isParseError(error)) throw error;
    return lined(parseSync(text, { ...options(delimiter), quote: null, to: most }));
  }
};

const lined = (records: readonly string[][]): Row[] => {
  let line = 1;
  return records.map((cells) => {
    const row = { line, cells };
    line += linesOf(cells);
    return row;
  });
};

/** Lines that a record takes. (The parser's own count takes CR LF inside quotes for two.) */
const linesOf = (cells: readonly string[]): number => {
  let lines = 1;
  for (const cell of cells) if (cell.includes('\n')) lines += cell.split('\n').length - 1;
  return lines;
};

const isParseError = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('CSV_');
