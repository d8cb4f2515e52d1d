import { and, type Expr, either, isNull, type Join } from '../query.ts';

/** A compiled value or predicate: its expression, under which conditions it is null for a reason of its own, and the
 *  joins that the expression reads. */
export interface Term {
  readonly x: Expr;
  /** True where the value is null because a duration would be negative. */
  readonly negative: Expr | null;
  /** True where the value is null because its source never records it. */
  readonly unrecorded: Expr | null;
  readonly needs: readonly Join[];
}

export const term = (x: Expr, needs: readonly Join[] = []): Term => ({ x, negative: null, unrecorded: null, needs });

/** Joins of several terms, each once. */
export function needsOf(...terms: readonly (Term | null)[]): readonly Join[] {
  const byName = new Map<string, Join>();
  for (const one of terms) for (const need of one?.needs ?? []) byName.set(need.as, need);
  return [...byName.values()];
}

/** A term made of parts: the reasons of a part count where the whole is null. */
export function combine(x: Expr, parts: readonly Term[]): Term {
  const negative = either(...parts.map((part) => part.negative));
  const unrecorded = either(...parts.map((part) => part.unrecorded));
  const whole = (reason: Expr | null) => (reason === null ? null : and(isNull(x), reason));
  return { x, negative: whole(negative), unrecorded: whole(unrecorded), needs: needsOf(...parts) };
}
