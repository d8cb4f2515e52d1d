import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FACT_FILES, FACTS, type Refused } from '#facts';
import { periodOf, readSpecs } from '../reference/conformance.ts';
import { generateWorld } from '../reference/generate.ts';
import { type Batch, readWorld } from '../reference/world.ts';
import { measured, openStore, type Stored, take } from './stored.ts';

// Again and corrected (facts.md § 1): what was imported comes back whole, and what a batch covered is uncovered.

const made = mkdtempSync(join(tmpdir(), 'luchshe-batches-'));
const opened: Stored[] = [];
afterAll(() => {
  for (const stored of opened) stored.close();
  rmSync(made, { recursive: true, force: true });
});

async function stored(zone: string): Promise<Stored> {
  const one = await openStore(zone);
  opened.push(one);
  return one;
}

/** Two batches of one source that tell of some cases twice. */
function twoBatches(): { readonly zone: string; readonly batches: readonly [Batch, Batch] } {
  for (let seed = 200; ; seed += 2) {
    const folder = join(made, String(seed));
    mkdirSync(folder, { recursive: true });
    const { zone, batches } = generateWorld(seed, 60, folder);
    if (batches.length === 2) return { zone, batches: batches as [Batch, Batch] };
  }
}

const METRICS = ['on-time', 'time-to-result', 'nobodys-time', 'documents-asked', 'open-age', 'journey-drop', 'easy'];
const SPECS = METRICS.flatMap((id) => {
  const spec = readSpecs().get(id);
  return spec ? [{ ...spec, min: { show: 1, judge: 10 } }] : [];
});

/** Everything that a store tells: figures whole and split, rows and spans as exported. */
async function told(one: Stored, { exports = true } = {}): Promise<unknown> {
  const periods = ['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'].map((name) => periodOf(name, one.zone));
  const figures: unknown[] = [];
  for (const spec of SPECS) {
    for (const asked of [{}, { split: 'unit' }]) {
      for (const [period, groups] of await measured(one, spec, periods, asked)) {
        const plain = [...groups].map(([key, { batches, ...figure }]) => [key, figure] as const);
        figures.push([spec.id, asked, period, plain.sort(([a], [b]) => (a < b ? -1 : 1))]);
      }
    }
  }
  return exports ? { figures, files: await exported(one) } : { figures };
}

async function exported(one: Stored): Promise<Record<string, string[]>> {
  const files: Record<string, string[]> = {};
  for (const fact of [...FACTS, 'span'] as const) {
    const file = join(one.folder, `${fact}.csv`);
    await one.store.exportTo(fact, file);
    // Rows alike in all that orders them may stand in either order.
    files[fact] = readFileSync(file, 'utf8').trim().split('\n').sort();
  }
  return files;
}

describe('what is exported', () => {
  it('imports into another store with the same figures, and exports again as it was', async () => {
    const { zone, batches } = twoBatches();
    const first = await stored(zone);
    await take(first, batches[1]);
    const folder = join(made, 'exported');
    mkdirSync(folder);
    for (const fact of FACTS) {
      const file = join(folder, `${FACT_FILES[fact]}.csv`);
      if ((await first.store.exportTo(fact, file)) === 0) rmSync(file);
    }
    const second = await stored(zone);
    const { horizon } = (await first.store.batches())[0]!;
    expect((await take(second, { folder, horizon })).result).toBe('taken');
    expect(await told(second)).toEqual(await told(first));
  }, 120_000);
});

describe('batches', () => {
  it('the same again changes nothing', async () => {
    const { zone, batches } = twoBatches();
    const one = await stored(zone);
    await take(one, batches[0], { digest: 'first' });
    const before = await told(one);
    expect((await take(one, batches[0], { digest: 'first' })).result).toBe('unchanged');
    expect(await told(one)).toEqual(before);
    // Told again in other bytes: every case once more, nothing twice.
    const again = await take(one, batches[0], { digest: 'first, in other bytes' });
    expect([again.result, again.repeated > 0]).toEqual(['taken', true]);
    expect(await told(one)).toEqual(before);
  }, 120_000);

  it('dropping the newer one brings back what it covered; dropping the older leaves the newer', async () => {
    const { zone, batches } = twoBatches();
    const [older, newer, both] = [await stored(zone), await stored(zone), await stored(zone)];
    await take(older, batches[0]);
    const first = await take(both, batches[0]);
    const second = await take(both, batches[1]);
    await both.store.dropBatch(second.batch!);
    expect(await told(both)).toEqual(await told(older));

    await take(both, batches[1]);
    await both.store.dropBatch(first.batch!);
    await take(newer, batches[1]);
    expect(await told(both)).toEqual(await told(newer));
  }, 180_000);

  it('--replaces puts files in a batch’s place', async () => {
    const { zone, batches } = twoBatches();
    const [one, other] = [await stored(zone), await stored(zone)];
    const wrong = await take(one, batches[1]);
    await take(one, batches[0], { replaces: wrong.batch! });
    await take(other, batches[0]);
    expect((await one.store.batches()).length).toBe(1);
    expect(await told(one)).toEqual(await told(other));
  }, 120_000);
});

describe('events told again', () => {
  const head = 'caseId,at,kind,unit,touchpoint\n';
  const cases = (folder: string, closedAt: string) =>
    `id,registeredAt,closedAt,outcome,unit\n${folder}Д1,2024-03-01T09:00:00Z,${closedAt},granted,У1\nД2,2024-03-02T09:00:00Z,2024-03-20T09:00:00Z,granted,У1\n`;
  const older = `${head}Д1,2024-03-02T09:00:00Z,register,У1,counter\nД1,2024-03-09T09:00:00Z,decide,У1,decision\nД2,2024-03-03T09:00:00Z,register,У1,counter\n`;
  const newer = `${head}Д1,2024-03-02T09:00:00Z,register,У1,counter\nД1,2024-03-05T09:00:00Z,step,У2,decision\n`;
  const batch = (name: string, rows: string, events: string): Batch => {
    const folder = join(made, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cases.csv'), rows);
    writeFileSync(join(folder, 'events.csv'), events);
    return { folder, horizon: '2024-04-30', source: 'made' };
  };
  const first = batch('older', cases('', '2024-03-10T09:00:00Z'), older);
  const second = batch('newer', cases('', '2024-03-12T09:00:00Z').replace(/Д2.*\n/, ''), newer);
  const inOne = (name: string, events: string) => batch(name, cases('', '2024-03-12T09:00:00Z'), events);
  const step = 'Д1,2024-03-05T09:00:00Z,step,У2,decision\n';

  it('stop the import where some of the older are missing, with the case', async () => {
    const one = await stored('Europe/Moscow');
    await take(one, first);
    const before = await told(one);
    const refused = await take(one, second).catch((error: unknown) => error);
    expect((refused as Refused).refusals).toMatchObject([{ code: 'import.eventsWholeOrAdded', got: 'Д1' }]);
    expect(await told(one)).toEqual(before);
  }, 120_000);

  it.each([
    ['whole', `${newer}Д2,2024-03-03T09:00:00Z,register,У1,counter\n`],
    ['added', older.replace('Д1,2024-03-09', `${step}Д1,2024-03-09`)],
  ] as const)(
    '--events %s: as one import of what then holds',
    async (events, all) => {
      const [one, other, before] = [
        await stored('Europe/Moscow'),
        await stored('Europe/Moscow'),
        await stored('Europe/Moscow'),
      ];
      await take(before, first);
      await take(one, first);
      const report = await take(one, second, { events });
      await take(other, inOne(`in one, ${events}`, all));
      expect(await told(one)).toEqual(await told(other));
      await one.store.dropBatch(report.batch!);
      expect(await told(one)).toEqual(await told(before));
    },
    120_000,
  );

  it('a correction replaces the case’s row and spans, as the reference reads it', async () => {
    const one = await stored('Europe/Moscow');
    await take(one, first);
    await take(one, second, { events: 'whole' });
    const world = readWorld([first, second], 'Europe/Moscow');
    const rows = (await exported(one)).span!.filter((line) => line.startsWith('Д'));
    const spans = [...world.cases.values()].flatMap((row) => row.spans);
    expect(rows.length).toBe(spans.length);
    expect(rows.filter((line) => line.startsWith('Д1')).map((line) => line.split(',').at(-1))).toContain(
      '2024-03-12T09:00:00.000000Z',
    );
  }, 60_000);
});
