import { describe, expect, it } from 'vitest';
import { judgeSeries } from './judge.ts';
import { yearOnYear } from './seasonal.ts';
import type { SeriesPoint } from './types.ts';

const month = (at: number) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
/** A summer peak of 30 and a little noise; `more(at)` is added. */
const summer = (n: number, more: (at: number) => number = () => 0): SeriesPoint[] =>
  Array.from({ length: n }, (_, at) => {
    const value = 50 + (at % 12 >= 5 && at % 12 <= 7 ? 30 : 0) + ((at * 7) % 5) + more(at);
    return { period: month(at), value, interval: [value - 2, value + 2] };
  });

describe('a seasonal indicator', () => {
  it('is charted as differences from the same period a year ago', () => {
    expect(yearOnYear(summer(14)).map(({ period, value }) => [period, value])).toEqual([
      ['2021-01', 4],
      ['2021-02', -1],
    ]);
    expect(yearOnYear(summer(14))[0]!.interval![0]).toBeCloseTo(4 - Math.SQRT2 * 2, 12);
  });

  it('a missing year-ago value gives no difference, a hollow one a hollow difference', () => {
    const points = summer(15).map((p, at) =>
      at === 1 ? { ...p, value: null } : at === 2 ? { ...p, hollow: true } : p,
    );
    expect(yearOnYear(points).map(({ value, hollow }) => [value === null, Boolean(hollow)])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  it('has limits from 24 months on', () => {
    expect(judgeSeries(summer(24), { better: 'up', seasonal: true }).chart).toMatchObject({
      kind: 'behaviour',
      seasonal: true,
    });
    expect(judgeSeries(summer(23), { better: 'up', seasonal: true }).chart.segments[0]!.lower).toBeNull();
  });

  it('a summer peak is no sign of change; a rise on last year is', () => {
    const peak = summer(31); // ends in July
    expect(judgeSeries(peak, { better: 'up', seasonal: true }).verdict.kind).toBe('same');
    const risen = summer(43, (at) => (at >= 36 ? 20 : 0));
    expect(judgeSeries(risen, { better: 'up', seasonal: true }).verdict.kind).toBe('better');
  });

  it('differences have bounds of their own', () => {
    const { segments } = judgeSeries(summer(24), { better: 'up', unit: '%', seasonal: true }).chart;
    expect(segments[0]!.lower!).toBeLessThan(0);
  });

  it('before 24 months it is judged year on year by the interval, or unclear', () => {
    expect(
      judgeSeries(
        summer(14, (at) => (at >= 12 ? 10 : 0)),
        { better: 'up', unit: '%', seasonal: true },
      ).verdict,
    ).toMatchObject({
      kind: 'better',
      reason: { code: 'judge.verdict.changed', with: { against: 'year', olderPeriod: '2020-02' } },
    });
    expect(judgeSeries(summer(8), { better: 'up', seasonal: true }).verdict).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.noYear' },
    });
  });
});
