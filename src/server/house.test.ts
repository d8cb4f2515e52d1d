import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runAct } from '#acts';
import { Refused } from '#facts';
import { openHouse } from './compose.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luchshe-house-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a data directory has one house at a time, and says who holds it', async () => {
  const first = await openHouse(folder);
  const refused = await openHouse(folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).refusals[0]).toMatchObject({ code: 'data.inUse', with: { pid: String(process.pid) } });
  await first.close();
  await (await openHouse(folder)).close();
});

it('a body changes a parameter by a file of its own under the same name, found without a restart', async () => {
  const house = await openHouse(folder);
  const { catalogue } = house.ports({ paths: false });
  const before = (await catalogue.load()).metrics;
  const spec = before.get('on-time')!;
  mkdirSync(join(folder, 'catalogue', 'metrics'), { recursive: true });
  writeFileSync(
    join(folder, 'catalogue', 'metrics', 'on-time.json'),
    JSON.stringify({ ...spec, name: { ru: 'Вовремя', en: 'In time' } }),
  );
  const after = (await catalogue.load()).metrics;
  expect([after.size, after.get('on-time')?.name.en]).toEqual([before.size, 'In time']);
  await house.close();
});

it('a faulty metric file of the body is told with its place, and the rest of the catalogue works', async () => {
  const own = join(folder, 'catalogue', 'metrics');
  mkdirSync(own, { recursive: true });
  const house = await openHouse(folder);
  const { catalogue } = house.ports({ paths: false });
  const before = (await catalogue.load()).metrics;
  const spec = before.get('on-time')!;
  writeFileSync(join(own, 'misnamed.json'), JSON.stringify({ ...spec, id: 'own-time' }));
  writeFileSync(join(own, 'unreadable.json'), '{\n"id": "unreadable",,\n}');
  writeFileSync(join(own, 'on-time.json'), JSON.stringify({ ...spec, better: 'sideways' }));
  writeFileSync(join(own, 'good.json'), JSON.stringify({ ...spec, id: 'good' }));
  const { metrics, faults } = await catalogue.load();
  expect(faults.map(({ code, file, line, field, got }) => [code, file, line ?? field, got])).toEqual([
    ['metric.fileName', 'catalogue/metrics/misnamed.json', 'id', 'own-time'],
    ['metric.notOneOf', 'catalogue/metrics/on-time.json', 'better', '"sideways"'],
    ['file.notJson', 'catalogue/metrics/unreadable.json', 2, undefined],
  ]);
  // The body meant another on-time than the product's: neither stands in until it is mended.
  expect([...metrics.keys()].sort()).toEqual([...[...before.keys()].filter((id) => id !== 'on-time'), 'good'].sort());

  const asked = async (name: string, input: unknown) =>
    runAct(name, input, {
      actor: 'test',
      now: () => 0,
      ports: house.ports({ paths: false }),
      progress: () => undefined,
      signal: new AbortController().signal,
      lang: 'en',
    });
  expect(await asked('catalogueList', {})).toHaveLength(before.size);
  expect(await asked('catalogueFaults', {})).toMatchObject([
    { remedy: { en: expect.stringContaining('own-time.json') } },
    { remedy: { en: expect.stringContaining('up, down') } },
    { reason: { en: expect.stringContaining('line 2') } },
  ]);
  const refused = await asked('catalogueShow', { metric: 'on-time' }).catch((error: unknown) => error);
  expect((refused as Refused).refusals).toMatchObject([{ code: 'metric.notOneOf', field: 'better' }]);
  await house.close();
});

it('old uploads and the leavings of a killed process are gone after the next opening', async () => {
  await (await openHouse(folder)).close();
  for (const place of ['temp/t-1', 'uploads/old', 'uploads/new']) mkdirSync(join(folder, place), { recursive: true });
  utimesSync(join(folder, 'uploads', 'old'), 0, 0);
  await (await openHouse(folder)).close();
  expect(['temp/t-1', 'uploads/old', 'uploads/new'].map((place) => existsSync(join(folder, place)))).toEqual([
    false,
    false,
    true,
  ]);
});
