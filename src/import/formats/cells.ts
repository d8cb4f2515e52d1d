/** Questions about one cell or one row, asked alike of CSV and sheets. */

export interface Row {
  /** 1-based line of the file, or row of the sheet, where the record begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Spaces of all kinds (also inside) become one space; the ends are cut. */
export const tidy = (text: string): string => text.replace(/[\s\u00a0\u202f\u2007\u2009\ufeff]+/g, ' ').trim();

export const filledCells = (cells: readonly string[]): number => {
  let filled = 0;
  for (const cell of cells) if (cell.trim() !== '') filled++;
  return filled;
};

const NUMBER = /^[+-]?\d[\d\s\u00a0\u202f]*([.,]\d+)?\s*%?$/;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}([ T].*)?$/;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?$/;

/** Reads as a column's name: has a letter and is no number, date or time. */
export const nameLike = (cell: string): boolean => {
  const text = tidy(cell);
  if (text === '' || text.length > 300) return false;
  if (text === '№' || text === '#') return true;
  return /\p{L}/u.test(text) && !NUMBER.test(text) && !DATE.test(text) && !TIME.test(text);
};

/** A row with «1 2 3 4 …» under the header: the numbering of columns in Russian forms. */
export const numbersColumns = (cells: readonly string[]): boolean => {
  const filled = cells.map(tidy).filter((cell) => cell !== '');
  return filled.length >= 4 && filled.every((cell, index) => Number(cell) === index + 1);
};

const TOTAL = /^(под)?(итог[оа]?|всего|total|grand total|sub-?total)(?![\p{L}\d])/iu;

/** The first filled cell says that the row is a total: «Итого», «Итого по отделу», «Всего:». */
export const isTotal = (cells: readonly string[]): boolean => {
  const first = cells.find((cell) => cell.trim() !== '');
  return first !== undefined && TOTAL.test(tidy(first));
};

/** Hardly anything is filled: a caption, a signature, a remark. */
export const isSparse = (filled: number, width: number): boolean =>
  width >= 3 && filled <= Math.max(1, Math.floor(width * 0.3));

const SIGNATURE =
  /(^|[^\p{L}])(исполнител|исп\.|начальник|руководител|директор|министр|заместител|зам\.|специалист|составил|подготовил|проверил|утвержда|согласован|подпись|м\.\s?п\.|тел\.|телефон|дата (печати|формирования|выгрузки|отчета|отчёта)|отч[её]т (сформирован|составлен)|выгружено|сформировано|примечани|prepared by|signature|generated)|_{3,}/iu;

/** Judged by the first filled cell: in a row of data that is its number or date. */
export const isSignature = (cells: readonly string[]): boolean =>
  SIGNATURE.test(tidy(cells.find((cell) => cell.trim() !== '') ?? ''));

/** May be no data if it stands below the table: hardly filled, or half filled and worded like a signature. */
export const isTail = (cells: readonly string[], width: number): boolean => {
  const filled = filledCells(cells);
  return isSparse(filled, width) || (filled <= Math.max(2, width / 2) && isSignature(cells));
};
