// Measuring: a metric and a scope become a query, its rows become figures with their intervals. Knows no indicator, no
// target, no driver: an engine prints and runs what is planned here.

export { type AnswersAt, answersAt } from './answersAt.ts';
export { measureCohort } from './cohort.ts';
export { printDuckDb } from './dialects/duckdb.ts';
export { type Distribution, distributionOf } from './distribution.ts';
export { type Explained, type ExplainedRow, explainMetric } from './explain.ts';
export type { Figure, FigureState, IntervalMethod } from './figure.ts';
export { type SeenAtWork, seenAtWork } from './found.ts';
export {
  difference,
  type Estimate,
  type Interval,
  meanInterval,
  naturalBounds,
  quantileRanks,
  type7Ranks,
  wilsonInterval,
} from './intervals/index.ts';
export { type Engine, type MeasureRequest, measureMetric } from './measure.ts';
export { bodyLookup, countRuns, namedIn, placeLabels } from './namedPlaces.ts';
export { LINK_FIELDS, type Link, type OwnedTime, ownedTime } from './ownedTime.ts';
export { hasCohort } from './plan/cohort.ts';
export type { FactKnowledge } from './plan/facts.ts';
export { horizonOf, readsOf } from './plan/horizon.ts';
export { type PlanPeriod, planMetric, REASONS, type Reason } from './plan/plan.ts';
export type { Scope } from './plan/scope.ts';
export { eventKind, type Pieces, type WalkEvents, type WalkRequest, type Walks, withWalks } from './walks.ts';
