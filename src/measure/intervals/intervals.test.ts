import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  countInterval,
  difference,
  type Interval,
  meanInterval,
  naturalBounds,
  netInterval,
  quantileRanks,
  rateInterval,
  ratioInterval,
  sumInterval,
  type7Ranks,
  wilsonInterval,
} from './index.ts';

const round = (interval: Interval | null, digits: number) =>
  interval?.map((x) => (x === null ? null : +x.toFixed(digits)));

describe('share: Wilson', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    [81, 263, [25.53, 36.62]],
    [15, 148, [6.24, 16.05]],
    [0, 20, [0, 16.11]],
    [1, 29, [0.61, 17.18]],
  ])('Newcombe 1998a, table I: %i of %i', (hits, n, published) => {
    expect(round(wilsonInterval(hits, n), 2)).toEqual(published);
  });

  it('has its ends exactly at 0 and 100', () => {
    expect(wilsonInterval(0, 7)![0]).toBe(0);
    expect(wilsonInterval(7, 7)![1]).toBe(100);
  });

  it('solves the score equation it is named for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const hits = Math.round(n * share);
        for (const bound of wilsonInterval(hits, n)!) {
          const p = bound! / 100;
          if (p <= 0 || p >= 1) continue;
          const score = (hits / n - p) / Math.sqrt((p * (1 - p)) / n);
          expect(Math.abs(score)).toBeCloseTo(1.959963984540054, 6);
        }
      }),
    );
  });
});

describe('net: adjusted Wald', () => {
  it('Rocks 2016: the plain Wald interval of the answers and three more: ¾ up, 1½ neither, ¾ down', () => {
    const [ups, neither, downs] = [25 + 0.75, 40 + 1.5, 17 + 0.75];
    const n = ups + neither + downs;
    const mean = (ups - downs) / n;
    const variance = (ups * (1 - mean) ** 2 + neither * mean ** 2 + downs * (1 + mean) ** 2) / n;
    const half = 1.959963984540054 * Math.sqrt(variance / n);
    const [lower, upper] = netInterval(25, 17, 82)!;
    expect(lower).toBeCloseTo(100 * (mean - half), 10);
    expect(upper).toBeCloseTo(100 * (mean + half), 10);
  });

  it('has a width even when all agree', () => {
    const [lower, upper] = netInterval(10, 0, 10)!;
    expect(upper! - lower!).toBeGreaterThan(20);
  });
});

describe('mean and sum: Student', () => {
  it("Student 1908, the sleep data: mean 1.58 hours, 95 % 0.7001…2.4599 (as R's t.test prints it)", () => {
    const hours = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const mean = hours.reduce((a, b) => a + b) / 10;
    const variance = hours.reduce((a, x) => a + (x - mean) ** 2, 0) / 9;
    expect(round(meanInterval(10, mean, variance), 4)).toEqual([0.7001, 2.4599]);
  });

  it('NIST/SEMATECH e-Handbook 1.3.5.2, ZARR13.DAT: n 195, mean 9.26146, s 0.02278881 → 9.258242…9.264679', () => {
    expect(round(meanInterval(195, 9.26146, 0.02278881 ** 2), 5)).toEqual([9.25824, 9.26468]);
  });

  it('needs two rows', () => {
    expect(meanInterval(1, 5, 0)).toBeNull();
    expect(sumInterval(1, 5, 0)).toBeNull();
  });

  it("of a sum it is n times the mean's", () => {
    const mean = meanInterval(12, 3.5, 2)!;
    expect(sumInterval(12, 3.5, 2)).toEqual([12 * mean[0]!, 12 * mean[1]!]);
  });
});

describe('ratio: linearised', () => {
  it('equals the residuals worked out row by row', () => {
    const rows = [
      [20, 3],
      [35, 14],
      [8, 2],
      [30, 26],
      [12, 0],
    ] as const;
    const n = rows.length;
    const x = rows.reduce((a, [xi]) => a + xi, 0);
    const y = rows.reduce((a, [, yi]) => a + yi, 0);
    const centred = (f: (xi: number, yi: number) => number) =>
      rows.reduce((a, [xi, yi]) => a + f(xi - x / n, yi - y / n), 0);
    const squares = rows.reduce((a, [xi, yi]) => a + (yi - (y / x) * xi) ** 2, 0);
    const half = (2.776445105197793 * Math.sqrt((n / (n - 1)) * squares)) / x; // t(0.975; 4)
    const sums = { n, x, y, xx: centred((a) => a * a), xy: centred((a, b) => a * b), yy: centred((_, b) => b * b) };
    const [lower, upper] = ratioInterval(sums, 100)!;
    expect(lower).toBeCloseTo(100 * (y / x - half), 9);
    expect(upper).toBeCloseTo(100 * (y / x + half), 9);
  });

  it('with an equal denominator in every row it is the interval of the mean', () => {
    const [lower, upper] = ratioInterval({ n: 10, x: 20, y: 15.8, xx: 0, xy: 0, yy: 13.616 })!;
    const mean = meanInterval(10, 1.58, 13.616 / 9)!;
    expect(lower).toBeCloseTo(mean[0]! / 2, 12);
    expect(upper).toBeCloseTo(mean[1]! / 2, 12);
  });

  it('does not exist for one row or without a denominator', () => {
    expect(ratioInterval({ n: 1, x: 5, y: 3, xx: 0, xy: 0, yy: 0 })).toBeNull();
    expect(ratioInterval({ n: 3, x: 0, y: 3, xx: 0, xy: 0, yy: 2 })).toBeNull();
  });
});

describe('count and rate: Garwood', () => {
  it.each([
    // Garwood, Biometrika 28 (1936) 437–442; in four decimals as in Ulm 1990 and in every table of exact limits.
    [0, [0, 3.6889]],
    [1, [0.0253, 5.5716]],
    [2, [0.2422, 7.2247]],
    [5, [1.6235, 11.6683]],
    [10, [4.7954, 18.3904]],
    [20, [12.2165, 30.8884]],
    [50, [37.111, 65.9188]],
    [100, [81.364, 121.6268]],
  ])('exact limits of %i events', (events, published) => {
    expect(round(countInterval(events), 4)).toEqual(published);
  });

  it.each([
    // Roots of the regularised incomplete gamma function, by mpmath and SciPy.
    [8, 3.453832176748501, 15.763189220193315],
    [999, 938.0040185617676, 1062.9211512248878],
    [4999, 4861.373048666637, 5139.535089943795],
    [1_000_000, 998040.9833402939, 1001961.9119454322],
  ])('holds its digits at %i events', (events, lower, upper) => {
    const got = countInterval(events);
    expect(Math.abs(got[0]! / lower - 1)).toBeLessThan(2e-12);
    expect(Math.abs(got[1]! / upper - 1)).toBeLessThan(2e-12);
  });

  it('of a rate are those of the numerator, scaled', () => {
    const [lower, upper] = countInterval(7);
    expect(rateInterval(7, 350, 1000)).toEqual([(lower! * 1000) / 350, (upper! * 1000) / 350]);
    expect(rateInterval(0, 0, 1000)).toBeNull();
  });
});

describe('quantile: order statistics', () => {
  it.each([
    // Campbell & Gardner, in Statistics with Confidence (BMJ 2000), table 18.4: ranks for the median, 95 %.
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('median of %i rows', (n, l, u) => {
    expect(quantileRanks(n, 0.5)).toEqual({ l, u });
  });

  it('a median of five or fewer has no interval', () => {
    for (const n of [0, 1, 2, 3, 4, 5]) expect(quantileRanks(n, 0.5)).toEqual({ l: null, u: null });
  });

  it('a 90th percentile of 35 rows has no upper bound, of 36 rows it has', () => {
    expect(quantileRanks(35, 0.9).u).toBeNull(); // 0.9^35 = 0.02503
    expect(quantileRanks(36, 0.9).u).toBe(36);
  });

  it('holds its definition, by summing the binomial terms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.constantFrom(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99), (n, p) => {
        const below = binomialBelow(n, p);
        const { l, u } = quantileRanks(n, p);
        const ranks = Array.from({ length: n }, (_, index) => index + 1);
        expect(l).toBe(ranks.findLast((rank) => below[rank]! <= 0.025) ?? null);
        expect(u).toBe(ranks.find((rank) => 1 - below[rank]! <= 0.025) ?? null);
      }),
    );
  });

  it('is quick and right for ten million rows', () => {
    // Ranks from an independent binomial distribution function (SciPy 1.17).
    const started = performance.now();
    expect(quantileRanks(10_000_000, 0.5)).toEqual({ l: 4_996_901, u: 5_003_100 });
    expect(quantileRanks(10_000_000, 0.9)).toEqual({ l: 8_998_140, u: 9_001_860 });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('type 7 (Hyndman & Fan 1996): the 0.9 quantile of 1…10 is 9.1, the median of four lies halfway', () => {
    expect(type7Ranks(10, 0.9)).toMatchObject({ low: 9, high: 10 });
    expect(type7Ranks(10, 0.9).weight).toBeCloseTo(0.1, 12);
    expect(type7Ranks(4, 0.5)).toEqual({ low: 2, high: 3, weight: 0.5 });
    expect(type7Ranks(1, 0.9)).toEqual({ low: 1, high: 1, weight: 0 });
  });
});

describe('difference of two periods', () => {
  it.each([
    // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
    ['56/70 − 48/80', 56, 70, 48, 80, [0.0524, 0.3339]],
    ['9/10 − 3/10', 9, 10, 3, 10, [0.1705, 0.809]],
    ['6/7 − 2/7', 6, 7, 2, 7, [0.0582, 0.8062]],
    ['5/56 − 0/29', 5, 56, 0, 29, [-0.0381, 0.1926]],
    ['0/10 − 0/20', 0, 10, 0, 20, [-0.1611, 0.2775]],
    ['0/10 − 0/10', 0, 10, 0, 10, [-0.2775, 0.2775]],
    ['10/10 − 0/20', 10, 10, 0, 20, [0.6791, 1]],
    ['10/10 − 0/10', 10, 10, 0, 10, [0.6075, 1]],
  ])('Newcombe 1998b, table II: %s', (_, a, m, b, n, published) => {
    const newer = { value: (100 * a) / m, interval: wilsonInterval(a, m) };
    const older = { value: (100 * b) / n, interval: wilsonInterval(b, n) };
    const interval = difference(newer, older)!.map((x) => x! / 100) as unknown as Interval;
    expect(round(interval, 4)).toEqual(published);
  });

  it('a null bound takes away the side that needs it', () => {
    expect(difference({ value: 5, interval: [4, null] }, { value: 3, interval: [2, 4] })).toEqual([
      2 - Math.SQRT2,
      null,
    ]);
    expect(difference({ value: 5, interval: [null, 6] }, { value: 3, interval: [2, 4] })).toEqual([
      null,
      2 + Math.SQRT2,
    ]);
    expect(difference({ value: 5, interval: [4, null] }, { value: 3, interval: [2, null] })).toBeNull();
    expect(difference({ value: 5, interval: null }, { value: 3, interval: [2, 4] })).toBeNull();
  });

  it('turned around it changes sign', () => {
    const side = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(side, side, ([x, a], [y, b]) => {
        const one = { value: x, interval: [x - a, x + 2 * a] as const };
        const two = { value: y, interval: [y - b, y + 3 * b] as const };
        const [lower, upper] = difference(one, two)!;
        const turned = difference(two, one)!;
        expect(turned[0]! + upper!).toBeCloseTo(0, 6);
        expect(turned[1]! + lower!).toBeCloseTo(0, 6);
      }),
    );
  });
});

describe('natural bounds', () => {
  it('clip to 0…100 %, −100…100 points, not below 0; a grade has none', () => {
    expect(clip([-3, 104], naturalBounds('%'))).toEqual([0, 100]);
    expect(clip([-130, 104], naturalBounds('points'))).toEqual([-100, 100]);
    expect(clip([-3, 104], naturalBounds('days'))).toEqual([0, 104]);
    expect(clip([-3, 104], naturalBounds('grade'))).toEqual([-3, 104]);
  });

  it('an interval with neither bound is none, one bound stays', () => {
    expect(clip([null, null], naturalBounds('days'))).toBeNull();
    expect(clip([-1, null], naturalBounds('days'))).toEqual([0, null]);
  });
});

/** P(B(n, p) < rank) for rank 0…n + 1, term by term; in logarithms, for 0.01^400 is 0 in doubles. */
function binomialBelow(n: number, p: number): number[] {
  const below = [0];
  let logTerm = n * Math.log1p(-p);
  for (let k = 0; k <= n; k++) {
    below.push(below[k]! + Math.exp(logTerm));
    logTerm += Math.log((n - k) / (k + 1)) + Math.log(p / (1 - p));
  }
  return below;
}
