import { describe, expect, it } from 'vitest';
import { chanceOfMarks, comparisonAlarmRate, falseAlarmRate } from './chance.ts';
import { judgeSeries } from './judge.ts';
import type { SeriesPoint, Verdict } from './types.ts';

/** Mulberry32: the same numbers on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(20_240_301);
const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
const alarms = (rounds: number, make: () => Verdict): number => {
  let marked = 0;
  for (let round = 0; round < rounds; round++) if (['better', 'worse'].includes(make().kind)) marked++;
  return marked / rounds;
};

describe('false alarms, measured', () => {
  it('a chart of 24 months of normal noise: 1.7 % of verdicts', () => {
    const rate = alarms(12_000, () => {
      const points = Array.from({ length: 24 }, (_, at) => ({ period: `p${at}`, value: 50 + normal() }));
      return judgeSeries(points, { better: 'up' }).verdict;
    });
    // Standard error 0.12 points.
    expect(Math.abs(rate - falseAlarmRate(24))).toBeLessThan(0.004);
  });

  it('the newest normal figure against its predecessor: 5 %, and against the year before too: 9 %', () => {
    const figure = (period: string): SeriesPoint => {
      const value = 50 + normal();
      return { period, value, interval: [value - 1.959963984540054, value + 1.959963984540054] };
    };
    const one = alarms(
      8_000,
      () => judgeSeries(['2024-01', '2024-02'].map(figure), { better: 'up', unit: '%' }).verdict,
    );
    const two = alarms(
      8_000,
      () => judgeSeries(['2023-Q1', '2023-Q4', '2024-Q1'].map(figure), { better: 'up', unit: '%' }).verdict,
    );
    expect(Math.abs(one - comparisonAlarmRate(1))).toBeLessThan(0.01);
    expect(Math.abs(two - comparisonAlarmRate(2))).toBeLessThan(0.01);
  });

  it('24 gaps between events that come at random: no more than a chart of normal noise', () => {
    const rate = alarms(4_000, () => {
      let day = Date.UTC(2020, 0, 1);
      const dates = Array.from({ length: 25 }, () => {
        day += -20 * Math.log(1 - next()) * 86_400_000;
        return new Date(day).toISOString().slice(0, 10);
      });
      return judgeSeries([], { better: 'down', eventDates: dates }).verdict;
    });
    expect(Math.abs(rate - falseAlarmRate(24))).toBeLessThan(0.007);
  });
});

describe('what chance alone would give', () => {
  const verdict = (kind: Verdict['kind'], byChance: number): Verdict => ({
    kind,
    byChance,
    reason: { code: 'x', with: {} },
  });

  it('adds the chances of the verdicts that were judged', () => {
    const board = [
      ...Array.from({ length: 48 }, () => verdict('same', falseAlarmRate(24))),
      verdict('better', 0.05),
      verdict('worse', 0.05),
      verdict('unclear', 0),
    ];
    expect(chanceOfMarks(board)).toEqual({ judged: 50, marked: 2, byChance: expect.closeTo(0.9208, 6), atMost: 3 });
  });

  it('of nothing is nothing', () => {
    expect(chanceOfMarks([])).toEqual({ judged: 0, marked: 0, byChance: 0, atMost: 0 });
  });

  it('grows with the number of points and then stays', () => {
    expect(falseAlarmRate(15)).toBeCloseTo(0.0159, 6);
    expect(falseAlarmRate(12)).toBe(0.0151);
    expect(falseAlarmRate(200)).toBe(0.019);
  });
});
