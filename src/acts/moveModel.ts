import { z } from 'zod';
import { refuse } from '#facts';
import { daySchema, endedOn, followedFrom, forceOn, MODEL_STATES, type Model } from '#model';
import { localDate } from '#time';
import { type ActContext, defineAct } from './act.ts';
import { allModels, readModelDocument } from './modelDocument.ts';
import { idInput, MOVES, versionInput } from './models.ts';
import type { ModelSavedView } from './modelViews.ts';
import { prepare, saveVersion } from './saveModel.ts';

export const moveModel = defineAct({
  name: 'moveModel',
  summary:
    'Moves a model on: draft, pilot, in force from a day by an order, superseded. In force it has no hard stops.',
  input: z.object({
    id: idInput,
    version: versionInput,
    to: z.enum(MODEL_STATES),
    /** Of a model that is put in force: its first day, and the order. */
    from: daySchema.optional(),
    order: z.object({ number: z.string().trim().min(1).max(300), date: daySchema }).optional(),
  }),
  changes: true,
  run: async (context, { id, version, to, from, order }): Promise<ModelSavedView> => {
    const { model } = await readModelDocument(context.ports.book, id);
    if (!MOVES[model.state].includes(to)) refuse('model.noSuchMove', { field: 'to', with: { from: model.state, to } });
    const { actor, now, ports } = context;
    const today = localDate(now(), (await ports.book.settings()).zone);
    if (to === 'superseded') return supersede(context, model, version, today);
    if (to !== 'inForce') return saveVersion(context, { ...model, state: to }, version);
    if (from === undefined || order === undefined) return refuse('model.orderMissing', { field: 'order' });
    const moved: Model = { ...model, state: to, inForceFrom: from, inForceTo: null, order };
    // Looked at before: within a transaction nothing else may ask the book.
    const save = await prepare(context, moved, version, { sound: true });
    return ports.book.transaction(async (book) => {
      // What was in force over the same ground is superseded in the same step, or nothing happens.
      for (const { saved, model: former } of await allModels(book)) {
        if (former.id === id || former.state !== 'inForce') continue;
        if (former.body !== model.body || former.journey !== model.journey) continue;
        const ended = followedFrom(former, from, today);
        if (!ended) continue;
        const content: Model = { ...former, ...ended };
        await book.saveDocument({ ...saved, content, actor, at: now() });
      }
      return save(book);
    });
  },
});

/** Taken out of force by a person. Where its day had not come, the former one binds on as if
 *  it had never been ordered: until the day of the one after, if there is such. */
async function supersede(context: ActContext, model: Model, version: number, today: string): Promise<ModelSavedView> {
  const waits = forceOn(model, today) === 'waits';
  const ended: Model = { ...model, state: 'superseded', inForceTo: endedOn(model, today) };
  const save = await prepare(context, ended, version, { sound: false });
  return context.ports.book.transaction(async (book) => {
    for (const { saved, model: former } of waits ? await allModels(book) : []) {
      if (former.id === model.id || former.inForceTo !== model.inForceFrom || former.state !== 'inForce') continue;
      if (former.body !== model.body || former.journey !== model.journey) continue;
      const content: Model = { ...former, inForceTo: model.inForceTo };
      await book.saveDocument({ ...saved, content, actor: context.actor, at: context.now() });
    }
    return save(book);
  });
}

export const newDraftOf = defineAct({
  name: 'newDraftOf',
  summary: 'Begins the next model from one that is in force or superseded: a draft that follows it.',
  input: z.object({ id: idInput, as: idInput.optional() }),
  changes: true,
  run: async (context, { id, as }): Promise<ModelSavedView> => {
    const { book } = context.ports;
    const { model } = await readModelDocument(book, id);
    const taken = new Set((await allModels(book)).map((one) => one.model.id));
    if (as !== undefined && taken.has(as)) refuse('model.idTaken', { field: 'as', got: as });
    const next = as ?? nextId(id, taken);
    const version = (await book.document('model', next))?.version ?? 0;
    const draft: Model = {
      ...model,
      id: next,
      state: 'draft',
      inForceFrom: null,
      inForceTo: null,
      order: null,
      follows: id,
    };
    return saveVersion(context, draft, version);
  },
});

/** `benefit` → `benefit-2` → `benefit-3`. */
function nextId(id: string, taken: ReadonlySet<string>): string {
  const stem = id.replace(/-\d+$/, '');
  for (let no = 2; ; no += 1) if (!taken.has(`${stem}-${no}`)) return `${stem}-${no}`;
}
