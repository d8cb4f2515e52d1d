import { type7Ranks } from '#measure';

/** The p-quantile (type 7) of numbers in ascending order; null of none. */
export function quantile(ascending: Float64Array, p: number): number | null {
  if (ascending.length === 0) return null;
  const { low, high, weight } = type7Ranks(ascending.length, p);
  return between(ascending[low - 1]!, ascending[high - 1]!, weight);
}

export const between = (low: number, high: number, weight: number): number => low + weight * (high - low);

/** Ascending numbers of which some are replaced: `gone` are taken out (each stands there), `come` put in; both
 *  ascending and of one length. A merge costs a fraction of sorting anew. */
export function replaced(ascending: Float64Array, gone: Float64Array, come: Float64Array): Float64Array {
  const out = new Float64Array(ascending.length);
  let [left, entering, place] = [0, 0, 0];
  for (const value of ascending) {
    if (left < gone.length && gone[left] === value) {
      left += 1;
      continue;
    }
    while (entering < come.length && come[entering]! <= value) out[place++] = come[entering++]!;
    out[place++] = value;
  }
  while (entering < come.length) out[place++] = come[entering++]!;
  return out;
}
