import { expect, it } from 'vitest';
import type { JourneyPictureView } from '#acts';
import { journeyTables } from './journeyTable.ts';

const DAY = 86_400;
const step = (touchpoint: string | null, meanDays: number, more: object = {}) => ({
  kind: 'touchpoint',
  touchpoint,
  unmapped: null,
  owners: ['МСП'],
  giver: null,
  taker: null,
  cases: 4,
  meanSeconds: meanDays * DAY,
  p50Seconds: DAY,
  p90Seconds: 2 * DAY,
  share: 0.5,
  budgetDays: null,
  over: null,
  fall: null,
  ...more,
});
const view = {
  journey: { name: 'Рождение' },
  design: { touchpoints: [{ id: 't1', name: 'Приём' }] },
  names: { МСП: 'Министерство' },
  population: { n: 4 },
  steps: [
    step('t1', 2, {
      budgetDays: 1,
      over: { cases: 3, share: 0.75, excessSeconds: 36_000 },
      fall: { mean: DAY / 2, p50: DAY, p90: 0 },
    }),
    step(null, 1, { kind: 'gap', giver: 'МСП', taker: null, p50Seconds: null }),
    step(null, 3, { owners: [null], unmapped: 'касса' }),
  ],
  whole: { meanSeconds: 6 * DAY, p50Seconds: 5 * DAY, p90Seconds: 9 * DAY },
} as unknown as JourneyPictureView;

it('lays out the steps in days with whose time they are, and the whole to which the means add up', () => {
  const [table] = journeyTables(view, 'ru');
  expect(table!.title).toBe('Рождение');
  expect(table!.rows.map((row) => row.slice(0, 5))).toEqual([
    ['Приём', 'Министерство', 4, 2, 1],
    [expect.stringContaining('Министерство'), 'ничьё', 4, 1, null],
    ['касса', 'клиент', 4, 3, 1],
    ['Весь путь', null, 4, 6, 5],
  ]);
  expect(table!.rows[0]!.slice(7)).toEqual([1, 3, 10, 0.5, 1, 0]);
  for (const row of table!.rows) expect(row.length).toBe(table!.columns.length);
  const means = table!.rows.map((row) => row[3] as number);
  expect(means.slice(0, -1).reduce((sum, mean) => sum + mean, 0)).toBe(means.at(-1));
});
