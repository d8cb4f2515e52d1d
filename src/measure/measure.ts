import type { Measure, Metric } from '#catalogue';
import { type Figure, NO_SUMS } from './figure.ts';
import { finish } from './finish.ts';
import { type AggregateRow, type Group, Groups } from './groups.ts';
import { quantileRanks, type7Ranks } from './intervals/index.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf, isSettled } from './plan/horizon.ts';
import { type Plan, type PlanPeriod, planMetric } from './plan/plan.ts';
import { planRate } from './plan/rate.ts';
import type { Scope } from './plan/scope.ts';
import {
  aggregate,
  and,
  column,
  type Expr,
  equal,
  isNull,
  literal,
  minus,
  over,
  type Query,
  real,
  type Step,
  same,
  times,
} from './query.ts';

/** What measuring needs of an engine: prints and runs, nothing is kept between sessions. */
export interface Engine {
  readonly print: (steps: readonly Step[], last: Query) => string;
  readonly run: (sql: string) => Promise<void>;
  readonly rows: <T>(sql: string) => Promise<T[]>;
  /** Of results too long for objects: the first `width` columns as numbers (null: NaN), piece after piece; a piece is
   *  lent, not given. BIGINT columns must be cast. */
  readonly read: (
    sql: string,
    width: number,
    take: (count: number, columns: readonly Float64Array[]) => void,
  ) => Promise<void>;
}

export interface MeasureRequest {
  readonly metric: Metric;
  readonly periods: readonly PlanPeriod[];
  readonly scope?: Scope;
  readonly split?: string | null;
  /** Of explaining: the rows of the start cohort. */
  readonly cohort?: boolean;
}

/** Figures of one metric: one for each period without a split, else one for each group and period. A period that begins
 *  at or after the horizon gives none. */
export async function measureMetric(
  request: MeasureRequest,
  facts: FactKnowledge,
  engine: Engine,
  batches: readonly string[],
): Promise<readonly Figure[]> {
  const { metric } = request;
  const scope = request.scope ?? {};
  const split = request.split ?? null;
  const horizon = horizonOf(metric, facts);
  const periods = request.periods.filter((period) => period.from < horizon);
  if (periods.length === 0) return [];
  const plan = planMetric({ metric, periods, scope, split }, facts);
  const groups = new Groups(periods.length, split, plan, facts);
  const quantile = quantileOf(metric.measure);
  const isRatio = innerKind(metric.measure) === 'ratio';
  if (!isRatio && !plan.parts && quantile === null) {
    for (const row of await engine.rows<AggregateRow>(engine.print(plan.steps, sumsQuery(metric, plan.judged))))
      groups.add(row);
  } else {
    // Read more than once: kept for as long as that takes.
    const table = temporaryTable();
    await engine.run(
      `CREATE TEMP TABLE ${table} AS ${engine.print(plan.steps, { all: 'j', columns: [], from: plan.judged, as: 'j' })}`,
    );
    try {
      const rows = await engine.rows<AggregateRow>(engine.print([], sumsQuery(metric, table)));
      for (const row of rows) groups.add(row);
      if (isRatio) await addResiduals(groups, engine, table);
      if (plan.parts) await addParts(groups, plan, engine, table);
      if (quantile !== null) await addQuantiles(groups, quantile, rows, engine, table);
    } finally {
      await engine.run(`DROP TABLE IF EXISTS ${table}`);
    }
  }
  await addCounted(groups, { metric, periods, scope, split }, facts, engine);
  return periods.flatMap((period, p) =>
    finish(metric, period, groups.of(p), { scope, split, settled: isSettled(metric, period, facts), batches }),
  );
}

let tables = 0;
/** A name for a temporary table that no other measuring of this process has. */
export const temporaryTable = (): string => {
  tables += 1;
  return `measured_${tables}`;
};

const j = (name: string): Expr => column('j', name);

function sumsQuery(metric: Metric, table: string): Query {
  const kind = innerKind(metric.measure);
  const numeric = kind === 'mean' || kind === 'sum' || kind === 'ratio';
  const sum = (of: Expr): Expr => real(aggregate('sum', of));
  return {
    columns: [
      ['p', j('p')],
      ['g', j('g')],
      ['wg', j('wg')],
      ['why', j('why')],
      ['n', aggregate('count')],
      ['sumX', numeric ? sum(j('x')) : literal(null)],
      ['varX', numeric && kind !== 'ratio' ? aggregate('variance', real(j('x'))) : literal(null)],
      ['sumY', kind === 'ratio' ? sum(j('y')) : literal(null)],
      ['ups', numeric || kind === 'quantile' ? literal(0) : aggregate('count', equal(j('x'), literal(1)))],
      ['downs', kind === 'net' ? aggregate('count', equal(j('x'), literal(-1))) : literal(0)],
      ['keys', kind === 'distinct' ? aggregate('distinct', j('key')) : literal(0)],
    ],
    from: table,
    as: 'j',
    groupBy: [j('p'), j('g'), j('wg'), j('why')],
  };
}

const quantileOf = (measure: Measure): number | null =>
  measure.kind === 'quantile' ? measure.p / 100 : measure.kind === 'worst' ? quantileOf(measure.measure) : null;

const innerKind = (measure: Measure): Measure['kind'] =>
  measure.kind === 'worst' ? innerKind(measure.measure) : measure.kind;

/** Squared residuals of a ratio R, row by row: from centred sums they would be lost where rows are nearly proportional. */
async function addResiduals(groups: Groups, engine: Engine, table: string): Promise<void> {
  const used = isNull(j('why'));
  const key = ['p', 'g', 'wg'] as const;
  const totals: Step = {
    name: 'totals',
    query: {
      columns: [
        ...key.map((name) => [name, j(name)] as const),
        ['ratio', over(aggregate('sum', j('x')), aggregate('sum', j('y')))],
      ],
      from: table,
      as: 'j',
      where: used,
      groupBy: key.map(j),
    },
  };
  const t = (name: string) => column('t', name);
  const residual = minus(real(j('x')), times(t('ratio'), real(j('y'))));
  const last: Query = {
    columns: [...key.map((name) => [name, j(name)] as const), ['squares', aggregate('sum', times(residual, residual))]],
    from: table,
    as: 'j',
    joins: [{ kind: 'inner', table: 'totals', as: 't', on: and(...key.map((name) => same(t(name), j(name)))) }],
    where: used,
    groupBy: key.map(j),
  };
  for (const row of await engine.rows<{
    p: number;
    g: number | string | null;
    wg: number | string | null;
    squares: number | null;
  }>(engine.print([totals], last))) {
    const { used: sums } = groups.at(row.p, row.g);
    const name = groups.worstName(row.wg);
    sums.set(name, { ...sums.get(name)!, squares: row.squares });
  }
}

/** What was counted, group by group, over the whole used population: rows in which nothing was counted are zeros. */
async function addParts(groups: Groups, plan: Plan, engine: Engine, table: string): Promise<void> {
  const perRow: Step = {
    name: 'per row',
    query: {
      columns: [
        ['p', j('p')],
        ['g', column('q', 'g')],
        ['amount', aggregate('sum', column('q', 'amount'))],
      ],
      from: plan.parts!,
      as: 'q',
      joins: [
        {
          kind: 'inner',
          table,
          as: 'j',
          on: and(equal(j('k'), column('q', 'k')), isNull(j('why'))),
        },
      ],
      groupBy: [j('p'), column('q', 'g'), j('k')],
    },
  };
  const a = column('a', 'amount');
  const last: Query = {
    columns: [
      ['p', column('a', 'p')],
      ['g', column('a', 'g')],
      ['rows', aggregate('count')],
      ['sum', real(aggregate('sum', a))],
      ['squares', aggregate('sum', times(real(a), real(a)))],
    ],
    from: 'per row',
    as: 'a',
    groupBy: [column('a', 'p'), column('a', 'g')],
  };
  const rows = await engine.rows<{ p: number; g: number | null; rows: number; sum: number; squares: number }>(
    engine.print([...plan.steps, perRow], last),
  );
  const wholes = new Map<number, Group | undefined>();
  for (const { p, g, sum, squares } of rows) {
    if (!wholes.has(p)) wholes.set(p, groups.clear(p));
    const whole = wholes.get(p);
    const n = whole?.used.get('')?.n ?? 0;
    const group = groups.at(p, g);
    Object.assign(group.leftOut, whole?.leftOut);
    const variance = n < 2 ? null : Math.max(0, squares - (sum * sum) / n) / (n - 1);
    group.used.set('', { ...NO_SUMS, n, sumX: sum, varX: variance });
  }
  for (let p = 0; p < groups.periods; p += 1) if (!wholes.has(p)) groups.clear(p);
}

/** Quantiles and their bounds are rows of the sorted values: found by rank, once their number is known. */
async function addQuantiles(
  groups: Groups,
  p: number,
  rows: readonly AggregateRow[],
  engine: Engine,
  table: string,
): Promise<void> {
  const sizes = rows.filter((row) => row.why === null);
  if (sizes.length === 0) return;
  const wanted = sizes.map((size) => ({ ...size, at: type7Ranks(size.n, p), bounds: quantileRanks(size.n, p) }));
  const ranks = [
    ...new Set(
      wanted
        .flatMap(({ at, bounds }) => [at.low, at.high, bounds.l, bounds.u])
        .filter((rank): rank is number => rank !== null),
    ),
  ];
  const ranked: Step = {
    name: 'ranked',
    query: {
      columns: [
        ['p', j('p')],
        ['g', j('g')],
        ['wg', j('wg')],
        ['x', j('x')],
        ['rank', { kind: 'rank', partition: [j('p'), j('g'), j('wg')], order: [{ by: j('x') }] }],
      ],
      from: table,
      as: 'j',
      where: isNull(j('why')),
    },
  };
  const r = (name: string) => column('r', name);
  const found = await engine.rows<{
    p: number;
    g: number | string | null;
    wg: number | string | null;
    x: number;
    rank: number;
  }>(
    engine.print([ranked], {
      columns: [
        ['p', r('p')],
        ['g', r('g')],
        ['wg', r('wg')],
        ['x', r('x')],
        ['rank', r('rank')],
      ],
      from: 'ranked',
      as: 'r',
      where: { kind: 'in', of: r('rank'), values: ranks },
    }),
  );
  const values = new Map(found.map((row) => [`${row.p} ${row.g} ${row.wg} ${row.rank}`, row.x]));
  for (const one of wanted) {
    const x = (rank: number | null) =>
      rank === null ? null : (values.get(`${one.p} ${one.g} ${one.wg} ${rank}`) ?? null);
    const low = x(one.at.low)!;
    const high = x(one.at.high)!;
    const group = groups.at(one.p, one.g);
    const name = groups.worstName(one.wg);
    const sums = group.used.get(name)!;
    group.used.set(name, {
      ...sums,
      quantile: { value: low + (high - low) * one.at.weight, lower: x(one.bounds.l), upper: x(one.bounds.u) },
    });
  }
}

async function addCounted(
  groups: Groups,
  request: Parameters<typeof planRate>[0],
  facts: FactKnowledge,
  engine: Engine,
): Promise<void> {
  const plan = planRate(request, facts);
  if (!plan) return;
  const c = (name: string) => column('c', name);
  const last: Query = {
    columns: [
      ['p', c('p')],
      ['g', c('g')],
      ['n', aggregate('count')],
    ],
    from: plan.counted,
    as: 'c',
    groupBy: [c('p'), c('g')],
  };
  for (const row of await engine.rows<{ p: number; g: number | string | null; n: number }>(
    engine.print(plan.steps, last),
  )) {
    const group = groups.at(row.p, row.g, plan.groupPlace);
    const sums = group.used.get('') ?? NO_SUMS;
    group.used.set('', { ...sums, counted: sums.counted + row.n });
  }
}
