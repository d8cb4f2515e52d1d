import type { Measure, Metric, Point, Predicate, Related, Value } from './tree.ts';

// Plain walks over the normalised tree. "Own" walks stay on the metric's row; "all" walks enter related selections.

/** Values that a predicate compares on its own row (not those inside related selections). */
export function valuesOf(predicate: Predicate): readonly Value[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.parts.flatMap(valuesOf);
    case 'not':
      return valuesOf(predicate.part);
    case 'concept':
      return valuesOf(predicate.means);
    case 'has':
      return [];
    case 'compare':
    case 'oneOf':
    case 'valid':
    case 'contains':
      return [predicate.left];
  }
}

/** Predicates that test something themselves: everything but and, or, not and concept. Own row only. */
export function leaves(predicate: Predicate): readonly Predicate[] {
  switch (predicate.kind) {
    case 'and':
    case 'or':
      return predicate.parts.flatMap(leaves);
    case 'not':
      return leaves(predicate.part);
    case 'concept':
      return leaves(predicate.means);
    case 'has':
    case 'compare':
    case 'oneOf':
    case 'valid':
    case 'contains':
      return [predicate];
  }
}

/** The values that a measure aggregates. */
export function measuredValues(measure: Measure): readonly Value[] {
  switch (measure.kind) {
    case 'mean':
    case 'quantile':
    case 'sum':
      return [measure.of];
    case 'ratio':
      return [measure.top, measure.bottom];
    case 'worst':
      return measuredValues(measure.measure);
    case 'count':
    case 'share':
    case 'distinct':
    case 'rate':
    case 'topBox':
    case 'net':
      return [];
  }
}

/** The predicates that a measure tests, each with the row it is on. */
export function measuredPredicates(measure: Measure): readonly Predicate[] {
  if (measure.kind === 'share') return [measure.of];
  if (measure.kind === 'rate') return [measure.where];
  return measure.kind === 'worst' ? measuredPredicates(measure.measure) : [];
}

const pointRelated = (point: Point | null): readonly Related[] =>
  point !== null && (point.kind === 'first' || point.kind === 'last') ? withInner(point.related) : [];

const withInner = (related: Related): readonly Related[] => [
  related,
  ...(related.where === null ? [] : relatedOfPredicate(related.where)),
  ...pointRelated(related.after),
  ...pointRelated(related.before),
];

export function relatedOfValue(value: Value): readonly Related[] {
  if (value.kind === 'count' || value.kind === 'total' || value.kind === 'distinct') return withInner(value.related);
  return value.kind === 'time' ? [...pointRelated(value.from), ...pointRelated(value.to)] : [];
}

export const relatedOfPredicate = (predicate: Predicate): readonly Related[] =>
  leaves(predicate).flatMap((leaf) => {
    if (leaf.kind === 'has') return withInner(leaf.related);
    return 'left' in leaf ? relatedOfValue(leaf.left) : [];
  });

/** Every related selection of a metric, outermost first. */
export const relatedOf = (metric: Pick<Metric, 'where' | 'measure'>): readonly Related[] => [
  ...(metric.where === null ? [] : relatedOfPredicate(metric.where)),
  ...measuredPredicates(metric.measure).flatMap(relatedOfPredicate),
  ...measuredValues(metric.measure).flatMap(relatedOfValue),
];

/** Every value of a metric: aggregated, compared on the row, compared in related selections. */
export const allValues = (metric: Pick<Metric, 'where' | 'measure'>): readonly Value[] => [
  ...(metric.where === null ? [] : valuesOf(metric.where)),
  ...measuredPredicates(metric.measure).flatMap(valuesOf),
  ...measuredValues(metric.measure),
  ...relatedOf(metric).flatMap((related) => (related.where === null ? [] : valuesOf(related.where))),
];
