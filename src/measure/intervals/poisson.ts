import type { Interval } from './bounds.ts';

const tail = 0.025;

/** Garwood's exact 95 % limits of a Poisson count (a whole number ≥ 0): the means under which `events` or more,
 *  and `events` or fewer, have probability 2.5 %. Garwood 1936. Example: 10 → 4.7954…18.3904; 0 → 0…3.6889.
 *  Not by a gamma quantile of @stdlib: at 97.5 % that one is off by 1.5e-4 from a shape of 939 on. */
export function count(events: number): Interval {
  return [events === 0 ? 0 : lowerMean(events), upperMean(events)];
}

/** Limits of a rate `per` × events ÷ `denominator`, the denominator held fixed; null when it is 0. */
export function rate(events: number, denominator: number, per: number): Interval | null {
  if (denominator <= 0) return null;
  const [lower, upper] = count(events);
  return [(lower! * per) / denominator, (upper! * per) / denominator];
}

/** Solves P(X ≥ k | m) = 2.5 % for m by Newton's steps: the tail's slope in m is the probability of k − 1. */
function lowerMean(k: number): number {
  return newton(wilsonHilferty(k, -1), (m) => {
    const last = poisson(k, m);
    return (last * sumOver((j) => m / (k + j)) - tail) / ((last * k) / m);
  });
}

/** Solves P(X ≤ k | m) = 2.5 % for m: the tail's slope in m is minus the probability of k. */
function upperMean(k: number): number {
  return newton(wilsonHilferty(k + 1, 1), (m) => tail / poisson(k, m) - sumOver((j) => (k + 1 - j) / m));
}

/** `step` is the correction to subtract; converges quadratically from a start good to three digits. */
function newton(start: number, step: (m: number) => number): number {
  let m = start;
  for (let round = 0; round < 60; round++) {
    const by = step(m);
    // The start can lie beyond 0 only for the smallest counts: halve instead of leaving the domain.
    m = by < m ? m - by : m / 2;
    if (Math.abs(by) <= 1e-14 * m) break;
  }
  return m;
}

/** 1 + f(1) + f(1)f(2) + …, the tail of a distribution over its first term, until terms no longer count. */
function sumOver(factor: (j: number) => number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; term > 1e-17 * sum; j++) {
    term *= factor(j);
    sum += term;
  }
  return sum;
}

/** Wilson & Hilferty 1931: the cube root of a gamma variable is nearly normal. Only the starting point. */
function wilsonHilferty(shape: number, sign: -1 | 1): number {
  const root = 1 - 1 / (9 * shape) + (sign * 1.96) / (3 * Math.sqrt(shape));
  return Math.max(shape * root ** 3, 0.01);
}

/** P(X = k | m), exact to about 1e-15 for any k: Loader 2000 splits it into Stirling's error and a deviance, so that
 *  no large logarithms cancel. */
function poisson(k: number, m: number): number {
  if (k === 0) return Math.exp(-m);
  return Math.exp(-stirlingError(k) - deviance(k, m)) / Math.sqrt(2 * Math.PI * k);
}

/** ln k! − ln(√(2πk)·(k/e)^k). */
function stirlingError(k: number): number {
  if (k < 16) {
    let factorial = 1;
    for (let j = 2; j <= k; j++) factorial *= j;
    return Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * k) + k * Math.log(k) - k);
  }
  const kk = k * k;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / kk) / kk) / kk) / kk) / k;
}

/** k·ln(k/m) + m − k, by its series where k is near m. */
function deviance(k: number, m: number): number {
  const v = (k - m) / (k + m);
  if (Math.abs(v) > 0.1) return k * Math.log(k / m) + m - k;
  let sum = (k - m) * v;
  let power = 2 * k * v;
  for (let j = 3; ; j += 2) {
    power *= v * v;
    const next = sum + power / j;
    if (next === sum) return sum;
    sum = next;
  }
}
