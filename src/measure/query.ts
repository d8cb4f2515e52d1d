/** The intermediate form between a metric and an engine's SQL: a small relational tree without any dialect. Instants and
 *  durations are integer microseconds; codes are dictionary numbers; truth is three-valued. */
export type Expr =
  | { readonly kind: 'column'; readonly of: string; readonly name: string }
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null }
  | { readonly kind: 'call'; readonly fn: Fn; readonly args: readonly Expr[] }
  | { readonly kind: 'case'; readonly arms: readonly (readonly [Expr, Expr])[]; readonly otherwise: Expr | null }
  | { readonly kind: 'in'; readonly of: Expr; readonly values: readonly number[] }
  | {
      readonly kind: 'aggregate';
      readonly fn: Aggregate;
      readonly of: readonly Expr[];
      readonly order?: readonly Order[];
    }
  /** The engine's own number of a stored row. */
  | { readonly kind: 'rowId'; readonly of: string }
  /** An attribute `x:NAME` out of the row's `extra`. */
  | { readonly kind: 'attribute'; readonly of: Expr; readonly name: string }
  /** Number of an id in one of the dictionaries of ids; null where there is none. */
  | { readonly kind: 'lookup'; readonly dictionary: 'case_id' | 'run_id' | 'client_key'; readonly text: string }
  /** 1, 2, … within a partition, in order. */
  | { readonly kind: 'rank'; readonly partition: readonly Expr[]; readonly order: readonly Order[] };

export type Fn =
  | 'and'
  | 'or'
  | 'not'
  | 'equal'
  | 'same'
  | 'less'
  | 'atMost'
  | 'more'
  | 'atLeast'
  | 'plus'
  | 'minus'
  | 'times'
  | 'over'
  | 'smallest'
  | 'greatest'
  | 'first'
  | 'isNull'
  | 'isFalse'
  | 'hasBits'
  | 'contains'
  | 'real'
  | 'floor';

export type Aggregate = 'count' | 'sum' | 'min' | 'max' | 'any' | 'distinct' | 'variance' | 'covariance' | 'firstOf';

export interface Order {
  readonly by: Expr;
  readonly nullsLast?: boolean;
}

export interface Join {
  /** `asof`: the newest row of the right side not later than `at`, among those that meet `on`. */
  readonly kind: 'inner' | 'left' | 'asof';
  readonly table: string;
  readonly as: string;
  readonly on: Expr;
}

export interface Query {
  readonly columns: readonly (readonly [name: string, value: Expr])[];
  readonly all?: string;
  readonly from: string;
  readonly as: string;
  readonly joins?: readonly Join[];
  readonly where?: Expr | null;
  readonly groupBy?: readonly Expr[];
  readonly distinct?: boolean;
  readonly orderBy?: readonly Order[];
  readonly limit?: number;
  readonly offset?: number;
}

/** A named step; `values`: a constant table. */
export type Step =
  | { readonly name: string; readonly query: Query }
  | { readonly name: string; readonly union: readonly Query[] }
  | {
      readonly name: string;
      readonly columns: readonly string[];
      readonly values: readonly (readonly (number | null)[])[];
    };

export const column = (of: string, name: string): Expr => ({ kind: 'column', of, name });
export const literal = (value: number | string | boolean | null): Expr => ({ kind: 'literal', value });
export const NULL = literal(null);
export const TRUE = literal(true);
const call = (fn: Fn, ...args: readonly Expr[]): Expr => ({ kind: 'call', fn, args });

export const and = (...parts: readonly (Expr | null)[]): Expr => joined('and', parts) ?? TRUE;
export const or = (...parts: readonly (Expr | null)[]): Expr => joined('or', parts) ?? literal(false);
const joined = (fn: 'and' | 'or', parts: readonly (Expr | null)[]): Expr | null => {
  const there = parts.filter((part): part is Expr => part !== null);
  return there.length === 0 ? null : there.length === 1 ? there[0]! : call(fn, ...there);
};
/** Disjunction of conditions that may be absent; null where none is there. */
export const either = (...parts: readonly (Expr | null)[]): Expr | null => joined('or', parts);
export const not = (of: Expr): Expr => call('not', of);
export const equal = (a: Expr, b: Expr): Expr => call('equal', a, b);
/** Equality in which null equals null. */
export const same = (a: Expr, b: Expr): Expr => call('same', a, b);
export const less = (a: Expr, b: Expr): Expr => call('less', a, b);
export const atMost = (a: Expr, b: Expr): Expr => call('atMost', a, b);
export const more = (a: Expr, b: Expr): Expr => call('more', a, b);
export const atLeast = (a: Expr, b: Expr): Expr => call('atLeast', a, b);
export const plus = (...args: readonly Expr[]): Expr => call('plus', ...args);
export const minus = (a: Expr, b: Expr): Expr => call('minus', a, b);
export const times = (a: Expr, b: Expr): Expr => call('times', a, b);
export const over = (a: Expr, b: Expr): Expr => call('over', a, b);
/** The smallest or greatest of those that are not null. */
export const smallest = (...args: readonly Expr[]): Expr => call('smallest', ...args);
export const greatest = (...args: readonly Expr[]): Expr => call('greatest', ...args);
/** The first that is not null. */
export const first = (...args: readonly Expr[]): Expr => call('first', ...args);
export const isNull = (of: Expr): Expr => call('isNull', of);
export const isFalse = (of: Expr): Expr => call('isFalse', of);
export const hasBits = (of: Expr, mask: number): Expr => call('hasBits', of, literal(mask));
export const contains = (of: Expr, text: string): Expr => call('contains', of, literal(text));
export const real = (of: Expr): Expr => call('real', of);
export const floor = (of: Expr): Expr => call('floor', of);
export const oneOf = (of: Expr, values: readonly number[]): Expr => ({ kind: 'in', of, values });
export const choose = (arms: readonly (readonly [Expr, Expr])[], otherwise: Expr | null = null): Expr =>
  arms.length === 0 ? (otherwise ?? NULL) : { kind: 'case', arms, otherwise };
export const aggregate = (fn: Aggregate, ...of: readonly Expr[]): Expr => ({ kind: 'aggregate', fn, of });
