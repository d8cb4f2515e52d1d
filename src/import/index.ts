// Import: files of any shape → staged tables, a mapping guessed and kept, views that the store turns into SQL.
// Stores nothing, prints no SQL, knows no metric; words are found by code in `words/`.
export { factOfName, isCanonical, missingFields } from './formats/canonical.ts';
export { type ExplainedRow, explainRows, sampleRows } from './formats/explain.ts';
export { stageFile } from './formats/stage.ts';
export type { Format, Limits, LineOf, Staged, StagedTable, StageOptions } from './formats/staged.ts';
export type { Question } from './guess/answers.ts';
export type { Decision, GuessTable, Unsettled } from './guess/draft.ts';
export { type Guess, type GuessOptions, guessMapping } from './guess/guess.ts';
export { fold } from './mapping/fold.ts';
export { type DateOrder, Mapping, type TableMapping } from './mapping/schema.ts';
export {
  type ColumnSource,
  checkMapping,
  type NamedColumns,
  type Source,
  type View,
  viewsOf,
} from './mapping/views.ts';
export { reader } from './reader.ts';
export { type TextCounts, textCounts } from './textCounts.ts';
