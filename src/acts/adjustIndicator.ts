import { z } from 'zod';
import { refuse } from '#facts';
import { defineAct } from './act.ts';
import { periodInput, scopeInput } from './inputs.ts';

export const adjustIndicator = defineAct({
  name: 'adjustIndicator',
  summary:
    'Sets target, norm, seasonal flag, baseline and the change that matters of an indicator; what is not named stays.',
  input: z.object({
    metric: z.string().min(1),
    scope: scopeInput,
    target: z.number().nullable().optional(),
    norm: z
      .object({ value: z.number(), source: z.string().trim().min(1) })
      .nullable()
      .optional(),
    seasonal: z.boolean().optional(),
    baseline: z.tuple([periodInput, periodInput]).nullable().optional(),
    matters: z.number().positive().nullable().optional(),
    /** The version that the person saw; without it the newest is changed. */
    version: z.number().int().min(0).optional(),
  }),
  changes: true,
  run: ({ ports }, { metric, scope, version, ...set }) =>
    ports.book.transaction(async (book) => {
      const before = await book.indicator(metric, scope);
      if (version !== undefined && version !== (before?.version ?? 0)) refuse('indicator.changedMeanwhile');
      if (set.baseline && set.baseline[0] > set.baseline[1]) refuse('indicator.baselineReversed');
      return book.saveIndicator({
        metric,
        scope,
        target: set.target === undefined ? (before?.target ?? null) : set.target,
        norm: set.norm === undefined ? (before?.norm ?? null) : set.norm,
        seasonal: set.seasonal ?? before?.seasonal ?? false,
        baseline: set.baseline === undefined ? (before?.baseline ?? null) : set.baseline,
        matters: set.matters === undefined ? (before?.matters ?? null) : set.matters,
        version: before?.version ?? 0,
      });
    }),
});
