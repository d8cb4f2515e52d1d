import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportReport, type WordedRefusal, worded } from '#acts';
import { Refused } from '#facts';
import { bombBook, book } from './books.ts';
import { type Bench, cp1251, type Files, openBench } from './kit.ts';

// Whatever is wrong with a file, the person reads what and where and how to mend it, in both languages, and the facts
// stay as they were. Cases are those of issue 5 and of facts.md § 1, "Refused rows".

let bench: Bench;
let before: unknown;
beforeAll(async () => {
  bench = await openBench();
  await bench.take({
    'cases.csv': 'id,registeredAt,closedAt\nbase,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z\n',
    'events.csv': 'caseId,at,kind\nbase,2026-01-01T10:00:00Z,submit\nbase,2026-01-02T10:00:00Z,register\n',
  });
  before = await bench.state();
});
afterAll(() => bench.close());

type Place = Partial<Pick<WordedRefusal, 'code' | 'file' | 'line' | 'field' | 'got'>>;

/** What the person is told, whether the act reports it or refuses outright. */
async function told(files: Files, more = {}): Promise<readonly WordedRefusal[]> {
  try {
    const report: ImportReport = await bench.take(files, more);
    expect(report).toMatchObject({ result: 'refused', batch: null, more: 0 });
    expect(report.files.reduce((sum, file) => sum + file.refused, 0)).toBeGreaterThan(0);
    return report.refusals;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(worded);
  }
}

async function refuses(files: Files, expected: readonly Place[], more = {}): Promise<void> {
  const refusals = await told(files, more);
  expect(refusals.map(({ code, file, line, field, got }) => ({ code, file, line, field, got }))).toEqual(
    expected.map((place) => expect.objectContaining(place)),
  );
  for (const { code, reason, remedy } of refusals) {
    for (const sentence of [reason.ru, remedy.ru]) expect(sentence).toMatch(/[а-яё]{3}/i);
    for (const sentence of [reason.en, remedy.en]) expect(sentence).toMatch(/[a-z]{3}/i);
    for (const sentence of [reason.ru, reason.en, remedy.ru, remedy.en]) {
      expect(sentence).not.toContain(code);
      // No parameter left open, none left empty.
      expect(sentence).not.toMatch(/[{}]|«»|“”|«undefined»|null|: \.|\s\.|\.[»”]\./);
    }
  }
  expect(await bench.state()).toEqual(before);
}

const CASES = 'id,registeredAt,closedAt';
const EVENTS = 'caseId,at,kind';
const GOOD = 'c1,2026-02-01T10:00:00Z,2026-02-03T10:00:00Z';
const csv = (header: string, ...rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
const cases = (...rows: readonly string[]): Files => ({ 'cases.csv': csv(CASES, GOOD, ...rows) });

const LOG =
  '<log><trace><string key="concept:name" value="t1"/><event><string key="concept:name" value="подача"/>' +
  '<date key="time:timestamp" value="2026-02-01T10:00:00Z"/></event></trace>';

describe('the file as a whole', () => {
  it('wrong encoding: neither UTF-8 nor CP1251', () =>
    refuses(
      {
        'cases.csv': Buffer.concat([
          Buffer.from('id,registeredAt,service\nc1,2026-02-01,'),
          // «Пособие» in CP866.
          Buffer.from([0x8f, 0xae, 0xe1, 0xae, 0xa1, 0xa8, 0xa5]),
          Buffer.from('\n'),
        ]),
      },
      [{ code: 'file.encoding', file: 'cases.csv', line: 2 }],
    ));
  it('mixed encoding: a line in CP1251 among lines in UTF-8', () =>
    refuses(
      {
        'cases.csv': Buffer.concat([
          Buffer.from('id,registeredAt,service\nc1,2026-02-01,Пособие\n'),
          cp1251('c2,2026-02-01,Выплата\n'),
        ]),
      },
      [{ code: 'file.mixedEncoding', file: 'cases.csv', line: 3, got: 'c2,2026-02-01,Выплата' }],
    ));
  it('unclosed quote: the line where it opens', () =>
    refuses(cases('c2,"2026-02-01T10:00:00Z,', 'c3,2026-02-01T10:00:00Z,'), [
      { code: 'file.unclosedQuote', file: 'cases.csv', line: 3 },
    ]));
  it('text after a closing quote', () =>
    refuses(cases('c2,"2026-02-01"T10:00:00Z,'), [{ code: 'file.strayQuote', file: 'cases.csv', line: 3 }]));
  it('NUL bytes', () => refuses(cases('c2,2026-02\0-01,'), [{ code: 'file.nul', file: 'cases.csv', line: 3 }]));
  it('a line of 10 MB', () =>
    refuses(cases(`c2,${'1'.repeat(10 * 1024 * 1024 + 1)},`), [
      { code: 'file.lineTooLong', file: 'cases.csv', line: 3 },
    ]));
  it('an empty file, and one of blanks', async () => {
    await refuses({ 'cases.csv': '' }, [{ code: 'file.empty', file: 'cases.csv' }]);
    await refuses({ 'cases.csv': ' \n\n' }, [{ code: 'file.empty', file: 'cases.csv' }]);
  });
  it('header only, also beside a file with rows', async () => {
    await refuses({ 'cases.csv': csv(CASES) }, [{ code: 'file.headerOnly', file: 'cases.csv', line: 1 }]);
    await refuses({ ...cases(), 'events.csv': csv(EVENTS) }, [
      { code: 'file.headerOnly', file: 'events.csv', line: 1 },
    ]);
  });
  it('a gzip bomb', () =>
    refuses({ 'cases.csv.gz': gzipSync(Buffer.alloc(80 * 1024 * 1024, 'c1,2026-02-01,\n')) }, [
      { code: 'gzip.bomb', file: 'cases.csv.gz' },
    ]));
  it('a cut archive', () =>
    refuses({ 'cases.csv.gz': gzipSync(Buffer.from(csv(CASES, GOOD))).subarray(0, 40) }, [
      { code: 'gzip.broken', file: 'cases.csv.gz' },
    ]));
  it('an XLSX bomb', () =>
    refuses({ 'cases.xlsx': bombBook(80 * 1024 * 1024) }, [{ code: 'xlsx.bomb', file: 'cases.xlsx' }]));
  it('an XLSX that is cut', async () => {
    const whole = await book({ cases: [CASES.split(','), GOOD.split(',')] });
    await refuses({ 'cases.xlsx': whole.subarray(0, whole.length >> 1) }, [
      { code: 'xlsx.broken', file: 'cases.xlsx' },
    ]);
  });
  it('an old XLS and a web page that is called one', async () => {
    await refuses({ 'cases.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex') }, [{ code: 'xls.old', file: 'cases.xls' }]);
    await refuses({ 'cases.xls': '<html><table><tr><td>id</td></tr></table></html>' }, [
      { code: 'xls.html', file: 'cases.xls' },
    ]);
  });
  it('a truncated XES', async () => {
    await refuses({ 'log.xes': LOG }, [{ code: 'xml.truncated', file: 'log.xes', line: 1 }]);
    await refuses({ 'log.xes': LOG.slice(0, 120) }, [{ code: 'xml.truncated', file: 'log.xes' }]);
  });
  it('XES with a DTD or an entity', async () => {
    await refuses({ 'log.xes': `<!DOCTYPE log [<!ENTITY a "b">]>${LOG}</log>` }, [
      { code: 'xml.dtd', file: 'log.xes', line: 1 },
    ]);
    await refuses({ 'log.xes': `${LOG.replace('подача', '&a;')}</log>` }, [
      { code: 'xml.broken', file: 'log.xes', line: 1 },
    ]);
  });
  it('XES without cases, and with a case that has no name', async () => {
    await refuses({ 'log.xes': '<log/>' }, [{ code: 'xes.noTraces', file: 'log.xes' }]);
    await refuses({ 'log.xes': `${LOG.replace('<string key="concept:name" value="t1"/>', '')}</log>` }, [
      { code: 'xes.traceWithoutName', file: 'log.xes', line: 1 },
    ]);
  });
  it('a file that is not there', () =>
    refuses({}, [{ code: 'file.missing' }], { files: [{ path: '/nowhere/cases.csv' }] }));
});

describe('columns', () => {
  it('a column twice', () =>
    refuses({ 'cases.csv': csv('id,registeredAt,ID', 'c1,2026-02-01,x') }, [
      { code: 'header.duplicate', file: 'cases.csv', line: 1, field: 'ID', got: 'ID' },
    ]));
  it('a required column is missing', async () => {
    await refuses({ 'events.csv': csv('caseId,kind', 'base,submit') }, [
      { code: 'header.fieldMissing', file: 'events.csv', line: 1, field: 'at' },
    ]);
    await refuses({ 'readings.csv': csv('at,max', '2026-02-01,10') }, [
      { code: 'header.fieldMissing', file: 'readings.csv', line: 1, field: 'instrument' },
      { code: 'header.fieldMissing', file: 'readings.csv', line: 1, field: 'value' },
    ]);
  });
  it('no header at all', () => refuses({ 'x.csv': '1;2;3\n4;5;6\n' }, [{ code: 'header.missing', file: 'x.csv' }]));
  it('rows with too few or too many cells, each with its line', () =>
    refuses(cases('c2,2026-02-01', 'c3,2026-02-01,,x'), [
      { code: 'row.columns', file: 'cases.csv', line: 3, got: 'c2 | 2026-02-01' },
      { code: 'row.columns', file: 'cases.csv', line: 4, got: 'c3 | 2026-02-01 |  | x' },
    ]));
  it('a mapping that names a column which the file has not', () =>
    refuses({ 'x.csv': csv('Номер;Дата', '1;01.02.2026') }, [{ code: 'mapping.columnMissing', got: 'Конец' }], {
      mapping: mapping({ table: '*', rows: 'case', fields: { id: 'Номер', registeredAt: 'Дата', closedAt: 'Конец' } }),
    }));
  it('a mapping with an unknown field, a missing one, an unknown code, a wrong shape, an unknown name', async () => {
    const files = { 'x.csv': csv('Номер;Дата', '1;01.02.2026') };
    const by = (table: unknown) => ({ mapping: mapping(table) });
    await refuses(
      files,
      [{ code: 'mapping.fieldUnknown', field: 'nothing' }],
      by({
        table: '*',
        rows: 'case',
        fields: { id: 'Номер', nothing: 'Дата' },
      }),
    );
    await refuses(
      files,
      [{ code: 'mapping.fieldMissing', field: 'id' }],
      by({
        table: '*',
        rows: 'case',
        fields: { registeredAt: 'Дата' },
      }),
    );
    await refuses(
      files,
      [{ code: 'mapping.codeUnknown', field: 'outcome', got: 'fine' }],
      by({
        table: '*',
        rows: 'case',
        fields: { id: 'Номер', outcome: { constant: 'fine' } },
      }),
    );
    await refuses(files, [{ code: 'mapping.shape', field: 'dateOrder', got: 'yesterday' }], {
      mapping: { ...mapping({ table: '*', rows: 'case', fields: { id: 'Номер' } }), dateOrder: 'yesterday' },
    });
    await refuses(
      files,
      [
        { code: 'mapping.shape', field: 'tables.0.fields.id.column' },
        { code: 'mapping.shape', field: 'tables.0.fields.id.colum' },
        { code: 'mapping.shape', field: 'tables.0.fields.unit', got: '5' },
      ],
      by({ table: '*', rows: 'case', fields: { id: { colum: 'Номер' }, unit: 5 } }),
    );
    await refuses(files, [{ code: 'mapping.unknown', got: 'нет такого' }], { mapping: 'нет такого' });
  });
});

/** A mapping of one table as a person writes it. */
const mapping = (table: unknown) => ({
  mapping: 1,
  source: 'проба',
  zone: 'Europe/Moscow',
  dateOrder: 'dmy',
  decimal: ',',
  empty: [],
  tables: [table],
});

describe('rows', () => {
  it('an impossible date', () =>
    refuses(
      cases(
        'c2,2026-02-30T10:00:00Z,',
        'c3,2026-13-01,',
        'c4,2026-02-01T25:00:00Z,',
        'c5,2026-02-01,2026-02-29',
        'c6,вчера,',
        'c7,0205-03-05,',
        'c8,1601-01-01 00:00:00,',
        'c9,2026-02-01T10:00:00+25:00,',
        'c10,2026-02-01T10:00:00-14:30,',
      ),
      [
        { code: 'row.dateImpossible', file: 'cases.csv', line: 3, field: 'registeredAt', got: '2026-02-30T10:00:00Z' },
        { code: 'row.dateImpossible', line: 4, field: 'registeredAt', got: '2026-13-01' },
        { code: 'row.dateImpossible', line: 5, field: 'registeredAt', got: '2026-02-01T25:00:00Z' },
        { code: 'row.dateImpossible', line: 6, field: 'closedAt', got: '2026-02-29' },
        { code: 'row.dateMalformed', line: 7, field: 'registeredAt', got: 'вчера' },
        { code: 'row.dateOutOfRange', line: 8, field: 'registeredAt', got: '0205-03-05' },
        { code: 'row.dateOutOfRange', line: 9, field: 'registeredAt', got: '1601-01-01 00:00:00' },
        { code: 'row.dateImpossible', line: 10, field: 'registeredAt', got: '2026-02-01T10:00:00+25:00' },
        { code: 'row.dateImpossible', line: 11, field: 'registeredAt', got: '2026-02-01T10:00:00-14:30' },
      ],
    ));
  it('an impossible date: another order is proposed only where it makes a date', async () => {
    const wide = (date: string) => ({ 'лист.csv': `Номер;Дата\n1;01.02.2026\n2;${date}\n` });
    const remedy = async (date: string, dateOrder: string) => {
      const table = { table: '*', rows: 'case', fields: { id: 'Номер', registeredAt: 'Дата' } };
      const [refusal] = await told(wide(date), { mapping: { ...mapping(table), dateOrder } });
      expect(refusal).toMatchObject({ code: 'row.dateImpossible', line: 3, got: date });
      return /"dateOrder": "(\w+)"/.exec(refusal!.remedy.ru)?.[1];
    };
    expect(await remedy('03.31.2026', 'dmy')).toBe('mdy');
    expect(await remedy('31.03.2026 10:00', 'mdy')).toBe('dmy');
    for (const hopeless of [
      '31.02.2026',
      '31.04.2026',
      '29.02.2026',
      '01.02.2026 25:37',
      '03.31.2026 25:37',
      '32.13.2026',
    ])
      expect(await remedy(hopeless, 'dmy'), hopeless).toBeUndefined();
  });
  it('the end before the start; the same day without a time is no fault', () =>
    refuses(cases('c2,2026-02-03T10:00:00Z,2026-02-02T10:00:00Z', 'c3,2026-02-03T10:00:00Z,2026-02-03'), [
      { code: 'row.endBeforeStart', file: 'cases.csv', line: 3, field: 'closedAt', got: '2026-02-02T10:00:00Z' },
    ]));
  it('two differing rows of one case: both are named; the same row again is no fault', () =>
    refuses(cases(GOOD, 'c2,2026-02-01,', 'c2,2026-02-02,'), [
      { code: 'row.idTwice', file: 'cases.csv', line: 4, field: 'id', got: 'c2' },
      { code: 'row.idTwice', file: 'cases.csv', line: 5, field: 'id', got: 'c2' },
    ]));
  it('two differing rows of one unit in one time', () =>
    refuses({ 'organisation.csv': csv('id,kind,name', 'A,unit,Один', 'A,unit,Два') }, [
      { code: 'row.idTwice', file: 'organisation.csv', line: 2, got: 'A' },
      { code: 'row.idTwice', file: 'organisation.csv', line: 3, got: 'A' },
    ]));
  it('events of unknown cases: case rows of the source are there, in this import or before', async () => {
    await refuses({ ...cases(), 'events.csv': csv(EVENTS, 'c1,2026-02-01,register', 'c9,2026-02-01,register') }, [
      { code: 'row.unknownCase', file: 'events.csv', line: 3, field: 'caseId', got: 'c9' },
    ]);
    await refuses({ 'events.csv': csv(EVENTS, 'c9,2026-02-01,register') }, [
      { code: 'row.unknownCase', file: 'events.csv', line: 2, field: 'caseId', got: 'c9' },
    ]);
  });
  it('numbers out of range', () =>
    refuses(
      {
        'events.csv': csv(
          'caseId,at,kind,items,amount,seq',
          'base,2026-02-01,request,-1,,',
          'base,2026-02-01,request,99999999999,,',
          'base,2026-02-01,request,1.5,,',
          'base,2026-02-01,pay,,1e300,',
          'base,2026-02-01,pay,,inf,',
          'base,2026-02-01,pay,,"12,5",',
          'base,2026-02-01,step,,,NaN',
        ),
      },
      [
        { code: 'row.numberOutOfRange', line: 2, field: 'items', got: '-1' },
        { code: 'row.numberOutOfRange', line: 3, field: 'items', got: '99999999999' },
        { code: 'row.numberOutOfRange', line: 4, field: 'items', got: '1.5' },
        { code: 'row.numberOutOfRange', line: 5, field: 'amount', got: '1e300' },
        { code: 'row.numberMalformed', line: 6, field: 'amount', got: 'inf' },
        { code: 'row.numberMalformed', line: 7, field: 'amount', got: '12,5' },
        { code: 'row.numberMalformed', line: 8, field: 'seq', got: 'NaN' },
      ],
    ));
  it('known over items', () =>
    refuses({ 'events.csv': csv('caseId,at,kind,items,known', 'base,2026-02-01,request,2,3') }, [
      { code: 'row.knownOverItems', file: 'events.csv', line: 2, field: 'known', got: '3' },
    ]));
  it('a value over its maximum', () =>
    refuses({ 'readings.csv': csv('instrument,at,value,max', 'i,2026-02-01,10,10', 'i,2026-02-01,11,10') }, [
      { code: 'row.valueOverMax', file: 'readings.csv', line: 3, field: 'value', got: '11' },
    ]));
  it('an instant after the clock of the import; a planned one is no fault', () =>
    refuses(
      {
        'cases.csv': csv(
          'id,registeredAt,dueAt,closedAt',
          'c1,2026-02-01,2030-01-01,',
          'c2,2026-06-01T09:00:01Z,,',
          'c3,2026-02-01,,2026-07-01',
        ),
        'events.csv': csv(`${EVENTS},promisedFor`, 'c1,2026-02-01,extend,2031-01-01', 'c1,2026-12-01,step,'),
      },
      [
        { code: 'row.afterClock', file: 'cases.csv', line: 3, field: 'registeredAt', got: '2026-06-01T09:00:01Z' },
        { code: 'row.afterClock', file: 'cases.csv', line: 4, field: 'closedAt', got: '2026-07-01' },
        { code: 'row.afterClock', file: 'events.csv', line: 3, field: 'at', got: '2026-12-01' },
      ],
    ));
  it('more than six digits of a second, and infinity', () =>
    refuses(cases('c2,2026-02-01T10:00:00.1234567Z,', 'c3,infinity,', 'c4,2026-02-01,-infinity', 'c5,epoch,'), [
      { code: 'row.instantTooPrecise', line: 3, field: 'registeredAt', got: '2026-02-01T10:00:00.1234567Z' },
      { code: 'row.dateMalformed', line: 4, field: 'registeredAt', got: 'infinity' },
      { code: 'row.dateMalformed', line: 5, field: 'closedAt', got: '-infinity' },
      { code: 'row.dateMalformed', line: 6, field: 'registeredAt', got: 'epoch' },
    ]));
  it('a code that no list has', () =>
    refuses({ 'cases.csv': csv('id,registeredAt,kind,outcome', 'c1,2026-02-01,nope,', 'c2,2026-02-01,,fine') }, [
      { code: 'row.codeUnknown', line: 2, field: 'kind', got: 'nope' },
      { code: 'row.codeUnknown', line: 3, field: 'outcome', got: 'fine' },
    ]));
  it('an empty required cell', () =>
    refuses({ 'events.csv': csv(EVENTS, ',2026-02-01,submit', 'base,,submit') }, [
      { code: 'row.required', line: 2, field: 'caseId' },
      { code: 'row.required', line: 3, field: 'at' },
    ]));
  it('an organisation that does not stand', async () => {
    await refuses(
      {
        'organisation.csv': csv(
          'id,kind,parent,zone,schedule,calendar',
          'A,unit,X,,,',
          'B,unit,,Mars/X,,',
          'C,unit,,,всегда,',
          'D,unit,,,,nowhere',
        ),
      },
      [
        { code: 'organisation.unknownParent', file: 'organisation.csv', line: 2, field: 'parent', got: 'X' },
        { code: 'organisation.zone', line: 3, got: 'Mars/X' },
        { code: 'organisation.schedule', line: 4, got: 'всегда' },
        { code: 'organisation.calendar', line: 5, got: 'nowhere' },
      ],
    );
    await refuses({ 'organisation.csv': csv('id,kind,parent', 'A,unit,B', 'B,unit,A') }, [
      { code: 'organisation.cycle', line: 2, got: 'B' },
      { code: 'organisation.cycle', line: 3, got: 'A' },
    ]);
  });
});

describe('what only a person can settle', () => {
  const dates = (...list: readonly string[]): Files => ({
    'Заявления.csv': `Номер заявления;Дата регистрации\n${list.map((date, i) => `З-${i};${date}\n`).join('')}`,
  });
  it('a date order that the column contradicts', async () => {
    const files = dates('05.03.2026', '04.05.2026', '13.02.2026', '02.14.2026');
    await refuses(files, [{ code: 'import.unsettled', file: 'Заявления.csv', field: 'Дата регистрации' }]);
    const [refusal] = await told(files);
    expect(refusal!.reason.ru).toContain('13.02.2026, 02.14.2026');
  });
  it('a date order that nothing tells, in a table that is not Russian', () =>
    refuses({ 'cases-list.csv': 'Case ID,Registered\na,05/03/2026\nb,04/05/2026\nc,03/02/2026\n' }, [
      { code: 'import.unsettled', file: 'cases-list.csv', field: 'Registered' },
    ]));
  it('what a table of no known kind means', async () => {
    const refusals = await told({ 'x.csv': 'Альфа;Бета\nодин;два\nтри;четыре\n' });
    expect(refusals.length).toBeGreaterThan(0);
    expect(await bench.state()).toEqual(before);
  });
  it('events of a case that came without some of its older ones', () =>
    refuses({ 'events.csv': csv(EVENTS, 'base,2026-01-01T10:00:00Z,submit', 'base,2026-01-03T10:00:00Z,decide') }, [
      { code: 'import.eventsWholeOrAdded', got: 'base' },
    ]));
  it('a batch to replace that is not there, and a horizon that is no instant', async () => {
    await refuses(cases(), [{ code: 'import.replacesUnknown', got: 'abc' }], { replaces: 'abc' });
    await refuses(cases(), [{ code: 'input.horizon', field: 'horizon', got: 'скоро' }], { horizon: 'скоро' });
  });
  it('an import without a single instant', () =>
    refuses({ 'cases.csv': csv('id,service', 'c1,Пособие') }, [{ code: 'import.noInstant' }]));
});

it('cells that look like formulas are data', async () => {
  const own = await openBench();
  try {
    await own.take({
      'cases.csv': csv(
        'id,registeredAt,service,x:f',
        '=1+1,2026-02-01,+7 (800),@SUM(A1)',
        '-2,2026-02-01,=cmd|x,"\t=1"',
      ),
    });
    const texts = (await own.exported())['cases.csv']!;
    for (const cell of ['=1+1', '+7 (800)', '@SUM(A1)', '-2', '=cmd|x', '\t=1']) expect(texts).toContain(cell);
  } finally {
    await own.close();
  }
});
