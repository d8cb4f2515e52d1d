import { z } from 'zod';
import { forceOn, revisionDue, revisionItems } from '#model';
import { localDate, monthsBetween } from '#time';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import { journeysOf } from './journeyDocument.ts';
import { readModelDocument } from './modelDocument.ts';
import type { RevisionView } from './pilotViews.ts';
import { nameAt, trialsOf } from './trialFacts.ts';

export const revision = defineAct({
  name: 'revision',
  summary: 'What of a model to look at again, with the evidence, and when the next regular revision is due.',
  input: z.object({ model: z.string().min(1) }),
  cancels: true,
  run: async (context, { model: of }): Promise<RevisionView> => {
    const { book, facts: factPort, catalogue: cataloguePort } = context.ports;
    const { model } = await readModelDocument(book, of);
    const facts = await factPort.context();
    const catalogue = await cataloguePort.load();
    const journeys = await journeysOf(book);
    const trials = await trialsOf(context, facts, catalogue, model, { journeys });
    const today = localDate(context.now(), facts.zone);
    const binds = forceOn(model, today) === 'inForce';
    const since = binds ? model.inForceFrom : null;
    const names = new Map(trials.map(({ metric, facts: { indicator } }) => [indicator.id, nameAt(indicator, metric)]));
    const nameOf = (indicator: string) => names.get(indicator) ?? { ru: indicator, en: indicator };
    const items = revisionItems(
      model,
      trials.map((trial) => trial.facts),
      { monthsInForce: since === null ? null : monthsBetween(since, today) },
    ).map(({ indicator, code, with: params }) => {
      const partner = typeof params.partner === 'string' ? nameOf(params.partner) : { ru: '', en: '' };
      const words = {
        ru: bilingual(`revision.${code}`, { ...params, partner: partner.ru }).ru,
        en: bilingual(`revision.${code}`, { ...params, partner: partner.en }).en,
      };
      return { indicator, name: nameOf(indicator), code, words };
    });
    const due = binds ? revisionDue(model) : null;
    const overdue = due !== null && due < today;
    return {
      model: of,
      due,
      overdue,
      items,
      answer: bilingual('revision.answer', { count: items.length, overdue: overdue ? 'yes' : 'no' }),
    };
  },
});
