// Model: client journeys, the body's own set of indicators, how they hang together, what must be true before it binds.
// Knows no file, no store, no HTTP; facts come in as figures that were measured, never as rows.
export {
  type At,
  type FactsKnown,
  type Finding,
  type FindingParams,
  knowingOnly,
  type Measured,
  type ModelKnowledge,
  type ProofOutcome,
  proofKey,
  type Severity,
} from './checks/check.ts';
export { checkModel, REFUSED_AT_SAVING } from './checks/index.ts';
export { indexOf, type ModelIndex, withNames } from './checks/modelIndex.ts';
export { isNoisy } from './checks/onFacts.ts';
export { compareModels, type ModelDifference } from './compare.ts';
export { boundIn, endedOn, followedFrom, forceOn } from './force.ts';
export * from './journey.ts';
export { budgetOfPath, closingFacts, journeyFaults } from './journeyFaults.ts';
export { linkKindOf, meanBeside } from './linkKinds.ts';
export * from './model.ts';
export {
  type ClosedPeriod,
  closedPeriodSchema,
  differences,
  type FigureDifference,
  type FrozenFigure,
} from './periods/period.ts';
export * from './pilots/index.ts';
export { type PlaceScope, placeScope } from './placeScope.ts';
export { type Backtest, type BudgetGiven, backtest } from './proofs/budgets.ts';
export { LEAST_MONTHS, type Relation, relation } from './proofs/relation.ts';
export { candidates, type Proposal, type ProposalFacts, propose } from './propose.ts';
export { type ReadModel, readModels } from './readModel.ts';
export { type RevisionFacts, type RevisionItem, revisionDue, revisionItems } from './revision.ts';
export { type Adaptation, expandShortForm, slug } from './shortForm.ts';
