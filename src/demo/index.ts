// Demo: makes the seeded life situation of a fictional region as canonical files, and the example files of examples/.
// Knows facts' fields and codes; measures nothing, reads no store, asks neither clock nor chance.
export { EXAMPLE_FILES, writeExamples } from './examples/write.ts';
export { DEMO_CASES, type DemoMade, generateDemo } from './generate.ts';
export { type DemoJourney, demoJourneys } from './journey.ts';
export { agreed, DEMO_COMMENTS, DEMO_MODEL, DEMO_VOICES, inForceFrom, placed } from './model.ts';
export type { DemoOptions } from './plan.ts';
export { demoRegister } from './register.ts';
