import { FIELDS } from '#facts';
import { tidy } from './cells.ts';
import { headRows } from './csvRows.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
const KNOWN = new Set(Object.values(FIELDS).flatMap((fields) => fields.map((field) => field.name)));

/** The delimiter that cuts the head of a file into the most regular table. A row that it does not cut at all (a title)
 *  does not count against it; names of canonical fields count for it. */
export const sniffDelimiter = (head: string): string => {
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const rows = headRows(head, delimiter, 50).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
    const widths = new Map<number, number>();
    for (const { cells } of rows) if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    const known = (rows[0]?.cells ?? []).filter((cell) => KNOWN.has(tidy(cell))).length;
    const score = (count / Math.max(1, rows.length)) * Math.min(width, 40) + known;
    if (score > best.score * 1.05) best = { delimiter, score };
  }
  return best.delimiter;
};

/** `sep=;` as a first line, which spreadsheets write and read. */
export const statedDelimiter = (head: string): string | undefined => /^\ufeff?"?sep=(.)"?\r?\n/i.exec(head)?.[1];
