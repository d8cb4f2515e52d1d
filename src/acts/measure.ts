import { refuse } from '#facts';
import { type Figure, hasCohort } from '#measure';
import { periodsBetween } from '#time';
import { defineAct } from './act.ts';
import { expectField, figuresOf, metricOf } from './figures.ts';
import { measureInput } from './inputs.ts';

export const measure = defineAct({
  name: 'measure',
  summary: 'Figures of metrics over periods, scopes and splits, each with what it stands on.',
  input: measureInput,
  cancels: true,
  run: async (context, { metrics, from, to, by, scope, split, cohort }): Promise<readonly Figure[]> => {
    const facts = await context.ports.facts.context();
    const chosen = metrics === 'all' ? [...(await context.ports.catalogue.load()).metrics.keys()] : metrics;
    for (const [no, field] of split.entries()) expectField(field, `split.${no}`);
    if (periodsBetween(from, to, by, facts.zone).length === 0)
      refuse('links.periodReversed', { field: 'to', got: to, with: { from } });
    const figures: Figure[] = [];
    const splits = split.length ? split : [null];
    let done = 0;
    for (const given of chosen) {
      const metric = await metricOf(context, given);
      // Of the whole catalogue those that have one; a metric asked for by name says that it has none.
      if (cohort && metrics === 'all' && !hasCohort(metric)) continue;
      for (const field of splits) {
        context.signal.throwIfAborted();
        const request = { metric, from, to, by, scope, split: field, cohort };
        figures.push(...(await figuresOf(context, facts, request)));
      }
      done += 1;
      context.progress({ stage: 'measure', done, total: chosen.length, unit: 'figures' });
    }
    return figures;
  },
});
