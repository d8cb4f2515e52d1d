// Judging: is it better than its own past, and can it meet its target. Pure: series in, verdicts out.
// Knows no store, no scope, no words: it gives codes and parameters.
export * from './types.ts';
