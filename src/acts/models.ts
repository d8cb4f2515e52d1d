import { z } from 'zod';
import { checkModel, forceOn, MODEL_STATES, type ModelState, modelSchema, revisionDue } from '#model';
import { formatUtc, localDate } from '#time';
import { defineAct } from './act.ts';
import { allModels, readModelDocument, summaryOf } from './modelDocument.ts';
import { findingsView } from './modelFindings.ts';
import { knowledgeFor } from './modelKnowledge.ts';
import { resolve } from './modelResolve.ts';
import type { ModelDue, ModelShowView, ModelsView, ModelVersionsView } from './modelViews.ts';
import { closedPeriods, openPeriods } from './openPeriods.ts';

export const idInput = z.string().trim().min(1);
export const versionInput = z.number().int().min(0);
const oldVersionInput = z.number().int().min(1).optional();

/** Where a model may go from where it is (design § 6, Lifecycle). */
export const MOVES: Readonly<Record<ModelState, readonly ModelState[]>> = {
  draft: ['pilot'],
  pilot: ['inForce', 'draft'],
  inForce: ['superseded'],
  superseded: [],
};

export const isEditable = (state: ModelState): boolean => state === 'draft' || state === 'pilot';

/** A page shows so many findings of one rule; the rest are counted. */
export const SHOWN_PER_RULE = 100;

export const models = defineAct({
  name: 'models',
  summary: 'All models of the installation: drafts, pilots, those in force and those that were superseded.',
  input: z.object({}),
  run: async ({ ports, now }): Promise<ModelsView> => {
    const facts = await ports.facts.context();
    const today = localDate(now(), facts.zone);
    const all = await allModels(ports.book);
    const found = all.map((one) => summaryOf(one, today));
    const closed = await closedPeriods(ports.book);
    const due = all
      .filter(({ model }) => forceOn(model, today) === 'inForce')
      .map(({ model }): [string, ModelDue] => {
        const revision = revisionDue(model)!;
        const periods = openPeriods(model, facts, closed.get(model.id) ?? new Set()).length;
        return [model.id, { revision, overdue: revision < today, periods }];
      });
    const rank = (state: ModelState) => (state === 'inForce' ? -1 : MODEL_STATES.indexOf(state));
    return {
      models: found.toSorted((a, b) => rank(a.state) - rank(b.state) || a.name.localeCompare(b.name, 'ru')),
      due: Object.fromEntries(due),
    };
  },
});

export const modelShow = defineAct({
  name: 'modelShow',
  summary: 'One model: its indicators with what their metrics say, the chain up to the goals, who holds how many.',
  input: z.object({ id: idInput, version: oldVersionInput }),
  run: async (context, { id, version }): Promise<ModelShowView> => {
    const found = await readModelDocument(context.ports.book, id, version);
    const { model, saved } = found;
    const knowledge = await knowledgeFor(context, [model], { measured: false });
    const newest = version === undefined || (await context.ports.book.document('model', id))?.version === saved.version;
    return {
      ...summaryOf(found, knowledge.today!),
      model,
      ...resolve(model, await context.ports.catalogue.load()),
      checks: findingsView(checkModel(model, knowledge), model, knowledge.metrics, { most: SHOWN_PER_RULE }),
      editable: newest && isEditable(model.state),
      moves: newest ? MOVES[model.state] : [],
    };
  },
});

export const modelVersions = defineAct({
  name: 'modelVersions',
  summary: 'Every saved version of a model, newest first.',
  input: z.object({ id: idInput }),
  run: async ({ ports }, { id }): Promise<ModelVersionsView> => ({
    id,
    versions: (await ports.book.documentHistory('model', id)).map(({ version, at, actor, content, stands }) => {
      const { name, state } = modelSchema.parse(content);
      return { version, savedAt: formatUtc(at), actor, name, state, stands };
    }),
  }),
});
