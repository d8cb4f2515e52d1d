import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '#facts';
import { formatUtc } from '#time';
import { defineAct } from './act.ts';
import type { Change } from './bookPort.ts';
import { periodInput, scopeInput } from './inputs.ts';
import type { ChangeView } from './views.ts';

/** A recorded change as the API answers it. */
export const changeView = ({ id, period, title, reason, rebases, actor, at }: Change): ChangeView => ({
  id,
  period,
  title,
  reason,
  rebases,
  actor,
  at: formatUtc(at),
});

export const recordChange = defineAct({
  name: 'recordChange',
  summary: 'Records a change in the body from a period on; a chart is rebased there only where a person says so.',
  input: z.object({
    metric: z.string().min(1).nullable().default(null),
    scope: scopeInput,
    period: periodInput,
    title: z.string().trim().min(1).max(200),
    reason: z.string().trim().max(2000).default(''),
    rebases: z.boolean().default(false),
  }),
  changes: true,
  run: async ({ actor, now, ports }, input) => {
    // A baseline that moves without a stated reason would be the silent change that the method forbids.
    if (input.rebases && input.reason === '') refuse('change.reasonMissing');
    const change: Change = { ...input, id: randomUUID(), actor, at: now() };
    await ports.book.addChange(change);
    return changeView(change);
  },
});

export const removeChange = defineAct({
  name: 'removeChange',
  summary: 'Takes a recorded change back.',
  input: z.object({ id: z.string().min(1) }),
  changes: true,
  run: async ({ ports }, { id }) => {
    if (!(await ports.book.removeChange(id))) refuse('change.unknown', { got: id });
    return { removed: id };
  },
});
