import type { Expr, Fn, Join, Order, Query, Step } from '../query.ts';

/** SQL of DuckDB for a chain of steps and the query that ends it. */
export function printDuckDb(steps: readonly Step[], last: Query): string {
  const reads = readsOf(steps, last);
  const named = steps.map((step) => `${name(step.name)} AS ${hint(step, reads.get(step.name) ?? 0)}(${body(step)})`);
  return `${named.length ? `WITH ${named.join(',\n')}\n` : ''}${query(last)}`;
}

/** A step that several later ones read is computed once; any other flows into its reader, which asks for fewer of its
 *  columns and rows. */
const hint = (step: Step, reads: number): string =>
  'values' in step ? '' : reads > 1 ? 'MATERIALIZED ' : 'NOT MATERIALIZED ';

/** How often each step is read. */
function readsOf(steps: readonly Step[], last: Query): ReadonlyMap<string, number> {
  const queries = steps.flatMap((step) => ('query' in step ? [step.query] : 'union' in step ? step.union : []));
  const reads = new Map<string, number>();
  for (const { from, joins = [] } of [...queries, last])
    for (const table of [from, ...joins.map((join) => join.table)]) reads.set(table, (reads.get(table) ?? 0) + 1);
  return reads;
}

function body(step: Step): string {
  if ('query' in step) return query(step.query);
  if ('union' in step) return step.union.map(query).join(' UNION ALL ');
  const rows = step.values.map((row) => `(${row.map((cell) => (cell === null ? 'NULL' : String(cell))).join(', ')})`);
  return `SELECT * FROM (VALUES ${rows.join(', ')}) v(${step.columns.map(name).join(', ')})`;
}

function query(one: Query): string {
  const columns = one.columns.map(([as, value]) => `${expr(value)} AS ${name(as)}`);
  const selected = [...(one.all ? [`${name(one.all)}.*`] : []), ...columns].join(', ');
  return [
    `SELECT ${one.distinct ? 'DISTINCT ' : ''}${selected}`,
    `FROM ${name(one.from)} ${name(one.as)}`,
    ...(one.joins ?? []).map(join),
    ...(one.where ? [`WHERE ${expr(one.where)}`] : []),
    ...(one.groupBy?.length ? [`GROUP BY ${one.groupBy.map(expr).join(', ')}`] : []),
    ...(one.orderBy?.length ? [`ORDER BY ${one.orderBy.map(ordered).join(', ')}`] : []),
    ...(one.limit === undefined ? [] : [`LIMIT ${one.limit} OFFSET ${one.offset ?? 0}`]),
  ].join(' ');
}

const JOINS = { inner: 'JOIN', left: 'LEFT JOIN', asof: 'ASOF LEFT JOIN' } as const;
const join = (one: Join): string => `${JOINS[one.kind]} ${name(one.table)} ${name(one.as)} ON ${expr(one.on)}`;

export function expr(one: Expr): string {
  switch (one.kind) {
    case 'column':
      return `${name(one.of)}.${name(one.name)}`;
    case 'literal':
      return text(one.value);
    case 'call':
      return CALLS[one.fn](one.args.map(expr));
    case 'case': {
      const arms = one.arms.map(([when, then]) => `WHEN ${expr(when)} THEN ${expr(then)}`).join(' ');
      return `CASE ${arms}${one.otherwise ? ` ELSE ${expr(one.otherwise)}` : ''} END`;
    }
    case 'in':
      return one.values.length ? `${expr(one.of)} IN (${one.values.join(', ')})` : `(${expr(one.of)} = -1)`;
    case 'aggregate':
      return aggregated(one);
    case 'rowId':
      return `${name(one.of)}.rowid`;
    case 'attribute':
      return `json_extract_string(${expr(one.of)}, ${text(`$.${JSON.stringify(one.name)}`)})`;
    case 'lookup':
      return `(SELECT "no" FROM ${one.dictionary} WHERE text = ${text(one.text)})`;
    case 'rank':
      return `row_number() OVER (PARTITION BY ${one.partition.map(expr).join(', ')} ORDER BY ${one.order.map(ordered).join(', ')})`;
  }
}

const ordered = (order: Order): string => `${expr(order.by)}${order.nullsLast ? ' NULLS LAST' : ''}`;

function aggregated(one: Extract<Expr, { kind: 'aggregate' }>): string {
  const [a, b] = one.of.map(expr);
  switch (one.fn) {
    case 'count':
      return a ? `count(*) FILTER (WHERE ${a})` : 'count(*)';
    case 'sum':
      return b ? `sum(${a}) FILTER (WHERE ${b})` : `sum(${a})`;
    case 'min':
      return `min(${a})`;
    case 'max':
      return `max(${a})`;
    case 'any':
      return `bool_or(${a})`;
    case 'distinct':
      return b ? `count(DISTINCT ${a}) FILTER (WHERE ${b})` : `count(DISTINCT ${a})`;
    case 'variance':
      return `var_samp(${a})`;
    case 'covariance':
      return `covar_samp(${a}, ${b})`;
    case 'firstOf':
      return `first(${a} ORDER BY ${(one.order ?? []).map(ordered).join(', ')})`;
  }
}

const infix = (sign: string) => (args: readonly string[]) => `(${args.join(` ${sign} `)})`;
const CALLS: Readonly<Record<Fn, (args: readonly string[]) => string>> = {
  and: infix('AND'),
  or: infix('OR'),
  not: ([a]) => `(NOT ${a})`,
  equal: infix('='),
  same: infix('IS NOT DISTINCT FROM'),
  less: infix('<'),
  atMost: infix('<='),
  more: infix('>'),
  atLeast: infix('>='),
  plus: infix('+'),
  minus: infix('-'),
  times: infix('*'),
  over: ([a, b]) => `(${a}::DOUBLE / ${b}::DOUBLE)`,
  smallest: (args) => `least(${args.join(', ')})`,
  greatest: (args) => `greatest(${args.join(', ')})`,
  first: (args) => `coalesce(${args.join(', ')})`,
  isNull: ([a]) => `(${a} IS NULL)`,
  isFalse: ([a]) => `(${a} IS FALSE)`,
  hasBits: ([a, mask]) => `((${a} & ${mask}) <> 0)`,
  contains: ([a, b]) => `contains(${a}, ${b})`,
  real: ([a]) => `${a}::DOUBLE`,
  floor: ([a]) => `floor(${a})`,
};

function text(value: number | string | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a finite literal: ${value}`);
  return String(value);
}

const name = (of: string): string => `"${of.replaceAll('"', '""')}"`;
