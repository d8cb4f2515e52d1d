import ExcelJS from 'exceljs';
import { DAY, dayOf } from '../clock.ts';
import type { EventRow } from '../rows.ts';
import type { ExampleCase } from './cases.ts';
import { exampleRandom, faults, first, staffName } from './cases.ts';
import { russianMoment } from './moments.ts';

export const MINISTRY_FAULTS = 12;

/** Two header rows: a group over each column, empty where it goes on. */
const COLUMNS: readonly (readonly [group: string, name: string])[] = [
  ['Заявление', 'ID'],
  ['Заявление', 'канал'],
  ['Заявление', 'услуга'],
  ['Заявление', 'код клиента'],
  ['Исполнение', 'отдел'],
  ['Исполнение', 'ответственный'],
  ['Даты', 'подачи'],
  ['Даты', 'регистрации'],
  ['Даты', 'запроса документов у заявителя'],
  ['Даты', 'приостановки'],
  ['Даты', 'возобновления'],
  ['Даты', 'решения'],
  ['Даты', 'извещения'],
  ['Даты', 'перечисления'],
  ['Сроки', 'план'],
  ['Сроки', 'факт'],
  ['Итог', 'решение'],
  ['Итог', 'основание отказа'],
];
const OUTCOMES: Readonly<Record<string, string>> = {
  granted: 'Предоставлено',
  partly: 'Предоставлено частично',
  refused: 'Отказано',
  returned: 'Возвращено без рассмотрения',
  terminated: 'Прекращено',
  withdrawn: 'Отозвано заявителем',
};
const UNIT_NAMES: readonly ((number: string) => string)[] = [
  (number) => `МСП-${number}`,
  (number) => `МСП-${number}`,
  (number) => `МСП-${number}`,
  (number) => `МСП-${number} `,
  (number) => `Отдел назначений № ${number}`,
];
const EXCEL_EPOCH_DAYS = 25_569;

/** The ministry's register as a sheet: titles, two header rows with merged cells, a column for each date, the total and
 *  a signature below. Text dates, date cells and serial numbers stand side by side, as in life. */
export async function ministryRegister(cases: readonly ExampleCase[]): Promise<Buffer> {
  const random = exampleRandom();
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const sheet = book.addWorksheet('Реестр');
  sheet.addRow(['Министерство социальной поддержки Приозёрской области']);
  sheet.addRow(['Реестр заявлений за апрель – май 2026 года']);
  sheet.addRow([]);
  const groups = sheet.addRow(COLUMNS.map(([group], index) => (group === COLUMNS[index - 1]?.[0] ? null : group)));
  sheet.addRow(COLUMNS.map(([, name]) => name));
  mergeGroups(sheet, groups.number);
  const closed = cases.filter(({ row }) => row.closedAt !== undefined);
  const faulty = new Set([...faults(closed.length, MINISTRY_FAULTS)].map((index) => closed[index]?.row.id));
  for (const { row, events } of cases) {
    const of = (kind: EventRow['kind'], activity?: string) =>
      first(events, (event) => event.kind === kind && (!activity || event.activity === activity))?.at;
    const asked = first(events, ({ kind, asked }) => kind === 'request' && asked === 'client')?.at;
    const closedAt =
      row.closedAt === undefined
        ? undefined
        : faulty.has(row.id)
          ? (row.registeredAt as number) - 40 * DAY
          : row.closedAt;
    sheet.addRow([
      row.id,
      row.channel === 'office' ? 'МФЦ' : 'ЕПГУ',
      row.service,
      row.clientKey,
      random.pick(UNIT_NAMES)((row.unit as string).slice(4)),
      staffName(row.employee, random),
      russianMoment(row.registeredAt as number, random),
      cell(of('register')),
      cell(asked),
      cell(of('suspend')),
      cell(of('resume')),
      cell(of('decide')),
      cell(of('notify', 'Извещение о решении')),
      cell(of('pay')),
      row.dueAt === undefined ? null : Math.floor(dayOf(row.dueAt) + EXCEL_EPOCH_DAYS),
      cell(closedAt),
      row.outcome === undefined ? random.pick(['', '', '—']) : (OUTCOMES[row.outcome] ?? 'Предоставлено'),
      row.refusalGround === undefined
        ? ''
        : row.refusalGround === 'fixable'
          ? 'Неполный комплект документов'
          : 'Нет права на пособие',
    ]);
  }
  for (const column of [8, 9, 10, 11, 12, 13, 14, 16]) sheet.getColumn(column).numFmt = 'dd.mm.yyyy hh:mm';
  sheet.addRow(['Итого', null, cases.length]);
  sheet.addRow([]);
  sheet.addRow(['Начальник управления назначений', null, null, '____________']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Excel knows no zone: the wall clock goes in as if it were UTC. */
const cell = (at: number | undefined): Date | null =>
  at === undefined ? null : new Date(Math.floor(at / 60) * 60_000);

function mergeGroups(sheet: ExcelJS.Worksheet, line: number): void {
  let from = 0;
  for (let index = 1; index <= COLUMNS.length; index++) {
    if (index < COLUMNS.length && COLUMNS[index]?.[0] === COLUMNS[from]?.[0]) continue;
    if (index - from > 1) sheet.mergeCells(line, from + 1, line, index);
    from = index;
  }
}
