import { type Refusal, refuse } from '#facts';
import { filledCells, nameLike, numbersColumns, type Row, tidy } from './cells.ts';
import { cut } from './staged.ts';

export interface Header {
  readonly columns: readonly string[];
  /** Positions in the source row of `columns`, rising; a nameless column without values is left out. */
  readonly positions: readonly number[];
  /** Cells of a source row: up to the last named column. */
  readonly width: number;
  /** Where the header begins. */
  readonly line: number;
  /** Index, among the rows given, of the first row that is data. */
  readonly dataIndex: number;
  readonly notes: readonly Refusal[];
}

/** Finds the header among the first rows of a table: after titles, over one or two rows, before a row that numbers the
 *  columns. Refused: `header.missing` (no row of names, or a nameless column with values), `header.duplicate`. */
export const findHeader = (rows: readonly Row[], file: string): Header => {
  const filled = rows.map((row) => filledCells(row.cells));
  const most = Math.max(...filled);
  const index = rows.findIndex((row, at) => (filled[at] ?? 0) >= Math.max(1, most * 0.5) && namesShare(row) >= 0.6);
  const first = rows.find((_, at) => (filled[at] ?? 0) > 0);
  if (index < 0 || first === undefined)
    return refuse('header.missing', { file, line: first?.line ?? 1, got: cut((first?.cells ?? []).join(' | ')) });
  const notes: Refusal[] = [];
  let top = index;
  let names = (rows[index] as Row).cells.map(tidy);
  let dataIndex = index + 1;
  const below = rows[index + 1];
  const above = rows[index - 1];
  if (below && isSecondHeader(names, below, rows[index + 2])) {
    names = merge(names, below.cells.map(tidy));
    dataIndex++;
    notes.push({ code: 'note.headerMerged', file, line: below.line });
  } else if (above && isGroupRow(above, rows[index] as Row, repeated(names) !== undefined)) {
    names = merge(above.cells.map(tidy), names);
    top = index - 1;
    notes.push({ code: 'note.headerMerged', file, line: above.line });
  }
  const numbering = rows[dataIndex];
  if (numbering && rows.length > dataIndex + 1 && numbersColumns(numbering.cells)) {
    notes.push({ code: 'note.columnNumbers', file, line: numbering.line });
    dataIndex++;
  }
  const line = (rows[top] as Row).line;
  const titles = filled.slice(0, top).filter((count) => count > 0).length;
  if (titles > 0) notes.unshift({ code: 'note.titles', file, line: first.line, with: { count: titles } });
  return { ...named(names, rows.slice(dataIndex), file, line), line, dataIndex, notes };
};

const named = (names: readonly string[], data: readonly Row[], file: string, line: number) => {
  const width = Math.max(names.findLastIndex((name) => name !== '') + 1, 1);
  const positions: number[] = [];
  for (let position = 0; position < width; position++) {
    if (names[position] !== '') positions.push(position);
    else if (data.some((row) => (row.cells[position] ?? '').trim() !== ''))
      refuse('header.missing', { file, line, field: `${position + 1}`, with: { position: position + 1 } });
  }
  const columns = positions.map((position) => names[position] as string);
  const twice = repeated(columns);
  if (twice !== undefined) refuse('header.duplicate', { file, line, field: twice, got: twice });
  return { columns, positions, width };
};

/** The first name that occurs twice; letter case does not tell names apart (nor does it for the fact engine). */
const repeated = (names: readonly string[]): string | undefined => {
  const seen = new Set<string>();
  return names.find((name) => {
    const key = name.toLowerCase();
    if (name === '' || !seen.has(key)) {
      seen.add(key);
      return false;
    }
    return true;
  });
};

const namesShare = (row: Row): number => {
  const cells = row.cells.filter((cell) => cell.trim() !== '');
  return cells.length === 0 ? 0 : cells.filter(nameLike).length / cells.length;
};

/** «Сроки» over «план | факт»: names stand under the blanks of the first row, and only names. */
const isSecondHeader = (names: readonly string[], below: Row, after: Row | undefined): boolean => {
  const second = below.cells.map(tidy);
  const blanks = names.some((name, at) => name === '' && (second[at] ?? '') !== '' && names.slice(0, at).some(Boolean));
  if (!blanks || !second.every((cell) => cell === '' || nameLike(cell))) return false;
  if (names.some((name, at) => name !== '' && (second[at] ?? '') === '')) return true;
  return after?.cells.some((cell, at) => cell.trim() !== '' && !nameLike(cell) && (second[at] ?? '') !== '') ?? false;
};

/** Names of groups stand right above the header: at least three of them, or two where names below come twice. Fewer are
 *  rather a title and the number of a form. */
const isGroupRow = (above: Row, header: Row, twice: boolean): boolean => {
  const groups = above.cells.filter((cell) => cell.trim() !== '');
  return (
    header.line === above.line + 1 &&
    groups.length >= (twice ? 2 : 3) &&
    groups.length < filledCells(header.cells) &&
    groups.every(nameLike)
  );
};

/** Between a group's name and its column's: «Сроки: план». */
export const GROUP_SIGN = ': ';

/** A group's name goes on to the right over the blanks that have a name beneath. */
const merge = (upper: readonly string[], lower: readonly string[]): string[] => {
  const width = Math.max(upper.length, lower.length);
  const merged: string[] = [];
  let group = '';
  for (let at = 0; at < width; at++) {
    const top = upper[at] ?? '';
    const bottom = lower[at] ?? '';
    if (top !== '') group = top;
    else if (bottom === '') group = '';
    const left = top !== '' ? top : bottom !== '' ? group : '';
    merged.push(tidy(bottom === '' || bottom === left ? left : `${left}${GROUP_SIGN}${bottom}`));
  }
  return merged;
};
