import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { type Table, tableCsv, tablesXlsx } from './figureTable.ts';

const table: Table = {
  title: 'Дни: [до] результата?',
  columns: ['Период', 'Значение'],
  rows: [
    ['2024-01', 3.5],
    ['=1+1', null],
    ['a "b", c', -2],
  ],
};

it('writes a CSV that a spreadsheet opens as text and numbers, never as formulas', () => {
  expect(tableCsv(table)).toBe('\uFEFFПериод,Значение\r\n2024-01,3.5\r\n\'=1+1,\r\n"a ""b"", c",-2\r\n');
});

it('writes a workbook whose cells read back, under a name that workbooks allow', async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await tablesXlsx([table, table])) as never);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['1 Дни   до  результата ', '2 Дни   до  результата ']);
  expect(book.worksheets[0]!.getRow(2).values).toEqual([undefined, '2024-01', 3.5]);
  expect(book.worksheets[0]!.getCell('A3').value).toBe("'=1+1");
});
