import type { EditionView } from '../../client/types.ts';

const COLUMNS = ['indicator', 'name', 'owner', 'metric', 'spec', 'unit', 'state', 'value', 'n', 'target'] as const;

/** All that was published of each figure, as a file that needs no server: an edition never changes. */
export function csvAddress({ closed, edition }: EditionView): string {
  const head = ['period', 'edition', 'modelVersion', ...COLUMNS];
  const more = ['low', 'high', 'numerator', 'denominator', 'coverage', 'scope'];
  const rows = closed.figures.map((figure) => [
    closed.period,
    edition,
    closed.modelVersion,
    ...COLUMNS.map((column) => figure[column]),
    figure.interval?.[0] ?? null,
    figure.interval?.[1] ?? null,
    figure.numerator,
    figure.denominator,
    figure.coverage,
    scopeText(figure.scope),
  ]);
  const text = [[...head, ...more], ...rows].map((cells) => cells.map(cellOf).join(',')).join('\r\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${text}\r\n`)}`;
}

const scopeText = (scope: EditionView['closed']['figures'][number]['scope']): string =>
  Object.entries(scope)
    .map(([field, values]) => `${field}=${[values].flat().join('|')}`)
    .join('; ');

/** Text that a spreadsheet would take for a formula is defused. */
const cellOf = (cell: string | number | null): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
