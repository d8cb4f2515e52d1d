import { z } from 'zod';

/** Input schemas that the command line, the page and the acts share. The schema is the single source of type, check and
 *  API description. Scopes are `{field: value}`; several values mean any of them, null the group without a value. */

export const scopeInput = z.record(z.string(), z.union([z.string(), z.null(), z.array(z.string())])).default({});
export const granularityInput = z.enum(['month', 'quarter', 'year']);
/** A period in any of the three forms: `2024`, `2024-Q1`, `2024-03`. */
export const periodInput = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/, 'shape.period');
/** A metric of the catalogue by its id, or a whole spec. */
export const metricInput = z.union([z.string().min(1), z.record(z.string(), z.unknown())]);
export const fileInput = z.union([z.object({ upload: z.string().min(1) }), z.object({ path: z.string().min(1) })]);
const factInput = z.enum(['case', 'event', 'answer', 'invitation', 'text', 'reading', 'organisation']);

/** measure → FigureView[]. `metrics: 'all'` is the whole catalogue. */
export const measureInput = z.object({
  metrics: z.union([z.literal('all'), z.array(metricInput).min(1)]),
  from: periodInput,
  to: periodInput,
  by: granularityInput.default('month'),
  scope: scopeInput,
  split: z.array(z.string()).default([]),
  /** Durations by start cohort (grammar B.3). */
  cohort: z.boolean().default(false),
});

/** explain → ExplainView */
export const explainInput = z.object({
  metric: metricInput,
  period: periodInput,
  scope: scopeInput,
  cohort: z.boolean().default(false),
  limit: z.number().int().min(0).max(100_000).default(100),
  offset: z.number().int().min(0).default(0),
});

/** importFiles → ImportReport */
export const importInput = z.object({
  files: z.array(fileInput).min(1),
  /** A mapping as JSON, or the name of a saved one. */
  mapping: z.union([z.record(z.string(), z.unknown()), z.string()]).optional(),
  as: factInput.optional(),
  /** ISO instant or date. */
  horizon: z.string().optional(),
  dryRun: z.boolean().default(false),
  /** Share of rows that may be refused, 0…1. */
  allowRefused: z.number().min(0).max(1).default(0),
  events: z.enum(['whole', 'added']).optional(),
  replaces: z.string().optional(),
});

export const EXPORTS = [
  'cases',
  'events',
  'answers',
  'invitations',
  'texts',
  'readings',
  'organisation',
  'spans',
] as const;

/** exportFacts → ExportView. `out`: a folder of this machine; without it the file waits for download. */
export const exportInput = z.object({ fact: z.enum(EXPORTS), out: z.string().optional() });

export interface ExportView {
  readonly files: readonly { readonly path: string; readonly rows: number; readonly download: string | null }[];
}

/** listBatches → BatchView[] */
export const listBatchesInput = z.object({});

/** dropBatch → { dropped: ID } */
export const dropBatchInput = z.object({ batch: z.string().min(1) });

/** scoreboard → ScoreboardView */
export const scoreboardInput = z.object({
  by: granularityInput.default('month'),
  period: periodInput.optional(),
  scope: scopeInput,
});

/** indicator → IndicatorView */
export const indicatorInput = scoreboardInput.extend({ metric: z.string().min(1) });

/** guessMapping → GuessView */
export const guessInput = z.object({ files: z.array(fileInput).min(1), as: factInput.optional() });

/** judge → the JSON of the issue. */
export const judgeInput = z.object({
  /** CSV of `period,value[,n]`. */
  text: z.string(),
  better: z.enum(['up', 'down']).default('up'),
  target: z.number().optional(),
  norm: z.number().optional(),
  /** Unit of the values, where known: `%`, `points`, `days` … gives the bounds and the change that matters. */
  unit: z.string().optional(),
  /** The change that matters, in the unit. */
  matters: z.number().positive().optional(),
  seasonal: z.boolean().optional(),
  /** Periods at which recorded changes rebase the chart. */
  rebaseAt: z.array(z.string()).optional(),
  /** Natural bounds of the unit; null is an open side. */
  bounds: z.tuple([z.number().nullable(), z.number().nullable()]).optional(),
  /** First and last period of the baseline, inclusive. */
  baseline: z.tuple([z.string(), z.string()]).optional(),
});
