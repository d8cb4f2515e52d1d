import type { Value } from '#catalogue';
import {
  and,
  choose,
  column,
  type Expr,
  equal,
  first,
  isNull,
  type Join,
  literal,
  not,
  type Query,
  type Step,
} from '../query.ts';
import type { Build } from './build.ts';
import { spanParts } from './durations.ts';
import { placed } from './layout.ts';
import { eitherEnd, GAP, gapEnds, type Scope, secondEnd, within } from './scope.ts';

/** Scope fields that cut what is counted, not who is counted. */
export interface CutParts {
  readonly names: readonly string[];
  readonly scope: Scope;
}

export interface Parts {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** The counted rows of a sum, one by one: k, amount and, for a split, g. A gap is in the groups of both its ends. */
export function partsOf(
  build: Build,
  value: Value,
  { split, cut }: { readonly split: string | null; readonly cut: CutParts | null },
): Parts {
  const name = build.nameFor('parts');
  const steps = value.kind === 'spans' ? spanQueries(build, value, split, cut) : [eventQuery(build, value, split, cut)];
  return { name, steps: [{ name, union: steps }] };
}

function eventQuery(build: Build, value: Value, split: string | null, cut: CutParts | null): Query {
  if (value.kind !== 'count' && value.kind !== 'total') throw new Error(`not a sum of rows: ${value.kind}`);
  const relation = build.relation(value.related, value.kind === 'total' ? value.field : null);
  const amount = value.kind === 'total' ? relation.cell(value.field) : literal(1);
  const columns: [string, Expr][] = [
    ['k', column('b', 'k')],
    ['amount', amount],
  ];
  if (split !== null) columns.push(['g', column('e', split)]);
  const query = relation.parts(columns.slice(1));
  const conditions =
    cut?.names.map((name) =>
      within(column('e', name), name, cut.scope[name]!, column('b', 'by'), placed(relation.fact, name)!, build.facts),
    ) ?? [];
  return { ...query, where: and(query.where ?? null, ...conditions) };
}

/** A gap by unit or body has two ends: one query for all else and the first end, one for the second where it differs. */
function spanQueries(
  build: Build,
  value: Extract<Value, { kind: 'spans' }>,
  split: string | null,
  cut: CutParts | null,
): readonly Query[] {
  const by = column('b', 'by');
  const s = (name: string) => column('s', name);
  const isGap = equal(s('kind'), literal(GAP));
  const joins: Join[] = [];
  const join = (more: readonly Join[]) => {
    for (const one of more) if (!joins.some((known) => known.as === one.as)) joins.push(one);
  };
  /** The keys of a span: one, or for a gap its two ends. */
  const keys = (name: string): { readonly plain: Expr; readonly ends: readonly Expr[] } => {
    if (name === 'touchpoint' || name === 'employee') return { plain: s(name), ends: [] };
    const gap = gapEnds(build, name as 'unit' | 'body', s, by);
    join(gap.joins);
    return { plain: heldBy(build, name as 'unit' | 'body', s, by, join), ends: gap.ends };
  };
  const conditions = (cut?.names ?? []).map((name) => {
    const { plain, ends } = keys(name);
    const place = placed('span', name)!;
    const lies = (key: Expr) => within(key, name, cut!.scope[name]!, by, place, build.facts);
    return ends.length ? choose([[isGap, eitherEnd(ends, lies)]], lies(plain)) : lies(plain);
  });
  const base = spanParts(build, value, () => []);
  const query = (g: Expr | null, more: Expr | null): Query => ({
    ...base,
    columns: g === null ? base.columns : [...base.columns, ['g', g]],
    joins: [...base.joins, ...joins],
    where: and(base.where, ...conditions, more),
  });
  if (split === null) return [query(null, null)];
  const { plain, ends } = keys(split);
  if (ends.length === 0) return [query(plain, null)];
  const [giver, taker] = ends as [Expr, Expr];
  const one = choose([[isGap, first(giver, taker)]], plain);
  return [query(one, null), query(taker, and(isGap, secondEnd(ends)))];
}

/** The unit or body that a span which is no gap counts for: its own, else its case's (facts.md § 4, Scope). */
function heldBy(
  build: Build,
  name: 'unit' | 'body',
  s: (name: string) => Expr,
  by: Expr,
  join: (more: readonly Join[]) => void,
): Expr {
  const { rows } = build;
  // The spans of a run are of several cases.
  if (rows.of === 'run') {
    const on = and(equal(column('span case', 'caseNo'), s('caseNo')), column('span case', 'live'));
    join([{ kind: 'left', table: 'case_row', as: 'span case', on }]);
  }
  const ofCase = (of: 'unit' | 'body'): Expr => (rows.of === 'run' ? column('span case', of) : rows.ofCase(of));
  if (name === 'unit')
    return choose(
      [
        [not(isNull(s('unit'))), s('unit')],
        [not(isNull(s('body'))), literal(null)],
      ],
      ofCase('unit'),
    );
  const above = (alias: string, place: Expr): Expr => {
    const a = (of: string) => column(alias, of);
    join([
      {
        kind: 'left',
        table: 'body_of',
        as: alias,
        on: and(
          equal(a('place'), place),
          { kind: 'call', fn: 'atMost', args: [a('from'), by] },
          { kind: 'call', fn: 'less', args: [by, a('to')] },
        ),
      },
    ]);
    return a('body');
  };
  const own = {
    kind: 'call',
    fn: 'first',
    args: [s('body'), above('span body', s('unit')), ofCase('body'), above('case body', ofCase('unit'))],
  } as const;
  return own;
}
