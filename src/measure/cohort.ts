import { type Figure, NO_SUMS } from './figure.ts';
import { finish } from './finish.ts';
import { type AggregateRow, Groups } from './groups.ts';
import { incidenceQuantile, type Waited } from './intervals/index.ts';
import { type Engine, type MeasureRequest, temporaryTable } from './measure.ts';
import { CLOSED, cohortOf, OPEN, OTHERWISE } from './plan/cohort.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf, isSettled } from './plan/horizon.ts';
import { planMetric } from './plan/plan.ts';
import { aggregate, and, column, type Expr, equal, isNull, literal, type Query } from './query.ts';

const j = (name: string): Expr => column('j', name);

/** Figures of a duration by the period in which its cases began, open ones included: the shortest time after which so
 *  large a share of the cohort was closed as the metric counts it, by the cumulative incidence of Aalen & Johansen. Open
 *  cases are censored at the horizon; withdrawn ones and every closing that is not in the metric's `where` compete. Null
 *  where the share is not reached yet. The interval is that of the incidence (log–log, Greenwood), inverted. */
export async function measureCohort(
  request: MeasureRequest,
  facts: FactKnowledge,
  engine: Engine,
  batches: readonly string[],
): Promise<readonly Figure[]> {
  const { metric, time, p: share } = cohortOf(request.metric);
  const scope = request.scope ?? {};
  const split = request.split ?? null;
  const horizon = horizonOf(metric, facts);
  const periods = request.periods.filter((period) => period.from < horizon);
  if (periods.length === 0) return [];
  const plan = planMetric({ metric, periods, scope, split, cohort: time }, facts);
  const groups = new Groups(periods.length, split, plan, facts);
  const ends = new Map<string, NonNullable<Figure['cohort']>>();
  const table = temporaryTable();
  const select: Query = { all: 'j', columns: [], from: plan.judged, as: 'j' };
  await engine.run(`CREATE TEMP TABLE ${table} AS ${engine.print(plan.steps, select)}`);
  try {
    for (const row of await engine.rows<AggregateRow>(engine.print([], countsQuery(table)))) groups.add(row);
    for (const p of periods.keys()) {
      const rows = await engine.rows<Waited & { g: number | string | null }>(engine.print([], waitedQuery(table, p)));
      for (const [g, waited] of byGroup(rows)) {
        const group = groups.at(p, g);
        const sums = group.used.get('') ?? NO_SUMS;
        const quantile = { ...incidenceQuantile(waited, share), method: 'greenwood' as const };
        group.used.set('', { ...sums, quantile });
        ends.set(`${p} ${group.key ?? '\u0000'}`, totals(waited));
      }
    }
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
  return periods.flatMap((period, p) =>
    finish(metric, period, groups.of(p), { scope, split, settled: isSettled(metric, period, facts), batches }).map(
      (figure): Figure => {
        const key = split === null ? null : (figure.scope[split] as string | null);
        const cohort = ends.get(`${p} ${key ?? '\u0000'}`);
        return figure.n === null || !cohort ? figure : { ...figure, cohort };
      },
    ),
  );
}

const countsQuery = (table: string): Query => ({
  columns: [
    ...['p', 'g', 'wg', 'why'].map((name) => [name, j(name)] as const),
    ['n', aggregate('count')],
    ...['sumX', 'varX', 'sumY'].map((name) => [name, literal(null)] as const),
    ...['ups', 'downs', 'keys'].map((name) => [name, literal(0)] as const),
  ],
  from: table,
  as: 'j',
  groupBy: ['p', 'g', 'wg', 'why'].map(j),
});

/** One period at a time: lengths to the microsecond hardly ever repeat. */
const waitedQuery = (table: string, p: number): Query => ({
  columns: [
    ['g', j('g')],
    ['after', j('x')],
    ['events', aggregate('count', equal(j('y'), literal(CLOSED)))],
    ['competing', aggregate('count', equal(j('y'), literal(OTHERWISE)))],
    ['censored', aggregate('count', equal(j('y'), literal(OPEN)))],
  ],
  from: table,
  as: 'j',
  where: and(equal(j('p'), literal(p)), isNull(j('why'))),
  groupBy: [j('g'), j('x')],
  orderBy: [{ by: j('g') }, { by: j('x') }],
});

function byGroup<Row extends { readonly g: number | string | null }>(
  rows: readonly Row[],
): ReadonlyMap<number | string | null, readonly Row[]> {
  const groups = new Map<number | string | null, Row[]>();
  for (const row of rows) {
    const known = groups.get(row.g);
    if (known) known.push(row);
    else groups.set(row.g, [row]);
  }
  return groups;
}

function totals(waited: readonly Waited[]): NonNullable<Figure['cohort']> {
  const sum = (of: (one: Waited) => number): number => waited.reduce((total, one) => total + of(one), 0);
  return {
    closed: sum((one) => one.events),
    otherwise: sum((one) => one.competing),
    open: sum((one) => one.censored),
  };
}
