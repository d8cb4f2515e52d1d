import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import { explainRows, sampleRows } from './explain.ts';
import { stageFile } from './stage.ts';
import type { StagedTable, StageOptions } from './staged.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stage-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
const stage = async (content: string | Uint8Array, options: Partial<StageOptions> & { name?: string } = {}) => {
  const path = join(folder, `${++count}-${options.name ?? 'file.csv'}`);
  await writeFile(path, content);
  return stageFile(path, { tmpDir: folder, name: 'дела.csv', ...options });
};
const table = async (content: string | Uint8Array, options?: Partial<StageOptions>): Promise<StagedTable> =>
  (await stage(content, options)).tables[0] as StagedTable;
const refusal = async (content: string | Uint8Array, options?: Partial<StageOptions>) => {
  try {
    await stage(content, options);
  } catch (error) {
    if (error instanceof Refused) return error.refusals[0];
    throw error;
  }
  return undefined;
};
const staged = async (one: StagedTable): Promise<string[]> =>
  (await readFile(one.csv.path, 'utf8')).replace(/\n$/, '').split('\n');
const cp1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) as number;
      if (code < 0x80) return code;
      if (sign === 'ё') return 0xb8;
      if (sign === '«') return 0xab;
      if (sign === '»') return 0xbb;
      if (sign === '№') return 0xb9;
      return code - 0x410 + 0xc0;
    }),
  );

describe('a clean file', () => {
  it('is read where it lies', async () => {
    const one = await table('id;услуга\n1;выписка\n2;справка\n');
    expect(one.csv.path).toMatch(/file\.csv$/);
    expect(one).toMatchObject({
      name: 'дела',
      columns: ['id', 'услуга'],
      csv: { delimiter: ';', headerLines: 1 },
      headerLine: 1,
      lineOf: { by: 'first', line: 2 },
      rows: 2,
      notes: [],
      refusedRows: 0,
    });
  });

  it.each([
    [';', 'a;b,c;d\n1;2,5;3\n'],
    [',', 'a,b,c\n1,2,3\n'],
    ['\t', 'a\tb\tc\n1\t2,5\t3\n'],
    ['|', 'a|b|c\n1|2;5|3\n'],
  ])('tells the delimiter %j', async (delimiter, content) => {
    const one = await table(content);
    expect(one.csv.delimiter).toBe(delimiter);
    expect(one.columns).toHaveLength(3);
  });

  it('takes decimal commas for no delimiter', async () => {
    const one = await table('дело;сумма;доля\n1;1 234,50;0,5\n2;3,10;1,5\n');
    expect(one.csv.delimiter).toBe(';');
  });

  it('knows the byte order mark and CR LF', async () => {
    const one = await table('\ufeffid;b\r\n1;x\r\n2;y\r\n');
    expect(one.columns).toEqual(['id', 'b']);
    expect(one.rows).toBe(2);
    expect(one.csv.path).toMatch(/file\.csv$/);
  });

  it('follows sep= on the first line', async () => {
    const one = await table('sep=|\nid|b;c\n1|x;y\n');
    expect(one.columns).toEqual(['id', 'b;c']);
    expect(one.csv).toMatchObject({ delimiter: '|', headerLines: 2 });
    expect(one.headerLine).toBe(2);
    expect(one.notes[0]?.code).toBe('note.sep');
    expect((await explainRows(one, [0]))[0]).toEqual({ index: 0, line: 3, cells: { id: '1', 'b;c': 'x;y' } });
  });

  it('keeps line breaks inside quotes and still finds lines', async () => {
    const one = await table('id;текст;x\n1;"первая\r\nвторая";a\n2;"с ""кавычками"" внутри";b\n3;ООО "Ромашка";c\n');
    expect(one.rows).toBe(3);
    expect(one.lineOf).toEqual({ by: 'reread' });
    const rows = await explainRows(one, [0, 1, 2]);
    expect(rows.map((row) => row.line)).toEqual([2, 4, 5]);
    expect(rows.map((row) => row.cells.текст)).toEqual(['первая\r\nвторая', 'с "кавычками" внутри', 'ООО "Ромашка"']);
  });

  it('treats formula-like cells as data', async () => {
    const one = await table('id,x:заметка\n=1+1,"=HYPERLINK(""x"")"\n+7,-3\n');
    expect((await sampleRows(one))[0]).toEqual(['=1+1', '=HYPERLINK("x")']);
  });

  it('explains a far row by its line', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${at};x${at}`);
    const one = await table(`id;b\n${lines.join('\n')}`);
    expect(one.rows).toBe(5000);
    expect(await explainRows(one, [4999, 3])).toEqual([
      { index: 3, line: 5, cells: { id: '3', b: 'x3' } },
      { index: 4999, line: 5001, cells: { id: '4999', b: 'x4999' } },
    ]);
  });
});

describe('encodings', () => {
  const text = '№;услуга;ведомство\n1;выписка;«МФЦ»\n2;справка;архив\n3;ещё;суд\n';
  it('CP1251 is told, rewritten and said', async () => {
    const one = await stage(cp1251(text));
    expect(one.encoding).toBe('windows-1251');
    const only = one.tables[0] as StagedTable;
    expect(only.columns).toEqual(['№', 'услуга', 'ведомство']);
    expect(await staged(only)).toContain('1;выписка;«МФЦ»');
    expect(only.notes[0]).toMatchObject({ code: 'note.encoding', with: { encoding: 'windows-1251' } });
    expect(only.lineOf).toEqual({ by: 'first', line: 2 });
  });

  it('CP1251 that begins far below is told too', async () => {
    const ascii = Array.from({ length: 200_000 }, (_, at) => `${at};x\n`).join('');
    const one = await stage(Buffer.concat([Buffer.from(`id;b\n${ascii}`), cp1251('9;выписка из реестра\n')]));
    expect(one.encoding).toBe('windows-1251');
    expect(one.tables[0]?.rows).toBe(200_001);
  });

  it('UTF-16 with its mark is read', async () => {
    const one = await table(Buffer.from('\ufeffid\tуслуга\r\n1\tвыписка\r\n', 'utf16le'));
    expect(one.columns).toEqual(['id', 'услуга']);
    expect(await staged(one)).toContain('1\tвыписка\r');
  });

  it('CP866 is taken when it is stated', async () => {
    const one = await table(Buffer.from([0x69, 0x64, 0x3b, 0x62, 0x0a, 0x31, 0x3b, 0x8f, 0xe0, 0xa8, 0x0a]), {
      encoding: 'ibm866',
    });
    expect(await staged(one)).toContain('1;При');
  });

  it.each([
    ['CP1251 after UTF-8', Buffer.concat([Buffer.from('id;услуга\n1;выписка\n'), cp1251('2;справка\n')]), 3],
    ['UTF-8 after CP1251', Buffer.concat([cp1251('id;услуга\n1;выписка\n'), Buffer.from('2;справка\n')]), 3],
  ])('mixed: %s is refused with its line', async (_, content, line) => {
    expect(await refusal(content)).toMatchObject({
      code: 'file.mixedEncoding',
      file: 'дела.csv',
      line,
      got: '2;справка',
    });
  });

  it('bytes of no known encoding are refused', async () => {
    const content = Buffer.concat([
      Buffer.from('id;b\n1;'),
      Buffer.from([0x8f, 0xe0, 0xa8, 0xa2, 0xa5, 0xe2]),
      Buffer.from('\n'),
    ]);
    expect(await refusal(content)).toMatchObject({ code: 'file.encoding', line: 2 });
  });
});

describe('bad files are refused with a place', () => {
  it.each([
    ['nothing', '', { code: 'file.empty' }],
    ['blanks only', '\ufeff \n\n', { code: 'file.empty' }],
    ['a header only', 'id;услуга\n', { code: 'file.headerOnly', line: 1 }],
    ['a header and blank rows', 'id;услуга\n;\n\n', { code: 'file.headerOnly', line: 1 }],
    ['NUL', 'id;b\n1;x\n2;\0\n', { code: 'file.nul', line: 3 }],
    ['an unclosed quote', 'id;b\n1;"x\n2;y\n', { code: 'file.unclosedQuote', line: 2 }],
    ['an unclosed quote before others', 'id;b\n1;"x\n2;"y";z\n', { code: 'file.unclosedQuote', line: 2 }],
    ['a stray quote', 'id;b\n1;"x"y\n', { code: 'file.strayQuote', line: 2 }],
    ['a column twice', 'id;Статус;статус\n1;x;y\n', { code: 'header.duplicate', line: 1, got: 'статус' }],
    ['a nameless column with values', 'id;;b\n1;x;y\n', { code: 'header.missing', line: 1, with: { position: 2 } }],
    ['no header', '1;2024-01-01;5\n2;2024-01-02;6\n', { code: 'header.missing', line: 1 }],
    ['old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), { code: 'xls.old' }],
    ['html as xls', '<html><body><table><tr><td>1</td></tr></table>', { code: 'xls.html' }],
    ['html with a doctype', '\ufeff <!DOCTYPE html><html></html>', { code: 'xls.html' }],
  ])('%s', async (_, content, expected) => {
    expect(await refusal(content)).toMatchObject({ file: 'дела.csv', ...expected });
  });

  it('a line of 10 MB', async () => {
    const content = `id;b\n1;x\n2;${'y'.repeat(10 * 1024 * 1024)}\n3;z\n`;
    expect(await refusal(content)).toMatchObject({ code: 'file.lineTooLong', line: 3 });
  });

  it('a quote that swallows the rest of a long file', async () => {
    const rest = Array.from({ length: 1000 }, (_, at) => `${at};y\n`).join('');
    expect(await refusal(`id;b\n1;"x\n${rest}`, { limits: { lineBytes: 2000 } })).toMatchObject({
      code: 'file.unclosedQuote',
      line: 2,
    });
  });

  it('a missing file', async () => {
    await expect(stageFile(join(folder, 'none.csv'), { tmpDir: folder })).rejects.toThrow('file.missing');
  });

  it('rows of a wrong width are refused one by one and the rest is kept', async () => {
    const one = await table('id;b;c\n1;x;y\n2;x\n3;x;y;z\n4;x;y;\n');
    expect(one.refused).toMatchObject([
      { code: 'row.columns', line: 3, got: '2 | x', with: { expected: 3, found: 2 } },
      { code: 'row.columns', line: 4, with: { expected: 3, found: 4 } },
    ]);
    expect(one.refusedRows).toBe(2);
    expect(await staged(one)).toEqual(['id,b,c,__line', '1,x,y,2', '4,x,y,5']);
  });

  it('an abort ends the reading', async () => {
    await expect(stage('id;b\n1;x\n', { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('tables made for people', () => {
  it('titles above, totals between, a signature below are recognised and said', async () => {
    const one = await table(
      [
        'Отчёт о рассмотрении обращений;;;;',
        'за I квартал 2024 года;;;;',
        ';;;;',
        '№ п/п;Рег. №;Дата рег.;Исполнитель;Результат',
        '1;2;3;4;5',
        '1;01-12/345-ОГ;05.03.2024;Отдел 1;разъяснено',
        '2;01-12/346-ОГ;06.03.2024;Отдел 1;разъяснено',
        'Итого по отделу;;2;;',
        '3;01-12/347-ОГ;07.03.2024;Отдел 2;поддержано',
        'ВСЕГО: 3;;;;',
        ';;;;',
        'Начальник отдела;;;Петрова А. А.;',
      ].join('\r\n'),
    );
    expect(one.columns).toEqual(['№ п/п', 'Рег. №', 'Дата рег.', 'Исполнитель', 'Результат']);
    expect(one.headerLine).toBe(4);
    expect(one.notes).toMatchObject([
      { code: 'note.titles', line: 1, with: { count: 2 } },
      { code: 'note.columnNumbers', line: 5 },
      { code: 'note.totals', line: 8, with: { count: 2, lines: '8, 10' } },
      { code: 'note.signatures', line: 12, with: { count: 1 } },
    ]);
    expect(one.rows).toBe(3);
    expect((await explainRows(one, [2]))[0]).toMatchObject({ line: 9, cells: { 'Рег. №': '01-12/347-ОГ' } });
  });

  it('two header rows become one', async () => {
    const one = await table(
      '№ дела;Услуга;Сроки;;Итог\n;;план;факт;\n1;выписка;01.02.2024;02.02.2024;выдано\n2;справка;01.02.2024;;\n',
    );
    expect(one.columns).toEqual(['№ дела', 'Услуга', 'Сроки: план', 'Сроки: факт', 'Итог']);
    expect(one.notes[0]).toMatchObject({ code: 'note.headerMerged', line: 2 });
    expect(one.rows).toBe(2);
    expect(one.lineOf).toEqual({ by: 'first', line: 3 });
  });

  it('names of groups above a full header are no title', async () => {
    const one = await table(
      'Реестр;;;;;\nДело;;Даты;;Сроки;\nID;услуга;подачи;решения;план;факт\n1;выписка;01.02.2024;;03.02.2024;\n',
    );
    expect(one.columns).toEqual([
      'Дело: ID',
      'Дело: услуга',
      'Даты: подачи',
      'Даты: решения',
      'Сроки: план',
      'Сроки: факт',
    ]);
    expect(one.notes).toMatchObject([
      { code: 'note.titles', with: { count: 1 } },
      { code: 'note.headerMerged', line: 3 },
    ]);
    expect(one.headerLine).toBe(2);
  });

  it('a line of prose above the header and a signature of one cell need no delimiters', async () => {
    const one = await table('Реестр дел\n\nid;дата;статус\n1;05.03.2024;принято\n\nИсп. Иванова И.И., тел. 22-33\n');
    expect(one.columns).toEqual(['id', 'дата', 'статус']);
    expect(one.rows).toBe(1);
    expect(one.notes.map((note) => note.code)).toEqual(['note.titles', 'note.signatures']);
  });

  it('a header that comes again on each page is dropped', async () => {
    const one = await table('id;дата\n1;05.03.2024\nid;дата\n2;06.03.2024\n');
    expect(one.rows).toBe(2);
    expect(one.notes).toMatchObject([{ code: 'note.headerRepeated', line: 3 }]);
  });

  it('a trailing delimiter on every line is no column', async () => {
    const one = await table('id;дата;\n1;05.03.2024;\n2;06.03.2024;\n');
    expect(one.columns).toEqual(['id', 'дата']);
    expect(one.rows).toBe(2);
    expect(one.refusedRows).toBe(0);
  });

  it('canonical files are verbatim: a unit named «Итого» is a unit', async () => {
    const one = await table('id,kind,name\nИтого,unit,Отдел итогов\nx,unit,\n');
    expect(one.rows).toBe(2);
    expect(one.notes).toEqual([]);
    expect(one.csv.path).toMatch(/file\.csv$/);
  });
});
