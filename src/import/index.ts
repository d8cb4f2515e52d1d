// Import: files of any shape → staged tables, a mapping guessed and kept, views that the store turns into SQL.
// Stores nothing, prints no SQL, knows no metric; words are found by code in `words/`.
export { factOfName, isCanonical, missingFields } from './formats/canonical.ts';
export { type ExplainedRow, explainRows, sampleRows } from './formats/explain.ts';
export { stageFile } from './formats/stage.ts';
export type { Format, Limits, LineOf, Staged, StagedTable, StageOptions } from './formats/staged.ts';
