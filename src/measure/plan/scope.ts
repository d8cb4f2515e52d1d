import { ROW_FIELDS, SPAN_KINDS } from '#facts';
import {
  and,
  atLeast,
  atMost,
  choose,
  column,
  type Expr,
  either,
  equal,
  first,
  isNull,
  less,
  literal,
  NULL,
  not,
  oneOf,
  times,
} from '../query.ts';
import type { Build } from './build.ts';
import { encode, type FactKnowledge } from './facts.ts';
import { type Placed, placed } from './layout.ts';
import type { Rows } from './rows.ts';

/** Values that a scope fixes one field to; null is the group without a value. */
export type Scope = Readonly<Record<string, readonly (string | null)[]>>;

export const GAP = SPAN_KINDS.indexOf('gap') + 1;

/** Fields that a row takes from its case only where it has none of its own are told so in facts.md § 4; these never are. */
const OWN_ONLY = new Set(['touchpoint', 'employee']);

/** How a scope or split field lies: by the row's own table, else by its case's. */
export function placeOf(rows: Rows, name: string): Placed | null {
  return rows.place(name) ?? (rows.caseAlias ? placed('case', name) : null) ?? (name in KNOWN ? KNOWN[name]! : null);
}
const KNOWN: Readonly<Record<string, Placed>> = Object.fromEntries(
  (['case', 'event', 'answer'] as const).flatMap((row) =>
    ROW_FIELDS[row].map((field) => [field.name, placed(row, field.name)!]),
  ),
);

/** A row's value of a field in the first step: its own, else its case's (facts.md § 4, Scope). */
export function rawKey(rows: Rows, name: string, by: Expr): Expr {
  if (name === 'body') return rawBody(rows, by);
  const own = rows.place(name) ? rows.rawOwn(name) : null;
  if (rows.of === 'case' || !rows.caseAlias || (own && OWN_ONLY.has(name))) return own ?? NULL;
  const theirs = placed('case', name) && !OWN_ONLY.has(name) ? rows.rawCase(name) : NULL;
  if (!own) return theirs;
  if (name === 'unit') return first(own, choose([[not(isNull(rows.rawOwn('body'))), NULL]], theirs));
  return first(own, theirs);
}

/** The body above a place at a moment, through the organisation's closure. */
function bodyAbove(rows: Rows, alias: string, place: Expr, by: Expr): Expr {
  const on = and(
    equal(column(alias, 'place'), place),
    atMost(column(alias, 'from'), by),
    less(by, column(alias, 'to')),
  );
  rows.join({ kind: 'left', table: 'body_of', as: alias, on });
  return column(alias, 'body');
}

function rawBody(rows: Rows, by: Expr): Expr {
  const own = rows.place('body') ? [rows.rawOwn('body'), bodyAbove(rows, 'above row', rows.rawOwn('unit'), by)] : [];
  if (rows.of === 'case' || !rows.caseAlias) return own.length ? first(...own) : NULL;
  return first(...own, rows.rawCase('body'), bodyAbove(rows, 'above case', rows.rawCase('unit'), by));
}

/** Who a case counts for: its employee, who holds at least half of all its work (facts.md § 4, Scope). */
export function rawHolder(rows: Rows): { readonly holder: Expr; readonly unworked: Expr } {
  rows.join({ kind: 'left', table: 'life', as: 'held', on: equal(column('held', 'caseNo'), column('r', 'caseNo')) });
  const employee = rows.rawOwn('employee');
  const all = first(column('held', 'allWork'), literal(0));
  const none = equal(all, literal(0));
  const half = atLeast(times(literal(2), column('held', 'ownWork')), all);
  return {
    holder: choose([
      [none, employee],
      [half, employee],
    ]),
    unworked: and(not(isNull(employee)), none),
  };
}

/** Whether a key lies in the values of a scope; a unit takes all below it, as they stood at `by`. */
export function within(
  key: Expr,
  name: string,
  values: readonly (string | null)[],
  by: Expr,
  place: Placed,
  facts: FactKnowledge,
): Expr {
  const texts = values.filter((value): value is string => value !== null);
  const encoded = texts.map((text) => encode(text, place.field, place.lie, facts));
  const numbers = encoded.filter((value): value is number => typeof value === 'number');
  const literals = encoded.filter((value): value is string => typeof value === 'string');
  const conditions: (Expr | null)[] = [
    numbers.length ? oneOf(key, numbers) : null,
    ...literals.map((text) => equal(key, literal(text))),
    values.includes(null) ? isNull(key) : null,
  ];
  if (name === 'unit') {
    for (const { place: unit, from, to } of texts.flatMap((text) => facts.below(text))) {
      conditions.push(and(equal(key, literal(unit)), atLeast(by, literal(from)), less(by, literal(to))));
    }
  }
  // A key that is null lies in no value; said outright, since conditions are negated nowhere but read as true or not.
  return first(either(...conditions) ?? literal(false), literal(false));
}

/** Whether either end of a gap lies in a scope; an end that is in no group counts only where the other is in none. */
export const eitherEnd = ([giver, taker]: readonly Expr[], lies: (key: Expr) => Expr): Expr =>
  either(lies(first(giver!, taker!)), lies(first(taker!, giver!)))!;

/** The second group of a gap: its taker, where that is another than its giver. */
export const secondEnd = ([giver, taker]: readonly Expr[]): Expr =>
  and(not(isNull(giver!)), not(isNull(taker!)), not(equal(giver!, taker!)));

/** Units or bodies of a span that is the metric's own row: both ends of a gap, else its own or its case's. */
export function rawSpanKeys(build: Build, name: 'unit' | 'body', by: Expr) {
  const { rows } = build;
  const { ends, joins } = gapEnds(build, name, (field) => rows.rawOwn(field), by);
  for (const join of joins) rows.join(join);
  return { isGap: equal(rows.rawOwn('kind'), literal(GAP)), ends, plain: rawKey(rows, name, by) };
}

/** Groups of a counted span where the population is kept: a gap belongs to both its ends. */
export function gapEnds(
  build: Build,
  name: 'unit' | 'body',
  span: (name: string) => Expr,
  by: Expr,
): {
  readonly ends: readonly Expr[];
  readonly joins: readonly { kind: 'left'; table: string; as: string; on: Expr }[];
} {
  const isUnit = (place: Expr) => oneOf(place, build.facts.units);
  if (name === 'unit')
    return { ends: [span('giver'), span('taker')].map((end) => choose([[isUnit(end), end]])), joins: [] };
  const joins = ['giver', 'taker'].map((end) => ({
    kind: 'left' as const,
    table: 'body_of',
    as: `body of ${end}`,
    on: and(
      equal(column(`body of ${end}`, 'place'), span(end)),
      atMost(column(`body of ${end}`, 'from'), by),
      less(by, column(`body of ${end}`, 'to')),
    ),
  }));
  const ends = ['giver', 'taker'].map((end) =>
    choose([[isUnit(span(end)), column(`body of ${end}`, 'body')]], span(end)),
  );
  return { ends, joins };
}
