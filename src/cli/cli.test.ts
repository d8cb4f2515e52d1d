import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

/** The command as a person gets it: the built bundle (`npm test` builds before it tests). */
const bin = fileURLToPath(new URL('../../bin/luchshe.mjs', import.meta.url));

// Each command is a process of its own, and a busy machine starts few of them at once.
vi.setConfig({ testTimeout: 240_000 });

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luchshe-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function luchshe(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: object } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd: folder, env: { ...process.env, LUCHSHE_DATA: undefined, LUCHSHE_LANG: undefined, ...env } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
    child.stdin?.end(input);
  });
}

const series = [
  'period,value',
  ...[82, 84, 81, 83, 85, 82, 84, 83, 81, 84, 83, 85, 97].map((x, i) => `p${i + 1},${x}`),
];
const text = series.join('\n');

describe('luchshe judge', () => {
  it('judges standard input: the centre is the mean, and the limits leave the jump at the end out', async () => {
    const { code, out } = await luchshe(['judge', '-', '--format', 'json', '--target', '90'], { input: text });
    const judged = JSON.parse(out);
    // Twelve moving ranges 2 3 2 2 3 2 1 2 3 1 2 12, mean 2.92; 12 is above 3.267 × 2.92 and left out: 23 ÷ 11.
    expect(code).toBe(0);
    expect(judged.centre).toBeCloseTo(1094 / 13, 9);
    expect(judged.meanMovingRange).toBeCloseTo(23 / 11, 9);
    expect(judged.upper).toBeCloseTo(1094 / 13 + (2.66 * 23) / 11, 9);
    expect(judged.excludedRanges).toEqual(['p13']);
    expect(judged.points.at(-1)).toEqual({ period: 'p13', value: 97, rules: ['outside'] });
    expect(judged.verdict.kind).toBe('better');
    expect(judged.verdict.reason.ru).toMatch(/[а-я]/);
    expect(judged.target.class).toBe('consistentlyMissed');
  });

  it('reads a file and speaks Russian by default, English when asked', async () => {
    writeFileSync(join(folder, 's.csv'), text);
    const [ru, en, env] = await Promise.all([
      luchshe(['judge', 's.csv']),
      luchshe(['judge', 's.csv', '--lang', 'en']),
      luchshe(['judge', 's.csv'], { env: { LUCHSHE_LANG: 'en' } }),
    ]);
    expect(ru?.out).toContain('Лучше. ');
    expect(en?.out).toContain('Better. ');
    expect(env?.out).toBe(en?.out);
  });

  it('makes no data directory', async () => {
    await luchshe(['judge', '-'], { input: text });
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('exit codes', () => {
  it('1 with the reason on stderr when refused, nothing on stdout', async () => {
    const { code, out, err } = await luchshe(['judge', '-', '--json'], { input: 'period,value\np1,abc\n' });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('abc');
  });

  it.each([
    ['an unknown command', ['frob']],
    ['an unknown option', ['judge', '-', '--frob']],
    ['a missing argument', ['judge']],
    ['a value that does not fit', ['judge', '-', '--target', 'many']],
    ['a choice that is none', ['judge', '-', '--better', 'sideways']],
    ['no command at all', []],
  ])('2 for %s', async (_what, args) => {
    const { code, err, out } = await luchshe([...args, '--lang', 'en']);
    expect(code).toBe(2);
    expect(err + out).toMatch(/luchshe/);
  });
});

describe('luchshe import', () => {
  const cases = [
    'id,registeredAt,closedAt,dueAt,unit,outcome',
    '1,2025-03-03T09:00:00Z,2025-03-05T09:00:00Z,2025-03-10,U1,granted',
    '2,2025-03-04T09:00:00Z,2025-03-20T09:00:00Z,2025-03-10,U1,granted',
  ];
  const file = (name: string, lines: readonly string[]) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'cases.csv'), `${lines.join('\n')}\n`);
    return join(name, 'cases.csv');
  };

  it('takes a file, changes nothing the second time, measures, and drops the batch', async () => {
    const path = file('good', cases);
    const first = await luchshe(['import', path, '--json', '--horizon', '2025-04-30']);
    const report = JSON.parse(first.out);
    expect([first.code, report.result, report.cases, report.refusals]).toEqual([0, 'taken', 2, []]);
    expect(report.files).toMatchObject([{ file: 'cases.csv', rowsRead: 2, taken: 2, refused: 0 }]);
    const again = JSON.parse((await luchshe(['import', path, '--json', '--horizon', '2025-04-30'])).out);
    expect([again.result, again.batch]).toEqual(['unchanged', report.batch]);

    const measured = await luchshe([
      'measure',
      '--metric',
      'on-time',
      '--from',
      '2025-03',
      '--to',
      '2025-03',
      '--json',
    ]);
    expect(JSON.parse(measured.out)).toMatchObject([
      { metric: 'on-time', period: '2025-03', state: 'tooFew', scope: {} },
    ]);

    expect((await luchshe(['batches', 'drop', report.batch])).code).toBe(0);
    expect(JSON.parse((await luchshe(['batches', '--json'])).out)).toEqual([]);
  });

  it('refuses a file with a faulty row as a whole: line, field, found, reason and remedy, exit code 1', async () => {
    const path = file('bad', [...cases, '3,2025-02-31T09:00:00Z,,,U1,']);
    const { code, out } = await luchshe(['import', path, '--json', '--lang', 'en']);
    const report = JSON.parse(out);
    expect([code, report.result, report.batch]).toEqual([1, 'refused', null]);
    const [refusal] = report.refusals;
    expect(refusal).toMatchObject({ file: 'cases.csv', line: 4, field: 'registeredAt', got: '2025-02-31T09:00:00Z' });
    expect(refusal.reason).toMatch(/[a-z]/);
    expect(refusal.remedy).toMatch(/[a-z]/);
    expect(JSON.parse((await luchshe(['batches', '--json'])).out)).toEqual([]);
  });

  it('tells in JSON too of what was refused before any row was read', async () => {
    writeFileSync(join(folder, 'empty.csv'), '');
    const { code, out, err } = await luchshe(['import', join(folder, 'empty.csv'), '--json', '--lang', 'en']);
    const report = JSON.parse(out);
    expect([code, err]).toEqual([1, expect.stringContaining('empty.csv')]);
    expect(report).toMatchObject({ result: 'refused', batch: null, cases: 0, events: 0 });
    expect(report.files).toMatchObject([{ file: 'empty.csv', rowsRead: 0 }]);
    expect(report.refusals).toMatchObject([{ code: expect.stringMatching(/^file\./), file: 'empty.csv' }]);
  });

  it('tells of a start cohort how its cases stand, in the table and in the words of the figure', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => {
      const [closed, outcome] =
        i < 8 ? [`2025-03-${10 + i}T09:00:00Z`, 'granted'] : i < 10 ? ['2025-03-09T09:00:00Z', 'withdrawn'] : ['', ''];
      return `${i},2025-03-01T09:00:00Z,${closed},${outcome}`;
    });
    const path = file('cohort', ['id,registeredAt,closedAt,outcome', ...rows]);
    const data = join(folder, 'cohorts');
    await luchshe(['import', path, '--data', data, '--horizon', '2025-04-30']);
    const asked = ['--metric', 'time-to-result', '--cohort', '--data', data, '--lang', 'en'];
    const measured = await luchshe(['measure', ...asked, '--from', '2025-03', '--to', '2025-03']);
    const [titles = '', , row = ''] = measured.out.split('\n');
    expect(titles.split(/ {2,}/)).toEqual(expect.arrayContaining(['n', 'closed', 'otherwise', 'open', 'state']));
    expect(row).toMatch(/ 12 +8 +2 +2 /);
    const plain = await luchshe([
      'measure',
      ...asked.filter((one) => one !== '--cohort'),
      '--from',
      '2025-03',
      '--to',
      '2025-03',
    ]);
    expect(plain.out).not.toContain('otherwise');
    const explained = await luchshe(['explain', ...asked, '--period', '2025-03']);
    expect(explained.out).toMatch(/By date of start.*n = 12 \(closed 8, otherwise 2, still open 2\)/s);
    expect(explained.out).not.toContain('By closing date');
  });

  it('takes a mapping from a file, later by the name of its source, and refuses what is neither', async () => {
    const mapping = {
      mapping: 1,
      source: 'Канцелярия',
      zone: 'Europe/Moscow',
      dateOrder: 'dmy',
      decimal: ',',
      empty: [],
      tables: [{ table: '*', rows: 'case', fields: { id: 'Номер', registeredAt: 'Подано', closedAt: 'Готово' } }],
    };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    writeFileSync(join(folder, 'march.csv'), 'Номер;Подано;Готово\n1;01.03.2025;05.03.2025\n');
    writeFileSync(join(folder, 'april.csv'), 'Номер;Подано;Готово\n2;01.04.2025;05.04.2025\n');
    const data = join(folder, 'mapped');
    const importing = (file: string, named: string) =>
      luchshe(['import', file, '--mapping', named, '--data', data, '--json', '--lang', 'en']);
    expect((await importing('march.csv', 'Канцелярия')).err).toContain('neither a file “Канцелярия” nor');
    expect(JSON.parse((await importing('march.csv', 'mapping.json')).out).result).toBe('taken');
    const byName = await importing('april.csv', 'Канцелярия');
    expect([byName.code, byName.err]).toEqual([0, '']);
    expect(JSON.parse(byName.out)).toMatchObject({ result: 'taken', cases: 1, refusals: [] });

    writeFileSync(join(folder, 'broken.json'), '{\n  "mapping": 1,\n}\n');
    expect((await importing('april.csv', 'broken.json')).err).toMatch(/broken\.json:3: .* a mistake in line 3\./);

    const neither = await importing('april.csv', 'Регистратура');
    expect(neither.code).toBe(1);
    expect(neither.err).toMatch(/neither a file “Регистратура” nor a saved mapping.*saved: Канцелярия/s);
  });

  it('links: a list in JSON, budgets that fit nothing told on stderr, the weakest link named in the table', async () => {
    const data = join(folder, 'linked');
    await luchshe(['import', file('links', cases), '--data', data, '--horizon', '2025-04-30']);
    const day = 86_400;
    const budgets = [
      { link: { kind: 'work', unit: 'U1' }, budgetSeconds: 4 * day },
      { link: { unit: 'U2' }, budgetSeconds: 0 },
    ];
    writeFileSync(join(folder, 'budgets.json'), JSON.stringify(budgets));
    const asked = ['links', '--budgets', 'budgets.json', '--data', data, '--lang', 'en'];
    const json = await luchshe([...asked, '--from', '2025-03', '--to', '2025-Q1', '--format', 'json']);
    // 2 and 16 days, kept at 2 and 4.
    expect(JSON.parse(json.out)).toMatchObject([
      {
        link: { kind: 'work', touchpoint: null, unit: 'U1', body: null, giver: null, taker: null },
        cases: 2,
        totalSeconds: 18 * day,
        meanSeconds: 9 * day,
        p50Seconds: 9 * day,
        share: 1,
        budgetSeconds: 4 * day,
        fall: { mean: 6 * day, p50: 6 * day },
      },
    ]);
    expect(json.err).toContain('Budget budgets.1 meets no link: {"unit":"U2"}');
    const table = await luchshe(asked);
    expect(table.out).toMatch(/End to end: 2 cases.*at work · U1.*Weakest link: at work · U1\./s);
  });

  it('a dry run changes nothing', async () => {
    const { code, out } = await luchshe(['import', file('dry', cases), '--dry-run', '--json']);
    expect([code, JSON.parse(out).result]).toEqual([0, 'dryRun']);
    expect(JSON.parse((await luchshe(['batches', '--json'])).out)).toEqual([]);
  });
});

describe('a running server', () => {
  const data = () => join(folder, 'served');
  let server: ReturnType<typeof spawn> | undefined;
  afterEach(() => server?.kill('SIGKILL'));

  const started = async (): Promise<string> => {
    server = spawn(process.execPath, [bin, 'start', '--port', '0', '--data', data()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const child = server;
    return new Promise((resolve, reject) => {
      let said = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const url = /http:\/\/[\d.:]+/.exec(said)?.[0];
        if (url) resolve(url);
      });
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
  };

  it('is asked by the command line, keeps a second one away, and ends cleanly by Ctrl-C', async () => {
    const url = await started();
    expect((await (await fetch(`${url}/api/health`)).json()).ready).toBe(true);
    expect(statSync(join(data(), 'server.json')).mode & 0o777).toBe(0o600);

    const second = await luchshe(['start', '--port', '0', '--data', data(), '--lang', 'en']);
    expect([second.code, second.err]).toEqual([1, expect.stringContaining(url)]);

    const asked = await luchshe(['mapping', 'guess', 's.csv', '--data', data(), '--lang', 'en']);
    expect(asked.err).not.toContain('in use');

    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(existsSync(join(data(), 'server.json'))).toBe(false);
  });

  it('killed, leaves a note that misleads nobody and a lock that holds nobody up', async () => {
    await started();
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGKILL');
    await ended;
    expect(JSON.parse(readFileSync(join(data(), 'server.json'), 'utf8')).pid).toBe(server?.pid);
    await started();
  });
});
