import type { Level, MeasureSpec, MetricSpec, ValueSpec } from '#catalogue';
import type { LinkKind } from './model.ts';

/** How an indicator of the same metric at a lower level hangs on the one above (facts.md § 4, Scope).
 *  Means of counted rows: a touchpoint or a person cuts the counted rows and keeps the cases (`sumOfParts`), a unit, a
 *  service or a journey cuts the cases themselves (`weightedParts`), but for spans, which a unit cuts as well. */
export function linkKindOf(metric: MetricSpec, lower: Level): LinkKind {
  switch (metric.roll) {
    case 'weightedParts':
      return 'weightedParts';
    case 'sumOfParts':
      return lower === 'touchpoint' || lower === 'position' || (lower === 'unit' && overSpans(metric.measure))
        ? 'sumOfParts'
        : 'weightedParts';
    default:
      // One figure for all of a journey (`shared`) recomputed for a part of it does not add up either.
      return 'pooled';
  }
}

/** Whether a measure sums spans. */
export function overSpans(measure: MeasureSpec): boolean {
  const value = countedValue(measure);
  return value !== null && 'spans' in value;
}

export function countedValue(measure: MeasureSpec): ValueSpec | null {
  if ('mean' in measure) return measure.mean;
  if ('median' in measure) return measure.median;
  if ('p' in measure) return measure.of;
  if ('sum' in measure) return measure.sum;
  return null;
}

/** The mean of what a quantile is taken of: it adds up where the quantile does not. Null: not a quantile. */
export function meanBeside(metric: MetricSpec): MetricSpec | null {
  const { measure } = metric;
  const of = 'median' in measure ? measure.median : 'p' in measure ? measure.of : null;
  return of && { ...metric, measure: { mean: of } };
}

export type Misfit = 'otherMetric' | 'otherUnit' | 'doesNotAdd' | 'notThisWay';

/** Why a link of that kind cannot hold between two metrics; null: it can. `sameParams`: both with the same parameters. */
export function misfitOf(kind: LinkKind, upper: MetricSpec, lower: MetricSpec, sameParams: boolean): Misfit | null {
  const same = upper.id === lower.id && sameParams;
  switch (kind) {
    case 'sumOfParts':
      if (upper.roll !== 'sumOfParts' || lower.roll !== 'sumOfParts') return 'doesNotAdd';
      // Parts of one whole may be counted by metrics of their own, but in the same unit.
      return upper.unit === lower.unit ? null : 'otherUnit';
    case 'weightedParts':
      if (!same) return 'otherMetric';
      // A mean over cases is also the mean of its parts' means, weighted by their cases.
      return upper.roll === 'weightedParts' || upper.roll === 'sumOfParts' ? null : 'doesNotAdd';
    case 'shared':
    case 'pooled':
      return same ? null : 'otherMetric';
    case 'budget':
      return isAmount(upper) && isAmount(lower) ? null : 'notThisWay';
    case 'driver':
      return null;
  }
}

/** Time or a count, of which a part can be given to somebody as a budget. */
const isAmount = ({ unit }: MetricSpec): boolean =>
  unit === 'days' ||
  unit === 'hours' ||
  unit === 'workingHours' ||
  unit === 'minutes' ||
  unit === 'count' ||
  unit === 'rub';
