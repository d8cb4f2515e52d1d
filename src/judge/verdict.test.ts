import { describe, expect, it } from 'vitest';
import { type JudgeOptions, judgeSeries } from './judge.ts';
import type { SeriesPoint } from './types.ts';
import { kindOf } from './verdict.ts';

const month = (at: number) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
const series = (values: readonly (number | null)[]): SeriesPoint[] =>
  values.map((value, at) => ({ period: month(at), value }));
const noise = [9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 11];
const year = { baseline: ['2020-01', '2020-12'] } as const;
const verdict = (values: readonly (number | null)[], options: Partial<JudgeOptions> = {}) =>
  judgeSeries(series(values), { better: 'up', ...year, ...options }).verdict;

describe('with limits: the rules that mark the last point', () => {
  it('outside on the good side is better, on the bad side worse', () => {
    expect(verdict([...noise, 20])).toMatchObject({ kind: 'better', reason: { code: 'judge.verdict.outside' } });
    expect(verdict([...noise, 20], { better: 'down' }).kind).toBe('worse');
    expect(verdict([...noise, 1], { better: 'down' }).kind).toBe('better');
  });

  it('an old mark says nothing of the last point', () => {
    expect(verdict([...noise, 20, 10])).toMatchObject({ kind: 'same', reason: { code: 'judge.verdict.within' } });
  });

  it('a shift counts its whole run', () => {
    expect(verdict([...noise, 8, ...new Array(9).fill(11)])).toMatchObject({
      kind: 'better',
      reason: { code: 'judge.verdict.shift', with: { n: 9, side: 'above', centre: 10, step: 'month' } },
    });
  });

  it('two of three marks the last point only when it lies beyond', () => {
    expect(verdict([...noise, 14.2, 10, 14.2])).toMatchObject({
      kind: 'better',
      reason: { code: 'judge.verdict.twoOfThree' },
    });
    expect(verdict([...noise, 14.2, 14.2, 10]).kind).toBe('same');
  });

  it('a trend gives no verdict', () => {
    // Seven rising points that cross the centre and stay inside.
    const rising = [...noise, 8, 8.5, 9, 9.5, 10, 10.5, 11];
    const judgement = judgeSeries(series(rising), { better: 'up', ...year });
    expect(judgement.chart.points.at(-1)!.rules).toEqual(['trend']);
    expect(judgement.verdict.kind).toBe('same');
  });

  it('marks on both sides would be unclear', () => {
    expect(kindOf([1, -1], 'up')).toBe('unclear');
    expect(kindOf([1, 1], 'down')).toBe('worse');
    expect(kindOf([], 'up')).toBe('same');
  });

  it('without a direction a mark is told, and is unclear', () => {
    expect(verdict([...noise, 20], { better: null })).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.outsideNoDirection' },
    });
    expect(verdict(noise, { better: null }).kind).toBe('same');
  });

  it('a trailing missing period leaves the last value its verdict, unless that period is asked about', () => {
    expect(verdict([...noise, 20, null]).kind).toBe('better');
    expect(verdict([...noise, 20, null], { period: '2021-02' })).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.missing' },
    });
    expect(verdict([...noise, 20, 10], { period: '2021-01' }).kind).toBe('better');
  });

  it('a hollow last point is unclear', () => {
    const points = [...series(noise), { period: month(12), value: 20, n: 3, hollow: true }];
    expect(judgeSeries(points, { better: 'up' }).verdict).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.hollow', with: { n: 3 } },
    });
  });
});

describe('with fewer points: the interval of the difference', () => {
  const point = (period: string, value: number, half: number): SeriesPoint => ({
    period,
    value,
    interval: [value - half, value + half],
  });
  const judge = (points: SeriesPoint[], options: Partial<JudgeOptions> = {}) =>
    judgeSeries(points, { better: 'up', unit: '%', ...options }).verdict;

  it('0 outside: better or worse', () => {
    const points = [point('2024-01', 60, 3), point('2024-02', 66, 4)];
    expect(judge(points)).toMatchObject({
      kind: 'better',
      reason: { code: 'judge.verdict.changed', with: { by: 6, side: 'above' } },
    });
    expect(judge(points, { better: 'down' }).kind).toBe('worse');
    expect(judge(points, { better: null }).kind).toBe('unclear');
  });

  it('0 inside and narrower than twice 5 points: same; as wide: unclear', () => {
    // Widths 2·√(3² + 3²) = 8.49 and 2·√(3² + 4²) = 10.
    expect(judge([point('2024-01', 60, 3), point('2024-02', 61, 3)])).toMatchObject({
      kind: 'same',
      reason: { code: 'judge.verdict.alike' },
    });
    expect(judge([point('2024-01', 60, 3), point('2024-02', 61, 4)])).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.tooWide' },
    });
  });

  it('0 on the bound is inside', () => {
    expect(judge([point('2024-01', 60, 3), point('2024-02', 65, 4)]).kind).toBe('unclear');
  });

  it('for other units a tenth of the older value matters, or what the indicator says', () => {
    const days = [point('2024-01', 20, 1), point('2024-02', 20.5, 1)]; // width 2.83, twice a tenth: 4
    expect(judge(days, { unit: 'days' }).kind).toBe('same');
    expect(judge(days, { unit: 'days', matters: 1 }).kind).toBe('unclear');
    expect(judge([point('2024-01', 10, 1), point('2024-02', 10.5, 1)], { unit: 'days' }).kind).toBe('unclear');
  });

  it('without a unit, bounds of 0…100 tell points', () => {
    const points = [point('2024-01', 20, 3), point('2024-02', 20, 3)];
    expect(judge(points, { unit: undefined, bounds: [0, 100] }).kind).toBe('same');
    expect(judge(points, { unit: undefined }).kind).toBe('unclear');
  });

  it('also against the same period a year ago: both ways is unclear, either way decides', () => {
    const quarters = (a: number, before: number, now: number) => [
      point('2023-Q1', a, 2),
      point('2023-Q2', 50, 2),
      point('2023-Q4', before, 2),
      point('2024-Q1', now, 2),
    ];
    expect(judge(quarters(60, 60, 61)).kind).toBe('same');
    expect(judge(quarters(40, 60, 61))).toMatchObject({
      kind: 'better',
      reason: { with: { against: 'year', olderPeriod: '2023-Q1' } },
    });
    expect(judge(quarters(70, 50, 60))).toMatchObject({ kind: 'unclear', reason: { code: 'judge.verdict.disagree' } });
    expect(judge(quarters(40, 70, 60)).kind).toBe('unclear');
  });

  it('across a missing period the predecessor is the last time, not last month', () => {
    expect(judge([point('2024-01', 60, 2), point('2024-03', 70, 2)]).reason.with.step).toBe('point');
    expect(judge([point('2024-02', 60, 2), point('2024-03', 70, 2)]).reason.with.step).toBe('month');
  });

  it('a yearly series is compared once', () => {
    expect(judge([point('2023', 60, 2), point('2024', 61, 2)]).byChance).toBe(0.05);
  });

  it('a missing bound on the side that matters is unclear, on the other it decides', () => {
    const open: SeriesPoint = { period: '2024-02', value: 30, interval: [28, null] };
    expect(judge([point('2024-01', 20, 1), open], { unit: 'days' }).kind).toBe('better');
    expect(judge([point('2024-01', 29, 1), open], { unit: 'days' }).kind).toBe('unclear');
  });

  it('without intervals, alone, or with nothing at all: unclear, and the reason says what is missing', () => {
    expect(judge(series([1, 2]))).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.noInterval', with: { points: 2, need: 12 } },
    });
    expect(judge(series([1]))).toMatchObject({ kind: 'unclear', reason: { code: 'judge.verdict.alone' } });
    expect(judge(series([null]))).toMatchObject({ kind: 'unclear', reason: { code: 'judge.verdict.empty' } });
    expect(judge([])).toMatchObject({ kind: 'unclear', reason: { code: 'judge.verdict.empty' } });
  });

  it('after a rebase the new segment begins with comparisons', () => {
    const points = [...noise.map((x, at) => point(month(at), x, 1)), point(month(12), 5, 1)];
    const rebased = judgeSeries(points, { better: 'down', rebaseAt: [12], unit: 'days' }).verdict;
    expect(rebased).toMatchObject({ kind: 'better', reason: { code: 'judge.verdict.changed' } });
  });
});
