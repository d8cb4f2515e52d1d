import { z } from 'zod';
import { forceOn, type Model, revisionDue, revisionItems } from '#model';
import { localDate, monthsBetween } from '#time';
import { bilingual } from '#words';
import { defineAct } from './act.ts';
import type { BookPort } from './bookPort.ts';
import { threadsOf } from './discussion.ts';
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
      {
        monthsInForce: since === null ? null : monthsBetween(since, today),
        answered: await answeredSince(book, model, since ?? '', facts.zone),
      },
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
      answer: bilingual('revision.answer', {
        count: new Set(items.map(({ indicator }) => indicator)).size,
        all: model.indicators.length,
        overdue: overdue ? 'yes' : 'no',
      }),
    };
  },
});

/** Indicators of which people said something from that day on, or for whose sake they recorded a change. */
async function answeredSince(book: BookPort, model: Model, day: string, zone: string): Promise<ReadonlySet<string>> {
  const later = ({ at }: { readonly at: number }) => localDate(at, zone) >= day;
  const said = (await threadsOf(book, model.id)).filter(({ remarks }) => remarks.some(later)).map(({ about }) => about);
  const changed = new Set((await book.changes()).filter(later).map(({ metric }) => metric));
  const moved = model.indicators.filter(({ metric }) => changed.has(metric)).map(({ id }) => id);
  return new Set([...said, ...moved]);
}
