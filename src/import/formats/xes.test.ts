import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#facts';
import { stageFile } from './stage.ts';
import type { StagedTable } from './staged.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xes-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let count = 0;
const stage = async (content: string | Uint8Array, name = 'лог.xes') => {
  const path = join(folder, `${++count}.bin`);
  await writeFile(path, content);
  return stageFile(path, { tmpDir: folder, name });
};
const refusal = async (content: string | Uint8Array) => {
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

const event = (...more: string[]): string => `<event>${more.join('')}</event>`;
const text = (key: string, value: string): string => `<string key="${key}" value="${value}"/>`;
const at = (value: string): string => `<date key="time:timestamp" value="${value}"/>`;
const log = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n${body}\n</log>`;
const list = `<list key="parts"><values>${text('concept:name', 'внутри')}</values></list>`;
const small = log(
  `<global scope="event">${text('concept:name', 'none')}</global>
<trace>${text('concept:name', 'Д-1')}${text('amount', '35.0')}
${event(text('concept:name', 'Приём'), at('2024-03-05T09:00:00+03:00'), text('lifecycle:transition', 'complete'), text('org:resource', 'С-1'))}
${event(text('concept:name', 'Решение &quot;да&quot;, нет'), at('2024-03-06T09:00:00+03:00'), text('Amount', '1'), list)}
</trace>
<trace>${text('concept:name', 'Д-2')}</trace>`,
);

describe('logs', () => {
  it('become cases and events with their attributes', async () => {
    const staged = await stage(small);
    expect(staged.format).toBe('xes');
    expect(await lines(staged.tables[0])).toEqual(['id,amount,__line', 'Д-1,35.0,4', 'Д-2,,8']);
    expect(await lines(staged.tables[1])).toEqual([
      'caseId,at,activity,lifecycle:transition,org:resource,Amount,__line',
      'Д-1,2024-03-05T09:00:00+03:00,Приём,complete,С-1,,5',
      'Д-1,2024-03-06T09:00:00+03:00,"Решение ""да"", нет",,,1,6',
    ]);
    expect(staged.tables.map((table) => table.rows)).toEqual([2, 2]);
  });

  it('packed by gzip are the same', async () => {
    const staged = await stage(gzipSync(small), 'лог.xes.gz');
    expect(staged.tables.map((table) => [table.name, table.rows])).toEqual([
      ['cases', 2],
      ['events', 2],
    ]);
  });

  it('an attribute that first comes late still has its column', async () => {
    const one = event(text('concept:name', 'a'), at('2024-03-05T09:00:00Z'));
    const many = `<trace>${text('concept:name', '1')}${one.repeat(20_500)}${event(text('late', 'x'), text('concept:name', 'b'))}</trace>`;
    const staged = await stage(log(many));
    const rows = await lines(staged.tables[1]);
    expect(rows[0]).toBe('caseId,at,activity,late,__line');
    expect(rows).toHaveLength(20_502);
    expect(rows.at(-1)).toBe('1,,b,x,3');
  });

  it('in CP1251 are read by their declaration', async () => {
    const head = '<?xml version="1.0" encoding="windows-1251"?><log><trace><string key="concept:name" value="';
    const content = Buffer.concat([
      Buffer.from(head),
      Buffer.from([0xc4, 0xe5, 0xeb, 0xee]),
      Buffer.from('"/></trace></log>'),
    ]);
    expect((await lines((await stage(content)).tables[0]))[1]).toBe('Дело,1');
  });
});

describe('bad logs are refused', () => {
  it.each([
    ['cut in the middle', small.slice(0, 500), 'xml.truncated'],
    ['without its last tag', small.replace('</log>', ''), 'xml.truncated'],
    ['with a DTD', small.replace('<log', '<!DOCTYPE log [<!ENTITY a "b">]><log'), 'xml.dtd'],
    ['with an entity', small.replace('Д-2', '&boom;'), 'xml.broken'],
    ['with tags that do not match', small.replace('</trace>', '</event>'), 'xml.broken'],
    ['another XML', '<?xml version="1.0"?><catalogue><a/></catalogue>', 'xes.notLog'],
    ['without traces', log(''), 'xes.noTraces'],
    ['with a nameless trace', log(`<trace>${text('x', '1')}</trace>`), 'xes.traceWithoutName'],
    ['with NUL', small.replace('35.0', '3\0'), 'file.nul'],
    [
      'not in the encoding it declares',
      Buffer.concat([Buffer.from(small.slice(0, 300)), Buffer.from([0xc4])]),
      'file.encoding',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refusal(content)).toMatchObject({ code, file: 'лог.xes' });
  });

  it('says the line of a DTD', async () => {
    expect(await refusal(small.replace('<log', '<!DOCTYPE log>\n<log'))).toMatchObject({ code: 'xml.dtd', line: 2 });
  });
  it('a gzip bomb', async () => {
    expect(
      await refusal(gzipSync(Buffer.concat([Buffer.from('<log>'), Buffer.alloc(100 * 1024 * 1024, 32)]))),
    ).toMatchObject({
      code: 'gzip.bomb',
    });
  });
  it('a gzip bomb that claims to be a table', async () => {
    expect(await refusal(gzipSync(Buffer.alloc(70 * 1024 * 1024, 49)))).toMatchObject({ code: 'gzip.bomb' });
  });
  it('a gzip cut short', async () => {
    const packed = gzipSync(small);
    expect(await refusal(packed.subarray(0, packed.length - 20))).toMatchObject({ code: 'gzip.broken' });
  });
});

const data = join(import.meta.dirname, '../../../../shared/data');
const roadTraffic = join(data, 'roadtraffic100traces.xes');
const helpdesk = join(data, 'helpdesk.xes.gz');

// de Leoni, Mannhardt, doi 10.4121/uuid:270fd440-1057-4fb9-89a9-b699b47990f5; Verenich, doi 10.17632/39bp3vv62t.1.
describe('real logs (skipped where the public files are absent)', () => {
  it.skipIf(!existsSync(roadTraffic))('road traffic fines: 100 cases, 390 events', async () => {
    const { tables } = await stageFile(roadTraffic, { tmpDir: folder });
    expect(tables.map((table) => table.rows)).toEqual([100, 390]);
    expect(tables[1]?.columns.slice(0, 3)).toEqual(['caseId', 'at', 'activity']);
  });
  it.skipIf(!existsSync(helpdesk))('helpdesk: 4 580 cases, 21 348 events', async () => {
    const { tables } = await stageFile(helpdesk, { tmpDir: folder });
    expect(tables.map((table) => table.rows)).toEqual([4580, 21_348]);
  });
});
