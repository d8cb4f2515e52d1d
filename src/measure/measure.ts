import type { Measure, Metric } from '#catalogue';
import { type Figure, type Found, found, NO_SUMS, type Sums } from './figure.ts';
import { quantileRanks, type7Ranks } from './intervals/index.ts';
import { decode, type FactKnowledge } from './plan/facts.ts';
import { horizonOf, isSettled } from './plan/horizon.ts';
import type { Placed } from './plan/layout.ts';
import { type Plan, type PlanPeriod, planMetric, REASONS, type Reason } from './plan/plan.ts';
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
}

export interface MeasureRequest {
  readonly metric: Metric;
  readonly periods: readonly PlanPeriod[];
  readonly scope?: Scope;
  readonly split?: string | null;
}

interface Group {
  readonly key: string | null;
  readonly used: Map<string, Sums>;
  readonly leftOut: Partial<Record<Reason, number>>;
}

interface AggregateRow {
  readonly p: number;
  readonly g: number | string | null;
  readonly wg: number | string | null;
  readonly why: number | null;
  readonly n: number;
  readonly sumX: number | null;
  readonly varX: number | null;
  readonly sumY: number | null;
  readonly ups: number;
  readonly downs: number;
  readonly keys: number;
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
    const table = `measured_${engineCount()}`;
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

let count = 0;
const engineCount = (): number => {
  count += 1;
  return count;
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

/** Groups of a split, period by period. */
class Groups {
  private readonly byPeriod: Map<string, Group>[];

  constructor(
    periods: number,
    readonly split: string | null,
    readonly plan: Plan,
    readonly facts: FactKnowledge,
  ) {
    this.byPeriod = Array.from({ length: periods }, () => new Map());
    if (split === null) for (let p = 0; p < periods; p += 1) this.at(p, null);
  }

  of(p: number): ReadonlyMap<string, Group> {
    return this.byPeriod[p]!;
  }

  at(p: number, g: number | string | null, place: Placed | null = this.plan.groupPlace): Group {
    const key = place ? decode(g, place.field, place.lie, this.facts) : null;
    const name = key ?? '\u0000';
    const known = this.byPeriod[p]!.get(name);
    if (known) return known;
    const made: Group = { key, used: new Map(), leftOut: {} };
    this.byPeriod[p]!.set(name, made);
    return made;
  }

  worstName(wg: number | string | null): string {
    const place = this.plan.worstPlace;
    return (place ? decode(wg, place.field, place.lie, this.facts) : null) ?? '';
  }

  add(row: AggregateRow): void {
    const group = this.at(row.p, row.g);
    if (row.why === null) {
      group.used.set(this.worstName(row.wg), { ...NO_SUMS, ...row, counted: 0 });
    } else {
      const reason = REASONS[row.why - 1]!;
      group.leftOut[reason] = (group.leftOut[reason] ?? 0) + row.n;
    }
  }

  clear(p: number): Group | undefined {
    const whole = this.byPeriod[p]!.get('\u0000');
    this.byPeriod[p]!.clear();
    return whole;
  }
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
  for (const [p] of [...Array(groupsLength(groups)).keys()].entries()) if (!wholes.has(p)) groups.clear(p);
}

const groupsLength = (groups: Groups): number => (groups as unknown as { byPeriod: unknown[] }).byPeriod.length;

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

interface Finishing {
  readonly scope: Scope;
  readonly split: string | null;
  readonly settled: boolean;
  readonly batches: readonly string[];
}

interface Draft {
  readonly key: string | null;
  readonly name: string;
  readonly n: number;
  /** The n that small numbers look at. */
  readonly small: number;
  readonly result: Found | null;
  readonly group?: string | null;
  readonly leftOut: Group['leftOut'];
}

/** Figures of one period: small numbers hidden, states told (facts.md § 4, Small numbers, States). */
function finish(
  metric: Metric,
  period: PlanPeriod,
  groups: ReadonlyMap<string, Group>,
  { scope, split, settled, batches }: Finishing,
): readonly Figure[] {
  const drafts = [...groups].map(([name, group]) => draftOf(metric, name, group));
  const hidden = split !== null ? complementary(metric, drafts) : null;
  return drafts.map((draft): Figure => {
    const { negative = 0, unrecorded = 0, null: nulls = 0 } = draft.leftOut;
    const used = usedOf(groups.get(draft.name)!);
    const all = used + negative + unrecorded + nulls;
    const base = {
      metric: metric.id,
      period: period.name,
      scope: { ...shortened(scope), ...(split === null ? {} : { [split]: draft.key }) },
      unit: metric.unit,
      spec: metric.hash,
      batches,
    };
    const nothing = {
      value: null,
      n: null,
      numerator: null,
      denominator: null,
      interval: null,
      intervalMethod: null,
      judged: false,
    };
    const coverage = all === 0 ? null : used / all;
    if (used === 0 && unrecorded > 0)
      return { ...base, ...nothing, leftOut: draft.leftOut, coverage, state: 'unmeasured' };
    if (draft.name === hidden)
      return { ...base, ...nothing, leftOut: {}, coverage: null, state: 'tooFew', hidden: 'complementary' };
    if (draft.small < metric.min.show || draft.result === null)
      return { ...base, ...nothing, leftOut: {}, coverage: null, state: 'tooFew' };
    const { value, numerator, denominator, interval, method } = draft.result;
    return {
      ...base,
      value,
      n: draft.n,
      numerator,
      denominator,
      interval,
      intervalMethod: method,
      leftOut: draft.leftOut,
      coverage,
      state: settled ? 'final' : 'preliminary',
      judged: draft.n >= metric.min.judge,
      ...(draft.group === undefined ? {} : { group: draft.group }),
    };
  });
}

const shortened = (scope: Scope): Figure['scope'] =>
  Object.fromEntries(Object.entries(scope).map(([name, values]) => [name, values.length === 1 ? values[0]! : values]));

const usedOf = (group: Group): number => [...group.used.values()].reduce((sum, sums) => sum + sums.n, 0);

function draftOf(metric: Metric, name: string, group: Group): Draft {
  const { measure, unit } = metric;
  const base = { key: group.key, name, leftOut: group.leftOut };
  if (measure.kind !== 'worst') {
    const sums = group.used.get('') ?? NO_SUMS;
    return { ...base, n: sums.n, small: sums.n, result: found(measure, unit, sums) };
  }
  const sign = metric.better === 'up' ? 1 : -1;
  const parts = [...group.used].map(([of, sums]) => ({ of, n: sums.n, result: found(measure.measure, unit, sums) }));
  const big = parts.filter((part) => part.n >= measure.min && part.result.value !== null);
  big.sort((a, b) => sign * (a.result.value! - b.result.value!) || (a.of < b.of ? -1 : 1));
  const [worst] = big;
  if (!worst) return { ...base, n: 0, small: Math.max(0, ...parts.map((part) => part.n)), result: null };
  return { ...base, n: worst.n, small: worst.n, result: worst.result, group: worst.of };
}

/** In a split of a subjective metric with exactly one small group, the next smallest is hidden too. */
function complementary(metric: Metric, drafts: readonly Draft[]): string | null {
  if (metric.group !== 'subjective') return null;
  const { show } = metric.min;
  if (drafts.filter(({ small }) => small >= 1 && small < show).length !== 1) return null;
  const rest = drafts.filter(({ small }) => small >= show);
  rest.sort((a, b) => a.small - b.small || (named(a) < named(b) ? -1 : 1));
  return rest[0]?.name ?? null;
}
/** The group null stands under its sign, as in files. */
const named = (draft: Draft): string => draft.key ?? '∅';
