import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviourChart } from './chart.ts';
import { judgeSeries } from './judge.ts';
import type { SeriesPoint } from './types.ts';

const series = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, at) => ({
    period: `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    value,
  }));
const noise = [9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 11];
const marksOf = (values: readonly (number | null)[], options = {}) =>
  behaviourChart(series(values), options).points.map(({ rules }) => rules.join('+'));

describe('the chart of shared screens/indicator.html: the journey, median days, a recorded change in November 2025', () => {
  const before = [15.6, 15.3, 15.6, 15.7, 15.4, 15.5, 15.6, 15.7, 15.5, 15.5, 15.9, 15.3, 15.4, 15.6];
  const after = [13.7, 14.1, 13.9, 14.3, 14.3, 14.9, 15, 15, 15.1, 15.1, 14.8, 14.7];
  const periods = Array.from(
    { length: 26 },
    (_, at) => `${2024 + Math.floor((at + 8) / 12)}-${String(((at + 8) % 12) + 1).padStart(2, '0')}`,
  );
  const points = [...before, ...after].map((value, at) => ({ period: periods[at]!, value }));
  const judgement = judgeSeries(points, { better: 'down', unit: 'days', rebaseAt: ['2025-11'], target: 15 });
  const { segments, points: drawn } = judgement.chart;

  it('15.54 ± 2.66 × 0.215 = 14.97…16.12 from 14 points, 14.58 ± 2.66 × 0.200 = 14.04…15.11 from 12', () => {
    const numbers = segments.map((one) => [one.centre, one.meanMovingRange, one.lower, one.upper]);
    const printed = [
      [15.54, 0.215, 14.97, 16.12],
      [14.58, 0.2, 14.04, 15.11],
    ];
    for (const [row, line] of printed.entries())
      for (const [column, x] of line.entries()) expect(Math.abs(numbers[row]![column]! - x)).toBeLessThan(0.0051);
    expect(segments.flatMap(({ excludedRanges }) => excludedRanges)).toEqual([]);
  });

  it('marks the points that its table marks', () => {
    const table = Object.fromEntries(
      drawn.filter(({ rules }) => rules.length > 0).map(({ period, rules }) => [period, [...rules].sort()]),
    );
    expect(table).toEqual({
      '2025-11': ['outside', 'twoOfThree'],
      '2025-12': ['twoOfThree'],
      '2026-01': ['outside', 'twoOfThree'],
      '2026-04': ['shift'],
      '2026-05': ['shift', 'twoOfThree'],
      '2026-06': ['shift', 'twoOfThree'],
      '2026-07': ['shift', 'twoOfThree'],
      '2026-08': ['shift', 'twoOfThree'],
      '2026-09': ['shift'],
      '2026-10': ['shift'],
    });
  });

  it('is worse, seven months in a row above the centre 14.6; the target of 15 is hit or miss, met 10 of 12', () => {
    expect(judgement.verdict).toMatchObject({
      kind: 'worse',
      reason: { code: 'judge.verdict.shift', with: { n: 7, centre: 14.6, side: 'above', step: 'month' } },
    });
    expect(judgement.target).toMatchObject({ class: 'hitOrMiss', met: 10, of: 12 });
  });
});

describe('gaps', () => {
  it('a missing period breaks a run of seven', () => {
    const run = [...noise, 8, 13, 13, 13, 13, 13, 13, 13];
    expect(marksOf(run, { baseline: ['2020-01', '2020-12'] }).filter((marks) => marks.includes('shift'))).toHaveLength(
      7,
    );
    const broken = [...noise, 8, 13, 13, 13, null, 13, 13, 13, 13];
    expect(marksOf(broken, { baseline: ['2020-01', '2020-12'] }).filter((marks) => marks.includes('shift'))).toEqual(
      [],
    );
  });

  it('a missing period breaks a trend and two of three', () => {
    const rising = [...noise, 8, 8.5, 9, null, 9.5, 10, 10.5, 11];
    expect(marksOf(rising).filter((marks) => marks.includes('trend'))).toEqual([]);
    const near = [...noise, 15, null, 15, 10];
    expect(marksOf(near, { baseline: ['2020-01', '2020-12'] }).filter((marks) => marks.includes('twoOfThree'))).toEqual(
      [],
    );
  });

  it('a hollow point is judged like a missing one, and stays drawn', () => {
    const hollow = series([...noise, 100]).map((point) => (point.value === 100 ? { ...point, hollow: true } : point));
    const chart = behaviourChart(hollow);
    expect(chart.segments[0]!.centre).toBeCloseTo(122 / 12, 12);
    expect(chart.points.at(-1)).toMatchObject({ value: 100, hollow: true, rules: [] });
  });
});

describe('baseline and segments', () => {
  it('a given baseline sets the limits, and the points after it are judged by them', () => {
    const chart = behaviourChart(series([...noise, 30]), { baseline: ['2020-01', '2020-12'] });
    expect(chart.segments[0]).toMatchObject({ from: 0, to: 12, baselineTo: 11 });
    expect(chart.segments[0]!.centre).toBeCloseTo(122 / 12, 12);
    expect(chart.points[12]!.rules).toContain('outside');
  });

  it('twelve counts the baseline, not the series', () => {
    const chart = behaviourChart(series([...noise, ...noise]), { baseline: ['2020-01', '2020-11'] });
    expect(chart.segments[0]).toMatchObject({ unclippedLower: null, unclippedUpper: null });
    expect(chart.kind).toBe('short');
    expect(chart.points.flatMap(({ rules }) => rules)).toEqual([]);
  });

  it('rebases at a recorded change only, and takes no moving range and no run across it', () => {
    const low = noise.map((x) => x - 6);
    const plain = behaviourChart(series([...noise, ...low]));
    expect(plain.segments).toHaveLength(1);
    const rebased = behaviourChart(series([...noise, ...low]), { rebaseAt: ['2021-01'] });
    expect(rebased.segments.map(({ from, to }) => [from, to])).toEqual([
      [0, 11],
      [12, 23],
    ]);
    expect(rebased.segments[1]!.centre).toBeCloseTo(rebased.segments[0]!.centre! - 6, 12);
    expect(rebased.segments[1]!.meanMovingRange).toBeCloseTo(rebased.segments[0]!.meanMovingRange!, 12);
    expect(rebased.points.flatMap(({ rules }) => rules)).toEqual([]);
    expect(behaviourChart(series([...noise, ...low]), { rebaseAt: [12] })).toEqual(rebased);
  });

  it('limits of each segment may be fixed after n judged points, never before twelve', () => {
    const values = [...noise, ...noise, ...noise.map((x) => x + 9)];
    const chart = behaviourChart(series(values), { rebaseAt: [12], fixAfter: 12 });
    expect(chart.segments.map(({ baselineTo }) => baselineTo)).toEqual([11, 23]);
    expect(chart.segments[1]!.centre).toBeCloseTo(122 / 12, 12);
    expect(chart.points.slice(24).every(({ rules }) => rules.length > 0)).toBe(true);
    expect(behaviourChart(series(values), { rebaseAt: [12], fixAfter: 5 })).toEqual(chart);
    expect(behaviourChart(series([null, ...noise, ...noise]), { fixAfter: 14 }).segments[0]!.baselineTo).toBe(14);
  });

  it('names the periods at which left-out ranges end', () => {
    const chart = behaviourChart(series([...noise, 40, ...noise]));
    expect(chart.segments[0]!.excludedRanges).toEqual(['2021-01', '2021-02']);
  });
});

describe('natural bounds', () => {
  it('clip the limits that are shown, and never those that the rules use', () => {
    const chart = behaviourChart(series(noise.map((x) => 88 + x)), { bounds: [0, 100] });
    expect(chart.segments[0]!.upper).toBe(100);
    expect(chart.segments[0]!.unclippedUpper).toBeGreaterThan(100);
    // Two thirds of the way to 104 is 101: points of 100 are not beyond it, though the shown limit is 100.
    expect(chart.points.flatMap(({ rules }) => rules)).toEqual([]);
  });
});

describe('kind of chart', () => {
  it('twelve points have limits, eight to eleven are on trial, fewer are short', () => {
    expect(behaviourChart(series(noise)).kind).toBe('behaviour');
    expect(behaviourChart(series(noise.slice(0, 11))).kind).toBe('trialRun');
    expect(behaviourChart(series(noise.slice(0, 8))).trial).not.toBeNull();
    expect(behaviourChart(series(noise.slice(0, 7)))).toMatchObject({ kind: 'short', trial: null });
    expect(behaviourChart([])).toEqual({ kind: 'short', points: [], segments: [], trial: null, seasonal: false });
  });
});

describe('laws', () => {
  // Halves are exact in doubles, so that moving and scaling cannot tip a comparison.
  const value = fc.integer({ min: -200, max: 200 }).map((x) => x / 2);
  const values = fc.array(fc.option(value, { freq: 8 }), { minLength: 12, maxLength: 40 });
  const marks = (points: readonly (number | null)[]) => marksOf(points);

  it('adding a constant shifts the limits and marks the same points', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -64, max: 64 }), (given, by) => {
        const moved = given.map((x) => (x === null ? null : x + by));
        const [a, b] = [behaviourChart(series(given)).segments[0]!, behaviourChart(series(moved)).segments[0]!];
        if (a.unclippedUpper === null) {
          expect(b.unclippedUpper).toBeNull();
          return;
        }
        expect(b.unclippedUpper! - a.unclippedUpper).toBeCloseTo(by, 9);
        expect(b.unclippedLower! - a.unclippedLower!).toBeCloseTo(by, 9);
        expect(marks(moved)).toEqual(marks(given));
      }),
    );
  });

  it('scaling scales them, turning over mirrors them', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(-4, -1, 0.25, 8), (given, by) => {
        const scaled = given.map((x) => (x === null ? null : x * by));
        const [a, b] = [behaviourChart(series(given)).segments[0]!, behaviourChart(series(scaled)).segments[0]!];
        if (a.unclippedUpper === null) {
          expect(b.unclippedUpper).toBeNull();
          return;
        }
        expect(b.centre).toBeCloseTo(a.centre! * by, 9);
        expect(by > 0 ? b.unclippedUpper : b.unclippedLower).toBeCloseTo(a.unclippedUpper * by, 8);
        expect(marks(scaled)).toEqual(marks(given));
      }),
    );
  });

  it('the other direction turns better into worse and leaves the rest', () => {
    const other = { better: 'worse', worse: 'better', same: 'same', unclear: 'unclear' } as const;
    fc.assert(
      fc.property(values, (given) => {
        const up = judgeSeries(series(given), { better: 'up' }).verdict;
        expect(judgeSeries(series(given), { better: 'down' }).verdict.kind).toBe(other[up.kind]);
      }),
    );
  });

  it('a constant series flags nothing and is the same', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 12, max: 60 }), (x, n) => {
        const judgement = judgeSeries(series(new Array(n).fill(x)), { better: 'up' });
        expect(judgement.chart.points.flatMap(({ rules }) => rules)).toEqual([]);
        expect(judgement.verdict.kind).toBe('same');
      }),
    );
  });
});
