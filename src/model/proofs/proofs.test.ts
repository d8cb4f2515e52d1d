import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest } from './budgets.ts';
import { relation } from './relation.ts';

const DAY = 86_400e6;
const link = (kind: 'work' | 'gap', touchpoint: string) => ({
  kind,
  touchpoint,
  unit: null,
  body: null,
  giver: null,
  taker: null,
});
const at = (touchpoint: string) => ({ touchpoint, unit: null, body: null });

describe('a budget back-test', () => {
  // Three cases: 10 and 30 days at the window with 5 of nobody's each, and one of 8 days.
  const time = {
    wholes: Float64Array.of(15 * DAY, 35 * DAY, 8 * DAY),
    links: [link('work', 'window'), link('gap', 'window')],
    starts: [0, 3, 5],
    rows: Int32Array.of(0, 1, 2, 0, 1),
    micros: Float64Array.of(10 * DAY, 30 * DAY, 8 * DAY, 5 * DAY, 5 * DAY),
  };

  it('counts the cases that would have met the target, each part cut to its budget', () => {
    const budgets = [
      { place: { touchpoint: null, unit: null, body: null }, gapsOnly: true, days: 1 },
      { place: at('window'), gapsOnly: false, days: 9 },
    ];
    expect(backtest(time, budgets, 10)).toEqual({ cases: 3, metThen: 1 / 3, metWithBudgets: 1, unmatched: [] });
  });

  it('names the budgets whose part the facts do not have', () => {
    expect(backtest(time, [{ place: at('decision'), gapsOnly: false, days: 1 }], 10)).toMatchObject({
      metThen: 1 / 3,
      metWithBudgets: 1 / 3,
      unmatched: [0],
    });
  });

  it('agrees with cutting each case by hand', () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(days, days), { minLength: 1, maxLength: 30 }),
        days,
        days,
        days,
        (cases, a, b, target) => {
          const n = cases.length;
          const made = {
            wholes: Float64Array.from(cases, ([x, y]) => (x + y) * DAY),
            links: [link('work', 'a'), link('work', 'b')],
            starts: [0, n, 2 * n],
            rows: Int32Array.from([...cases.keys(), ...cases.keys()]),
            micros: Float64Array.from([...cases.map(([x]) => x * DAY), ...cases.map(([, y]) => y * DAY)]),
          };
          const found = backtest(
            made,
            [
              { place: at('a'), gapsOnly: false, days: a },
              { place: at('b'), gapsOnly: false, days: b },
            ],
            target,
          );
          const met = cases.filter(([x, y]) => Math.min(x, a) + Math.min(y, b) <= target).length;
          expect(found?.metWithBudgets).toBe(met / n);
        },
      ),
    );
  });
});

describe('a relation', () => {
  it('Spearman with ties: ranks share their mean', () => {
    const xs = [1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    const ys = [2, 1, 3, 4, 5, 5, 7, 6, 9, 8, 11, 10];
    // By hand: ranks of x 1, 2.5, 2.5, 4 … 12; of y 2, 1, 3, 4, 5.5, 5.5, 8, 7, 10, 9, 12, 11.
    const rx = [1, 2.5, 2.5, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const ry = [2, 1, 3, 4, 5.5, 5.5, 8, 7, 10, 9, 12, 11];
    const mean = 6.5;
    const sum = (f: (no: number) => number) => rx.reduce((total, _, no) => total + f(no), 0);
    const rho =
      sum((no) => (rx[no]! - mean) * (ry[no]! - mean)) /
      Math.sqrt(sum((no) => (rx[no]! - mean) ** 2) * sum((no) => (ry[no]! - mean) ** 2));
    const found = relation(xs.map((x, no) => [x, ys[no]!] as const));
    expect(found.rho).toBeCloseTo(rho, 12);
    expect(found.interval![0]).toBeLessThan(rho);
    expect(found.interval![1]).toBeGreaterThan(rho);
  });

  it('says nothing of few months, or where one side stands still', () => {
    expect(
      relation([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual({ months: 2, rho: null, interval: null });
    expect(relation(Array.from({ length: 20 }, (_, no) => [no, 5] as const)).rho).toBeNull();
  });

  it('keeps its interval within −1 and 1, even of a perfect one', () => {
    const { interval } = relation(Array.from({ length: 20 }, (_, no) => [no, no] as const));
    expect(interval![0]).toBeGreaterThan(0.9);
    expect(interval![1]).toBeLessThanOrEqual(1);
  });
});
