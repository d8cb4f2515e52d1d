import { describe, expect, it } from 'vitest';
import { crossingsBound, longestRunBound, trialRun } from './trial.ts';

describe('run chart on the median, Anhøj & Olesen 2014', () => {
  it.each([
    // Anhøj 2015 (PLoS ONE 10: e0121349), table of signal limits: useful observations, longest run, fewest crossings.
    [10, 6, 2],
    [11, 6, 2],
    [12, 7, 3],
    [15, 7, 4],
    [20, 7, 6],
    [24, 8, 8],
    [30, 8, 10],
    [50, 9, 19],
    [100, 10, 41],
  ])('%i useful points: longest run %i, crossings %i', (n, run, crossings) => {
    expect(longestRunBound(n)).toBe(run);
    expect(crossingsBound(n)).toBe(crossings);
  });

  it('for 8 to 11 points rounding changes nothing: a run must be longer than log₂ n + 3', () => {
    for (const n of [8, 9, 10, 11]) expect(Math.floor(Math.log2(n) + 3)).toBe(longestRunBound(n));
  });

  it('ten points, five low and then five high, cross once: a signal', () => {
    expect(trialRun([1, 2, 1, 2, 1, 8, 9, 8, 9, 8])).toMatchObject({
      median: 5,
      longestRun: 5,
      crossings: 1,
      crossingsLimit: 2,
      signal: true,
    });
  });

  it('points that alternate are no signal', () => {
    expect(trialRun([1, 9, 1, 9, 1, 9, 1, 9])).toMatchObject({ longestRun: 1, crossings: 7, signal: false });
  });

  it('points on the median count for nothing', () => {
    expect(trialRun([1, 5, 1, 5, 5, 9, 5, 9])).toMatchObject({ median: 5, longestRun: 2, crossings: 1 });
    expect(trialRun(new Array(9).fill(3))).toMatchObject({ longestRun: 0, crossings: 0, signal: false });
  });
});
