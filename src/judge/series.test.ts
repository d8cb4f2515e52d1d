import { describe, expect, it } from 'vitest';
import { judgeSeries } from './judge.ts';
import { baselineRefusal, judgementJson, parseSeries } from './series.ts';

const points = (text: string) => {
  const { points: found, refusals } = parseSeries(text);
  expect(refusals).toEqual([]);
  return found;
};
const refused = (text: string) => parseSeries(text).refusals.map(({ code, line, got }) => [code, line, got]);

describe('a series as CSV', () => {
  it('has a header or none, commas or semicolons, and n or not', () => {
    const wanted = [
      { period: '2024-01', value: 1.5, n: null },
      { period: '2024-02', value: 2, n: null },
    ];
    expect(points('period,value\n2024-01,1.5\n2024-02,2\n')).toEqual(wanted);
    expect(points('2024-01,1.5\n2024-02,2')).toEqual(wanted);
    expect(points('\uFEFFпериод;значение\r\n2024-01;1,5\r\n2024-02;2\r\n')).toEqual(wanted);
    expect(points('2024-01;1,5;30\n2024-02;2;')).toEqual([{ ...wanted[0], n: 30 }, wanted[1]]);
  });

  it('an empty value is a missing period', () => {
    expect(points('2024-01,5\n2024-02,\n2024-03,6').map(({ value }) => value)).toEqual([5, null, 6]);
  });

  it('takes labels of any kind in the order of the file', () => {
    expect(points('wk 2,5\nwk 1,6\n').map(({ period }) => period)).toEqual(['wk 2', 'wk 1']);
  });

  it('understands signs, exponents, grouped thousands and the typographic minus', () => {
    expect(points('a;-1\nb;\u22122,5\nc;1 281\nd;1e3\ne;.5').map(({ value }) => value)).toEqual([
      -1, -2.5, 1281, 1000, 0.5,
    ]);
  });

  it('refuses with line and text found', () => {
    expect(refused('2024-01,x')).toEqual([['series.value', 1, 'x']]);
    expect(refused('period,value\n2024-01,1\n2024-01,2')).toEqual([['series.repeated', 3, '2024-01']]);
    expect(refused('2024-02,1\n2024-01,2')).toEqual([['series.order', 2, '2024-01']]);
    expect(refused('2024-01,1\n,2')).toEqual([['series.noPeriod', 2, ',2']]);
    expect(refused('2024-01,1,2.5')).toEqual([['series.n', 1, '2.5']]);
    expect(refused('2024-01,1,2,5')).toEqual([['series.columns', 1, '2024-01,1,2,5']]);
    expect(refused('2024-01,Infinity')).toEqual([['series.value', 1, 'Infinity']]);
    expect(refused('')).toEqual([['series.empty', undefined, undefined]]);
    expect(refused('period,value\n')).toEqual([['series.empty', undefined, undefined]]);
    expect(refused('2024-01,"5').map(([code]) => code)).toEqual(['series.csv']);
  });

  it('refuses a baseline that the series does not have', () => {
    const series = points('2024-01,1\n2024-02,2');
    expect(baselineRefusal(series, ['2024-01', '2024-02'])).toBeNull();
    expect(baselineRefusal(series, ['2024-01', '2024-03'])).toMatchObject({ code: 'series.baseline', got: '2024-03' });
    expect(baselineRefusal(series, ['2024-02', '2024-01'])).toMatchObject({ code: 'series.baselineOrder' });
  });
});

describe('the JSON of luchshe judge', () => {
  const words = ({ code }: { code: string }) => ({ ru: code, en: code });

  it('has exactly the fields of the issue; target and norm are null when not given', () => {
    const series = points(Array.from({ length: 13 }, (_, at) => `p${at},${at % 2}`).join('\n'));
    const json = judgementJson(judgeSeries(series, { better: 'up', target: 2, bounds: [0, 100] }), words);
    expect(json).toEqual({
      centre: expect.closeTo(6 / 13, 12),
      lower: 0,
      upper: expect.closeTo(6 / 13 + 2.66, 12),
      meanMovingRange: 1,
      excludedRanges: [],
      points: series.map(({ period, value }) => ({ period, value, rules: [] })),
      verdict: { kind: 'same', reason: { ru: 'judge.verdict.within', en: 'judge.verdict.within' } },
      target: { value: 2, class: 'hitOrMiss', proposal: 'reachable' },
      norm: null,
    });
  });

  it('speaks of the last segment', () => {
    const series = points(Array.from({ length: 24 }, (_, at) => `p${at},${(at % 2) + (at < 12 ? 0 : 10)}`).join('\n'));
    expect(judgementJson(judgeSeries(series, { better: 'up', rebaseAt: [12] }), words).centre).toBe(10.5);
  });

  it('of an empty series is nulls', () => {
    expect(judgementJson(judgeSeries([], { better: 'up' }), words)).toMatchObject({
      centre: null,
      lower: null,
      points: [],
    });
  });
});
