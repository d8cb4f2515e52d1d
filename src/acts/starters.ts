import { z } from 'zod';
import { CLIENT_STATUSES, refuse } from '#facts';
import { expandShortForm } from '#model';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import { journeysOf } from './journeyDocument.ts';
import { allModels } from './modelDocument.ts';
import { idInput } from './models.ts';
import type { KnownValueView, ModelSavedView, StartersView } from './modelViews.ts';
import { saveVersion } from './saveModel.ts';

export const startersList = defineAct({
  name: 'startersList',
  summary: 'Starter models that a body may take and adapt, and the two ways of rolling out.',
  input: z.object({}),
  storeless: true,
  run: async ({ ports }): Promise<StartersView> => {
    const { models, metrics } = await ports.catalogue.load();
    const named = (metric: string) => ({ metric, name: metrics.get(metric)?.name ?? { ru: metric, en: metric } });
    return {
      starters: models.map(({ model, name, goal, clients, body, watch, positions }) => ({
        id: model,
        name: name ?? { ru: model, en: model },
        goal: goal ?? { ru: '', en: '' },
        clients,
        body: body.map(named),
        watch: watch.map(named),
        positions: positions.map((position) => ({
          name: position.name,
          level: position.scope,
          metrics: position.set.map((metric) => ({ ...named(metric), shared: position.shared.includes(metric) })),
        })),
      })),
      rollouts: [
        { kind: 'lifeSituation', recommended: true, why: bilingual('modelRollout.lifeSituation') },
        { kind: 'wholeBody', recommended: false, why: bilingual('modelRollout.wholeBody') },
      ],
    };
  },
});

export const knownValues = defineAct({
  name: 'knownValues',
  summary:
    'Values of the Declaration and requirements of the three standards, by short names; the wording is the body’s.',
  input: z.object({}),
  storeless: true,
  run: async ({ ports }): Promise<readonly KnownValueView[]> =>
    (await ports.catalogue.load()).values.map(({ of, ...value }) => ({
      ...value,
      of,
      source: bilingual(`modelValueSource.${of}`),
    })),
});

export const applyStarter = defineAct({
  name: 'applyStarter',
  summary: 'Makes a draft from a starter model, adapted to a body, a journey, services and clients.',
  input: z.object({
    starter: z.string().min(1),
    id: idInput.optional(),
    name: z.string().trim().min(1).optional(),
    body: z.string().trim().min(1).nullable().default(null),
    journey: z.string().trim().min(1).nullable().default(null),
    services: z.array(z.string().trim().min(1)).optional(),
    clients: z.array(z.enum(CLIENT_STATUSES)).min(1).optional(),
  }),
  changes: true,
  run: async (
    context,
    { starter: asked, id: wished, name, body, journey: about, services, clients },
  ): Promise<ModelSavedView> => {
    const { book, catalogue } = context.ports;
    const { models, metrics } = await catalogue.load();
    const starter =
      models.find(({ model }) => model === asked) ?? refuse('model.starterUnknown', { field: 'starter', got: asked });
    const journey = about === null ? undefined : (await journeysOf(context.ports.book)).get(about);
    if (about !== null && !journey) refuse('document.unknown', { field: 'journey', got: about });
    const taken = new Set((await allModels(book)).map(({ model }) => model.id));
    if (wished !== undefined && taken.has(wished)) refuse('model.idTaken', { field: 'id', got: wished });
    const id = wished ?? freeId(starter.model, taken);
    const { model } = expandShortForm(starter, metrics, context.lang, {
      id,
      ...(name === undefined ? {} : { name }),
      body: body ?? journey?.owner.body ?? null,
      journey: about,
      services: services ?? journey?.services ?? [],
      // A journey knows its clients; the starter says whom its metrics were chosen for.
      clients: clients ?? (journey?.clientStatuses.length ? journey.clientStatuses : starter.clients),
    });
    const version = (await book.document('model', id))?.version ?? 0;
    return saveVersion(context, model, version);
  },
});

function freeId(id: string, taken: ReadonlySet<string>): string {
  let free = id;
  for (let no = 2; taken.has(free); no += 1) free = `${id}-${no}`;
  return free;
}
