import { type7Ranks } from '#measure';
import type { Draws } from './draws.ts';
import { between, quantile } from './sorted.ts';

/** Times of the same rows as they are and as they would be, each also in ascending order. */
export interface Pair {
  readonly now: Float64Array;
  readonly kept: Float64Array;
  readonly nowAscending: Float64Array;
  readonly keptAscending: Float64Array;
}

const REPLICATES = 1000;
/** Half a window, in standard deviations of the number of draws below the quantile: a resample whose quantile lies
 *  outside is one in fifteen thousand, and is counted at the window's edge, far beyond what the interval reads. */
const REACH = 4;
/** A cell with at least so many rows takes its draws at once. */
const LARGE = 32;

/** 95 % percentile interval (Efron & Tibshirani 1993, § 13.3) of the fall of the p-quantile, by drawing the rows again.
 *
 *  A resample of n rows is told by how often each row was drawn. Its quantile needs the ranks around it alone: rows
 *  far below or far above in both orders are only counted. So rows are put into cells, by the place of their two times
 *  (below the window, a value in it, above), and the draws are spread over cells: large ones by binomial chance, the
 *  rest one by one. That is the same multinomial draw as that of all rows, at the cost of √n instead of n. */
export function bootstrapFall(pair: Pair, p: number, draws: Draws): readonly [number, number] {
  const n = pair.now.length;
  const cells = cellsOf(pair, windowOf(pair.nowAscending, p), windowOf(pair.keptAscending, p));
  const ranks = type7Ranks(n, p);
  const falls = new Float64Array(REPLICATES);
  for (let replicate = 0; replicate < REPLICATES; replicate += 1) {
    spread(cells, n, draws);
    falls[replicate] = drawn(cells.now, ranks) - drawn(cells.kept, ranks);
  }
  falls.sort();
  return [quantile(falls, 0.025)!, quantile(falls, 0.975)!];
}

/** Distinct values around a quantile, ascending. Class 0 is what lies below them, class i the value i − 1, the last
 *  class what lies above. `counts`: draws of each class in the present resample. */
interface Window {
  readonly values: Float64Array;
  readonly counts: Int32Array;
}

function windowOf(ascending: Float64Array, p: number): Window {
  const n = ascending.length;
  const { low, high } = type7Ranks(n, p);
  const reach = 1 + Math.ceil(REACH * Math.sqrt(n * p * (1 - p)));
  const near = ascending.subarray(Math.max(0, low - 1 - reach), Math.min(n, high + reach));
  const values = near.filter((value, i) => i === 0 || value !== near[i - 1]);
  return { values, counts: new Int32Array(values.length + 2) };
}

function classOf(value: number, { values }: Window): number {
  if (value < values[0]!) return 0;
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

interface Cells {
  readonly now: Window;
  readonly kept: Window;
  /** Classes and number of rows of each large cell, largest first. */
  readonly large: readonly { readonly now: number; readonly kept: number; readonly rows: number }[];
  /** Classes of each row of the small cells. */
  readonly smallNow: Int32Array;
  readonly smallKept: Int32Array;
}

function cellsOf(pair: Pair, now: Window, kept: Window): Cells {
  const width = kept.counts.length;
  const [nowLeast, nowMost] = [now.values[0]!, now.values.at(-1)!];
  const [keptLeast, keptMost] = [kept.values[0]!, kept.values.at(-1)!];
  const far = [0, 0, 0, 0];
  const near: number[] = [];
  for (let row = 0; row < pair.now.length; row += 1) {
    const [a, b] = [pair.now[row]!, pair.kept[row]!];
    if ((a < nowLeast || a > nowMost) && (b < keptLeast || b > keptMost))
      far[(a > nowMost ? 2 : 0) + (b > keptMost ? 1 : 0)]! += 1;
    else near.push(classOf(a, now) * width + classOf(b, kept));
  }
  const top = (now.counts.length - 1) * width;
  const large = [0, width - 1, top, top + width - 1].map((cell, i) => ({ cell, rows: far[i]! }));
  const small: number[] = [];
  const keys = Float64Array.from(near).sort();
  for (let from = 0; from < keys.length; ) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to += 1;
    if (to - from >= LARGE) large.push({ cell: keys[from]!, rows: to - from });
    else for (let row = from; row < to; row += 1) small.push(keys[row]!);
    from = to;
  }
  const classes = (cell: number) => ({ now: Math.floor(cell / width), kept: cell % width });
  return {
    now,
    kept,
    large: large
      .filter(({ rows }) => rows > 0)
      .sort((a, b) => b.rows - a.rows)
      .map(({ cell, rows }) => ({ ...classes(cell), rows })),
    smallNow: Int32Array.from(small, (cell) => classes(cell).now),
    smallKept: Int32Array.from(small, (cell) => classes(cell).kept),
  };
}

/** One resample: n draws over the cells. */
function spread({ now, kept, large, smallNow, smallKept }: Cells, n: number, draws: Draws): void {
  now.counts.fill(0);
  kept.counts.fill(0);
  let [left, rows] = [n, n];
  for (const cell of large) {
    const taken = draws.binomial(left, cell.rows / rows);
    now.counts[cell.now]! += taken;
    kept.counts[cell.kept]! += taken;
    left -= taken;
    rows -= cell.rows;
  }
  for (; left > 0; left -= 1) {
    const row = Math.floor(draws.unit() * smallNow.length);
    now.counts[smallNow[row]!]! += 1;
    kept.counts[smallKept[row]!]! += 1;
  }
}

/** The quantile of the present resample. */
function drawn({ values, counts }: Window, { low, high, weight }: ReturnType<typeof type7Ranks>): number {
  let place = 0;
  let below = counts[0]!;
  while (below < low) {
    place += 1;
    below += counts[place]!;
  }
  const lower = valueAt(values, place);
  while (below < high) {
    place += 1;
    below += counts[place]!;
  }
  return between(lower, valueAt(values, place), weight);
}

const valueAt = (values: Float64Array, place: number): number =>
  values[Math.min(values.length - 1, Math.max(0, place - 1))]!;
