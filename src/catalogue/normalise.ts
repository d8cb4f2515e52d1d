import { type Field, RECORDABLE_FIELDS, type RecordableField, ROW_FIELDS, type RowType, refuse } from '#facts';
import { type Duration, parseDuration } from '#time';
import { CONCEPTS } from './concepts.ts';
import { specHash } from './hash.ts';
import { population } from './population.ts';
import type {
  ComparisonSpec,
  MeasureSpec,
  MetricSpec,
  OperandSpec,
  PointSpec,
  PredicateSpec,
  RelatedSpec,
  Scalar,
  ValueSpec,
} from './spec.ts';
import type { CompareOp, Measure, Metric, Operand, Point, Predicate, Related, Value } from './tree.ts';
import { leaves } from './walk.ts';
import { COMPARATORS, PERIOD_END, RELATED_FACTS } from './words-of-grammar.ts';

export type Params = Readonly<Record<string, string | number>>;

/** A spec that passed checkMetric → its tree. `params` overrides the spec's own values (only names that it has).
 *  Throws Refused only for what checkMetric refuses too. */
export function normalise(spec: MetricSpec, params: Params = {}): Metric {
  const effective = effectiveParams(spec, params);
  const read = reader(effective);
  const where = spec.where === undefined ? null : read.predicate(spec.where, spec.of, 'where');
  const measure = read.measure(spec.measure, spec.of, 'measure');
  return {
    id: spec.id,
    kpi: spec.kpi,
    group: spec.group,
    core: spec.core ?? false,
    headline: spec.headline ?? false,
    name: spec.name,
    better: spec.better,
    of: spec.of,
    ask: spec.ask ?? null,
    where,
    measure,
    by: spec.by,
    stock: spec.by === PERIOD_END,
    mature: spec.mature === undefined ? null : read.duration(spec.mature, 'mature'),
    unit: spec.unit,
    min: spec.min ?? (spec.group === 'subjective' ? { show: 5, judge: 30 } : { show: 5, judge: 10 }),
    levels: spec.levels,
    roll: spec.roll,
    counter: spec.counter,
    params: effective,
    population: population(spec, where, measure),
    hash: specHash(spec, effective),
  };
}

/** The spec's parameters with a body's own values in their place. */
export function effectiveParams(spec: MetricSpec, params: Params): Params {
  const own = spec.params ?? {};
  for (const name of Object.keys(params)) {
    if (!(name in own)) refuse('metric.unknownParameter', { field: `params.${name}`, got: `$${name}` });
  }
  return { ...own, ...params };
}

export const fieldType = (row: RowType, field: string): Field['type'] | null =>
  field.startsWith('x:') ? 'text' : (ROW_FIELDS[row].find((known) => known.name === field)?.type ?? null);

const fieldsRead = (related: Related): readonly RecordableField[] => {
  const named = (related.where === null ? [] : leaves(related.where)).flatMap((leaf) => [
    ...('left' in leaf && leaf.left.kind === 'field' ? [leaf.left.field] : []),
    ...(leaf.kind === 'compare' && leaf.right.kind === 'field' ? [leaf.right.field] : []),
  ]);
  return RECORDABLE_FIELDS.filter((field) => named.includes(field));
};

function reader(params: Params) {
  const resolve = (value: Scalar, at: string): Scalar => {
    if (typeof value !== 'string' || !value.startsWith('$')) return value;
    return params[value.slice(1)] ?? refuse('metric.unknownParameter', { field: at, got: value });
  };

  const duration = (text: string, at: string): Duration => {
    const resolved = resolve(text, at);
    return parseDuration(String(resolved)) ?? refuse('metric.notADuration', { field: at, got: String(resolved) });
  };

  const related = (spec: RelatedSpec, row: RowType, at: string): Related => {
    const fact = RELATED_FACTS.find((name) => spec[name] !== undefined) ?? refuse('metric.shape', { field: at });
    const chosen = spec[fact];
    const where = chosen === undefined || chosen === true ? null : predicate(chosen, fact, `${at}.${fact}`);
    const bare: Related = {
      at,
      fact,
      where,
      link: spec.link,
      after: spec.after === undefined ? null : point(spec.after, row, `${at}.after`),
      before: spec.before === undefined ? null : point(spec.before, row, `${at}.before`),
      within: spec.within === undefined ? null : duration(spec.within, `${at}.within`),
      kinds: where === null ? null : kindsOf(where, fact),
      reads: [],
    };
    return fact === 'event' ? { ...bare, reads: fieldsRead(bare) } : bare;
  };

  const withField = (of: Related, field: string): Related =>
    of.fact === 'event' && (RECORDABLE_FIELDS as readonly string[]).includes(field)
      ? { ...of, reads: RECORDABLE_FIELDS.filter((name) => name === field || of.reads.includes(name)) }
      : of;

  const point = (spec: PointSpec, row: RowType, at: string): Point => {
    if (spec === PERIOD_END) return { kind: 'periodEnd', at };
    if (typeof spec === 'string') return { kind: 'field', at, row, field: spec };
    if ('first' in spec) {
      const orHorizon = spec.orHorizon ?? false;
      return { kind: 'first', at, related: related(spec.first, row, `${at}.first`), orHorizon };
    }
    return { kind: 'last', at, related: related(spec.last, row, `${at}.last`) };
  };

  const value = (spec: ValueSpec | ComparisonSpec, row: RowType, at: string): Value => {
    const { field, count, total, distinct, time, spans, clock, less } = spec as ComparisonSpec;
    const inner = (spec as ComparisonSpec).in;
    if (field !== undefined) return { kind: 'field', at, row, field, type: fieldType(row, field) ?? 'text' };
    if (count !== undefined) return { kind: 'count', at, related: related(count, row, `${at}.count`) };
    if (total !== undefined && inner !== undefined) {
      return { kind: 'total', at, field: total, related: withField(related(inner, row, `${at}.in`), total) };
    }
    if (distinct !== undefined && inner !== undefined) {
      return { kind: 'distinct', at, field: distinct, related: withField(related(inner, row, `${at}.in`), distinct) };
    }
    if (time !== undefined && clock !== undefined) {
      const from = point(time[0], row, `${at}.time[0]`);
      return { kind: 'time', at, from, to: point(time[1], row, `${at}.time[1]`), clock, less: less ?? [] };
    }
    if (spans !== undefined && clock !== undefined) return { kind: 'spans', at, spans, clock };
    return { kind: 'grade', at };
  };

  const operand = (spec: OperandSpec, left: Value, row: RowType, at: string): Operand => {
    if (typeof spec === 'object') {
      if ('point' in spec) return { kind: 'periodEnd' };
      return { kind: 'field', field: spec.field, type: fieldType(row, spec.field) ?? 'text' };
    }
    if (left.kind === 'time' || left.kind === 'spans') {
      return { kind: 'duration', duration: duration(String(spec), at) };
    }
    return { kind: 'literal', value: resolve(spec, at) };
  };

  const comparison = (spec: ComparisonSpec, row: RowType, at: string): Predicate => {
    const left = value(spec, row, at);
    const op = COMPARATORS.find((name) => spec[name] !== undefined) ?? refuse('metric.shape', { field: at });
    if (op === 'valid') return { kind: 'valid', at, left, valid: spec.valid ?? true };
    if (op === 'contains') {
      return { kind: 'contains', at, left, element: String(resolve(spec.contains ?? '', `${at}.contains`)) };
    }
    if (op === 'oneOf') {
      const values = (spec.oneOf ?? []).map((one, index) => resolve(one, `${at}.oneOf[${index}]`));
      return { kind: 'oneOf', at, left, values };
    }
    const compared: CompareOp = op;
    return {
      kind: 'compare',
      at,
      op: compared,
      left,
      right: operand(spec[op] as OperandSpec, left, row, `${at}.${op}`),
    };
  };

  const predicate = (spec: PredicateSpec, row: RowType, at: string): Predicate => {
    const each = (parts: readonly PredicateSpec[], word: string) =>
      parts.map((part, index) => predicate(part, row, `${at}.${word}[${index}]`));
    if ('and' in spec) return { kind: 'and', at, parts: each(spec.and, 'and') };
    if ('or' in spec) return { kind: 'or', at, parts: each(spec.or, 'or') };
    if ('not' in spec) return { kind: 'not', at, part: predicate(spec.not, row, `${at}.not`) };
    if ('is' in spec) {
      return { kind: 'concept', at, name: spec.is, means: predicate(CONCEPTS[spec.is].means, row, `${at}#${spec.is}`) };
    }
    if ('has' in spec) return { kind: 'has', at, related: related(spec.has, row, `${at}.has`) };
    return comparison(spec, row, at);
  };

  const measure = (spec: MeasureSpec, row: RowType, at: string): Measure => {
    if ('count' in spec) return { kind: 'count', at };
    if ('share' in spec) return { kind: 'share', at, of: predicate(spec.share, row, `${at}.share`) };
    if ('mean' in spec) return { kind: 'mean', at, of: value(spec.mean, row, `${at}.mean`) };
    if ('median' in spec) return { kind: 'quantile', at, p: 50, of: value(spec.median, row, `${at}.median`) };
    if ('p' in spec) return { kind: 'quantile', at, p: spec.p, of: value(spec.of, row, `${at}.of`) };
    if ('sum' in spec) return { kind: 'sum', at, of: value(spec.sum, row, `${at}.sum`) };
    if ('distinct' in spec) return { kind: 'distinct', at, field: spec.distinct };
    if ('ratio' in spec) {
      const top = value(spec.ratio[0], row, `${at}.ratio[0]`);
      return { kind: 'ratio', at, top, bottom: value(spec.ratio[1], row, `${at}.ratio[1]`) };
    }
    if ('rate' in spec) {
      const { of, where, by } = spec.rate;
      return { kind: 'rate', at, of, where: predicate(where, of, `${at}.rate.where`), by, per: spec.per };
    }
    if ('topBox' in spec) return { kind: 'topBox', at, values: spec.topBox };
    if ('net' in spec) return { kind: 'net', at, up: spec.net.up, down: spec.net.down };
    const { by, min } = spec.worst;
    return { kind: 'worst', at, by, measure: measure(spec.worst.measure, row, `${at}.worst.measure`), min };
  };

  return { predicate, measure, duration };
}

/** Kinds of the fact for which the predicate can be true; null: any of them. */
export function kindsOf(predicate: Predicate, row: RowType): readonly string[] | null {
  switch (predicate.kind) {
    case 'and':
      return predicate.parts.map((part) => kindsOf(part, row)).reduce(meet, null);
    case 'or': {
      const parts = predicate.parts.map((part) => kindsOf(part, row));
      return parts.some((part) => part === null) ? null : [...new Set(parts.flatMap((part) => part ?? []))];
    }
    case 'concept':
      return kindsOf(predicate.means, row);
    case 'compare':
      return isKind(predicate.left) && predicate.op === 'equal' && predicate.right.kind === 'literal'
        ? [String(predicate.right.value)]
        : null;
    case 'oneOf':
      return isKind(predicate.left) ? predicate.values.map(String) : null;
    case 'not': {
      const known = ROW_FIELDS[row].find((field) => field.name === 'kind')?.oneOf;
      const refused = onlyKinds(predicate.part);
      return known === undefined || refused === null ? null : known.filter((kind) => !refused.includes(kind));
    }
    case 'has':
    case 'valid':
    case 'contains':
      return null;
  }
}

const isKind = (value: Value): boolean => value.kind === 'field' && value.field === 'kind';
const meet = (a: readonly string[] | null, b: readonly string[] | null): readonly string[] | null =>
  a === null ? b : b === null ? a : a.filter((kind) => b.includes(kind));
/** The kinds that a predicate tests and nothing else; null where it tests more than the kind. */
const onlyKinds = (predicate: Predicate): readonly string[] | null =>
  (predicate.kind === 'oneOf' || (predicate.kind === 'compare' && predicate.op === 'equal')) && isKind(predicate.left)
    ? kindsOf(predicate, 'event')
    : null;
