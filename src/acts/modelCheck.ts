import { z } from 'zod';
import { checkModel, knowingOnly, readModels } from '#model';
import { defineAct } from './act.ts';
import { readModelDocument } from './modelDocument.ts';
import { checkFile, findingsView } from './modelFindings.ts';
import { knowledgeFor } from './modelKnowledge.ts';
import type { ModelCheckView } from './modelViews.ts';

export const modelCheck = defineAct({
  name: 'modelCheck',
  summary: 'Checks a model that was exported, the short form of one, or a list of either, away from any facts.',
  input: z.object({ model: z.unknown() }),
  storeless: true,
  run: async ({ ports, lang }, { model }): Promise<ModelCheckView> =>
    checkFile(model, knowingOnly((await ports.catalogue.load()).metrics), lang),
});

export const modelCheckOnFacts = defineAct({
  name: 'modelCheckOnFacts',
  summary:
    'Checks a model, a saved one or one that is handed over, with organisation, journeys and the facts of its places.',
  input: z.object({
    id: z.string().min(1).optional(),
    version: z.number().int().min(1).optional(),
    model: z.unknown().optional(),
    /** Also measures each indicator at its place: coverage, n, how far chance alone moves it. */
    measured: z.boolean().default(true),
  }),
  cancels: true,
  run: async (context, { id, version, model: given, measured }): Promise<ModelCheckView> => {
    if (id !== undefined) {
      const { model } = await readModelDocument(context.ports.book, id, version);
      const knowledge = await knowledgeFor(context, [model], { measured });
      return findingsView(checkModel(model, knowledge), model, knowledge.metrics);
    }
    const { metrics } = await context.ports.catalogue.load();
    const models = readModels(given, metrics, context.lang).flatMap(({ model }) => (model ? [model] : []));
    return checkFile(given, await knowledgeFor(context, models, { measured }), context.lang);
  },
});
