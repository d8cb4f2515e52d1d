import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WHOLE } from '../reference/evaluate.ts';
import { measured, openStore, type Stored, take } from './stored.ts';

// Where a journey names a closing touchpoint, its runs end there (facts.md § 2), by hand.

const CASES = `id,journey,journeyRun,registeredAt,closedAt,outcome
a1,birth,A,2026-01-01T09:00:00Z,2026-01-03T09:00:00Z,granted
a2,birth,A,2026-01-02T09:00:00Z,2026-01-05T09:00:00Z,granted
b1,birth,B,2026-01-01T09:00:00Z,2026-01-04T09:00:00Z,refused
c1,moving,C,2026-01-01T09:00:00Z,2026-01-02T09:00:00Z,granted
`;
/** Run A is paid in its first case; run B is only told of the payment. */
const EVENTS = `caseId,at,kind,touchpoint,unit
a1,2026-01-01T09:00:00Z,submit,window,U
a1,2026-01-03T09:00:00Z,pay,payment,U
a2,2026-01-02T09:00:00Z,submit,window,U
b1,2026-01-01T09:00:00Z,submit,window,U
b1,2026-01-03T09:00:00Z,notify,payment,U
b1,2026-01-04T09:00:00Z,issue,letters,U
c1,2026-01-01T09:00:00Z,submit,window,U
`;
const JANUARY = { name: '2026-01', from: Date.UTC(2026, 0, 1) * 1000, to: Date.UTC(2026, 1, 1) * 1000 };
const ENDED = {
  id: 'ended',
  kpi: 'speed',
  group: 'objective',
  name: { ru: 'Пути', en: 'Runs' },
  better: 'down',
  of: 'run',
  measure: { mean: { time: ['startedAt', 'endedAt'], clock: 'calendar' } },
  by: 'endedAt',
  unit: 'days',
  levels: ['journey'],
  clients: ['citizen'],
  roll: 'weightedParts',
  counter: ['nobodys-time'],
  min: { show: 1, judge: 1 },
} as const;

const folder = mkdtempSync(join(tmpdir(), 'luchshe-closings-'));
let stored: Stored;
beforeAll(async () => {
  writeFileSync(join(folder, 'cases.csv'), CASES);
  writeFileSync(join(folder, 'events.csv'), EVENTS);
  stored = await openStore('UTC');
});
afterAll(() => {
  stored.close();
  rmSync(folder, { recursive: true });
});

const batch = { folder, source: 'hand', horizon: '2026-02-01T00:00:00Z' };
const days = async () => {
  const figures = (await measured(stored, ENDED as never, [JANUARY], { split: 'journey' })).get('2026-01');
  return Object.fromEntries([...(figures ?? [])].map(([journey, { value, n }]) => [journey, [value, n]]));
};

describe('the closing touchpoint of a journey', () => {
  it('named before the facts come, holds when they come', async () => {
    await stored.store.closeRunsAt('birth', ['payment']);
    await take(stored, batch as never);
    expect(await days()).toEqual({ birth: [4, 1], moving: [1, 1] });
  });

  it('taken back, lets every run end with its latest closing', async () => {
    const before = (await stored.store.context()).version;
    await stored.store.closeRunsAt('birth', []);
    expect(await days()).toEqual({ birth: [3.5, 2], moving: [1, 1] });
    expect((await stored.store.context()).version).not.toBe(before);
  });

  it('named anew, counts any of its places, and only for its own journey', async () => {
    await stored.store.closeRunsAt('birth', ['letters', 'nowhere']);
    expect(await days()).toEqual({ birth: [3, 1], moving: [1, 1] });
    await stored.store.closeRunsAt('birth', ['letters', 'payment']);
    expect(await days()).toEqual({ birth: [3.5, 2], moving: [1, 1] });
    expect((await measured(stored, ENDED as never, [JANUARY])).get('2026-01')?.get(WHOLE)?.n).toBe(3);
  });

  it('with the batch dropped and taken again, still holds', async () => {
    await stored.store.closeRunsAt('birth', ['payment']);
    const [kept] = await stored.store.batches();
    await stored.store.dropBatch(kept!.id);
    await take(stored, batch as never);
    expect(await days()).toEqual({ birth: [4, 1], moving: [1, 1] });
  });
});
