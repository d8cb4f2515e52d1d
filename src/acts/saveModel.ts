import { z } from 'zod';
import { Refused, refuse } from '#facts';
import { checkModel, type Finding, type Model, modelSchema, REFUSED_AT_SAVING, readModels, withNames } from '#model';
import { type ActContext, defineAct } from './act.ts';
import type { BookPort } from './bookPort.ts';
import { readModelDocument } from './modelDocument.ts';
import { findingsView } from './modelFindings.ts';
import { knowledgeFor } from './modelKnowledge.ts';
import { idInput, isEditable, SHOWN_PER_RULE, versionInput } from './models.ts';
import type { ModelSavedView } from './modelViews.ts';
import { misfits } from './shape.ts';

export const saveModel = defineAct({
  name: 'saveModel',
  summary: 'Saves a draft or a pilot over the version that the person saw (0: a new one) and answers what checks find.',
  input: z.object({
    /** Looked at by the act, so that what does not fit is refused with its place. */
    model: z.unknown().meta({ ...z.toJSONSchema(modelSchema, { io: 'input' }) }),
    version: versionInput.default(0),
  }),
  changes: true,
  run: async (context, { model: given, version }): Promise<ModelSavedView> => {
    const parsed = modelSchema.safeParse(given);
    if (!parsed.success) throw new Refused(misfits('model.shape', parsed.error, given));
    const model = parsed.data;
    const before = await context.ports.book.document('model', model.id);
    const state = before?.stands ? modelSchema.parse(before.content).state : 'draft';
    if (!isEditable(state)) refuse('model.notEditable', { got: model.name, field: 'state' });
    if (model.state !== state) refuse('model.stateByMove', { got: model.state, field: 'state' });
    return saveVersion(context, model, version);
  },
});

export const removeModel = defineAct({
  name: 'removeModel',
  summary: 'Takes a draft or a pilot away; its versions stay, and undoing brings it back.',
  input: z.object({ id: idInput, version: versionInput }),
  changes: true,
  run: async ({ ports, actor, now }, { id, version }): Promise<{ readonly removed: string }> => {
    const { model } = await readModelDocument(ports.book, id);
    if (!isEditable(model.state)) refuse('model.notEditable', { got: model.name, field: 'state' });
    await ports.book.saveDocument({ kind: 'model', id, version, content: model, stands: false, actor, at: now() });
    return { removed: id };
  },
});

export const undoModel = defineAct({
  name: 'undoModel',
  summary: 'Saves an older version of a model once more: the one before the newest, or the one that is named.',
  input: z.object({
    id: idInput,
    /** The newest version that the person saw. */
    version: z.number().int().min(1),
    to: z.number().int().min(1).optional(),
  }),
  changes: true,
  run: async (context, { id, version, to }): Promise<ModelSavedView> => {
    const { book } = context.ports;
    const newest = await book.document('model', id);
    if (newest?.stands) {
      const { state, name } = modelSchema.parse(newest.content);
      if (!isEditable(state)) refuse('model.notEditable', { got: name, field: 'state' });
    }
    const wanted = to ?? version - 1;
    if (wanted < 1) refuse('model.nothingToUndo', { got: id, field: 'version' });
    const { model } = await readModelDocument(book, id, wanted);
    return saveVersion(context, model, version);
  },
});

export const importModel = defineAct({
  name: 'importModel',
  summary: 'Takes a model from another body as it was exported, unchanged; or the short form of one.',
  input: z.object({
    model: z.unknown(),
    /** Of the model that is written over; 0: there is none of that id. */
    version: versionInput.default(0),
  }),
  changes: true,
  run: async (context, { model: given, version }): Promise<ModelSavedView> => {
    const { metrics } = await context.ports.catalogue.load();
    const [read, ...more] = readModels(given, metrics, context.lang);
    if (!read || more.length > 0) return refuse('model.notModel', { with: { found: read ? 'several' : 'list' } });
    if (read.fault !== null && read.fault !== 'notModel')
      throw new Refused(misfits('model.shape', read.fault, read.raw));
    if (!read.model) return refuse('model.notModel', { with: { found: 'other' } });
    const { model } = read;
    const before = await context.ports.book.document('model', model.id);
    if (before?.stands && !isEditable(modelSchema.parse(before.content).state))
      refuse('model.notEditable', { got: model.name, field: 'state' });
    // A model that binds elsewhere comes with its order; it does not come with what would have kept it from binding.
    const bindsAtOnce = !isEditable(model.state);
    return saveVersion(context, model, version, { sound: bindsAtOnce });
  },
});

export const exportModel = defineAct({
  name: 'exportModel',
  summary: 'A model as JSON that any installation imports back unchanged.',
  input: z.object({ id: idInput, version: z.number().int().min(1).optional() }),
  run: async ({ ports }, { id, version }): Promise<Model> => (await readModelDocument(ports.book, id, version)).model,
});

/** Saves a model and answers what checks find. */
export const saveVersion = async (
  context: ActContext,
  model: Model,
  version: number,
  more: { readonly sound?: boolean } = {},
): Promise<ModelSavedView> => (await prepare(context, model, version, more))(context.ports.book);

/** Checks what stops even a draft (`sound`: every hard stop), and answers what saves the model into a book. */
export async function prepare(
  context: ActContext,
  model: Model,
  version: number,
  { sound = false }: { readonly sound?: boolean },
): Promise<(book: BookPort) => Promise<ModelSavedView>> {
  const { actor, now, lang } = context;
  const knowledge = await knowledgeFor(context, [model], { measured: false });
  const findings = checkModel(model, knowledge);
  const stops = findings.filter(({ rule, severity }) => (sound ? severity === 'error' : REFUSED_AT_SAVING.has(rule)));
  if (stops.length > 0) throw new Refused(stops.map((stop) => refusalOf(stop, lang, model, knowledge.metrics)));
  return async (book) => {
    const document = { kind: 'model', id: model.id, version, content: model, stands: true, actor, at: now() } as const;
    const saved = await book.saveDocument(document);
    const checks = findingsView(findings, model, knowledge.metrics, { most: SHOWN_PER_RULE });
    return { id: model.id, version: saved.version, checks };
  };
}

/** A finding as a refusal: the same words. */
function refusalOf(
  { rule, place, with: params }: Finding,
  lang: 'ru' | 'en',
  model: Model,
  metrics: ReadonlyMap<string, { readonly name: { readonly ru: string; readonly en: string } }>,
) {
  const metric = new Map(model.indicators.map((one) => [one.id, one.metric]));
  const named = (text: string) => withNames(text, (id) => metrics.get(metric.get(id) ?? '')?.name[lang] ?? id);
  const told = Object.entries(params).flatMap(([key, value]): [string, string | number][] =>
    value === null ? [] : [[key, typeof value === 'string' ? named(value) : value]],
  );
  return { code: `modelCheck.${rule}`, field: place, with: Object.fromEntries(told) };
}
