import type { Measure } from '#catalogue';
import { scaleOf } from './figure.ts';
import type { Engine, MeasureRequest } from './measure.ts';
import { CLOSED, cohortOf, OPEN } from './plan/cohort.ts';
import type { FactKnowledge } from './plan/facts.ts';
import { horizonOf } from './plan/horizon.ts';
import { planMetric, REASONS } from './plan/plan.ts';
import { aggregate, column, type Expr, equal, type Query } from './query.ts';

/** One row behind a figure. `id` is its case's, where it has one; answers carry none and are told by their place. */
export interface ExplainedRow {
  readonly id: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly leftOut: string | null;
  /** Of a share: whether it counts; of a start cohort: whether it was closed as counted (null: open); else null. */
  readonly met: boolean | null;
  /** The moment that puts it into the period, microseconds. */
  readonly at: number | null;
  readonly unit: string | null;
  readonly service: string | null;
}

export interface Explained {
  readonly query: string;
  readonly total: number;
  readonly rows: readonly ExplainedRow[];
}

interface StoredRow {
  readonly id: string | null;
  readonly k: number;
  readonly why: number | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly by: number | null;
  readonly unit: number | null;
  readonly service: number | null;
}

/** The rows of one figure, used ones and left-out ones with the reason, ordered by case. */
export async function explainMetric(
  request: MeasureRequest,
  facts: FactKnowledge,
  engine: Engine,
  page: { readonly limit: number; readonly offset: number },
): Promise<Explained> {
  const cohort = request.cohort ? cohortOf(request.metric) : null;
  const metric = cohort?.metric ?? request.metric;
  const periods = request.periods.filter((period) => period.from < horizonOf(metric, facts));
  if (periods.length === 0) return { query: '', total: 0, rows: [] };
  const asked = { metric, periods, scope: request.scope ?? {}, split: null };
  const plan = planMetric(cohort ? { ...asked, cohort: cohort.time } : asked, facts);
  const j = (name: string): Expr => column('j', name);
  const last: Query = {
    columns: [
      ['id', column('i', 'text')],
      ['k', j('k')],
      ['why', j('why')],
      ['x', j('x')],
      ['y', j('y')],
      ['by', j('by')],
      ['unit', column('c', 'unit')],
      ['service', column('c', 'service')],
    ],
    from: plan.judged,
    as: 'j',
    joins: [
      { kind: 'left', table: 'case_id', as: 'i', on: equal(column('i', 'no'), j('caseNo')) },
      {
        kind: 'left',
        table: 'case_row',
        as: 'c',
        on: { kind: 'call', fn: 'and', args: [equal(column('c', 'caseNo'), j('caseNo')), column('c', 'live')] },
      },
    ],
    orderBy: [{ by: column('i', 'text'), nullsLast: true }, { by: j('k') }],
    limit: page.limit,
    offset: page.offset,
  };
  const rows = await engine.rows<StoredRow>(engine.print(plan.steps, last));
  const [count] = await engine.rows<{ n: number }>(
    engine.print(plan.steps, { columns: [['n', aggregate('count')]], from: plan.judged, as: 'j' }),
  );
  return {
    query: engine.print(plan.steps, last),
    total: count?.n ?? 0,
    rows: rows
      .map((row) => explained(row, metric.measure, metric.unit, facts))
      .map((row, i) => (cohort ? { ...row, denominator: null, met: closed(rows[i]!) } : row)),
  };
}

/** Of a cohort: closed as the metric counts it, in another way, or not yet. */
const closed = ({ why, y }: StoredRow): boolean | null => (why !== null || y === OPEN ? null : y === CLOSED);

function explained(row: StoredRow, measure: Measure, unit: string, facts: FactKnowledge): ExplainedRow {
  const share = measure.kind === 'share' || measure.kind === 'topBox';
  const scale =
    'of' in measure &&
    typeof measure.of === 'object' &&
    'kind' in measure.of &&
    (measure.of.kind === 'time' || measure.of.kind === 'spans')
      ? scaleOf(measure.of, unit)
      : 1;
  const text = (no: number | null) => (no === null ? null : facts.textOf(no));
  return {
    id: row.id ?? String(row.k),
    numerator: row.x === null ? null : row.x / scale,
    denominator: row.y,
    leftOut: row.why === null ? null : (REASONS[row.why - 1] ?? null),
    met: share && row.why === null ? row.x === 1 : null,
    at: row.by,
    unit: text(row.unit),
    service: text(row.service),
  };
}
