import { describe, expect, it } from 'vitest';
import { limits, tolerance } from './limits.ts';

describe('limits of published series', () => {
  it('Wheeler, Understanding Variation (1993), US trade deficit 1987: mean 12.75, mean moving range 1.66', () => {
    const found = limits([10.7, 13, 11.4, 11.5, 12.5, 14.1, 14.8, 14.1, 12.6, 16, 11.7, 10.6]);
    expect(found.centre).toBeCloseTo(12.75, 10);
    expect(found.meanMovingRange).toBeCloseTo(1.6636, 4);
    expect(found.lower).toBeCloseTo(8.32, 2);
    expect(found.upper).toBeCloseTo(17.18, 2);
    expect(found.excluded).toEqual([]);
  });

  it('Montgomery, Introduction to Statistical Quality Control, table 6.6, cost of loan applications: 279.78…321.22', () => {
    const found = limits([
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
    ]);
    expect(found.centre).toBeCloseTo(300.5, 10);
    expect(found.meanMovingRange).toBeCloseTo(7.79, 2);
    // He takes 3 ÷ 1.128 where XmR has 2.66.
    expect(found.lower).toBeCloseTo(279.78, 1);
    expect(found.upper).toBeCloseTo(321.22, 1);
  });

  it('NIST/SEMATECH e-Handbook 6.3.2.2, flow rates: ten points give a mean and a range, and no limits', () => {
    const found = limits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
    expect(found.centre).toBeCloseTo(50.81, 10);
    expect(found.meanMovingRange).toBeCloseTo(1.8778, 4);
    expect([found.lower, found.upper]).toEqual([null, null]);
  });

  it('spc-plotly, README: mean 2820.63, mean range 571.892; the range of 2003 that it keeps is left out here', () => {
    const values = [
      2478, 2350, 2485, 2296, 2359, 2567, 3089, 2668, 1788, 2854, 2365, 1883, 1959, 1927, 2640, 2626, 2144, 2409, 4412,
      3287, 3049, 3364, 3078, 2972, 3415, 2753, 3102, 2191, 3693, 4385, 4699, 3031, 2659, 3885, 2628, 2621, 3071, 2002,
    ];
    const found = limits(values);
    expect(found.centre).toBeCloseTo(2820.6315789, 6);
    expect(found.excluded).toEqual([18]);
    expect(found.meanMovingRange).toBeCloseTo((571.8918918918919 * 37 - 2003) / 36, 8);
    expect(found.upper).toBeCloseTo(2820.6315789 + 2.66 * ((571.8918918918919 * 37 - 2003) / 36), 4);
  });
});

describe('limits', () => {
  it('need twelve values, missing ones not counted', () => {
    const eleven = [1, 2, 1, 2, 1, 2, null, 1, 2, 1, 2, 1];
    expect(limits(eleven)).toMatchObject({ lower: null, upper: null });
    expect(limits([...eleven, 2]).lower).not.toBeNull();
  });

  it('take no moving range across a missing period', () => {
    const found = limits([1, 1, 1, 1, 1, 1, null, 5, 5, 5, 5, 5, 5]);
    expect(found).toMatchObject({ centre: 3, meanMovingRange: 0, lower: 3, upper: 3 });
  });

  it('leave out large ranges once, not again: the centre keeps every value', () => {
    // Ranges: nineteen of 1, then 10 and 4. Mean (19 + 14)/21 = 1.571, bound 5.13: only the 10 goes. After it the mean is
    // 1.15 and the bound 3.76: a second pass would take the 4 too.
    const values = [...Array.from({ length: 20 }, (_, at) => at % 2), 11, 7];
    const found = limits(values);
    expect(found.excluded).toEqual([20]);
    expect(found.meanMovingRange).toBeCloseTo(23 / 20, 12);
    expect(found.centre).toBeCloseTo(28 / 22, 12);
  });

  it('of a constant series are its value', () => {
    const found = limits(new Array(13).fill(4));
    expect(found).toEqual({ centre: 4, lower: 4, upper: 4, meanMovingRange: 0, excluded: [] });
  });

  it('do not exist where no two values are neighbours', () => {
    const sparse = Array.from({ length: 24 }, (_, at) => (at % 2 ? null : at));
    expect(limits(sparse)).toMatchObject({ centre: 11, lower: null, upper: null, meanMovingRange: null });
  });

  it('of nothing are nothing', () => {
    expect(limits([null, null]).centre).toBeNull();
  });
});

it('the tolerance is a billionth of the centre, at least of 1', () => {
  expect(tolerance(0.5)).toBe(1e-9);
  expect(tolerance(-99.9)).toBeCloseTo(99.9e-9, 15);
});
