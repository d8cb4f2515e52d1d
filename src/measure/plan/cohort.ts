import type { Metric, Point, Predicate, Value } from '#catalogue';
import { OUTCOMES, refuse } from '#facts';
import { and, choose, column, type Expr, equal, first, isNull, minus, NULL, not, oneOf, or } from '../query.ts';
import type { Build } from './build.ts';
import { CALENDAR_SUM, WORKING_SUM } from './layout.ts';
import { combine, type Term } from './term.ts';

// Durations by the period of their beginning, open cases included (grammar B.3, "Open cases are invisible").

/** How a case stands at the horizon: still open, closed as the metric counts it, closed in another way. */
export const OPEN = 0;
export const CLOSED = 1;
export const OTHERWISE = 2;

type TimeValue = Extract<Value, { kind: 'time' }>;

/** Whether a metric can be told by start cohort. */
export const hasCohort = ({ of, measure }: Metric): boolean =>
  of === 'case' &&
  measure.kind === 'quantile' &&
  measure.of.kind === 'time' &&
  isField(measure.of.from, 'registeredAt') &&
  isField(measure.of.to, 'closedAt');

const isField = (point: Point, field: string): boolean => point.kind === 'field' && point.field === field;

/** The metric by start cohort; refused where it is no quantile of the time from registration to closing. */
export function cohortOf(metric: Metric): { readonly metric: Metric; readonly time: TimeValue; readonly p: number } {
  const { measure } = metric;
  if (!hasCohort(metric) || measure.kind !== 'quantile' || measure.of.kind !== 'time')
    return refuse('measure.cohort', { field: 'cohort', got: metric.id });
  return {
    metric: { ...metric, by: 'registeredAt', stock: false, mature: null },
    time: measure.of,
    p: measure.p / 100,
  };
}

/** What is known when a case begins: conditions on its end count as unknown. */
export function atBeginning(build: Build, of: Predicate): Expr {
  switch (of.kind) {
    case 'and':
      return and(...of.parts.map((part) => atBeginning(build, part)));
    case 'or':
      return or(...of.parts.map((part) => atBeginning(build, part)));
    case 'not':
      return not(atBeginning(build, of.part));
    case 'concept':
      return atBeginning(build, of.means);
    default:
      return isKnownAtBeginning(of) ? build.own().predicate(of).x : NULL;
  }
}

const KNOWN_AT_END = ['closedAt', 'outcome', 'refusalGround'];

function isKnownAtBeginning(leaf: Predicate): boolean {
  if (!('left' in leaf) || leaf.left.kind !== 'field' || KNOWN_AT_END.includes(leaf.left.field)) return false;
  return leaf.kind !== 'compare' || leaf.right.kind !== 'field' || !KNOWN_AT_END.includes(leaf.right.field);
}

/** `x`: time up to closing or the horizon; `y`: how the case stands then. A closing of which `where` says nothing
 *  certain is left out with its reason. */
export function cohortTerms(build: Build, time: TimeValue): { readonly all: Term; readonly x: Term; readonly y: Term } {
  const { rows, metric } = build;
  const met = metric.where ? build.own().predicate(metric.where) : null;
  const gone = metric.population.leftOutcomes.map((outcome) => OUTCOMES.indexOf(outcome) + 1);
  const code = (state: number): Expr => ({ kind: 'literal', value: state });
  const state = choose([
    [isNull(rows.own('closedAt')), code(OPEN)],
    [first(oneOf(rows.own('outcome'), gone), { kind: 'literal', value: false }), code(OTHERWISE)],
    ...(met
      ? [[met.x, code(CLOSED)] as const, [not(met.x), code(OTHERWISE)] as const]
      : [[{ kind: 'literal', value: true } as const, code(CLOSED)] as const]),
  ]);
  const life = (name: string): Expr => column('life', name);
  const sums = time.clock === 'calendar' ? CALENDAR_SUM : WORKING_SUM;
  const all = time.clock === 'calendar' ? minus(life('endAt'), life('startAt')) : life('working');
  const length = time.less.reduce((rest, kind) => minus(rest, life(sums[kind])), all);
  const join = { kind: 'left', table: 'life', as: 'life', on: equal(life('caseNo'), rows.caseNo) } as const;
  const x: Term = { x: length, negative: null, unrecorded: null, needs: [join] };
  const y = combine(state, met ? [met] : []);
  return { all: combine(choose([[isNull(state), NULL]], length), [y, x]), x, y };
}
