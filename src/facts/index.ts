// Facts: the shapes of what happened, their fields and codes, and what is derived from them (spans, runs).
// Knows no file format, no store, no metric.
export * from './clocked/case-clock.ts';
export * from './codes.ts';
export * from './encoding.ts';
export * from './fields.ts';
export * from './refusal.ts';
export * from './runs/runs.ts';
export * from './spans/columns.ts';
export * from './spans/of-case.ts';
export { firstAct, Tiler } from './spans/tiler.ts';
