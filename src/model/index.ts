// Model: client journeys, the body's own set of indicators, how they hang together, what must be true before it binds.
// Knows no file, no store, no HTTP; facts come in as figures that were measured, never as rows.
export type { At, Finding, FindingParams, Measured, ModelKnowledge, Severity } from './checks/check.ts';
export * from './journey.ts';
export { budgetOfPath, closingFacts, journeyFaults } from './journeyFaults.ts';
export * from './model.ts';
