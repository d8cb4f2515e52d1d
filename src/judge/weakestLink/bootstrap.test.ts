import { describe, expect, it } from 'vitest';
import { bootstrapFall } from './bootstrap.ts';
import { Draws } from './draws.ts';
import { quantile, replaced } from './sorted.ts';

const pairOf = (now: Float64Array, kept: Float64Array) => ({
  now,
  kept,
  nowAscending: now.slice().sort(),
  keptAscending: kept.slice().sort(),
});

/** Rows drawn again one by one, quantiles from the drawn rows: the bootstrap as the book tells it. */
function byHand(now: Float64Array, kept: Float64Array, p: number, draws: Draws, replicates: number) {
  const falls = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const rows = Int32Array.from(now, () => Math.floor(draws.unit() * now.length));
    const quantileOf = (times: Float64Array) => quantile(Float64Array.from(rows, (row) => times[row]!).sort(), p)!;
    falls[replicate] = quantileOf(now) - quantileOf(kept);
  }
  return [quantile(falls.sort(), 0.025)!, quantile(falls, 0.975)!] as const;
}

/** Skewed times of `n` rows, of which a link holds a part; `step` rounds them, as dates without time do. */
function times(n: number, step: number, seed: string) {
  const draws = new Draws(seed);
  const now = new Float64Array(n);
  const kept = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    const part = step * Math.ceil((-20 * Math.log(1 - draws.unit())) / step);
    const rest = step * Math.ceil((-10 * Math.log(1 - draws.unit())) / step);
    now[row] = part + rest;
    kept[row] = Math.min(part, 15) + rest;
  }
  return { now, kept };
}

describe('the interval of a fall', () => {
  it.each([
    ['a small office', 40, 0.001],
    ['many cases', 500, 0.001],
    ['many cases known by the day alone', 500, 5],
  ])('is that of drawing the rows one by one: %s', (_name, n, step) => {
    const { now, kept } = times(n, step, 'world');
    for (const p of [0.5, 0.9]) {
      const [lower, upper] = bootstrapFall(pairOf(now, kept), p, new Draws('one'));
      const [low, high] = byHand(now, kept, p, new Draws('another'), 2000);
      const width = Math.max(high - low, step);
      expect(Math.abs(lower - low) / width).toBeLessThan(0.2);
      expect(Math.abs(upper - high) / width).toBeLessThan(0.2);
    }
  });

  it('holds the true fall about nineteen times in twenty', () => {
    const { now, kept } = times(200_000, 0.001, 'truth');
    const truth = quantile(now.slice().sort(), 0.5)! - quantile(kept.slice().sort(), 0.5)!;
    let held = 0;
    for (let sample = 0; sample < 200; sample += 1) {
      const part = (of: Float64Array) => of.slice(400 * sample, 400 * sample + 400);
      const [lower, upper] = bootstrapFall(pairOf(part(now), part(kept)), 0.5, new Draws(String(sample)));
      if (lower <= truth && truth <= upper) held += 1;
    }
    expect(held).toBeGreaterThan(178);
    expect(held).toBeLessThan(200);
  });

  it('is the same again', () => {
    const { now, kept } = times(500, 0.001, 'again');
    const once = () => bootstrapFall(pairOf(now, kept), 0.9, new Draws('seed'));
    expect(once()).toEqual(once());
    expect(bootstrapFall(pairOf(now, kept), 0.9, new Draws('other'))).not.toEqual(once());
  });

  it('has no width where there is one row', () => {
    const one = bootstrapFall(pairOf(Float64Array.of(9), Float64Array.of(4)), 0.5, new Draws('x'));
    expect(one).toEqual([5, 5]);
  });
});

describe('draws', () => {
  it.each([
    [30, 0.2],
    [1000, 0.004],
    [60, 0.7],
    [400, 0.5],
    [1_000_000, 0.01],
  ])('of %i trials of chance %d have the mean and the variance of the binomial law', (n, p) => {
    const draws = new Draws(`${n} ${p}`);
    const taken = Array.from({ length: 20_000 }, () => draws.binomial(n, p));
    const mean = taken.reduce((sum, k) => sum + k, 0) / taken.length;
    const variance = taken.reduce((sum, k) => sum + (k - mean) ** 2, 0) / (taken.length - 1);
    const spread = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p) / spread).toBeLessThan(4 / Math.sqrt(taken.length));
    expect(variance / spread ** 2).toBeGreaterThan(0.95);
    expect(variance / spread ** 2).toBeLessThan(1.05);
    expect(taken.every((k) => Number.isInteger(k) && k >= 0 && k <= n)).toBe(true);
  });

  it('follow the binomial law value by value', () => {
    const [n, p, size] = [40, 0.35, 200_000];
    const draws = new Draws('law');
    const seen = new Float64Array(n + 1);
    for (let i = 0; i < size; i += 1) seen[draws.binomial(n, p)]! += 1;
    let chance = (1 - p) ** n;
    let chiSquare = 0;
    let kinds = 0;
    for (let k = 0; k <= n; k += 1) {
      if (chance * size > 20) {
        chiSquare += (seen[k]! - chance * size) ** 2 / (chance * size);
        kinds += 1;
      }
      chance *= ((n - k) / (k + 1)) * (p / (1 - p));
    }
    // Mean kinds − 1, deviation √(2·kinds): four deviations.
    expect(chiSquare).toBeLessThan(kinds + 4 * Math.sqrt(2 * kinds));
  });

  it('know what is certain', () => {
    const draws = new Draws('sure');
    expect([draws.binomial(7, 0), draws.binomial(7, 1), draws.binomial(0, 0.5)]).toEqual([0, 7, 0]);
  });
});

it('replacing some of ascending numbers is sorting anew', () => {
  const draws = new Draws('replaced');
  for (let round = 0; round < 200; round += 1) {
    const before = Float64Array.from({ length: 30 }, () => Math.floor(10 * draws.unit()));
    const after = before.map((value) => (draws.unit() < 0.4 ? value - Math.floor(8 * draws.unit()) : value));
    const changed = [...before.keys()].filter((i) => before[i] !== after[i]);
    const of = (values: Float64Array) => Float64Array.from(changed, (i) => values[i]!).sort();
    expect(replaced(before.slice().sort(), of(before), of(after))).toEqual(after.slice().sort());
  }
});
