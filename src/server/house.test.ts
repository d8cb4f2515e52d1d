import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
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
