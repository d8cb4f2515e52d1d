import type { MetricDetail } from '../../client/types.ts';

export type MetricSpec = MetricDetail['specification'];
type Predicate = NonNullable<MetricSpec['where']>;
type Measure = MetricSpec['measure'];
type Related = Extract<Predicate, { readonly has: unknown }>['has'];
type Scalar = string | number | boolean;

// A metric as a form shows it: conditions that all must hold, one measure over the rows that are left. What the language can
// say beyond that (or, nested conditions, other links) a form does not touch: `formOf` then answers null.

export const ROWS = ['case', 'event', 'answer', 'reading'] as const;
export type RowName = (typeof ROWS)[number];
export const OPS = ['equal', 'oneOf', 'lt', 'lte', 'gt', 'gte', 'contains', 'valid', 'missing'] as const;
export type Op = (typeof OPS)[number];

/** Of a row itself. `other`: compared with that field instead of a value. */
export type Simple =
  | { readonly what: 'concept'; readonly not: boolean; readonly concept: string }
  | {
      readonly what: 'field';
      readonly not: boolean;
      readonly field: string;
      readonly op: Op;
      readonly values: readonly Scalar[];
      readonly other: string | null;
    };
/** Whether the case has an event of that kind, or how many. Times are durations such as `P7D`. */
export interface HasEvent {
  readonly what: 'event';
  readonly not: boolean;
  readonly those: readonly Simple[];
  readonly after: string | null;
  readonly before: string | null;
  readonly within: string | null;
  readonly times: { readonly op: 'gte' | 'lte'; readonly n: number } | null;
}
/** Whether the time between two moments is within a duration. */
export interface HasTime {
  readonly what: 'time';
  readonly not: boolean;
  readonly from: string;
  readonly to: string;
  readonly clock: 'calendar' | 'working';
  readonly op: 'lt' | 'lte' | 'gt' | 'gte';
  readonly span: string;
}
export type Condition = Simple | HasEvent | HasTime;

export const SPANS = ['work', 'gap', 'client', 'agency', 'suspension'] as const;
export type Span = (typeof SPANS)[number];
export type Amount =
  | {
      readonly of: 'time';
      readonly from: string;
      readonly to: string;
      readonly clock: 'calendar' | 'working';
      readonly less: readonly Span[];
    }
  | { readonly of: 'spans'; readonly spans: readonly Span[]; readonly clock: 'calendar' | 'working' }
  | { readonly of: 'events'; readonly those: readonly Simple[] }
  | { readonly of: 'total'; readonly field: string; readonly those: readonly Simple[] }
  | { readonly of: 'field'; readonly field: string };

export const AVERAGES = ['mean', 'median', 'p90', 'sum'] as const;
export type Measured =
  | { readonly kind: 'share'; readonly those: readonly Condition[] }
  | { readonly kind: 'amount'; readonly how: (typeof AVERAGES)[number]; readonly amount: Amount }
  | { readonly kind: 'marks'; readonly marks: readonly number[] }
  | { readonly kind: 'ratio'; readonly fields: readonly [string, string] }
  | { readonly kind: 'count' };

export interface MetricForm {
  /** What the form does not show goes through as it is. */
  readonly rest: Omit<MetricSpec, 'of' | 'where' | 'measure'>;
  readonly of: RowName;
  readonly where: readonly Condition[];
  readonly measure: Measured;
}

/** The form of a spec; null where the spec says more than a form can. */
export function formOf({ of, where, measure, ...rest }: MetricSpec): MetricForm | null {
  const row = ROWS.find((one) => one === of);
  const conditions = where === undefined ? [] : conditionsOf(where);
  const measured = measuredOf(measure);
  return row && conditions && measured ? { rest, of: row, where: conditions, measure: measured } : null;
}

export function specOf({ rest, of, where, measure }: MetricForm): MetricSpec {
  const those = allOf(where.map(predicateOf));
  return { ...rest, of, ...(those ? { where: those } : {}), measure: measureOf(measure) } as MetricSpec;
}

function conditionsOf(predicate: Predicate): readonly Condition[] | null {
  const parts = 'and' in predicate ? predicate.and : [predicate];
  const found = parts.map((part) => conditionOf(part));
  return found.every((one) => one !== null) ? found : null;
}

function conditionOf(predicate: Predicate, not = false): Condition | null {
  if ('not' in predicate) return not ? null : conditionOf(predicate.not, true);
  if ('is' in predicate) return { what: 'concept', not, concept: predicate.is };
  if ('has' in predicate) return eventOf(predicate.has, not, null);
  if ('and' in predicate || 'or' in predicate) return null;
  const { field, count, time, clock } = predicate;
  const only = (...keys: readonly string[]) => Object.keys(predicate).every((key) => keys.includes(key));
  if (count && only('count', 'gte', 'lte')) {
    const op = predicate.gte === undefined ? 'lte' : 'gte';
    const n = predicate[op];
    return typeof n === 'number' ? eventOf(count, not, { op, n }) : null;
  }
  if (time && clock && only('time', 'clock', 'lt', 'lte', 'gt', 'gte')) {
    const [from, to] = time;
    const op = (['lt', 'lte', 'gt', 'gte'] as const).find((one) => predicate[one] !== undefined);
    const span = op && predicate[op];
    if (typeof from !== 'string' || typeof to !== 'string' || typeof span !== 'string') return null;
    return { what: 'time', not, from, to, clock, op: op!, span };
  }
  if (field === undefined) return null;
  const { field: _, ...comparators } = predicate;
  const [[name, operand]] = Object.entries(comparators) as [[string, unknown]];
  if (name === 'valid')
    return { what: 'field', not, field, op: operand ? 'valid' : 'missing', values: [], other: null };
  const op = OPS.find((one) => one === name);
  if (!op) return null;
  if (op === 'oneOf') return { what: 'field', not, field, op, values: operand as readonly Scalar[], other: null };
  if (typeof operand !== 'object') return { what: 'field', not, field, op, values: [operand as Scalar], other: null };
  const other = (operand as { readonly field?: string }).field;
  return other === undefined ? null : { what: 'field', not, field, op, values: [], other };
}

function eventOf(related: Related, not: boolean, times: HasEvent['times']): HasEvent | null {
  const { event, link, after = null, before = null, within = null } = related;
  if (event === undefined || link !== 'sameCase') return null;
  if ((after !== null && typeof after !== 'string') || (before !== null && typeof before !== 'string')) return null;
  const those = simpleOf(event);
  return those && { what: 'event', not, those, after, before, within, times };
}

function simpleOf(event: true | Predicate): readonly Simple[] | null {
  const found = event === true ? [] : conditionsOf(event);
  return found?.every((one): one is Simple => one.what === 'field' || one.what === 'concept') ? found : null;
}

function measuredOf(measure: Measure): Measured | null {
  if ('share' in measure) {
    const those = conditionsOf(measure.share);
    return those && { kind: 'share', those };
  }
  if ('topBox' in measure) return { kind: 'marks', marks: measure.topBox };
  if ('count' in measure) return { kind: 'count' };
  if ('ratio' in measure) {
    const [over, under] = measure.ratio;
    return isField(over) && isField(under) ? { kind: 'ratio', fields: [over.field, under.field] } : null;
  }
  const [how, value] =
    'mean' in measure
      ? (['mean', measure.mean] as const)
      : 'median' in measure
        ? (['median', measure.median] as const)
        : 'sum' in measure
          ? (['sum', measure.sum] as const)
          : 'p' in measure && measure.p === 90
            ? (['p90', measure.of] as const)
            : [null, null];
  const amount = value && amountOf(value);
  return how && amount ? { kind: 'amount', how, amount } : null;
}

type Value = Extract<Measure, { readonly mean: unknown }>['mean'];
const isField = (value: Value): value is { readonly field: string } => 'field' in value;

function amountOf(value: Value): Amount | null {
  if ('field' in value) return { of: 'field', field: value.field };
  if ('spans' in value) return { of: 'spans', spans: value.spans, clock: value.clock };
  if ('time' in value) {
    const [from, to] = value.time;
    if (typeof from !== 'string' || typeof to !== 'string') return null;
    return { of: 'time', from, to, clock: value.clock, less: value.less ?? [] };
  }
  const related = 'count' in value ? value.count : 'total' in value ? value.in : null;
  const plain = related && related.after === undefined && related.before === undefined;
  if (!plain || related.event === undefined || related.link !== 'sameCase') return null;
  const those = simpleOf(related.event);
  if (!those) return null;
  return 'total' in value ? { of: 'total', field: value.total, those } : { of: 'events', those };
}

const allOf = (all: readonly Predicate[]): Predicate | null => (all.length > 1 ? { and: all } : (all[0] ?? null));

function predicateOf(condition: Condition): Predicate {
  const bare = bareOf(condition);
  return condition.not ? { not: bare } : bare;
}

function bareOf(condition: Condition): Predicate {
  switch (condition.what) {
    case 'concept':
      return { is: condition.concept } as Predicate;
    case 'event': {
      const { times } = condition;
      return times ? { count: relatedOf(condition), [times.op]: times.n } : { has: relatedOf(condition) };
    }
    case 'time':
      return { time: [condition.from, condition.to], clock: condition.clock, [condition.op]: condition.span };
    case 'field': {
      const { field, op, values, other } = condition;
      if (op === 'valid' || op === 'missing') return { field, valid: op === 'valid' };
      if (op === 'oneOf') return { field, oneOf: values };
      return { field, [op]: other === null ? (values[0] ?? '') : { field: other } };
    }
  }
}

const relatedOf = ({ those, after, before, within }: Omit<HasEvent, 'what' | 'not' | 'times'>): Related => ({
  event: allOf(those.map(predicateOf)) ?? true,
  link: 'sameCase',
  ...(after === null ? {} : { after }),
  ...(before === null ? {} : { before }),
  ...(within === null ? {} : { within }),
});

function measureOf(measured: Measured): Measure {
  switch (measured.kind) {
    case 'share':
      return { share: allOf(measured.those.map(predicateOf)) ?? { field: 'id', valid: true } };
    case 'marks':
      return { topBox: measured.marks };
    case 'count':
      return { count: true };
    case 'ratio':
      return { ratio: [{ field: measured.fields[0] }, { field: measured.fields[1] }] };
    case 'amount': {
      const value = amountSpec(measured.amount);
      return measured.how === 'p90' ? { p: 90, of: value } : ({ [measured.how]: value } as Measure);
    }
  }
}

function amountSpec(amount: Amount): Value {
  const events = (those: readonly Simple[]) => relatedOf({ those, after: null, before: null, within: null });
  switch (amount.of) {
    case 'field':
      return { field: amount.field };
    case 'spans':
      return { spans: amount.spans, clock: amount.clock };
    case 'time': {
      const { from, to, clock, less } = amount;
      return { time: [from, to], clock, ...(less.length > 0 ? { less } : {}) };
    }
    case 'events':
      return { count: events(amount.those) };
    case 'total':
      return { total: amount.field, in: events(amount.those) };
  }
}
