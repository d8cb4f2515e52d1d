import { tolerance } from '../limits.ts';
import type { RuleName } from '../types.ts';

/** Neighbouring judged values of one segment, without a gap, with the segment's unclipped limits. */
export interface Stretch {
  readonly values: readonly number[];
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** A sign that something other than the usual noise is at work. Its words: `judge.rule.NAME`. */
export interface Rule {
  readonly name: RuleName;
  /** Whether a mark speaks of better or worse, by the side of the centre that the point lies on. */
  readonly givesVerdict: boolean;
  /** Indices of the values that it marks, ascending. */
  readonly marks: (stretch: Stretch) => readonly number[];
  readonly example: Stretch & { readonly marked: readonly number[] };
}

/** 1 above the line, −1 below, 0 on it, within the tolerance that the centre sets. */
export function side(value: number, line: number, centre: number): -1 | 0 | 1 {
  const by = value - line;
  const least = tolerance(centre);
  return by > least ? 1 : by < -least ? -1 : 0;
}

/** Indices of every run of at least `least` neighbours with the same sign, 0 being no run. `signs[i]` belongs to the
 *  values `i…i + reach`, so that a step between two values marks both. */
export function runsOf(signs: readonly (-1 | 0 | 1)[], least: number, reach = 0): number[] {
  const marked: number[] = [];
  let from = 0;
  for (let index = 1; index <= signs.length; index++) {
    if (index < signs.length && signs[index] === signs[from]) continue;
    if (signs[from] !== 0 && index - from >= least)
      for (let at = from; at < index + reach; at++) if (marked.at(-1) !== at) marked.push(at);
    from = index;
  }
  return marked;
}
