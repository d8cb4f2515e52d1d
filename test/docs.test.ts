import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'README.ru.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);

/** The public logs lie beside the project, never in it; `LUCHSHE_LOGS` names another place. */
const logs = process.env.LUCHSHE_LOGS ?? join(root, '../shared/data');
const haveLogs = ['helpdesk.xes.gz', 'roadtraffic100traces.xes'].every((name) => existsSync(join(logs, name)));

interface Block {
  readonly line: number;
  readonly script: string;
  readonly shows: readonly string[];
  readonly exit: number;
  readonly needsLogs: boolean;
}

/** `<!-- run [exit 1] [with logs]: TEXT || TEXT -->` and the `sh` block right below it. */
const MARKED = /<!-- run(?<how>[^:\n]*)(?:: (?<shows>.*?))? -->\n```sh\n(?<script>[\s\S]*?)\n```/g;

const blocksOf = (text: string): readonly Block[] =>
  [...text.matchAll(MARKED)].map(({ groups = {}, index }) => ({
    line: text.slice(0, index).split('\n').length,
    script: groups.script ?? '',
    shows: groups.shows?.split(' || ') ?? [],
    exit: Number(/exit (\d+)/.exec(groups.how ?? '')?.[1] ?? 0),
    needsLogs: /with logs/.test(groups.how ?? ''),
  }));

/** A folder in which the documents' commands run as in the clone: examples are there, nothing is left behind. */
let place = '';
const run = (script: string, data: string) => {
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', `${asInstalled}\n${script}`], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, LUCHSHE_DATA: join(place, data), LUCHSHE_LANG: 'en', LOGS: logs },
  });
  // No-break spaces, which hold numbers to their words, are spaces to whoever reads the document.
  return { status, output: `${stdout}${stderr}`.replaceAll('\u00A0', ' ') };
};
/** `npx luchshe` finds the clone's own command; outside the clone a function stands in, and spares npx its second. */
const asInstalled = `npx() { shift; "${process.execPath}" "${join(root, 'bin/luchshe.mjs')}" "$@"; }`;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'luchshe-docs-'));
  symlinkSync(join(root, 'examples'), join(place, 'examples'));
  mkdirSync(join(place, 'demo-data'));
  const made = run('npx luchshe demo --cases 300 --out demo && npx luchshe import demo/*.csv || true', 'demo-data');
  if (!made.output.includes('Taken as batch')) throw new Error(made.output);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Documents on a data directory that holds the demo; the others begin with an empty one. */
const ON_THE_DEMO = new Set(['README.md', 'docs/metrics.md', 'docs/journeys.md']);

describe('commands in the documents do what is said', () => {
  for (const document of documents) {
    for (const { line, script, shows, exit, needsLogs } of blocksOf(read(document))) {
      const name = `${document}:${line}`;
      it.skipIf(needsLogs && !haveLogs)(
        needsLogs && !haveLogs ? `${name} (skipped: no public logs here)` : name,
        () => {
          const data = ON_THE_DEMO.has(document) ? 'demo-data' : document.replaceAll('/', '-');
          const { status, output } = run(script, data);
          for (const text of shows) expect(output).toContain(text);
          expect(status, output).toBe(exit);
        },
      );
    }
  }
});

describe('documents speak of what is there', () => {
  it('every script is in CONTRIBUTING.md, and every npm command of a document is a script', () => {
    const { scripts, bin } = JSON.parse(read('package.json')) as Record<'scripts' | 'bin', Record<string, string>>;
    expect(Object.keys(bin)).toEqual(['luchshe']);
    for (const script of Object.keys(scripts))
      expect(read('CONTRIBUTING.md')).toMatch(new RegExp(`npm (run )?${script}\``));
    for (const document of documents) {
      for (const [, named = ''] of read(document).matchAll(/npm (?:run )?(start|test|(?<=run )[a-z:]+)/g))
        expect(scripts, document).toHaveProperty([named]);
    }
  });

  it('the Russian readme gives the commands of the English one', () => {
    const commandsOf = (path: string) =>
      read(path)
        .split('\n')
        .filter((line) => line.startsWith('npx luchshe '))
        .map((line) => line.split(' || ', 1)[0]);
    expect(commandsOf('README.ru.md').length).toBeGreaterThan(3);
    expect(commandsOf('README.md')).toEqual(expect.arrayContaining(commandsOf('README.ru.md')));
  });

  it('every room of src has its chapter and its invariant in ARCHITECTURE.md', () => {
    const chapters = new Map(
      read('ARCHITECTURE.md')
        .split(/^#+ /m)
        .map((chapter) => [chapter.split('\n', 1)[0] ?? '', chapter]),
    );
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((each) => each.isDirectory());
    expect(rooms.length).toBeGreaterThan(10);
    for (const { name } of rooms) expect(chapters.get(`\`src/${name}\``)).toContain('**Architecture Invariant:**');
    for (const name of chapters.keys()) {
      const room = /^`(src\/\w+)`$/.exec(name)?.[1];
      if (room) expect(existsSync(join(root, room)), room).toBe(true);
    }
  });

  it('every family of refusals of the import is in docs/import.md', async () => {
    const { importWords } = await import('#words');
    const refusals = Object.entries(importWords.en).filter(
      ([code, words]) => typeof words === 'object' && !code.startsWith('note.'),
    );
    const families = new Set(refusals.map(([code]) => code.split('.', 1)[0]));
    expect(families.size).toBeGreaterThan(5);
    const described = read('docs/import.md');
    expect([...families].filter((family) => !described.includes(`\`${family}.…\``))).toEqual([]);
  });

  it('the fields of every canonical fact are in docs/import.md', async () => {
    const { FACT_FILES, FACTS, FIELDS } = await import('#facts');
    const lines = read('docs/import.md').split('\n');
    for (const fact of FACTS) {
      const line = lines.find((each) => each.startsWith(`| ${FACT_FILES[fact]} |`)) ?? '';
      for (const { name, required } of FIELDS[fact])
        expect(line, fact).toContain(required ? `\`${name}\`*` : `\`${name}\``);
    }
  });

  it('every field of a mapping and every code that it may give is in docs/mapping.md', async () => {
    const [{ Mapping }, { FACTS, FIELDS }, { z }] = await Promise.all([
      import('#import'),
      import('#facts'),
      import('zod'),
    ]);
    const names = new Set<string>();
    JSON.stringify(z.toJSONSchema(Mapping), (_key, value) => {
      for (const name of Object.keys(value?.type === 'object' ? (value.properties ?? {}) : {})) names.add(name);
      return value;
    });
    expect(names.size).toBeGreaterThan(30);
    const codes = FACTS.flatMap((fact) => FIELDS[fact].flatMap(({ oneOf = [] }) => oneOf));
    const described = read('docs/mapping.md');
    expect([...names, ...codes].filter((word) => !described.includes(`\`${word}\``))).toEqual([]);
  });

  it('every concept of the language is in docs/metrics.md', async () => {
    const { CONCEPTS } = await import('#catalogue');
    const described = read('docs/metrics.md');
    expect(Object.keys(CONCEPTS).filter((concept) => !described.includes(`\`${concept}\``))).toEqual([]);
  });

  it('whatever the tutorial tells to press stands so on the page', async () => {
    const { webWords } = await import('#words');
    for (const [lang, document] of [
      ['ru', 'docs/tutorial.ru.md'],
      ['en', 'docs/tutorial.md'],
    ] as const) {
      const said = new Set<string>();
      JSON.stringify(webWords[lang], (_key, value) => (typeof value === 'string' ? said.add(value) && value : value));
      const pressed = [...read(document).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) =>
        words.replace(/\s+/g, ' '),
      );
      expect(pressed.length).toBeGreaterThan(15);
      expect(pressed.filter((words) => !said.has(words))).toEqual([]);
    }
  });

  it('every link to a file leads to one', () => {
    for (const document of documents) {
      for (const [, target = ''] of read(document).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g))
        expect(existsSync(join(root, dirname(document), target)), `${document}: ${target}`).toBe(true);
    }
  });
});
