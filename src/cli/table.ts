export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** A plain text table: columns as wide as their widest cell, two spaces between. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? '')].map(width)),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - width(cell));
        return align === 'right' ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const titles = columns.map(({ title }) => title);
  return [line(titles), line(widths.map((wide) => '─'.repeat(wide))), ...rows.map(line)].join('\n');
}

const width = (text: string): number => [...text].length;

/** One CSV record, RFC 4180. Text that a spreadsheet would take for a formula is defused by an apostrophe. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return cells
    .map((cell) => {
      if (cell === null) return '';
      if (typeof cell === 'number') return String(cell);
      const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
      return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    })
    .join(',');
}

/** A figure for people: at most `digits` decimals, a dash for null. */
export function shown(value: number | null | undefined, lang: 'ru' | 'en', digits = 2): string {
  if (value === null || value === undefined) return '–';
  return value.toLocaleString(lang, { maximumFractionDigits: digits });
}

/** An ISO instant for people: to the minute, in UTC as it stands. */
export const moment = (iso: string | null): string => (iso === null ? '–' : iso.replace(/T(\d\d:\d\d).*Z$/, ' $1Z'));
