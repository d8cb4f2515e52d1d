import type { Refusal } from '#facts';
import { filledCells, isSignature, isTail, isTotal, numbersColumns, type Row, tidy } from './cells.ts';
import { CsvWriter } from './csvWriter.ts';
import type { Header } from './header.ts';
import { cut, LINE_COLUMN, MAX_ROW_REFUSALS } from './staged.ts';

export interface Tabulated {
  readonly rows: number;
  readonly notes: readonly Refusal[];
  readonly refused: readonly Refusal[];
  readonly refusedRows: number;
}

interface Held {
  readonly row: Row;
  readonly afterBlank: boolean;
}

/** So many doubtful rows may wait for a proper row below them; a longer run is data. */
const MAX_HELD = 200;

/** Writes the data rows as a rectangular CSV with the line of the source last. Rows that are no data (totals,
 *  signatures under the table, the header once more) are dropped and told; rows of a wrong width are refused.
 *  `pad`: a short row is filled up (sheets leave trailing blanks away). */
export const tabulate = async (
  rows: AsyncIterable<Row> | Iterable<Row>,
  header: Header,
  options: { readonly file: string; readonly path: string; readonly pad: boolean; readonly verbatim: boolean },
): Promise<Tabulated> => {
  const { file, pad, verbatim } = options;
  const writer = new CsvWriter(options.path);
  const dropped = { totals: [] as number[], signatures: [] as number[], repeats: [] as number[] };
  const refused: Refusal[] = [];
  let refusedRows = 0;
  let held: Held[] = [];
  let afterBlank = false;

  const keep = ({ line, cells }: Row): boolean => {
    const extra = cells.some((cell, at) => cell.trim() !== '' && !taken.has(at));
    if (extra || (!pad && cells.length < header.width)) {
      refusedRows++;
      if (refused.length < MAX_ROW_REFUSALS)
        refused.push({
          code: 'row.columns',
          file,
          line,
          got: cut(cells.join(' | ')),
          with: { expected: header.width, found: cells.length },
        });
      return false;
    }
    return writer.write([...header.positions.map((at) => cells[at] ?? ''), String(line)]);
  };
  const taken = new Set(header.positions);

  try {
    writer.write([...header.columns, LINE_COLUMN]);
    for await (const row of rows) {
      const filled = filledCells(row.cells);
      if (filled === 0) {
        afterBlank = true;
        continue;
      }
      if (!verbatim) {
        if (isTotal(row.cells)) {
          dropped.totals.push(row.line);
          continue;
        }
        if (isHeaderAgain(row, header) || (dropped.repeats.length > 0 && numbersColumns(row.cells))) {
          dropped.repeats.push(row.line);
          continue;
        }
        if (isTail(row.cells, header.columns.length) || (!pad && row.cells.length < header.width && filled <= 2)) {
          held.push({ row, afterBlank });
          afterBlank = false;
          if (held.length > MAX_HELD && keep((held.shift() as Held).row)) await writer.drain();
          continue;
        }
      }
      for (const doubtful of held) keep(doubtful.row);
      held = [];
      afterBlank = false;
      if (keep(row)) await writer.drain();
    }
    const end = held.findIndex((doubtful) => doubtful.afterBlank || isSignature(doubtful.row.cells));
    for (const [at, doubtful] of held.entries()) {
      if (end >= 0 && at >= end) dropped.signatures.push(doubtful.row.line);
      else keep(doubtful.row);
    }
    await writer.end();
  } catch (error) {
    writer.abandon();
    throw error;
  }
  const notes = [
    ...told('note.totals', file, dropped.totals),
    ...told('note.headerRepeated', file, dropped.repeats),
    ...told('note.signatures', file, dropped.signatures),
  ];
  return { rows: writer.rows - 1, notes, refused, refusedRows };
};

const isHeaderAgain = (row: Row, header: Header): boolean =>
  header.positions.every(
    (at, column) => tidy(row.cells[at] ?? '').toLowerCase() === header.columns[column]?.toLowerCase(),
  );

const told = (code: string, file: string, lines: readonly number[]): Refusal[] =>
  lines.length === 0
    ? []
    : [{ code, file, line: lines[0], with: { count: lines.length, lines: lines.slice(0, 10).join(', ') } }];
