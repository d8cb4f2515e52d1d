// Catalogue: the language of metrics — shape, checks, normalised tree, wording — and the loader of catalogue data.
// Reads no file, prints no SQL, computes no figure.
export {
  type Instrument,
  type KnownValue,
  type Question,
  type Scale,
  type ScaleName,
  type StarterModel,
  starterModelSchema,
} from './asked.ts';
export { type CheckContext, checkMetric, type SpecRefusal } from './checks/index.ts';
export { CONCEPTS, type Concept } from './concepts.ts';
export { canonicalJson, recordHash, specHash } from './hash.ts';
export { type Catalogue, type CatalogueEntry, loadCatalogue } from './load.ts';
export { effectiveParams, fieldType, normalise, type Params } from './normalise.ts';
export {
  attribution,
  cohortDefinition,
  cohortFormula,
  definition,
  type FormulaNumbers,
  formulaLine,
  formulaParts,
  formulaWithNumbers,
  leavesOut,
  mainSentence,
  phrasesOf,
  type Spoken,
  withUnit,
} from './phrases/index.ts';
export { DEFAULT_KINDS, namedValues, population } from './population.ts';
export { metricJsonSchema, metricSchema } from './schema.ts';
export { sha256 } from './sha256.ts';
export type * from './spec.ts';
export type * from './tree.ts';
export * from './walk.ts';
export * from './words-of-grammar.ts';
