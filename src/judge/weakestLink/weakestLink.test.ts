import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link, OwnedTime } from '#measure';
import { type LinkFigure, linkFigures, populationFigure, weakestFirst } from './weakestLink.ts';

const HOUR = 3_600_000_000;
const linkNamed = (touchpoint: string): Link => ({
  kind: 'work',
  touchpoint,
  unit: null,
  body: null,
  giver: null,
  taker: null,
});

/** Rows as a person writes them: the microseconds of each link, by name. */
type Rows = readonly Readonly<Record<string, number>>[];

function owned(rows: Rows): OwnedTime {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const entries = names.map((name) => rows.flatMap((row, place) => (row[name] ? [[place, row[name]] as const] : [])));
  const starts = [0];
  for (const of of entries) starts.push(starts.at(-1)! + of.length);
  return {
    wholes: Float64Array.from(rows, total),
    links: names.map(linkNamed),
    starts,
    rows: Int32Array.from(entries.flat(), ([place]) => place),
    micros: Float64Array.from(entries.flat(), ([, micros]) => micros),
  };
}

const total = (row: Readonly<Record<string, number>>): number =>
  Object.values(row).reduce((sum, micros) => sum + micros, 0);

const figuresOf = (rows: Rows, budgets: Readonly<Record<string, number>>): ReadonlyMap<string, LinkFigure> => {
  const time = owned(rows);
  const seconds = time.links.map(({ touchpoint }) => budgets[touchpoint!] ?? null);
  return new Map([...linkFigures(time, seconds)].map((figure) => [figure.link.touchpoint!, figure]));
};

/** Type 7 anew, from its definition. */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(h)]!, sorted[Math.min(sorted.length - 1, Math.floor(h) + 1)]!];
  return low + (h - Math.floor(h)) * (high - low);
}
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const hours = (row: Readonly<Record<string, number | undefined>>) =>
  Object.fromEntries(Object.entries(row as Record<string, number>).map(([name, value]) => [name, value * HOUR]));

describe('the weakest link', () => {
  // Wholes 11, 12, 30, 13, 14 h. «wait» holds most time, and always alike; «sign» is quick but once.
  const rows = [
    { wait: 10, sign: 1 },
    { wait: 10, sign: 2 },
    { wait: 10, sign: 20 },
    { wait: 10, sign: 3 },
    { wait: 10, sign: 4 },
  ].map(hours);

  it('is the one whose budget shortens the way most, which need not be the largest part', () => {
    const figures = figuresOf(rows, { wait: 8 * 3600, sign: 4 * 3600 });
    const [wait, sign] = [figures.get('wait')!, figures.get('sign')!];
    expect(wait.share).toBeGreaterThan(sign.share);
    // wait: every row falls by 2 h. sign: wholes 11, 12, 14, 13, 14: 90th percentile 23.6 → 14, median 13 → 13.
    expect(wait.fall).toEqual({ mean: 7200, p50: 7200, p90: 7200 });
    expect(sign.fall!.mean).toBeCloseTo((16 * 3600) / 5, 9);
    expect(sign.fall!.p50).toBe(0);
    expect(sign.fall!.p90).toBeCloseTo(9.6 * 3600, 6);
    expect([wait, sign].sort(weakestFirst).map(({ link }) => link.touchpoint)).toEqual(['sign', 'wait']);
  });

  it('tells mean over all, median and 90th percentile over those that have the link', () => {
    const few = [{ wait: 10 }, { wait: 20, sign: 5 }, { wait: 30 }, { wait: 40, sign: 7 }].map(hours);
    const sign = figuresOf(few, {}).get('sign')!;
    expect(sign).toMatchObject({ cases: 2, totalSeconds: 12 * 3600, meanSeconds: 3 * 3600, p50Seconds: 6 * 3600 });
    expect(sign.p90Seconds).toBeCloseTo(6.8 * 3600, 6);
    expect(sign.share).toBeCloseTo(12 / 112, 12);
    expect([sign.budgetSeconds, sign.fall, sign.interval]).toEqual([null, null, null]);
  });

  it('puts links without a budget last, by their seconds, and ties by the mean', () => {
    const figure = (touchpoint: string, p90: number | null, meanFall: number, totalSeconds: number) =>
      ({
        link: linkNamed(touchpoint),
        totalSeconds,
        fall: p90 === null ? null : { mean: meanFall, p50: 0, p90 },
      }) as LinkFigure;
    const figures = [
      figure('large, none', null, 0, 900),
      figure('none', 0, 0, 1),
      figure('mean', 5, 2, 1),
      figure('total', 5, 1, 7),
      figure('last', 5, 1, 6),
      figure('largest, none', null, 0, 901),
    ];
    expect(figures.sort(weakestFirst).map(({ link }) => link.touchpoint)).toEqual([
      'mean',
      'total',
      'last',
      'none',
      'largest, none',
      'large, none',
    ]);
  });

  it('has nothing to say of nobody', () => {
    expect(populationFigure(owned([]))).toEqual({ cases: 0, meanSeconds: null, p50Seconds: null, p90Seconds: null });
    expect([...linkFigures(owned([]), [])]).toEqual([]);
    expect(populationFigure(owned([{}, {}]))).toEqual({ cases: 2, meanSeconds: 0, p50Seconds: 0, p90Seconds: 0 });
  });
});

describe('on any world', () => {
  const names = ['а', 'б', 'в', 'г', 'ничьё'];
  const micros = fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((days) => days * 24 * HOUR),
    fc.integer({ min: 0, max: 4e12 }),
  );
  const world = fc.array(fc.dictionary(fc.constantFrom(...names), micros, { noNullPrototype: true }), {
    minLength: 1,
    maxLength: 60,
  });
  const budgets = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 4e6 })), {
    noNullPrototype: true,
  });

  it('counterfactuals equal those computed case by case', () => {
    fc.assert(
      fc.property(world, budgets, (rows, given) => {
        const now = rows.map(total);
        for (const [name, { fall, interval, budgetSeconds }] of figuresOf(rows, given)) {
          expect(budgetSeconds).toBe(given[name] ?? null);
          if (fall === null) continue;
          const kept = rows.map((row) => total({ ...row, [name]: Math.min(row[name] ?? 0, given[name]! * 1e6) }));
          const near = (got: number, statistic: (of: readonly number[]) => number) =>
            expect(Math.abs(got - (statistic(now) - statistic(kept)) / 1e6)).toBeLessThanOrEqual(
              1e-9 * (1 + statistic(now) / 1e6),
            );
          near(fall.mean, mean);
          near(fall.p50, (of) => quantile(of, 0.5));
          near(fall.p90, (of) => quantile(of, 0.9));
          for (const [lower, upper] of [interval!.p50, interval!.p90]) {
            expect(lower).toBeGreaterThanOrEqual(0);
            expect(upper).toBeGreaterThanOrEqual(lower);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('parts and nobody’s time are the whole', () => {
    fc.assert(
      fc.property(world, (rows) => {
        const figures = [...figuresOf(rows, {}).values()];
        const whole = populationFigure(owned(rows));
        const sum = (of: (figure: LinkFigure) => number) => figures.reduce((all, figure) => all + of(figure), 0);
        expect(Math.round(1e6 * sum(({ totalSeconds }) => totalSeconds))).toBe(
          Math.round(1e6 * whole.meanSeconds! * whole.cases),
        );
        expect(sum(({ meanSeconds }) => meanSeconds)).toBeCloseTo(whole.meanSeconds!, 6);
        if (whole.meanSeconds! > 0) expect(sum(({ share }) => share)).toBeCloseTo(1, 12);
      }),
    );
  });
});
