// Facts: the shapes of what happened, their fields and codes, and what is derived from them (spans, runs).
// Knows no file format, no store, no metric.
export * from './codes.ts';
export * from './fields.ts';
export * from './refusal.ts';
