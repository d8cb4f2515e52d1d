import { type Metric, population } from '#catalogue';
import { CASE_KINDS, OUTCOMES } from '#facts';
import {
  and,
  atLeast,
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
import { horizonOf } from './horizon.ts';
import type { Placed } from './layout.ts';
import { atTouchpoint, byPeriod, numbers, type PlanRequest, takesClient, touchpointSteps } from './plan.ts';
import { Rows } from './rows.ts';
import { placeOf, rawKey, within } from './scope.ts';
import { needsOf } from './term.ts';

/** Fields that a counted row of a rate takes from its parent case, each for itself (facts.md § 4, Values). */
const OF_PARENT = ['unit', 'body', 'service', 'journey', 'clientStatus'];

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
  // The counted rows are a population of their own fact, with the same clients.
  const { of, where, by: moment } = measure;
  const { clients } = metric.population;
  const own = population({ of, by: moment, clients }, where, { kind: 'count', at: measure.at });
  const counted: Metric = { ...metric, of, where, by: moment, stock: false, mature: null, ask: null, population: own };
  const rows = new Rows(measure.of, facts);
  const by = rows.rawOwn(measure.by);
  const horizon = horizonOf(metric, facts);
  const periodEnds = periods.map((period) => Math.min(period.to, horizon));
  const rawPeriodEnd = byPeriod(by, periods, (_, p) => periodEnds[p]!);
  const build = new Build(counted, rows, facts, { step: 'counted rows', rawPeriodEnd, periodEnds });
  rows.keep('k', rows.rawSelf);
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
    const passing = of === 'case' && name === 'touchpoint';
    if (!place) rows.filter(literal(false));
    else
      rows.filter(passing ? atTouchpoint(build, values, place) : within(keyOf(name), name, values, by, place, facts));
  }
  const asked = 'clientStatus' in scope || split === 'clientStatus';
  rows.filter(takesClient(metric, keyOf('clientStatus'), asked));
  const met = build.own().predicate(where);
  const populated = and(
    own.caseKinds && rows.caseAlias ? oneOf(rows.ofCase('kind'), numbers(own.caseKinds, CASE_KINDS)) : null,
    own.language ? equal(rows.own('language'), literal(facts.codeOf(own.language) ?? -1)) : null,
    own.leftOutcomes.length && rows.caseAlias
      ? not(first(oneOf(rows.ofCase('outcome'), numbers(own.leftOutcomes, OUTCOMES)), literal(false)))
      : null,
  );
  const passes = split === 'touchpoint' && of === 'case';
  const group = split === null || passes ? NULL : rows.keep('g', keyOf(split));
  const p = rows.keep(
    'p',
    byPeriod(by, periods, (_, at) => at),
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
    joins: needsOf(met),
    where: and(met.x, populated),
  };
  const last = passes ? touchpointSteps('counted', query) : [{ name: 'counted', query }];
  const steps = [...build.before, rows.step('counted rows'), ...build.steps, ...last];
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
