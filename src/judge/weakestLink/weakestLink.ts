import type { Link, OwnedTime } from '#measure';
import { bootstrapFall, type Pair } from './bootstrap.ts';
import { Draws } from './draws.ts';
import { ExactSum } from './exactSum.ts';
import { quantile, replaced } from './sorted.ts';

/** What one link takes, and by how much the time end to end would fall if it kept its budget. Seconds. */
export interface LinkFigure {
  readonly link: Link;
  /** Rows that have the link. */
  readonly cases: number;
  readonly totalSeconds: number;
  /** Over the whole population, so that means add up. */
  readonly meanSeconds: number;
  /** Over the rows that have the link. */
  readonly p50Seconds: number;
  readonly p90Seconds: number;
  /** Of all seconds, 0…1. */
  readonly share: number;
  readonly budgetSeconds: number | null;
  /** The statistic of the whole as it is, less the statistic where each row's seconds of the link are the smaller of
   *  their sum and the budget, all else unchanged. */
  readonly fall: { readonly mean: number; readonly p50: number; readonly p90: number } | null;
  readonly interval: { readonly p50: readonly [number, number]; readonly p90: readonly [number, number] } | null;
}

export interface PopulationFigure {
  readonly cases: number;
  readonly meanSeconds: number | null;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
}

const MICROS = 1e6;
const seconds = (micros: number | null): number | null => (micros === null ? null : micros / MICROS);
const [P50, P90] = [0.5, 0.9];

export function populationFigure({ wholes }: OwnedTime): PopulationFigure {
  const ascending = wholes.slice().sort();
  const cases = wholes.length;
  return {
    cases,
    meanSeconds: cases === 0 ? null : sumOf(wholes).seconds / cases,
    p50Seconds: seconds(quantile(ascending, P50)),
    p90Seconds: seconds(quantile(ascending, P90)),
  };
}

/** Figures of the links, one after another in the order of `time.links`: between two of them others may work.
 *  `budgets`: seconds, one a link; null: none. */
export function* linkFigures(time: OwnedTime, budgets: readonly (number | null)[]): Generator<LinkFigure> {
  const whole = new Whole(time.wholes);
  const all = Number(sumOf(time.micros).total);
  for (const [i, link] of time.links.entries()) {
    const rows = time.rows.subarray(time.starts[i], time.starts[i + 1]);
    const micros = time.micros.subarray(time.starts[i], time.starts[i + 1]);
    const sum = sumOf(micros);
    const ascending = micros.slice().sort();
    const budgetSeconds = budgets[i] ?? null;
    yield {
      link,
      cases: rows.length,
      totalSeconds: sum.seconds,
      meanSeconds: sum.seconds / time.wholes.length,
      p50Seconds: quantile(ascending, P50)! / MICROS,
      p90Seconds: quantile(ascending, P90)! / MICROS,
      share: Number(sum.total) / all,
      budgetSeconds,
      ...(budgetSeconds === null
        ? { fall: null, interval: null }
        : whole.fall(rows, micros, Math.round(budgetSeconds * MICROS), JSON.stringify(link))),
    };
  }
}

/** The weakest link first: by the fall of the 90th percentile, then of the mean, then by its seconds. Links without a
 *  budget come after, by their seconds. */
export const weakestFirst = (a: LinkFigure, b: LinkFigure): number =>
  Number(b.fall !== null) - Number(a.fall !== null) ||
  (a.fall && b.fall ? b.fall.p90 - a.fall.p90 || b.fall.mean - a.fall.mean : 0) ||
  b.totalSeconds - a.totalSeconds;

/** The time end to end, and what becomes of it when one link keeps its budget. */
class Whole {
  private readonly now: Float64Array;
  private readonly nowAscending: Float64Array;
  /** The times as they would be; as they are between two links. */
  private readonly kept: Float64Array;

  constructor(wholes: Float64Array) {
    this.now = wholes;
    this.kept = wholes.slice();
    this.nowAscending = wholes.slice().sort();
  }

  fall(rows: Int32Array, micros: Float64Array, budget: number, seed: string): Pick<LinkFigure, 'fall' | 'interval'> {
    const over = rows.filter((_, entry) => micros[entry]! > budget);
    if (over.length === 0) return { fall: { mean: 0, p50: 0, p90: 0 }, interval: { p50: [0, 0], p90: [0, 0] } };
    const saved = new ExactSum();
    for (let entry = 0; entry < rows.length; entry += 1) {
      const spare = micros[entry]! - budget;
      if (spare <= 0) continue;
      saved.add(spare);
      this.kept[rows[entry]!]! -= spare;
    }
    const timesOf = (times: Float64Array) => Float64Array.from(over, (row) => times[row]!).sort();
    const pair: Pair = {
      now: this.now,
      kept: this.kept,
      nowAscending: this.nowAscending,
      keptAscending: replaced(this.nowAscending, timesOf(this.now), timesOf(this.kept)),
    };
    const fallOf = (p: number) => (quantile(pair.nowAscending, p)! - quantile(pair.keptAscending, p)!) / MICROS;
    const intervalOf = (p: number) => {
      const [lower, upper] = bootstrapFall(pair, p, new Draws(`${seed} ${p}`));
      return [lower / MICROS, upper / MICROS] as const;
    };
    const figures = {
      fall: { mean: saved.seconds / this.now.length, p50: fallOf(P50), p90: fallOf(P90) },
      interval: { p50: intervalOf(P50), p90: intervalOf(P90) },
    };
    for (const row of over) this.kept[row] = this.now[row]!;
    return figures;
  }
}

function sumOf(numbers: Float64Array): ExactSum {
  const sum = new ExactSum();
  for (const number of numbers) sum.add(number);
  return sum;
}
