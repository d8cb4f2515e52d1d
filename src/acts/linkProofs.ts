import { z } from 'zod';
import { refuse } from '#facts';
import { modelSchema } from '#model';
import { periodsBetween } from '#time';
import { defineAct } from './act.ts';
import { periodInput } from './inputs.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import type { LinkProofsView } from './modelViews.ts';
import { proveLinks } from './proveLinks.ts';

export const linkProofs = defineAct({
  name: 'linkProofs',
  summary: 'Each link of a model proved on the facts of a stretch of time: identity, back-test of budgets, relation.',
  input: z.object({
    id: z.string().min(1).optional(),
    version: z.number().int().min(1).optional(),
    model: modelSchema.optional(),
    from: periodInput,
    to: periodInput,
  }),
  cancels: true,
  run: async (context, { id, version, model: given, from, to }): Promise<LinkProofsView> => {
    const { book, facts: port, catalogue } = context.ports;
    const model =
      given ?? (await readModelDocument(book, id ?? refuse('document.unknown', { field: 'id' }), version)).model;
    const facts = await port.context();
    const months = periodsBetween(from, to, 'month', facts.zone);
    if (months.length === 0) refuse('links.periodReversed', { field: 'from' });
    const known = { facts, catalogue: await catalogue.load(), journeys: await journeysOf(book) };
    return { from, to, proofs: await proveLinks(context, known, model, months) };
  },
});
