import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BatchView, FigureView, ImportReport, OrganisationView, PlaceView, RegisterSavedView } from '#acts';
import { organisationTemplate, tableCsv, tablesXlsx } from '#papers';
import { periodOf, readSpecs } from '../reference/conformance.ts';
import { evaluate, WHOLE } from '../reference/evaluate.ts';
import { readWorld } from '../reference/world.ts';
import { type Bench, openBench } from './import/kit.ts';

// «Приём» stands below «А» until May and below «Б» since; a case a day, closed after two days in it.

const ZONE = 'Europe/Moscow';
let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
  await bench.take({
    'organisation.csv': [
      'id,kind,name,parent,validFrom',
      'МСП,body,Министерство,,',
      'А,unit,Отдел А,МСП,',
      'Б,unit,Отдел Б,МСП,',
      'Приём,unit,Приём граждан,А,',
      '',
    ].join('\n'),
  });
  await bench.take({ 'cases.csv': casesCsv(), 'events.csv': eventsCsv() });
});
afterAll(() => bench.close());

const DAYS = Array.from({ length: 75 }, (_, day) => new Date(Date.UTC(2025, 3, 1 + day)).toISOString().slice(0, 10));
const later = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
const casesCsv = () =>
  [
    'id,service,segment,unit,employee,registeredAt,closedAt,outcome',
    ...DAYS.map(
      (day, no) =>
        `C${no},Пособие,${no % 2 ? 'многодетные' : ''},${no % 5 === 4 ? 'Новый' : 'Приём'},1042,${day}T10:00,${later(day, 2 + (no % 3))}T12:00,granted`,
    ),
    '',
  ].join('\n');
const eventsCsv = () =>
  [
    'caseId,at,kind,unit,asked,employee',
    ...DAYS.map((day, no) => `C${no},${day}T12:00,request,Приём,Фонд,1042`),
    '',
  ].join('\n');

const shown = (at?: string) => bench.act<OrganisationView>('organisation', at ? { at } : {});
const place = ({ places }: OrganisationView, id: string): PlaceView | undefined => places.find((one) => one.id === id);
const measured = (scope: Record<string, string>) =>
  bench.act<readonly FigureView[]>('measure', {
    metrics: ['time-to-result'],
    from: '2025-04',
    to: '2025-06',
    scope,
  });

describe('a unit that moves', () => {
  it('has a row for each parent, and its figures of the time before stay with the old one', async () => {
    const [before] = await measured({ unit: 'А' });
    expect(before?.n).toBeGreaterThan(15);
    const { stamp } = await shown();
    await bench.act('changeUnit', {
      id: 'Приём',
      from: '2025-05-01',
      set: { parent: 'Б', name: 'Приём и выдача' },
      reason: 'Приказ № 5',
      stamp,
    });
    const [old, now] = [await shown('2025-04-30'), await shown('2025-05-01')];
    expect([place(old, 'Приём')?.rows[0]?.parent, place(old, 'Приём')?.name]).toEqual(['А', 'Приём граждан']);
    expect(place(now, 'Приём')).toMatchObject({
      name: 'Приём и выдача',
      row: 1,
      depth: 2,
      rows: [
        { parent: 'А', validFrom: null, validTo: '2025-04-30' },
        { parent: 'Б', validFrom: '2025-05-01', validTo: null },
      ],
    });
    const moved = await measured({ unit: 'А' });
    expect(moved[0]).toMatchObject({ value: before?.value, n: before?.n });
    // What is left of May in «А»: nothing at all.
    expect(moved.find(({ period }) => period === '2025-05')?.n ?? 0).toBe(0);
  });

  it('is measured as the reference of facts.md measures it', async () => {
    const out = mkdtempSync(join(bench.folder, 'reference-'));
    for (const fact of ['cases', 'events', 'organisation']) await bench.act('exportFacts', { fact, out });
    const world = readWorld([{ folder: out, horizon: '2025-06-17T12:00:00+03:00' }], ZONE);
    const spec = readSpecs().get('time-to-result')!;
    let compared = 0;
    for (const unit of ['А', 'Б', 'Приём']) {
      const figures = new Map((await measured({ unit })).map((figure) => [figure.period, figure]));
      for (const name of ['2025-04', '2025-05', '2025-06']) {
        const wanted = evaluate(world, spec, { period: periodOf(name, ZONE), scope: { unit: [unit] } }).get(WHOLE);
        const got = figures.get(name);
        expect([unit, name, got?.n ?? 0, got?.value ?? null]).toEqual([
          unit,
          name,
          wanted?.n ?? 0,
          wanted?.value ?? null,
        ]);
        compared += got?.n ? 1 : 0;
      }
    }
    expect(compared).toBeGreaterThanOrEqual(6);
  });

  it('is not moved below itself, nor below what does not stand that day', async () => {
    const before = await bench.state();
    const moving = (id: string, parent: string, from = '2025-06-01') =>
      bench.act('changeUnit', { id, from, set: { parent } });
    await expect(moving('Б', 'Приём')).rejects.toThrow('organisation.cycle');
    await expect(moving('Приём', 'Нигде')).rejects.toThrow('organisation.parentAway');
    await expect(moving('Нигде', 'А')).rejects.toThrow('organisation.away');
    expect(await bench.state()).toEqual(before);
  });

  it('goes back where it was when the change is undone', async () => {
    const { changes } = await shown();
    expect(changes[0]?.reason).toBe('Приказ № 5');
    const { batch } = await bench.act<{ batch: string }>('changeUnit', {
      id: 'Приём',
      from: '2025-06-01',
      set: { parent: 'А' },
    });
    expect(place(await shown('2025-06-01'), 'Приём')?.rows.map(({ parent }) => parent)).toEqual(['А', 'Б', 'А']);
    await bench.act('dropBatch', { batch });
    expect(place(await shown('2025-06-01'), 'Приём')?.rows.map(({ parent }) => parent)).toEqual(['А', 'Б']);
  });
});

describe('clocks, names and ends', () => {
  it('a name given, taken back and given again is three changes', async () => {
    for (const name of ['Первый', 'Отдел Б', 'Первый'])
      await bench.act('changeUnit', { id: 'Б', from: null, set: { name } });
    expect(place(await shown(), 'Б')).toMatchObject({ name: 'Первый', rows: [{ validFrom: null }] });
  });

  it('a schedule, a zone, a calendar that nobody can run are refused with the field', async () => {
    const set = (part: Record<string, string>) => bench.act('changeUnit', { id: 'Б', from: null, set: part });
    for (const [part, field, code] of [
      [{ schedule: 'с девяти' }, 'schedule', 'organisation.schedule'],
      [{ zone: 'Москва' }, 'zone', 'organisation.zone'],
      [{ calendar: 'марс' }, 'calendar', 'organisation.calendar'],
    ] as const)
      await expect(set(part)).rejects.toMatchObject({ refusals: [{ code, field, got: Object.values(part)[0] }] });
    await set({ schedule: 'Mo-Fr 08:00-17:00', zone: 'Asia/Omsk' });
    // Clocks are those of the organisation as it is now: the unit below runs on it too.
    expect(place(await shown(), 'Приём')?.clock).toMatchObject({ schedule: 'Mo-Fr 08:00-17:00', zone: 'Asia/Omsk' });
    await set({ schedule: '', zone: '' });
    expect(place(await shown(), 'Приём')?.clock.zone).toBe(ZONE);
  });

  it('a unit with units below it does not end before them', async () => {
    await expect(bench.act('closeUnit', { id: 'Б', last: '2025-05-31' })).rejects.toThrow('organisation.hasBelow');
    await bench.act('closeUnit', { id: 'А', last: '2025-05-31' });
    expect(place(await shown('2025-05-31'), 'А')?.id).toBe('А');
    const after = await shown('2025-06-01');
    expect([place(after, 'А'), after.away.map(({ id }) => id)]).toEqual([undefined, ['А']]);
  });

  it('whoever saw an older organisation does not write over it', async () => {
    const { stamp } = await shown();
    await bench.act('saveUnits', { rows: [{ id: 'В', parent: 'МСП', name: 'Отдел В' }], stamp });
    await expect(bench.act('saveUnits', { rows: [{ id: 'Г', parent: 'МСП' }], stamp })).rejects.toThrow(
      'organisation.changedMeanwhile',
    );
    expect(place(await shown(), 'Г')).toBeUndefined();
  });
});

describe('whom facts name and nobody knows', () => {
  it('is told with counts and days', async () => {
    const { toPlace } = await shown();
    expect(toPlace.units).toEqual([
      { id: 'Новый', rows: 15, firstDay: '2025-04-05', lastDay: '2025-06-14', unit: null },
    ]);
    expect(toPlace.bodies.map(({ id, rows }) => [id, rows])).toEqual([['Фонд', 75]]);
    expect(toPlace.services.map(({ id, rows }) => [id, rows])).toEqual([['Пособие', 75]]);
    expect(toPlace.segments.map(({ id }) => id)).toEqual(['многодетные']);
    expect(toPlace.employees).toMatchObject([{ rows: 150, unit: 'Приём' }]);
    expect(toPlace.employees[0]?.id).toMatch(/^e:[0-9a-f]{20}$/);
  });

  it('units and bodies are placed, and count from then on', async () => {
    const { stamp } = await shown();
    await bench.act('placeUnknown', {
      places: [
        { id: 'Новый', parent: 'Б', name: 'Новый отдел' },
        { id: 'Фонд', kind: 'body' },
      ],
      stamp,
    });
    const view = await shown();
    expect([view.toPlace.units, view.toPlace.bodies]).toEqual([[], []]);
    expect(place(view, 'Б')?.below.units).toBe(2);
    const [april] = await measured({ unit: 'Б' });
    expect(april?.n).toBe(5);
    await expect(bench.act('placeUnknown', { places: [{ id: 'Новый' }] })).rejects.toThrow(
      'organisation.placedAlready',
    );
  });
});

describe('the register', () => {
  const register = {
    bodies: [{ id: 'Фонд', kind: 'partner', level: 'federal' }],
    positions: [{ id: 'спец', name: 'Специалист', unit: 'Приём' }],
    employees: [
      { id: '1042', name: 'Анна Примерова', position: 'спец', to: '2025-05-31' },
      { id: '1042', position: 'спец', unit: 'Б', from: '2025-06-01' },
    ],
    services: [{ id: 'Пособие', name: 'Ежемесячное пособие', kind: 'support', curator: 'спец' }],
    segments: [{ id: 'многодетные', name: 'Многодетные семьи', profile: { needs: 'Один визит' } }],
  };

  it('takes a personnel number as the pseudonym of the facts, and staffs units by date', async () => {
    const saved = await bench.act<RegisterSavedView>('saveRegister', { register, version: 0 });
    const view = await shown('2025-05-31');
    expect([view.toPlace.employees, view.toPlace.services, view.toPlace.segments]).toEqual([[], [], []]);
    expect(saved.register.employees[0]?.id).toMatch(/^e:/);
    expect([place(view, 'Приём')?.employees, place(view, 'Б')?.employees]).toEqual([1, 0]);
    expect(place(view, 'Б')?.below.employees).toBe(1);
    const june = await shown('2025-06-01');
    expect([place(june, 'Приём')?.employees, place(june, 'Б')?.employees]).toEqual([0, 1]);
  });

  it('refuses what does not hold together, with its place, and an older version', async () => {
    const saving = (part: object, version = 1) =>
      bench.act('saveRegister', { register: { ...register, ...part }, version });
    await expect(
      saving({ positions: [...register.positions, { id: 'спец', name: 'Ещё раз', from: '2025-01-01' }] }),
    ).rejects.toMatchObject({ refusals: [{ code: 'register.overlap', field: 'positions.1.from' }] });
    await expect(saving({ positions: [] })).rejects.toMatchObject({
      refusals: [{ code: 'register.unknownPosition', field: 'employees.0.position' }, {}, {}],
    });
    await expect(saving({ segments: [{ id: 'x', name: 'X', from: '2025-02-01', to: '2025-01-01' }] })).rejects.toThrow(
      'register.validity',
    );
    await expect(saving({ services: [{ id: 'x' }] })).rejects.toMatchObject({
      refusals: [{ code: 'register.invalid', field: 'services.0.name' }],
    });
    await expect(saving({}, 0)).rejects.toThrow('document.changedMeanwhile');
  });

  it('keeps names out of facts and exports', async () => {
    const texts = Object.values(await bench.exported()).join('\n');
    expect(texts).not.toContain('Примерова');
    expect(texts).not.toMatch(/(^|,)1042(,|$)/m);
  });
});

describe('the form', () => {
  it('imports as it was downloaded: workbook and CSV', async () => {
    const other = await openBench();
    try {
      const tables = organisationTemplate('ru');
      const guessed = await other.act<{ sure: boolean; tables: { table: string; canonical: boolean }[] }>(
        'guessMapping',
        {
          files: other
            .put({ 'organisation.xlsx': await tablesXlsx(tables, { numbered: false }) })
            .map((path) => ({ path })),
        },
      );
      expect([guessed.sure, guessed.tables.map(({ table, canonical }) => [table, canonical])]).toEqual([
        true,
        tables.slice(0, -1).map(({ title }) => [title, true]),
      ]);
      const report = await other.take({ 'organisation.xlsx': await tablesXlsx(tables, { numbered: false }) });
      expect(report).toMatchObject({ result: 'taken', files: [{ rowsRead: 2, taken: 2, refused: 0 }] });
      expect(report.notes.map(({ ru }) => ru).join(' ')).toContain('Лист «employees»: строк 1');
      const view = await other.act<OrganisationView>('organisation', {});
      expect(view.places.map(({ id, depth, name }) => [id, depth, name])).toEqual([
        ['МСП', 0, 'Министерство социальной поддержки'],
        ['МСП-2', 1, 'Отдел назначений № 2'],
      ]);
      expect([view.version, view.places[1]?.employees, view.register.services[0]?.kind]).toEqual([1, 1, 'support']);
      const again = await other.take({ 'organisation.csv': tableCsv(tables[0]!) });
      expect(again.result).toBe('taken');
      expect((await other.act<OrganisationView>('organisation', {})).places.length).toBe(2);
    } finally {
      await other.close();
    }
  });

  it('sheets of the register may come alone; a fault in one names its line, and nothing is taken', async () => {
    const taken = await bench.take({ 'services.csv': 'id,name,kind\nСправка,Справка о выплатах,convenience\n' });
    expect(taken).toMatchObject({ result: 'taken', batch: null, files: [{ file: 'services.csv', taken: 1 }] });
    expect((await shown()).register.services.map(({ id }) => id)).toEqual(['Пособие', 'Справка']);
    const before = await bench.act<readonly BatchView[]>('listBatches', {});
    const faulty = bench.take({
      'organisation.csv': 'id,parent\nД,МСП\n',
      'positions.csv': 'id,name,from\nа,Первая,2025-01-01\nб,Вторая,1 мая\n',
    });
    await expect(faulty).rejects.toMatchObject({
      refusals: [{ code: 'register.invalid', file: 'positions.csv', line: 3, field: 'from', got: '1 мая' }],
    });
    expect(await bench.act('listBatches', {})).toEqual(before);
  });

  it('a trial of the form writes nothing', async () => {
    const { version } = await shown();
    const report = await bench.take({ 'segments.csv': 'id,name\nновые,Новые\n' }, { dryRun: true });
    expect(report satisfies ImportReport).toMatchObject({ result: 'dryRun', files: [{ taken: 1 }] });
    expect((await shown()).version).toBe(version);
  });
});

it('the form has the sheets that are read, and says what each column means', () => {
  const tables = organisationTemplate('en');
  expect(tables.map(({ title }) => title)).toEqual([
    'organisation',
    'bodies',
    'positions',
    'employees',
    'services',
    'segments',
    'about',
  ]);
  const about = tables.at(-1)!.rows.slice(0, -1);
  expect(about.length).toBe(tables.slice(0, -1).reduce((sum, { columns }) => sum + columns.length, 0));
  for (const [sheet, column, meaning] of about) expect(meaning, `${sheet}.${column}`).toMatch(/^\p{L}.+\.$/u);
});
