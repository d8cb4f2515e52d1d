import type { Measure, Metric, Value } from '#catalogue';
import { CASE_KINDS, CLIENT_STATUSES, OUTCOMES } from '#facts';
import {
  aggregate,
  and,
  atLeast,
  choose,
  column,
  type Expr,
  either,
  equal,
  first,
  isFalse,
  isNull,
  less,
  literal,
  more,
  NULL,
  not,
  oneOf,
  plus,
  type Query,
  type Step,
  times,
} from '../query.ts';
import { Build } from './build.ts';
import { atBeginning, cohortTerms } from './cohort.ts';
import type { FactKnowledge } from './facts.ts';
import { horizonOf } from './horizon.ts';
import type { Placed } from './layout.ts';
import { type CutParts, partsOf } from './parts.ts';
import { Rows } from './rows.ts';
import { eitherEnd, placeOf, rawHolder, rawKey, rawSpanKeys, type Scope, secondEnd, within } from './scope.ts';
import { combine, needsOf, type Term, term } from './term.ts';

/** Reasons in the order of facts.md § 4, as the steps number them; 4 and 8 are both `null`. */
export const REASONS = [
  'otherKind',
  'otherClient',
  'withdrawn',
  'null',
  'immature',
  'negative',
  'unrecorded',
  'null',
] as const;
export type Reason = (typeof REASONS)[number];
const reason = {
  otherKind: 1,
  otherClient: 2,
  withdrawn: 3,
  unknownWhere: 4,
  immature: 5,
  negative: 6,
  unrecorded: 7,
  unknown: 8,
} as const;

export interface PlanPeriod {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface PlanRequest {
  readonly metric: Metric;
  /** Adjoining periods, oldest first, none of which begins at or after the horizon. */
  readonly periods: readonly PlanPeriod[];
  readonly scope: Scope;
  readonly split: string | null;
  /** By start cohort: the time that is measured; `metric` is then that of `cohortOf`. */
  readonly cohort?: Extract<Value, { kind: 'time' }>;
}

export interface Plan {
  readonly steps: readonly Step[];
  /** One row for each row of the period and scope whose `where` is not false: k, p (place of the period), g (group),
   *  why (null: used), x, y, wg (the group of `worst`), key (of `distinct`), caseNo. */
  readonly judged: string;
  /** Where the population is kept and what is counted is split: rows k, g, amount. */
  readonly parts: string | null;
  readonly groupPlace: Placed | null;
  readonly worstPlace: Placed | null;
}

const JUDGED = 'judged';

export function planMetric(request: PlanRequest, facts: FactKnowledge): Plan {
  const { metric, periods, scope, split, cohort } = request;
  const rows = new Rows(metric.of, facts);
  const cutting = Object.keys(scope).filter((name) => cutsParts(metric, name));
  const splitsParts = split !== null && cutsParts(metric, split);
  const by = metric.stock ? column('period', 'end') : rows.rawOwn(metric.by);
  const horizon = horizonOf(metric, facts);
  const periodEnds = periods.map((period) => Math.min(period.to, horizon));
  const rawPeriodEnd = metric.stock ? by : byPeriod(by, periods, (_, p) => periodEnds[p]!);
  const build = new Build(metric, rows, facts, { step: 'rows', rawPeriodEnd, periodEnds });

  rows.keep(
    'k',
    metric.stock ? plus(times(rows.rawSelf, literal(periods.length)), column('period', 'p')) : rows.rawSelf,
  );
  rows.keep('by', by);
  rows.keep('p', metric.stock ? column('period', 'p') : byPeriod(by, periods, (_, p) => p));
  // A row whose moment lies after its horizon is in no period yet (facts.md § 1).
  rows.filter(not(more(by, rows.rawHorizon)));
  const steps: Step[] = [];
  if (metric.stock) steps.push(stockPeriods(rows, periodEnds));
  else rows.filter(and(atLeast(by, literal(periods[0]!.from)), less(by, literal(periods[periods.length - 1]!.to))));
  if (metric.ask !== null) rows.filter(equal(rows.rawOwn('question'), literal(facts.codeOf(metric.ask) ?? -1)));
  for (const [name, values] of Object.entries(scope)) {
    if (!cutting.includes(name)) rows.filter(inScope(build, name, values, by));
  }
  const asked = 'clientStatus' in scope || split === 'clientStatus';
  if (split === 'clientStatus') rows.filter(takesClient(metric, rawKey(rows, 'clientStatus', by), true));

  // First the population, then what is measured of it: rows that are left out anyway are related to nothing.
  const where =
    metric.where === null
      ? term(literal(true))
      : cohort
        ? term(first(atBeginning(build, metric.where), literal(true)))
        : build.own().predicate(metric.where);
  const whyNot = populationReason(build, where.x, asked, cohort !== undefined);
  build.stage('population', isNull(column('b', 'why')));
  const population: Step = {
    name: 'population',
    query: {
      all: 'b',
      columns: [['why', whyNot]],
      from: 'rows',
      as: 'b',
      joins: needsOf(where),
      where: not(isFalse(where.x)),
    },
  };
  const whereSteps = build.steps.splice(0);

  const byEmployee = (split === 'employee' || 'employee' in scope) && !cutsParts(metric, 'employee');
  const holder = byEmployee && metric.of === 'case' ? rawHolder(rows) : null;
  const unworked = holder ? rows.keep('unworked', holder.unworked) : null;
  const cut = cutting.length > 0 ? { names: cutting, scope } : null;
  const measured = cohort
    ? { ...cohortTerms(build, cohort), worst: null, key: null }
    : measureTerms(build, metric.measure, cut, by);
  const group = split === null || splitsParts ? null : groupTerm(build, split, by, holder?.holder ?? null);
  const parts = splitsParts ? partsOf(build, innerValue(metric.measure)!, { split, cut }) : null;

  const answered = 'employee' in scope ? answeredInScope(build, scope.employee!) : null;
  const why = first(column('b', 'why'), valueReason(measured.all, unworked));
  const judged: Query = {
    columns: [
      ['k', column('b', 'k')],
      ['p', column('b', 'p')],
      ['g', group?.x ?? NULL],
      ['why', why],
      ['x', measured.x?.x ?? NULL],
      ['y', measured.y?.x ?? NULL],
      ['wg', measured.worst?.x ?? NULL],
      ['key', measured.key?.x ?? NULL],
      ['caseNo', rows.caseNo],
      ['by', column('b', 'by')],
    ],
    from: 'population',
    as: 'b',
    joins: needsOf(measured.all, measured.x, measured.y, measured.worst, measured.key, group, answered),
    where: answered?.x ?? null,
  };
  const passed =
    split === 'touchpoint' && !splitsParts && metric.of === 'case'
      ? touchpointSteps(JUDGED, judged)
      : metric.of === 'span' && (split === 'unit' || split === 'body')
        ? gapSteps(judged, rawSpanKeys(build, split, by), rows)
        : [{ name: JUDGED, query: judged }];
  return {
    steps: [
      ...steps,
      ...build.before,
      rows.step('rows'),
      ...whereSteps,
      population,
      ...build.steps,
      ...(parts ? parts.steps : []),
      ...passed,
    ],
    judged: JUDGED,
    parts: parts?.name ?? null,
    groupPlace: split === null ? null : placeOf(rows, split),
    worstPlace: metric.measure.kind === 'worst' ? placeOf(rows, metric.measure.by) : null,
  };
}

/** What is said of the period that holds a moment: halved again and again, since periods adjoin. */
export function byPeriod(
  by: Expr,
  periods: readonly PlanPeriod[],
  say: (period: PlanPeriod, p: number) => number,
  from = 0,
  to = periods.length,
): Expr {
  if (to - from === 1) return literal(say(periods[from]!, from));
  const middle = (from + to) >> 1;
  return choose(
    [[less(by, literal(periods[middle]!.from)), byPeriod(by, periods, say, from, middle)]],
    byPeriod(by, periods, say, middle, to),
  );
}

/** A stock holds the cases registered before the period's end and not closed before it (facts.md § 4, Periods). */
function stockPeriods(rows: Rows, ends: readonly number[]): Step {
  const end = column('period', 'end');
  const on = and(
    less(rows.rawOwn('registeredAt'), end),
    either(isNull(rows.rawOwn('closedAt')), atLeast(rows.rawOwn('closedAt'), end))!,
  );
  rows.join({ kind: 'inner', table: 'periods', as: 'period', on });
  return {
    name: 'periods',
    columns: ['p', 'end'],
    values: ends.map((at, p) => [p, at]),
  };
}

function inScope(build: Build, name: string, values: readonly (string | null)[], by: Expr): Expr {
  const { rows, facts, metric } = build;
  const place = placeOf(rows, name);
  if (!place) return literal(false);
  if (rows.of === 'case' && name === 'touchpoint') return atTouchpoint(build, values, place);
  const answering = name === 'employee' ? answeringPoint(metric) : null;
  if (answering) return literal(true);
  if (metric.of === 'span' && (name === 'unit' || name === 'body')) {
    const { isGap, ends, plain } = rawSpanKeys(build, name, by);
    const lies = (key: Expr) => within(key, name, values, by, place, facts);
    return choose([[isGap, eitherEnd(ends, lies)]], lies(plain));
  }
  const key = metric.of === 'case' && name === 'employee' ? rawHolder(rows).holder : rawKey(rows, name, by);
  return within(key, name, values, by, place, facts);
}

/** Cases with at least one event at the touchpoint, whenever (facts.md § 4, Scope). */
export function atTouchpoint(build: Build, values: readonly (string | null)[], place: Placed): Expr {
  const name = build.nameFor('passed');
  // An event nowhere is at no touchpoint: there is no group null to ask for.
  const named = values.filter((value) => value !== null);
  const at = within(column('e', 'touchpoint'), 'touchpoint', named, NULL, place, build.facts);
  build.before.push({
    name,
    query: {
      columns: [['caseNo', column('e', 'caseNo')]],
      distinct: true,
      from: 'event_row',
      as: 'e',
      where: and(column('e', 'live'), at),
    },
  });
  const on = equal(column('passed', 'caseNo'), column('r', 'caseNo'));
  build.rows.join({ kind: 'inner', table: name, as: 'passed', on });
  return literal(true);
}

/** Split of cases by touchpoint: a case is in the group of each touchpoint that it passed. */
export function touchpointSteps(name: string, before: Query): readonly Step[] {
  return [
    { name: 'before split', query: before },
    {
      name: 'passed touchpoint',
      query: {
        columns: [
          ['caseNo', column('e', 'caseNo')],
          ['touchpoint', column('e', 'touchpoint')],
        ],
        distinct: true,
        from: 'event_row',
        as: 'e',
        where: and(column('e', 'live'), not(isNull(column('e', 'touchpoint')))),
      },
    },
    {
      name,
      query: {
        columns: before.columns.map(([of]) => [of, of === 'g' ? column('t', 'touchpoint') : column('b', of)]),
        from: 'before split',
        as: 'b',
        joins: [
          {
            kind: 'inner',
            table: 'passed touchpoint',
            as: 't',
            on: equal(column('t', 'caseNo'), column('b', 'caseNo')),
          },
        ],
      },
    },
  ];
}

/** Split of spans by place: a gap is in the groups of both its ends. */
function gapSteps(judged: Query, { isGap, ends, plain }: ReturnType<typeof rawSpanKeys>, rows: Rows): readonly Step[] {
  const one = rows.keep('one end', choose([[isGap, first(...ends)]], plain));
  const second = rows.keep('other end', choose([[and(isGap, secondEnd(ends)), ends[1]!]]));
  const query = (g: Expr, where: Expr | null): Query => ({
    ...judged,
    columns: judged.columns.map(([name, value]) => [name, name === 'g' ? g : value]),
    where: where === null ? (judged.where ?? null) : and(judged.where ?? null, where),
  });
  return [{ name: JUDGED, union: [query(one, null), query(second, not(isNull(second)))] }];
}

export const numbers = (words: readonly string[], list: readonly string[]): readonly number[] =>
  words.map((word) => list.indexOf(word) + 1);

export function takesClient(metric: Metric, status: Expr, asked: boolean): Expr {
  const external = metric.population.clients.filter((client) => client !== 'internal');
  const taken = asked || external.length === 0 ? metric.population.clients : external;
  const listed = oneOf(status, numbers(taken, CLIENT_STATUSES));
  return external.length > 0 ? either(isNull(status), listed)! : and(not(isNull(status)), listed);
}

/** The first reason before anything is measured: other kind, other client, withdrawn, unknown `where`, immature. */
function populationReason(build: Build, where: Expr, asked: boolean, cohort: boolean): Expr {
  const { rows, metric } = build;
  const { caseKinds, leftOutcomes, language } = metric.population;
  const arms: (readonly [Expr, Expr])[] = [];
  if (caseKinds && rows.caseAlias)
    arms.push([not(oneOf(rows.ofCase('kind'), numbers(caseKinds, CASE_KINDS))), literal(reason.otherKind)]);
  if (language) {
    const other = not(equal(rows.own('language'), literal(build.facts.codeOf(language) ?? -1)));
    arms.push([first(other, literal(true)), literal(reason.otherKind)]);
  }
  const status = rows.keep('client status', rawKey(rows, 'clientStatus', NULL));
  arms.push([not(takesClient(metric, status, asked)), literal(reason.otherClient)]);
  // Of a cohort a withdrawal is one of its ends.
  if (!cohort && leftOutcomes.length && rows.caseAlias)
    arms.push([oneOf(rows.ofCase('outcome'), numbers(leftOutcomes, OUTCOMES)), literal(reason.withdrawn)]);
  arms.push([isNull(where), literal(reason.unknownWhere)]);
  if (metric.mature)
    arms.push([more(plus(column('b', 'by'), literal(metric.mature.micros)), rows.horizon), literal(reason.immature)]);
  return choose(arms);
}

function valueReason(measured: Term, unworked: Expr | null): Expr {
  const missing: (readonly [Expr, Expr])[] = [];
  if (measured.negative) missing.push([measured.negative, literal(reason.negative)]);
  if (measured.unrecorded) missing.push([measured.unrecorded, literal(reason.unrecorded)]);
  const byValue = choose(missing, literal(reason.unknown));
  return choose([[isNull(measured.x), byValue], ...(unworked ? [[unworked, literal(reason.unknown)] as const] : [])]);
}

interface Measured {
  /** Null exactly where the row's value is; carries the reasons. */
  readonly all: Term;
  readonly x: Term | null;
  readonly y: Term | null;
  readonly worst: Term | null;
  readonly key: Term | null;
}

function measureTerms(build: Build, measure: Measure, cut: CutParts | null, by: Expr): Measured {
  const none = { x: null, y: null, worst: null, key: null };
  const bit = (of: Expr): Expr =>
    choose([
      [of, literal(1)],
      [not(of), literal(0)],
    ]);
  switch (measure.kind) {
    case 'count':
    case 'rate':
      return { ...none, all: term(literal(0)) };
    case 'distinct':
      return { ...none, all: term(literal(0)), key: build.own().field(measure.field) };
    case 'share': {
      const hit = build.own().predicate(measure.of);
      const x = { ...hit, x: bit(hit.x) };
      return { ...none, all: x, x };
    }
    case 'topBox': {
      const value = build.own().field('value');
      const x = { ...value, x: bit(given(value.x, measure.values)) };
      return { ...none, all: x, x };
    }
    case 'net': {
      const value = build.own().field('value');
      const x = {
        ...value,
        x: choose(
          [
            [isNull(value.x), NULL],
            [given(value.x, measure.up), literal(1)],
            [given(value.x, measure.down), literal(-1)],
          ],
          literal(0),
        ),
      };
      return { ...none, all: x, x };
    }
    case 'ratio': {
      const x = build.value(measure.top);
      const y = build.value(measure.bottom);
      return {
        ...none,
        all: combine(
          choose(
            [
              [isNull(x.x), NULL],
              [isNull(y.x), NULL],
            ],
            literal(0),
          ),
          [x, y],
        ),
        x,
        y,
      };
    }
    case 'worst': {
      const inner = measureTerms(build, measure.measure, cut, by);
      const worst = term(build.rows.keep('worst group', rawKey(build.rows, measure.by, by)));
      return {
        ...inner,
        worst,
        all: combine(
          choose(
            [
              [isNull(inner.all.x), NULL],
              [isNull(worst.x), NULL],
            ],
            literal(0),
          ),
          [inner.all, worst],
        ),
      };
    }
    case 'mean':
    case 'sum':
    case 'quantile': {
      const value = build.value(measure.of);
      const x = cut ? cutTerm(build, measure.of, value, cut) : value;
      return { ...none, all: value, x };
    }
  }
}

const given = (value: Expr, values: readonly number[]): Expr => {
  const any = either(...values.map((one) => equal(value, literal(one))));
  return any ?? literal(false);
};

/** What is counted within the scope, of rows whose whole value is known: null is judged before the cut. */
function cutTerm(build: Build, value: Value, whole: Term, cut: CutParts): Term {
  const parts = partsOf(build, value, { split: null, cut });
  for (const step of parts.steps) build.add(step);
  const name = build.nameFor('cut');
  build.add({
    name,
    query: {
      columns: [
        ['k', column('b', 'k')],
        ['amount', aggregate('sum', column('b', 'amount'))],
      ],
      from: parts.name,
      as: 'b',
      groupBy: [column('b', 'k')],
    },
  });
  const join = { kind: 'left', table: name, as: name, on: equal(column(name, 'k'), column('b', 'k')) } as const;
  return {
    ...whole,
    x: choose([[isNull(whole.x), NULL]], first(column(name, 'amount'), literal(0))),
    needs: [...whole.needs, join],
  };
}

function groupTerm(build: Build, split: string, by: Expr, holder: Expr | null): Term {
  const { rows, metric } = build;
  if (metric.of === 'case' && split === 'touchpoint') return term(NULL);
  if (metric.of === 'case' && split === 'employee') return term(rows.keep('holder', holder ?? NULL));
  const answering = split === 'employee' ? answeringPoint(metric) : null;
  if (answering) {
    const { employee, needs } = build.answerer(answering);
    return term(employee, needs);
  }
  return term(rows.keep(`group ${split}`, rawKey(rows, split, by)));
}

/** Scope by employee of a metric that waits for an answer: who answered, known only when the answers are. */
function answeredInScope(build: Build, values: readonly (string | null)[]): Term | null {
  const answering = answeringPoint(build.metric);
  const place = placeOf(build.rows, 'employee');
  if (!answering || !place) return null;
  const { employee, needs } = build.answerer(answering);
  return term(within(employee, 'employee', values, column('b', 'by'), place, build.facts), needs);
}

/** The selection of an `orHorizon` point: who answers it is who the row counts for (first-response by employee). */
function answeringPoint(metric: Metric) {
  const { measure } = metric;
  if (metric.of !== 'event' || !('of' in measure) || typeof measure.of !== 'object' || measure.of.kind !== 'time')
    return null;
  const { from, to } = measure.of;
  const point = [from, to].find((one) => one.kind === 'first' && one.orHorizon);
  return point?.kind === 'first' ? point.related : null;
}

export const innerValue = (measure: Measure): Value | null =>
  measure.kind === 'mean' || measure.kind === 'sum' || measure.kind === 'quantile' ? measure.of : null;

const isSumOfRows = (value: Value | null): boolean =>
  value !== null && (value.kind === 'count' || value.kind === 'total' || value.kind === 'spans');

/** Whether a field cuts what a case or run metric counts, and leaves its population whole (facts.md § 4, Scope). */
export function cutsParts(metric: Metric, name: string): boolean {
  const value = innerValue(metric.measure);
  if ((metric.of !== 'case' && metric.of !== 'run') || metric.roll !== 'sumOfParts' || !isSumOfRows(value))
    return false;
  if (name === 'touchpoint' || name === 'employee') return true;
  return value!.kind === 'spans' && (name === 'unit' || name === 'body');
}
