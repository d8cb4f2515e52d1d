import type { FigureView, IndicatorView } from '#acts';
import { say } from '#words';
import { printable } from './typeset.ts';

type Lang = 'ru' | 'en';
export type Cell = string | number | null;
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const COLUMNS = [
  'period',
  'scope',
  'value',
  'unit',
  'low',
  'high',
  'n',
  'numerator',
  'denominator',
  'leftOut',
  'coverage',
  'state',
  'rules',
  'spec',
] as const;

/** Figures of an indicator as tables for people: its own past, then its groups by name. */
export function indicatorTables(view: IndicatorView, lang: Lang): readonly Table[] {
  const title = view.name[lang];
  const marks = new Map(view.chart.points.map((point) => [point.period, point.rules]));
  const columns = COLUMNS.map((name) => say(lang, `paper.column.${name}`));
  const row = (figure: FigureView, field: string | null): readonly Cell[] => {
    const rules = field === null ? (marks.get(figure.period) ?? []) : [];
    return [
      figure.period,
      scopeText(figure, field),
      figure.value,
      figure.unit,
      figure.interval?.[0] ?? null,
      figure.interval?.[1] ?? null,
      figure.n,
      figure.numerator,
      figure.denominator,
      Object.entries(figure.leftOut)
        .map(([reason, rows]) => `${say(lang, `paper.reason.${reason}`)}: ${rows}`)
        .join('; '),
      figure.coverage,
      say(lang, `paper.state.${figure.state}`),
      rules.map((rule) => say(lang, `judge.rule.${rule}`)).join('; '),
      figure.spec,
    ];
  };
  const own = { title, columns, rows: view.series.map((figure) => row(figure, null)) };
  const groups = view.breakdowns.map(({ field, figures }) => ({
    title: say(lang, `paper.by.${field}`),
    columns,
    rows: figures.map((figure) => row(figure, field)),
  }));
  return [own, ...groups];
}

function scopeText(figure: FigureView, field: string | null): string {
  const entries = Object.entries(figure.scope).filter(
    ([name]) => field === null || name === field || name in figure.scope,
  );
  return entries.map(([name, value]) => `${name}=${value ?? '∅'}`).join(' ');
}

/** CSV for people: UTF-8 with a mark that spreadsheets look for; text that would be taken for a formula is defused. */
export function tableCsv({ columns, rows }: Table): string {
  return `\uFEFF${[columns, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = defused(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const defused = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A workbook with a sheet for each table; header rows stay in sight. Sheets are numbered unless their titles are known
 *  to differ. */
export async function tablesXlsx(
  tables: readonly Table[],
  { numbered = true }: { readonly numbered?: boolean } = {},
): Promise<Buffer> {
  // Loaded where a workbook is made: every command of the shell would wait for it.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  tables.forEach(({ title, columns, rows }, index) => {
    const name = sheetName(numbered ? `${index + 1} ${title}` : title);
    const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.addRow([...columns]).font = { bold: true };
    for (const cells of rows)
      sheet.addRow(cells.map((cell) => (typeof cell === 'string' ? defused(printable(cell)) : cell)));
    sheet.columns.forEach((column, i) => {
      column.width = Math.min(40, Math.max(10, columns[i]!.length + 2));
    });
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** At most 31 characters without those that a workbook refuses. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
