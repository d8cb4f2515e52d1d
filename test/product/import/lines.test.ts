import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { book } from './books.ts';
import { type Bench, cp1251, type Files, openBench } from './kit.ts';

// The line in a refusal is the one that a person finds in the file: of a CSV the physical line where the record begins,
// of a workbook the row of the sheet. A row that gives several facts is one row of the file.

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});
afterAll(() => bench.close());

const places = async (files: Files, more = {}) =>
  (await bench.take(files, more)).refusals.map(({ file, line, field, got }) => [file, line, field, got]);

const header = 'id,registeredAt,x:note';

describe('lines of refusals', () => {
  it('of a CSV with quoted line breaks, blank lines and CR LF', async () => {
    const rows = ['c1,2026-01-01,"a\nb\nc"', 'c2,2026-02-31,"a\nb"', '', 'c3,later,'];
    const expected = [
      ['cases.csv', 5, 'registeredAt', '2026-02-31'],
      ['cases.csv', 8, 'registeredAt', 'later'],
    ];
    expect(await places({ 'cases.csv': `${[header, ...rows].join('\n')}\n` })).toEqual(expected);
    expect(await places({ 'cases.csv': [header, ...rows].join('\n').replaceAll('\n', '\r\n') })).toEqual(expected);
  });

  it('of a file in CP1251, with `sep=` before the header and no line break at the end', async () => {
    const text = 'sep=;\nid;registeredAt;service\nД-1;2026-01-01;Пособие\nД-2;2026-04-31;Пособие';
    expect(await places({ 'cases.csv': cp1251(text) })).toEqual([['cases.csv', 4, 'registeredAt', '2026-04-31']]);
  });

  it('of a workbook: rows of its sheets, whatever stands above', async () => {
    const workbook = await book({
      cases: [
        ['id', 'registeredAt'],
        ['c1', '2026-01-01'],
        ['c2', '2026-01-32'],
      ],
      events: [
        ['caseId', 'at', 'items'],
        ['c1', '2026-01-01', 1],
        [null, null, null],
        ['c1', '2026-01-01', -1],
      ],
    });
    expect(await places({ 'книга.xlsx': workbook })).toEqual([
      ['книга.xlsx', 3, 'registeredAt', '2026-01-32'],
      ['книга.xlsx', 4, 'items', '-1'],
    ]);
  });

  it('of a table under titles and a total, in a workbook', async () => {
    const workbook = await book({
      Лист1: [
        ['Реестр заявлений за март'],
        [],
        ['Номер заявления', 'Услуга', 'Дата регистрации', 'Дата решения', 'Дата закрытия'],
        ['А-1', 'Пособие', '01.03.2026', '05.03.2026', '06.03.2026'],
        ['А-2', 'Пособие', '02.03.2026', '35.03.2026', '07.03.2026'],
        ['А-3', 'Пособие', '03.03.2026', '07.03.2026', '08.03.2026'],
        ['А-4', 'Пособие', '04.03.2026', '08.03.2026', '01.03.2026'],
        ['Итого', null, null, null, 4],
      ],
    });
    expect(await places({ 'реестр.xlsx': workbook })).toEqual([
      ['реестр.xlsx', 5, 'Дата решения', '35.03.2026'],
      ['реестр.xlsx', 7, 'Дата закрытия', '01.03.2026'],
    ]);
  });

  it('of several canonical files in one import, in the order of the files', async () => {
    const files = {
      'events.csv': 'caseId,at,kind\nc1,2026-01-02,register\nc1,2026-01-02,nothing\nc7,2026-01-02,register\n',
      'cases.csv': 'id,registeredAt\nc0,2026-01-01\nc1,2026-01-01\nc2,2026-00-01\n',
      'readings.csv': 'instrument,at,value\ni,2026-01-01,x\n',
    };
    expect(await places(files)).toEqual([
      ['events.csv', 3, 'kind', 'nothing'],
      ['events.csv', 4, 'caseId', 'c7'],
      ['cases.csv', 4, 'registeredAt', '2026-00-01'],
      ['readings.csv', 2, 'value', 'x'],
    ]);
  });

  it('of two files of one kind', async () => {
    const one = { 'cases.csv': 'id,registeredAt\na1,2026-01-01\na2,2026-01-41\n' };
    const paths = [...bench.put(one), ...bench.put({ 'cases.csv': 'id,registeredAt\nb1,2026-01-51\n' })];
    const report = await bench.takePaths(paths);
    expect(report.refusals.map(({ line, got }) => [line, got])).toEqual([
      [2, '2026-01-51'],
      [3, '2026-01-41'],
    ]);
  });
});

describe('a wide row that gives several events', () => {
  const columns = 'Номер заявления;Услуга;Дата регистрации;Дата направления запроса;Дата решения;Дата закрытия';
  const row = (i: number, asked = '15.03.2026', closed = '25.03.2026') =>
    `А-${i};Пособие;0${i}.03.2026;${asked};20.03.2026;${closed}`;
  const wide = (...rows: readonly string[]): Files => ({
    'Заявления.csv': cp1251(`${[columns, ...rows].join('\n')}\n`),
  });

  it('is one row in the report, however many of its cells are wrong', async () => {
    const report = await bench.take(wide(row(1), row(2, '31.04.2026', '45.03.2026'), row(3)));
    expect(report.files).toEqual([{ file: 'Заявления.csv', fact: null, rowsRead: 3, taken: 2, refused: 1 }]);
    expect(report.refusals.map(({ line, field, got }) => [line, field, got])).toEqual(
      expect.arrayContaining([
        [3, 'Дата направления запроса', '31.04.2026'],
        [3, 'Дата закрытия', '45.03.2026'],
      ]),
    );
  });

  it('is refused as a whole: no case without its events, no events without their case', async () => {
    const own = await openBench();
    try {
      const files = wide(row(1), row(2, '31.04.2026'), row(3, '15.03.2026', '01.01.2026'), row(4));
      expect(await own.take(files, { allowRefused: 0.4 })).toMatchObject({ result: 'refused', batch: null });
      const report = await own.take(files, { allowRefused: 0.5 });
      expect(report).toMatchObject({ result: 'taken', cases: 2, events: 8 });
      const { 'cases.csv': cases = '', 'events.csv': events = '' } = await own.exported();
      for (const text of [cases, events]) expect([...new Set(text.match(/А-\d/g))]).toEqual(['А-1', 'А-4']);
    } finally {
      await own.close();
    }
  });

  it('events of a refused canonical case are left out with it, and that is said', async () => {
    const own = await openBench();
    try {
      const report = await own.take(
        {
          'cases.csv': 'id,registeredAt,closedAt\nc1,2026-01-02,2026-01-01\nc2,2026-01-02,2026-01-05\n',
          'events.csv': 'caseId,at,kind\nc1,2026-01-02,register\nc1,2026-01-03,decide\nc2,2026-01-02,register\n',
        },
        { allowRefused: 0.2 },
      );
      expect(report).toMatchObject({ result: 'taken', cases: 1, events: 1 });
      expect(report.files.map(({ rowsRead, taken, refused }) => [rowsRead, taken, refused])).toEqual([
        [2, 1, 1],
        [3, 1, 0],
      ]);
      expect(report.notes.map(({ ru }) => ru)).toContain('Вместе с отклонёнными делами не загружены их события: 2.');
      expect((await own.exported())['events.csv']).not.toContain('c1');
    } finally {
      await own.close();
    }
  });
});
