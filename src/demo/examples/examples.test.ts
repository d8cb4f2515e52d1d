import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoInMemory } from '../memory.ts';
import { exampleCases } from './cases.ts';
import { CENTRE_FAULTS } from './centre.ts';
import { toCp1251 } from './cp1251.ts';
import { EXCHANGE_FAULTS } from './exchange.ts';
import { MINISTRY_FAULTS } from './ministry.ts';
import { EXAMPLE_FILES, writeExamples } from './write.ts';

const COMMITTED = new URL('../../../examples/', import.meta.url).pathname;
const MAX_ROWS = 300;

async function cells(file: string): Promise<unknown[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const rows: unknown[] = [];
  book.worksheets[0]?.eachRow({ includeEmpty: true }, (row) => rows.push(JSON.parse(JSON.stringify(row.values))));
  return rows;
}

describe('the example files', () => {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'examples-'));
    await writeExamples(dir);
  });
  afterAll(() => rm(dir, { recursive: true }));

  it('the committed ones are what the demo makes', async () => {
    for (const name of [EXAMPLE_FILES.centre, EXAMPLE_FILES.exchange, EXAMPLE_FILES.service]) {
      expect((await readFile(path.join(COMMITTED, name))).equals(await readFile(path.join(dir, name))), name).toBe(
        true,
      );
    }
    const name = EXAMPLE_FILES.ministry;
    expect(await cells(path.join(COMMITTED, name))).toEqual(await cells(path.join(dir, name)));
  });

  it('41 rows are faulty, in files of at most 300 rows', async () => {
    const centre = new TextDecoder('windows-1251').decode(await readFile(path.join(dir, EXAMPLE_FILES.centre)));
    const log = await readFile(path.join(dir, EXAMPLE_FILES.exchange), 'utf8');
    const register = (await cells(path.join(dir, EXAMPLE_FILES.ministry))) as (string | number | null)[][];
    expect(centre.match(/;31\.04\.\d{4};/g)).toHaveLength(CENTRE_FAULTS);
    expect(log.match(/ 25:\d\d:\d\d;/g)).toHaveLength(EXCHANGE_FAULTS);
    const isEarly = (row: readonly (string | number | null)[]) =>
      typeof row[16] === 'string' && typeof row[8] === 'string' && row[16] < row[8] && /T/.test(row[16]);
    expect(register.filter((row) => Array.isArray(row) && isEarly(row))).toHaveLength(MINISTRY_FAULTS);
    expect(CENTRE_FAULTS + MINISTRY_FAULTS + EXCHANGE_FAULTS).toBe(41);
    expect(centre.split('\r\n').length).toBeLessThan(MAX_ROWS);
    expect(log.split('\n').length).toBeLessThan(MAX_ROWS);
    expect(register.length).toBeLessThan(MAX_ROWS);
  });

  it('a case of the centre and of the log is in the register', async () => {
    const known = new Set(
      (await cells(path.join(dir, EXAMPLE_FILES.ministry))).map((row) => (row as unknown[] | null)?.[1]),
    );
    const centre = new TextDecoder('windows-1251').decode(await readFile(path.join(dir, EXAMPLE_FILES.centre)));
    const log = await readFile(path.join(dir, EXAMPLE_FILES.exchange), 'utf8');
    const ids = `${centre}${log}`.match(/П-\d{7}/g) ?? [];
    expect(ids.length).toBeGreaterThan(200);
    for (const id of ids) expect(known.has(id), id).toBe(true);
  });

  it('no number is one of the demo: an import over it corrects nothing there', () => {
    const demo = demoInMemory(560, 21, '2026-06-10', 2).cases.map(({ row }) => row);
    const taken = new Set(demo.flatMap(({ id, clientKey }) => [id, clientKey]));
    for (const { row } of exampleCases()) expect([taken.has(row.id), taken.has(row.clientKey)]).toEqual([false, false]);
  });

  it('Windows-1251 is read back as it was written', () => {
    const text = 'Ёж № 5 «объект» — 1\u00a0234,50; Щука ъ';
    expect(new TextDecoder('windows-1251').decode(toCp1251(text))).toBe(text);
  });
});
