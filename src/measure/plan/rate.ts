import { type Metric, namedValues } from '#catalogue';
import { CASE_KINDS, OUTCOMES } from '#facts';
import {
  and,
  atLeast,
  choose,
  column,
  type Expr,
  equal,
  first,
  less,
  literal,
  more,
  NULL,
  not,
  oneOf,
  type Query,
  type Step,
} from '../query.ts';
import { Build } from './build.ts';
import type { FactKnowledge } from './facts.ts';
import type { Placed } from './layout.ts';
import { cutsParts, type PlanRequest, takesClient } from './plan.ts';
import { Rows } from './rows.ts';
import { placeOf, rawKey, within } from './scope.ts';
import { needsOf } from './term.ts';

/** Fields that a counted row of a rate takes from its parent case, each for itself (facts.md § 4, Values). */
const OF_PARENT = ['unit', 'body', 'service', 'journey', 'clientStatus'];
const DEFAULT_KINDS = ['application', 'appeal', 'interagency', 'internalRequest'];

export interface RatePlan {
  readonly steps: readonly Step[];
  /** p, g, k, caseNo of every counted row. */
  readonly counted: string;
  readonly groupPlace: Placed | null;
}

/** The rows of another fact that a rate counts per so many of the metric's own. */
export function planRate({ metric, periods, scope, split }: PlanRequest, facts: FactKnowledge): RatePlan | null {
  const { measure } = metric;
  if (measure.kind !== 'rate') return null;
  const counted: Metric = {
    ...metric,
    of: measure.of,
    where: measure.where,
    by: measure.by,
    stock: false,
    mature: null,
    ask: null,
  };
  const rows = new Rows(measure.of, facts);
  const build = new Build(counted, rows, facts, 'counted rows');
  const by = rows.rawOwn(measure.by);
  rows.keep('k', measure.of === 'case' ? column('r', 'caseNo') : { kind: 'rowId', of: 'r' });
  rows.keep('by', by);
  rows.filter(
    and(
      atLeast(by, literal(periods[0]!.from)),
      less(by, literal(periods[periods.length - 1]!.to)),
      not(more(by, rows.rawHorizon)),
    ),
  );
  const parent = parentRows(rows);
  const keyOf = (name: string): Expr => {
    const own = rawKey(rows, name, by);
    return parent && OF_PARENT.includes(name) ? first(parentKey(rows, name, by), own) : own;
  };
  for (const [name, values] of Object.entries(scope)) {
    const place = placeOf(rows, name);
    rows.filter(
      place && !cutsParts(counted, name) ? within(keyOf(name), name, values, by, place, facts) : literal(false),
    );
  }
  const asked = 'clientStatus' in scope || split === 'clientStatus';
  rows.filter(takesClient(metric, keyOf('clientStatus'), asked));
  const where = build.own().predicate(measure.where);
  const kinds = [...DEFAULT_KINDS, ...namedValues(measure.where, 'kind')].map(
    (kind) => CASE_KINDS.indexOf(kind as never) + 1,
  );
  const kept = namedValues(measure.where, 'outcome');
  const gone = ['withdrawn', 'terminated']
    .filter((outcome) => !kept.includes(outcome))
    .map((outcome) => OUTCOMES.indexOf(outcome as never) + 1);
  const population = rows.caseAlias
    ? and(oneOf(rows.ofCase('kind'), kinds), not(first(oneOf(rows.ofCase('outcome'), gone), literal(false))))
    : literal(true);
  const group = split === null ? NULL : rows.keep('g', keyOf(split));
  const p = rows.keep(
    'p',
    periodOf(
      by,
      periods.map((period) => period.from),
    ),
  );
  const query: Query = {
    columns: [
      ['k', column('b', 'k')],
      ['p', p],
      ['g', group],
      ['caseNo', rows.caseNo],
    ],
    from: 'counted rows',
    as: 'b',
    joins: needsOf(where),
    where: and(where.x, population),
  };
  const steps = [rows.step('counted rows'), ...build.steps, { name: 'counted', query }];
  return { steps, counted: 'counted', groupPlace: split === null ? null : placeOf(rows, split) };
}

function parentRows(rows: Rows): boolean {
  if (!rows.caseAlias) return false;
  const on = and(equal(column('parent', 'caseNo'), rows.rawCase('parentCase')), column('parent', 'live'));
  rows.join({ kind: 'left', table: 'case_row', as: 'parent', on });
  return true;
}

function parentKey(rows: Rows, name: string, by: Expr): Expr {
  if (name !== 'body') return column('parent', name);
  const above = column('parent above', 'body');
  const on = and(
    equal(column('parent above', 'place'), column('parent', 'unit')),
    { kind: 'call', fn: 'atMost', args: [column('parent above', 'from'), by] },
    less(by, column('parent above', 'to')),
  );
  rows.join({ kind: 'left', table: 'body_of', as: 'parent above', on });
  return first(column('parent', 'body'), above);
}

function periodOf(by: Expr, starts: readonly number[], from = 0, to = starts.length): Expr {
  if (to - from === 1) return literal(from);
  const middle = (from + to) >> 1;
  return choose(
    [[less(by, literal(starts[middle]!)), periodOf(by, starts, from, middle)]],
    periodOf(by, starts, middle, to),
  );
}
