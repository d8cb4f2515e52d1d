import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleRows } from '../formats/explain.ts';
import { stageFile } from '../formats/stage.ts';
import { viewsOf } from '../mapping/views.ts';
import type { GuessTable } from './draft.ts';
import { guessMapping } from './guess.ts';

// de Leoni, Mannhardt, doi 10.4121/uuid:270fd440-1057-4fb9-89a9-b699b47990f5; Verenich, doi 10.17632/39bp3vv62t.1.
// The files are not ours: they are used where they lie, and the tests are skipped where they are absent.
const data = join(import.meta.dirname, '../../../../shared/data');
const files = {
  roadCsv: join(data, 'roadtraffic100traces.csv'),
  roadXes: join(data, 'roadtraffic100traces.xes'),
  helpdesk: join(data, 'helpdesk.xes.gz'),
  canonical: join(data, 'conformance/events.csv'),
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guess-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const tablesOf = async (path: string): Promise<GuessTable[]> => {
  const staged = await stageFile(path, { tmpDir: folder });
  return Promise.all(
    staged.tables.map(async ({ name, columns, format }, at) => ({
      name,
      columns,
      format,
      rows: await sampleRows(staged.tables[at]!),
    })),
  );
};

describe('real logs (skipped where the public files are absent)', () => {
  it.skipIf(!existsSync(files.roadCsv))('road traffic fines as CSV: a sure log of events', async () => {
    const guess = guessMapping(await tablesOf(files.roadCsv), []);
    expect(guess.unsettled).toEqual([]);
    expect(guess.sure).toBe(true);
    expect(guess.mapping.tables[0]).toMatchObject({
      table: '*',
      rows: 'event',
      fields: { caseId: 'case:concept:name', at: 'time:timestamp', activity: 'concept:name', employee: 'org:resource' },
      activities: {
        lifecycle: 'lifecycle:transition',
        values: { Payment: { kind: 'pay' }, 'Send for Credit Collection': { closes: '' } },
      },
    });
  });

  it.skipIf(!existsSync(files.roadXes))('the same as XES: cases and events', async () => {
    const tables = await tablesOf(files.roadXes);
    const { mapping, sure } = guessMapping(tables, []);
    expect(sure).toBe(true);
    expect(mapping.tables.map((table) => table.rows)).toEqual(['case', 'event']);
    expect(tables.flatMap((table) => viewsOf(mapping, table)).map((view) => view.fact)).toEqual(['case', 'event']);
  });

  it.skipIf(!existsSync(files.helpdesk))('a helpdesk: «Closed» ends its cases', async () => {
    const { mapping, sure } = guessMapping(await tablesOf(files.helpdesk), []);
    expect(sure).toBe(true);
    expect(mapping.tables[1]?.activities?.values.Closed).toMatchObject({ closes: 'completed' });
  });

  it.skipIf(!existsSync(files.canonical))('canonical files stay as they are', async () => {
    const staged = await stageFile(files.canonical, { tmpDir: folder });
    expect(staged.tables[0]).toMatchObject({
      csv: { path: files.canonical },
      verbatim: true,
      notes: [],
      refusedRows: 0,
    });
  });
});
