import type { RowType } from '#facts';
import type { Duration } from '#time';
import type { CompareOp, Predicate, Related, Value } from '../tree.ts';
import type { ConceptName } from '../words-of-grammar.ts';

// A predicate as a reader thinks of it: conditions of a few sorts, joined by "and" and "or", with "not" pushed down to
// the condition that it denies. Languages word conditions; only compose.ts joins them.

/** Paths of the nodes that a condition stands for: its phrase is theirs. */
interface Spoken {
  readonly at: readonly string[];
  readonly row: RowType;
  readonly negated: boolean;
}

export type Condition = Spoken &
  (
    | { readonly kind: 'concept'; readonly name: ConceptName }
    /** A field equals one of the codes. */
    | { readonly kind: 'codes'; readonly field: string; readonly codes: readonly string[] }
    | { readonly kind: 'valid'; readonly field: string }
    /** A moment against another; `other` null is the period's end. Never negated: the operator turns. */
    | { readonly kind: 'moments'; readonly field: string; readonly op: CompareOp; readonly other: string | null }
    | { readonly kind: 'number'; readonly value: Value; readonly op: CompareOp; readonly number: number }
    | { readonly kind: 'length'; readonly value: TimeValue; readonly op: CompareOp; readonly duration: Duration }
    | { readonly kind: 'has'; readonly related: Related }
    | { readonly kind: 'contains'; readonly elements: readonly string[] }
  );
export type TimeValue = Extract<Value, { kind: 'time' | 'spans' }>;

export type Condensed =
  | Condition
  | { readonly kind: 'all'; readonly parts: readonly Condensed[] }
  | { readonly kind: 'any'; readonly parts: readonly Condensed[] };

/** The comparison that denies another. */
export const TURNED: Readonly<Record<CompareOp, CompareOp>> = {
  lt: 'gte',
  gte: 'lt',
  gt: 'lte',
  lte: 'gt',
  equal: 'equal',
};

export function condense(predicate: Predicate, row: RowType, negated = false): Condensed {
  const spoken = { at: [predicate.at], row, negated };
  switch (predicate.kind) {
    case 'not':
      return condense(predicate.part, row, !negated);
    case 'and':
    case 'or': {
      const parts = predicate.parts.map((part) => condense(part, row, negated));
      return joined((predicate.kind === 'and') === negated ? 'any' : 'all', parts, negated);
    }
    case 'concept':
      return { ...spoken, kind: 'concept', name: predicate.name };
    case 'has':
      return { ...spoken, kind: 'has', related: predicate.related };
    case 'contains':
      return { ...spoken, kind: 'contains', elements: [predicate.element] };
    case 'oneOf':
      return { ...spoken, kind: 'codes', field: named(predicate.left), codes: predicate.values.map(String) };
    case 'valid':
      return { ...spoken, negated: negated === predicate.valid, kind: 'valid', field: named(predicate.left) };
    case 'compare':
      return comparison(predicate, row, negated);
  }
}

function comparison(
  { at: path, left, op, right }: Extract<Predicate, { kind: 'compare' }>,
  row: RowType,
  negated: boolean,
): Condition {
  const spoken = { at: [path], row, negated };
  const turned = negated && op !== 'equal' ? { op: TURNED[op], negated: false } : { op, negated };
  if (right.kind === 'duration' && (left.kind === 'time' || left.kind === 'spans')) {
    // "Not within 180 days" is also said of what never ended, so a length keeps its "not".
    return { ...spoken, kind: 'length', value: left, op, duration: right.duration };
  }
  if (right.kind === 'field' || right.kind === 'periodEnd') {
    const other = right.kind === 'field' ? right.field : null;
    return { ...spoken, ...turned, kind: 'moments', field: named(left), other };
  }
  if (right.kind === 'literal' && typeof right.value === 'number') {
    return { ...spoken, ...turned, kind: 'number', value: left, number: right.value };
  }
  const code = right.kind === 'literal' ? String(right.value) : '';
  return { ...spoken, kind: 'codes', field: named(left), codes: [code] };
}

const named = (value: Value): string => (value.kind === 'field' ? value.field : '');

/** Joins and shortens: nested joins flatten, several elements are one list, and "known" goes without saying where
 *  another part tests the same moment. */
function joined(kind: 'all' | 'any', parts: readonly Condensed[], negated: boolean): Condensed {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const merged: Condensed[] = [];
  for (const part of flat) {
    if (isTacit(part, flat, negated)) continue;
    const last = merged.at(-1);
    if (part.kind === 'contains' && last?.kind === 'contains' && last.negated === part.negated && kind === 'all') {
      merged[merged.length - 1] = {
        ...last,
        at: [...last.at, ...part.at],
        elements: [...last.elements, ...part.elements],
      };
    } else {
      merged.push(absorb(part, flat, negated));
    }
  }
  const [only] = merged;
  return merged.length === 1 && only !== undefined ? only : { kind, parts: merged };
}

const momentOf = (part: Condensed): string | null => {
  if (part.kind === 'moments') return part.field;
  return part.kind === 'length' && part.value.kind === 'time' && part.value.to.kind === 'field'
    ? part.value.to.field
    : null;
};

/** `valid` in an "and" (or its denial in the denied "and") beside a test of the same moment. */
const isTacit = (part: Condensed, all: readonly Condensed[], negated: boolean): boolean =>
  part.kind === 'valid' && part.negated === negated && all.some((other) => momentOf(other) === part.field);

const absorb = (part: Condensed, all: readonly Condensed[], negated: boolean): Condensed => {
  const moment = momentOf(part);
  if (moment === null || part.kind === 'all' || part.kind === 'any') return part;
  const silent = all.flatMap((other) =>
    other.kind === 'valid' && other.negated === negated && other.field === moment ? other.at : [],
  );
  return { ...part, at: [...part.at, ...silent] };
};

/** Conditions that must all hold; a single "or" stays one of them. */
export const conjuncts = (condensed: Condensed): readonly Condensed[] =>
  condensed.kind === 'all' ? condensed.parts : [condensed];
