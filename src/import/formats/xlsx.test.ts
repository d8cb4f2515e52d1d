import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import { explainRows } from './explain.ts';
import { stageFile } from './stage.ts';
import type { StagedTable } from './staged.ts';
import { isDateFormat } from './xlsxBook.ts';
import { numberText, serialText } from './xlsxSheet.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
const stage = async (content: Uint8Array) => {
  const path = join(folder, `${++count}.xlsx`);
  await writeFile(path, content);
  return stageFile(path, { tmpDir: folder, name: 'книга.xlsx' });
};
const refusal = async (content: Uint8Array) => {
  try {
    await stage(content);
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0];
    throw error;
  }
  return undefined;
};
const lines = async (table: StagedTable | undefined): Promise<string[]> =>
  (await readFile(table?.csv.path ?? '', 'utf8')).trimEnd().split('\n');

const book = async (fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
};

/** A zip with the parts given; `lie` replaces the sizes that the zip states of itself. */
const zip = (parts: Readonly<Record<string, Buffer>>, lie?: number): Buffer => {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const label = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lie ?? content.length, 18);
    common.writeUInt16LE(label.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, label, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, label]));
    files.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, entries, end]);
};

const minimal = (
  sheet: string,
  more: Readonly<Record<string, Buffer>> = {},
  properties = '',
): Record<string, Buffer> => {
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rels = (body: string) =>
    Buffer.from(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`,
    );
  return {
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': rels(`<Relationship Id="rId1" Type="${rel}/officeDocument" Target="xl/workbook.xml"/>`),
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns="${main}" xmlns:r="${rel}">${properties}<sheets><sheet name="Дела" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': rels(
      `<Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/styles" Target="styles.xml"/>`,
    ),
    'xl/styles.xml': Buffer.from(
      `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(`<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`),
    ...more,
  };
};

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('workbooks', () => {
  it('every visible sheet becomes a table of text: dates local, numbers with a point, results of formulas', async () => {
    const content = await book((workbook) => {
      const sheet = workbook.addWorksheet('Дела');
      sheet.addRow(['id', 'дата', 'время', 'длительность', 'сумма', 'код', 'итог', 'заметка']);
      const row = sheet.addRow([
        1,
        new Date(Date.UTC(2024, 2, 5)),
        new Date(Date.UTC(2024, 2, 5, 9, 7, 11)),
        451 / 86_400,
      ]);
      row.getCell(2).numFmt = 'dd.mm.yyyy';
      row.getCell(3).numFmt = 'dd.mm.yyyy hh:mm';
      row.getCell(4).numFmt = 'h:mm:ss';
      row.getCell(5).value = 0.1 + 0.2;
      row.getCell(6).value = '0005.0005';
      row.getCell(7).value = { formula: 'E2*2', result: 0.6 };
      row.getCell(8).value = '=1+1; "два"\nстроки';
      workbook.addWorksheet('events').addRows([
        ['caseId', 'at'],
        ['1', '2024-03-05T09:00:00Z'],
      ]);
      workbook.addWorksheet('Справочник', { state: 'hidden' }).addRows([
        ['a', 'b'],
        [1, 2],
      ]);
      workbook.addWorksheet('Пусто');
    });
    const staged = await stage(content);
    expect(staged.format).toBe('xlsx');
    expect(staged.tables.map((table) => table.name)).toEqual(['Дела', 'events']);
    expect(staged.notes.map((note) => [note.code, note.got])).toEqual([
      ['note.sheetHidden', 'Справочник'],
      ['note.sheetEmpty', 'Пусто'],
    ]);
    const rows = await explainRows(staged.tables[0] as StagedTable, [0]);
    expect(rows[0]).toEqual({
      index: 0,
      line: 2,
      cells: {
        id: '1',
        дата: '2024-03-05',
        время: '2024-03-05T09:07:11',
        длительность: '00:07:31',
        сумма: '0.3',
        код: '0005.0005',
        итог: '0.6',
        заметка: '=1+1; "два"\nстроки',
      },
    });
    expect(await lines(staged.tables[1])).toEqual(['caseId,at,__line', '1,2024-03-05T09:00:00Z,2']);
  });

  it('titles, a header of two rows with merged cells, totals and a signature', async () => {
    const content = await book((workbook) => {
      const sheet = workbook.addWorksheet('Отчёт');
      sheet.addRow(['Отчёт об оказании услуг']);
      sheet.addRow([]);
      sheet.addRow(['№ дела', 'Услуга', 'Сроки', null, 'Результат']);
      sheet.addRow([null, null, 'план', 'факт', null]);
      for (const range of ['A3:A4', 'B3:B4', 'C3:D3', 'E3:E4']) sheet.mergeCells(range);
      sheet.addRow(['Д-1', 'выписка', '05.03.2024', '04.03.2024', 'выдано']);
      sheet.addRow(['Итого', null, 1]);
      sheet.addRow(['Д-2', 'справка', '06.03.2024']);
      sheet.addRow([]);
      sheet.addRow([null, 'Начальник отдела ____________ Петрова']);
    });
    const table = (await stage(content)).tables[0] as StagedTable;
    expect(table.columns).toEqual(['№ дела', 'Услуга', 'Сроки: план', 'Сроки: факт', 'Результат']);
    expect(table.headerLine).toBe(3);
    expect(table.notes.map((note) => [note.code, note.line])).toEqual([
      ['note.titles', 1],
      ['note.headerMerged', 4],
      ['note.totals', 6],
      ['note.signatures', 9],
    ]);
    expect((await lines(table)).slice(1)).toEqual([
      'Д-1,выписка,05.03.2024,04.03.2024,выдано,5',
      'Д-2,справка,06.03.2024,,,7',
    ]);
  });

  it('counts days from 1904 where the book says so', async () => {
    const sheet = `<row>${inline('id')}${inline('дата')}</row><row>${inline('x')}<c s="1"><v>43894</v></c></row>`;
    const plain = await stage(zip(minimal(sheet)));
    const mac = await stage(zip(minimal(sheet, {}, '<workbookPr date1904="1"/>')));
    expect((await lines(plain.tables[0]))[1]).toBe('x,2020-03-04,2');
    expect((await lines(mac.tables[0]))[1]).toBe('x,2024-03-05,2');
  });
});

describe('bad workbooks are refused', () => {
  it('not a workbook inside', async () => {
    expect(await refusal(zip({ 'readme.txt': Buffer.from('x') }))).toMatchObject({
      code: 'xlsx.broken',
      file: 'книга.xlsx',
    });
  });
  it('cut in the middle', async () => {
    const content = await book((workbook) =>
      workbook.addWorksheet('x').addRows([
        ['a', 'b'],
        [1, 2],
      ]),
    );
    expect(await refusal(content.subarray(0, content.length / 2))).toMatchObject({ code: 'xlsx.broken' });
  });
  it('a sheet that unpacks to a mountain', async () => {
    const parts = minimal('', { 'xl/worksheets/sheet1.xml': Buffer.alloc(80 * 1024 * 1024, 32) });
    expect(await refusal(zip(parts))).toMatchObject({ code: 'xlsx.bomb' });
  });
  it('also when the zip lies about its size', async () => {
    const parts = minimal('', { 'xl/sharedStrings.xml': Buffer.alloc(80 * 1024 * 1024, 32) });
    expect(await refusal(zip(parts, 1000))).toMatchObject({ code: 'xlsx.bomb' });
  });
  it('header only', async () => {
    const content = await book((workbook) => workbook.addWorksheet('x').addRow(['id', 'дата']));
    expect(await refusal(content)).toMatchObject({ code: 'file.headerOnly' });
  });
  it('a column twice names the sheet', async () => {
    const content = await book((workbook) =>
      workbook.addWorksheet('Дела').addRows([
        ['id', 'x', 'x'],
        [1, 2, 3],
      ]),
    );
    expect(await refusal(content)).toMatchObject({
      code: 'header.duplicate',
      file: 'книга.xlsx · Дела',
      line: 1,
      got: 'x',
    });
  });
});

describe('numbers of a sheet', () => {
  it.each([
    [45_356, '2024-03-05'],
    [45_356.38, '2024-03-05T09:07:12'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [0.5, '12:00:00'],
    [1.25, '30:00:00'],
    [2_958_465, '9999-12-31'],
    [-1, '-1'],
  ])('day number %d is %s', (serial, text) => {
    expect(serialText(serial, false)).toBe(text);
  });
  it('are dates only by formats of dates', () => {
    for (const code of ['dd.mm.yyyy', '[$-419]d mmm yyyy;@', 'h:mm:ss', '[h]:mm', 'dd/mm/yyyy\\ hh:mm', 'mm:ss.0'])
      expect(isDateFormat(code), code).toBe(true);
    for (const code of ['General', '0.00', '#,##0 "дней"', '[Red]0', '0.00E+00', '@', '0%'])
      expect(isDateFormat(code), code).toBe(false);
  });
  it('are written in full', () => {
    expect([1e21, 0.1 + 0.2, 12345678901, 1e-7].map(numberText)).toEqual([
      '1000000000000000000000',
      '0.3',
      '12345678901',
      '0.0000001',
    ]);
  });
});
