import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatUtc,
  type Grain,
  parseDuration,
  parsePeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  yearBefore,
} from './index.ts';

const ZONE = 'Europe/Moscow';
const names = (from: string, to: string, by: Grain): readonly string[] =>
  periodsBetween(from, to, by, ZONE).map((period) => period.name);

describe('periods', () => {
  it('both ends are inclusive and widened to whole periods', () => {
    expect(names('2024-02', '2024-04', 'month')).toEqual(['2024-02', '2024-03', '2024-04']);
    expect(names('2024-02', '2024-04', 'quarter')).toEqual(['2024-Q1', '2024-Q2']);
    expect(names('2023-Q4', '2024', 'quarter')).toEqual(['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(names('2024-Q2', '2025-01', 'year')).toEqual(['2024', '2025']);
    expect(names('2024', '2024', 'month')).toHaveLength(12);
    expect(names('2025', '2024', 'month')).toEqual([]);
  });

  it('a month of Moscow begins at 21:00 UTC of the day before', () => {
    const [march] = periodsBetween('2024-03', '2024-03', 'month', ZONE);
    expect([formatUtc(march!.from), formatUtc(march!.to)]).toEqual([
      '2024-02-29T21:00:00.000000Z',
      '2024-03-31T21:00:00.000000Z',
    ]);
  });

  it('neighbours and last year keep the grain', () => {
    expect([previousPeriod('2024-01'), previousPeriod('2024-Q1'), previousPeriod('2024')]).toEqual([
      '2023-12',
      '2023-Q4',
      '2023',
    ]);
    expect([yearBefore('2024-02'), yearBefore('2024-Q3'), yearBefore('2024')]).toEqual(['2023-02', '2023-Q3', '2023']);
  });

  it('names in other forms are none', () => {
    expect(['2024-13', '2024-00', '2024-Q5', '24-01', '2024-1', '2024-q1', '', '2024-01-01'].map(parsePeriod)).toEqual(
      Array(8).fill(null),
    );
  });

  it('every instant lies in exactly the one period that says so', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e15 }),
        fc.constantFrom<Grain>('month', 'quarter', 'year'),
        fc.constantFrom('Europe/Moscow', 'Europe/Helsinki', 'Asia/Vladivostok'),
        (micros, by, zone) => {
          const period = periodOf(micros, by, zone);
          expect(period.from <= micros && micros < period.to).toBe(true);
          expect(periodsBetween(period.name, period.name, by, zone)).toEqual([period]);
          expect(periodOf(period.from - 1, by, zone).name).toBe(previousPeriod(period.name));
        },
      ),
    );
  });
});

describe('durations', () => {
  it.each([
    ['P30D', 'calendar', 30 * 86_400e6],
    ['P2W', 'calendar', 14 * 86_400e6],
    ['PT15M', 'calendar', 900e6],
    ['PT4H', 'calendar', 14_400e6],
    ['W5D', 'working', 40 * 3600e6],
  ] as const)('%s is on the %s clock', (text, clock, micros) => expect(parseDuration(text)).toEqual({ clock, micros }));

  it('months and years have no length, and mixtures are not written', () => {
    expect(['P1M', 'P1Y', 'P1DT1H', 'P', 'W5', '30', '-P1D', 'P1.5D'].map(parseDuration)).toEqual(Array(8).fill(null));
  });
});
