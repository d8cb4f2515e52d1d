/** Monthly pairs below which a relation is not spoken of. */
export const LEAST_MONTHS = 12;

export interface Relation {
  readonly months: number;
  /** Spearman's rank correlation; null: too few months, or one side never moves. */
  readonly rho: number | null;
  /** 95 %, on Fisher's scale with Bonett and Wright's error √((1 + ρ²/2) ÷ (n − 3)) (2000). */
  readonly interval: readonly [number, number] | null;
}

/** Whether two series move together, by their ranks: one pair a period that both have. */
export function relation(pairs: readonly (readonly [number, number])[]): Relation {
  const months = pairs.length;
  if (months < LEAST_MONTHS) return { months, rho: null, interval: null };
  const rho = pearson(ranks(pairs.map(([x]) => x)), ranks(pairs.map(([, y]) => y)));
  if (rho === null) return { months, rho: null, interval: null };
  // At ±1 Fisher's scale has no end: a hair inside it has.
  const z = Math.atanh(Math.max(-1 + 1e-9, Math.min(1 - 1e-9, rho)));
  const half = 1.959963984540054 * Math.sqrt((1 + (rho * rho) / 2) / (months - 3));
  return { months, rho, interval: [Math.tanh(z - half), Math.tanh(z + half)] };
}

/** Ranks from 1; equal values share the mean of theirs. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, no) => no).sort((a, b) => values[a]! - values[b]!);
  const found = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to += 1;
    for (let at = from; at <= to; at += 1) found[order[at]!] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return found;
}

function pearson(xs: readonly number[], ys: readonly number[]): number | null {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [no, x] of xs.entries()) {
    xy += (x - mx) * (ys[no]! - my);
    xx += (x - mx) ** 2;
    yy += (ys[no]! - my) ** 2;
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy);
}
