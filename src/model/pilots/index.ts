export { type PilotEvidence, type PilotFacts, pilotEvidence, type Relation, type Stability } from './evidence.ts';
export { DECISIONS, type Decision, holdersOf, type Pilot, pilotSchema, withVoice } from './pilot.ts';
export { type PilotReason, pilotRules, type Recommendation, recommend } from './recommend.ts';
