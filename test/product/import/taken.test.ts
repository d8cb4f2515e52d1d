import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchView, FigureView, ImportReport } from '#acts';
import type { Mapping } from '#import';
import { book } from './books.ts';
import { type Bench, cp1251, openBench, records, rowsOf } from './kit.ts';

// What is good is taken, and nothing but what was given comes out again (facts.md § 1).

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const MOSCOW_MIDNIGHT = 'T21:00:00.000000Z';

/** How many cases are open. */
const count = {
  id: 'open',
  kpi: 'speed',
  group: 'objective',
  name: { ru: 'Открыто', en: 'Open' },
  better: 'down',
  of: 'case',
  measure: { count: true },
  by: 'periodEnd',
  unit: 'count',
  min: { show: 1, judge: 1 },
  levels: ['body'],
  clients: ['citizen', 'organisation'],
  roll: 'sumOfParts',
  counter: ['on-time'],
};

describe('canonical files', () => {
  it('are taken verbatim, with attributes, and exported again', async () => {
    const report = await bench.take({
      'cases.csv':
        'id;service;registeredAt;closedAt;outcome;x:Район\nc1;Пособие;2026-01-01T10:00+03:00;2026-01-05T10:00:00.5Z;granted;Северный\n',
      'events.csv': '\uFEFFcaseId,at,kind,items\nc1,2026-01-01T07:00:00Z,submit,\nc1,2026-01-02 12:00,request,2\n',
    });
    expect(report).toMatchObject({ result: 'taken', cases: 1, events: 2, refusals: [], repeated: 0, more: 0 });
    expect(report.horizon).toBe('2026-01-05T10:00:00.500000Z');
    const { 'cases.csv': cases, 'events.csv': events } = await bench.exported();
    expect(records(cases)[0]).toMatchObject({
      id: 'c1',
      kind: 'application',
      clientStatus: 'citizen',
      registeredAt: '2026-01-01T07:00:00.000000Z',
      closedAt: '2026-01-05T10:00:00.500000Z',
      outcome: 'granted',
      'x:Район': 'Северный',
    });
    // A time without an offset is in the installation's zone; a request for documents that names nobody asks the client.
    expect(records(events)[1]).toMatchObject({
      at: '2026-01-02T09:00:00.000000Z',
      kind: 'request',
      initiator: 'body',
      asked: 'client',
      items: '2',
    });
  });

  it('a file of events alone is enough: its cases are made of them', async () => {
    const report = await bench.take({
      'events.csv':
        'caseId,at,kind\nc1,2026-01-01T10:00:00Z,draft\nc1,2026-01-02T10:00:00Z,submit\nc1,2026-01-03T10:00:00Z,register\nc2,2026-01-02T10:00:00Z,draft\n',
    });
    expect(report).toMatchObject({ result: 'taken', cases: 2, events: 4 });
    const { 'cases.csv': cases, 'spans.csv': spans, 'events.csv': events } = await bench.exported();
    // A case that only began has no registration and no spans.
    expect(records(cases).map(({ id, registeredAt }) => [id, registeredAt])).toEqual([
      ['c1', '2026-01-02T10:00:00.000000Z'],
      ['c2', ''],
    ]);
    expect(records(spans).map(({ caseId }) => caseId)).toEqual(['c1']);
    expect(records(events).map(({ initiator }) => initiator)).toEqual(['client', 'client', 'body', 'client']);
    // What only events tell of is measured up to their horizon.
    const input = { metrics: [count], from: '2026-01', to: '2026-01' };
    expect(await bench.act<readonly FigureView[]>('measure', input)).toMatchObject([
      { value: 1, state: 'preliminary' },
    ]);
  });

  it('`--as` names the fact of a file with another name', async () => {
    const files = { 'выгрузка.csv': 'id,registeredAt\nc1,2026-01-01\n' };
    expect(await bench.take(files, { as: 'case' })).toMatchObject({ result: 'taken', cases: 1 });
  });

  it('sheets of a workbook are several facts', async () => {
    const workbook = await book({
      cases: [
        ['id', 'registeredAt', 'closedAt'],
        ['c1', '2026-01-01', new Date(Date.UTC(2026, 0, 5, 10))],
      ],
      events: [
        ['caseId', 'at', 'kind'],
        ['c1', '2026-01-01', 'submit'],
      ],
    });
    expect(await bench.take({ 'книга.xlsx': workbook })).toMatchObject({ result: 'taken', cases: 1, events: 1 });
  });

  it('a dry run tells what would come and changes nothing', async () => {
    const files = { 'cases.csv': 'id,registeredAt\nc1,2026-01-01\n' };
    const before = await bench.state();
    expect(await bench.take(files, { dryRun: true })).toMatchObject({ result: 'dryRun', batch: null, cases: 1 });
    expect(await bench.state()).toEqual(before);
    expect(await bench.take(files)).toMatchObject({ result: 'taken' });
  });

  it('a stated share of refusals is allowed, no more', async () => {
    const rows = Array.from({ length: 99 }, (_, i) => `c${i},2026-01-01`);
    const files = { 'cases.csv': ['id,registeredAt', ...rows, 'c99,2026-01-32', ''].join('\n') };
    const before = await bench.state();
    expect(await bench.take(files, { allowRefused: 0.009 })).toMatchObject({ result: 'refused', batch: null });
    expect(await bench.state()).toEqual(before);
    const report = await bench.take(files, { allowRefused: 0.01 });
    expect(report).toMatchObject({ result: 'taken', cases: 99 });
    expect(report.refusals).toMatchObject([{ code: 'row.dateImpossible', line: 101 }]);
    expect(report.files).toMatchObject([{ rowsRead: 100, taken: 99, refused: 1 }]);
  });
});

describe('defaults', () => {
  it('of client status by kind, of a day by field', async () => {
    await bench.take({
      'cases.csv':
        'id,kind,registeredAt,dueAt,closedAt\n' +
        'c1,interagency,2026-01-01,2026-01-10,\n' +
        'c2,,2026-01-01T09:00:00Z,2026-01-10,2026-01-01\n' +
        'c3,,2026-01-01T09:00:00Z,,2026-01-04\n',
      'events.csv':
        'caseId,at,kind\nc3,2026-01-04T06:00:00Z,decide\nc3,2026-01-04T12:00:00Z,issue\nc3,2026-01-04T13:00:00Z,contact\n',
    });
    const [c1, c2, c3] = records((await bench.exported())['cases.csv']);
    expect([c1?.clientStatus, c2?.clientStatus]).toEqual(['internal', 'citizen']);
    // A due day ends with its last microsecond, Moscow time; a closing day with what last happened on it.
    expect(c1?.dueAt).toBe('2026-01-10T20:59:59.999999Z');
    expect(c1?.registeredAt).toBe(`2025-12-31${MOSCOW_MIDNIGHT}`);
    expect(c2?.closedAt).toBe('2026-01-01T09:00:00.000000Z');
    expect(c3?.closedAt).toBe('2026-01-04T12:00:00.000000Z');
  });

  it('a closed case of a source without outcomes counts as completed', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `c${i},2026-01-01T10:00:00Z,2026-01-0${i + 2}T10:00:00Z`);
    await bench.take({ 'cases.csv': `id,registeredAt,closedAt\n${rows.join('\n')}\n` });
    const [figure] = await bench.act<readonly FigureView[]>('measure', {
      metrics: ['time-to-result'],
      from: '2026-01',
      to: '2026-01',
    });
    expect(figure).toMatchObject({ n: 6, value: 3.5 });
  });
});

it('an attribute is named by a metric of one’s own', async () => {
  const rows = Array.from(
    { length: 10 },
    (_, i) => `c${i},2026-01-0${1 + (i % 5)},2026-01-20,${i < 3 ? 'Северный' : 'Южный'}`,
  );
  await bench.take({ 'cases.csv': `id,registeredAt,closedAt,x:Район\n${rows.join('\n')}\n` });
  const metric = {
    id: 'north',
    kpi: 'speed',
    group: 'objective',
    name: { ru: 'Доля Северного', en: 'Share of the north' },
    better: 'up',
    of: 'case',
    measure: { share: { field: 'x:Район', equal: 'Северный' } },
    by: 'closedAt',
    unit: '%',
    min: { show: 1, judge: 1 },
    levels: ['body'],
    clients: ['citizen', 'organisation'],
    roll: 'weightedParts',
    counter: ['on-time'],
  };
  const figures = await bench.act<readonly FigureView[]>('measure', {
    metrics: [metric],
    from: '2026-01',
    to: '2026-01',
  });
  expect(figures).toMatchObject([{ value: 30, numerator: 3, denominator: 10 }]);
});

describe('what must not be known', () => {
  const everyByte = (folder: string): Buffer =>
    Buffer.concat(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path)),
    );

  it('people and clients lie in the data directory as keyed hashes only, contents of letters not at all', async () => {
    await bench.take({
      'cases.csv':
        'id,registeredAt,clientKey,employee\nc1,2026-01-01,112-233-445 95,Вострикова Инна\nc2,2026-01-02,h:0123456789abcdef0123,e:abcdef\n',
      'events.csv': 'caseId,at,kind,employee\nc1,2026-01-01,submit,\nc1,2026-01-02,register,Вострикова Инна\n',
      'texts.csv': 'caseId,kind,at,content\nc1,reply,2026-01-05,"Уважаемая Аделаида Карповна! Пособие назначено."\n',
    });
    const { 'cases.csv': cases, 'events.csv': events } = await bench.exported();
    const [c1, c2] = records(cases);
    expect(c1).toMatchObject({
      clientKey: expect.stringMatching(/^h:[0-9a-f]{20}$/),
      employee: expect.stringMatching(/^e:[0-9a-f]{20}$/),
    });
    expect(c2).toMatchObject({ clientKey: 'h:0123456789abcdef0123', employee: 'e:abcdef' });
    expect(records(events)[1]?.employee).toBe(c1?.employee);
    await bench.leave();
    const bytes = everyByte(bench.data);
    for (const secret of ['112-233-445', 'Вострикова', 'Аделаида', 'Карповна']) {
      expect(bytes.includes(secret), secret).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'utf16le')), secret).toBe(false);
    }
  });

  it('the same person has one pseudonym in all imports, another in another data directory', async () => {
    const files = (id: string) => ({ 'cases.csv': `id,registeredAt,clientKey\n${id},2026-01-01,112-233-445 95\n` });
    await bench.take(files('c1'));
    await bench.take(files('c2'));
    const other = await openBench();
    try {
      await other.take(files('c1'));
      const keys = async (one: Bench) => records((await one.exported())['cases.csv']).map(({ clientKey }) => clientKey);
      const [first, second] = await keys(bench);
      expect(first).toBe(second);
      expect((await keys(other))[0]).not.toBe(first);
    } finally {
      await other.close();
    }
  });

  it('answers and invitations are kept to the day, kiosk answers to the hour', async () => {
    await bench.take({
      'answers.csv':
        'question,value,at,channel\nq,5,2026-01-03T10:20:30Z,\nq,4,2026-01-03T10:20:30Z,kiosk\nq,3,2026-01-03T22:30:00Z,\n',
      'invitations.csv': 'at,answered\n2026-01-03T10:20:29Z,yes\n',
    });
    const { 'answers.csv': answers, 'invitations.csv': invitations } = await bench.exported();
    expect(records(answers).map(({ value, at }) => [value, at])).toEqual([
      ['5', `2026-01-02${MOSCOW_MIDNIGHT}`],
      ['4', '2026-01-03T10:00:00.000000Z'],
      ['3', `2026-01-03${MOSCOW_MIDNIGHT}`],
    ]);
    expect(records(invitations)[0]?.at).toBe(`2026-01-02${MOSCOW_MIDNIGHT}`);
  });
});

it('texts are counted by us, and what they contain nobody knows; counted ones stay as they are', async () => {
  await bench.take({
    'texts.csv':
      'kind,at,language,content,words,sentences,syllables,elements\n' +
      'reply,2026-01-01,,"Мама мыла раму. Папа спал!",,,,\n' +
      'notice,2026-01-02,,,10,2,30,\n' +
      'notice,2026-01-03,,,11,2,30,?\n' +
      'notice,2026-01-04,,,12,2,30,reason date\n' +
      'page,2026-01-05,en,Come in. Sit down.,,,,contact\n',
  });
  const texts = async () =>
    rowsOf((await bench.exported())['texts.csv']).map((row) => row.split(',').slice(-5).join(','));
  const expected = ['ru,5,2,9,?', 'ru,10,2,30,', 'ru,11,2,30,?', 'ru,12,2,30,reason date', 'en,4,2,4,contact'];
  expect(await texts()).toEqual(expected);
  // A second import in the same house counts too.
  await bench.take({ 'texts.csv': 'kind,at,content\nreply,2026-02-01,Мама мыла раму.\n' });
  expect(await texts()).toEqual([...expected, 'ru,3,1,6,?']);
});

describe('what is exported', () => {
  it('imports into another data directory as the same facts and spans', async () => {
    await bench.take({
      'organisation.csv':
        'id,kind,name,parent,zone\nМСП,body,Минсоцполитики,,\nМСП-2,unit,"Отдел ""два"", второй",МСП,Asia/Omsk\n',
      'cases.csv':
        'id,service,clientKey,registeredAt,closedAt,dueAt,outcome,unit,employee,journeyRun,x:note\n' +
        'c1,Пособие,k1,2026-01-01T10:00:00Z,2026-01-09,2026-01-20,granted,МСП-2,Иванова,r1,"a;b\nc"\n' +
        'c2,Пособие,k1,2026-01-03,,,,МСП,,r1,=1+1\n',
      'events.csv':
        'caseId,at,seq,kind,items,known,amount,unit,asked,employee\n' +
        'c1,2026-01-01T10:00:00Z,,submit,,,,,,\n' +
        'c1,2026-01-02,2,request,3,1,,МСП-2,,Иванова\n' +
        'c1,2026-01-02,1,register,,,,МСП-2,,Иванова\n' +
        'c1,2026-01-05T10:00:00Z,,submit,,,,,,\n' +
        'c1,2026-01-09T10:00:00Z,,pay,,,1234.5,МСП,,\n' +
        'c2,2026-01-03,,submit,,,,,,\n',
      'answers.csv':
        'question,value,text,at,channel\nq,0.5,"да, ""очень""",2026-01-03T10:00:00Z,kiosk\nq,,,2026-01-04,\n',
      'invitations.csv': 'at,answered,unit\n2026-01-03,yes,МСП-2\n2026-01-03,,МСП-2\n',
      'texts.csv': 'caseId,kind,at,content\nc1,reply,2026-01-05,Мама мыла раму.\n',
      'readings.csv': 'instrument,at,value,max,by\nmystery-visit-1,2026-01-05,7.25,10,Проверка\n',
    });
    const first = await bench.exported();
    const other = await openBench();
    try {
      const { 'spans.csv': _, ...files } = first;
      const report = await other.take(files);
      expect(report).toMatchObject({ result: 'taken', cases: 2, events: 6, refusals: [] });
      expect(await other.exported()).toEqual(first);
    } finally {
      await other.close();
    }
  });
});

describe('files as bodies export them', () => {
  it('a wide CSV in CP1251 with `;` and days before months is understood without a mapping', async () => {
    const columns = 'Номер заявления;Услуга;Дата регистрации;Дата направления запроса;Дата решения;Дата закрытия;Сумма';
    const rows = [1, 2, 3, 4].map(
      (i) => `А-${i};Пособие;0${i}.03.2026 09:30;15.03.2026;20.03.2026;25.03.2026;1 234,50`,
    );
    const report = await bench.take({ 'Заявления.csv': cp1251(`${[columns, ...rows, ''].join('\r\n')}`) });
    expect(report).toMatchObject({ result: 'taken', cases: 4, events: 16 });
    expect(report.files).toMatchObject([{ file: 'Заявления.csv', rowsRead: 4, taken: 4, refused: 0 }]);
    const { 'cases.csv': cases, 'events.csv': events } = await bench.exported();
    expect(records(cases)[0]).toMatchObject({
      id: 'А-1',
      service: 'Пособие',
      registeredAt: '2026-03-01T06:30:00.000000Z',
      closedAt: `2026-03-24${MOSCOW_MIDNIGHT}`,
    });
    expect(
      records(events)
        .slice(0, 4)
        .map(({ kind, at }) => [kind, at?.slice(0, 10)]),
    ).toEqual([
      ['register', '2026-03-01'],
      ['request', '2026-03-14'],
      ['decide', '2026-03-19'],
      ['complete', '2026-03-24'],
    ]);
  });

  it('an XES log, its cases with attributes', async () => {
    const event = (name: string, at: string) =>
      `<event><string key="concept:name" value="${name}"/><string key="org:resource" value="Петров"/><date key="time:timestamp" value="${at}"/></event>`;
    const trace = (id: string, ...events: readonly string[]) =>
      `<trace><string key="concept:name" value="${id}"/><string key="Район" value="Северный"/>${events.join('')}</trace>`;
    const log = `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">${[1, 2, 3]
      .map((i) =>
        trace(
          `t${i}`,
          event('Подача заявления', `2026-01-0${i}T10:00:00+03:00`),
          event('Решение', `2026-01-1${i}T10:00:00+03:00`),
        ),
      )
      .join('\n')}</log>`;
    const report = await bench.take({ 'log.xes': log });
    expect(report).toMatchObject({ result: 'taken', cases: 3, events: 6 });
    const { 'cases.csv': cases, 'events.csv': events } = await bench.exported();
    expect(records(cases)[0]).toMatchObject({
      id: 't1',
      registeredAt: '2026-01-01T07:00:00.000000Z',
      'x:Район': 'Северный',
    });
    expect(
      records(events)
        .map(({ kind }) => kind)
        .slice(0, 2),
    ).toEqual(['submit', 'decide']);
    expect(events).not.toContain('Петров');
  });
});

describe('a guess that is used by the import', () => {
  const log = (activity: string, of = 'п') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">${[1, 2, 3]
      .map(
        (i) =>
          `<trace><string key="concept:name" value="${of}${i}"/><event><string key="concept:name" value="${activity}"/><date key="time:timestamp" value="2026-01-0${i}T10:00:00+03:00"/></event></trace>`,
      )
      .join('\n')}</log>`;

  it('is saved under the name of its log: another log is another source', async () => {
    await bench.take({ 'пособия.xes': log('Подача заявления') });
    const second = await bench.take({ 'жалобы.xes': log('Жалоба подана', 'ж') });
    expect(second).toMatchObject({ result: 'taken', cases: 3, refusals: [] });
    const batches = await bench.act<readonly BatchView[]>('listBatches', {});
    expect(batches.map(({ source }) => source).sort()).toEqual(['жалобы', 'пособия']);
    // The earlier mapping is still there, by its own name.
    const again = await bench.take({ 'пособия.xes': log('Подача заявления') }, { mapping: 'пособия' });
    expect(again.result).toBe('unchanged');
  });

  it('says in the report what it noticed', async () => {
    const { notes } = await bench.take({ 'log.xes': log('Рассмотрение') });
    expect(notes.map(({ en }) => en)).toContainEqual(expect.stringContaining('what ends a case'));
    expect(notes.map(({ ru }) => ru)).toContainEqual(expect.stringMatching(/шаги без особого вида: Рассмотрение/));
  });

  it('says why in the language of whoever reads it; the words make no other import', async () => {
    const files = bench.put({ 'log.xes': log('Подача заявления') });
    const guessed = async (lang: 'ru' | 'en') => {
      const input = { files: files.map((path) => ({ path })) };
      const { mapping } = await bench.act<{ mapping: Mapping }>('guessMapping', input, { lang });
      return mapping.tables.map(({ why }) => why);
    };
    expect(await guessed('ru')).toEqual([expect.stringMatching(/дело/), expect.stringMatching(/событие/)]);
    expect(await guessed('en')).toEqual([
      expect.stringMatching(/looks like a case/),
      expect.stringMatching(/an event/),
    ]);
    expect((await bench.takePaths(files, {}, { lang: 'ru' })).result).toBe('taken');
    expect((await bench.takePaths(files, {}, { lang: 'en' })).result).toBe('unchanged');
  });
});

describe('the files of examples/', () => {
  const path = (name: string) => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
  // 41 rows are faulty on purpose (examples/README.md).
  it.each([
    ['mfc-cases.csv', 14, 'row.dateImpossible', /31\.04/],
    ['msp-register.xlsx', 12, 'row.endBeforeStart', /./],
    ['smev-log.csv', 15, 'row.dateImpossible', / 25:/],
  ])('%s has %i faulty rows, the rest is understood without a mapping', async (name, faulty, code, got) => {
    const later = { now: Date.UTC(2026, 11, 1) * 1000 };
    const strict = await bench.takePaths([path(name)], {}, later);
    expect(strict.result).toBe('refused');
    expect(strict.refusals).toHaveLength(faulty);
    for (const refusal of strict.refusals) {
      expect(refusal.code).toBe(code);
      expect(refusal.got).toMatch(got);
      expect(refusal.line).toBeGreaterThan(1);
    }
    const report: ImportReport = await bench.takePaths([path(name)], { allowRefused: 0.2 }, later);
    const [file] = report.files;
    expect(report).toMatchObject({ result: 'taken', cases: file!.rowsRead - faulty });
    expect(file).toMatchObject({ file: name, refused: faulty, taken: file!.rowsRead - faulty });
  });
});
