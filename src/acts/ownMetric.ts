import { z } from 'zod';
import { type Catalogue, type MetricSpec, metricSchema, normalise, specHash } from '#catalogue';
import { Refused, refuse } from '#facts';
import type { Figure } from '#measure';
import { defineAct } from './act.ts';
import { stretchOf } from './cards.ts';
import { type CheckView, checkView, type MetricDetail, metricWords } from './catalogue.ts';
import { figuresOf } from './figures.ts';
import { allModels } from './modelDocument.ts';

// Metrics that a body writes for itself, from a form: looked at while they are written, then saved or taken away.

const MONTHS = 12;
/** Hash of the spec as it was seen; null: none was there. */
const seenInput = z.string().nullable().default(null);

/** A metric as it is being written: what is wrong with it, or what it is and what it shows. */
export interface MetricPreview extends CheckView {
  /** Null while something is wrong. */
  readonly told: Pick<MetricDetail, 'definition' | 'formula' | 'leaves'> | null;
  /** Of the newest whole months; null while something is wrong or there are no facts. */
  readonly figures: readonly Figure[] | null;
}

export const metricPreview = defineAct({
  name: 'metricPreview',
  summary: 'A metric that is being written: its faults with place and remedy, or its wording and what the facts say.',
  input: z.object({ spec: z.unknown() }),
  cancels: true,
  run: async (context, { spec }): Promise<MetricPreview> => {
    const { ports } = context;
    const catalogue = await ports.catalogue.load();
    const checked = checkView(spec, catalogue);
    if (!checked.ok) return { ...checked, told: null, figures: null };
    const parsed = metricSchema.parse(spec);
    const facts = await ports.facts.context();
    const stretch = stretchOf(facts, 'month', undefined);
    const told = metricWords(parsed, catalogue);
    if (!stretch) return { ...checked, told, figures: null };
    const newest = stretch.periods.indexOf(stretch.period);
    const from = stretch.periods[Math.max(0, newest - MONTHS + 1)]!;
    const metric = normalise(parsed);
    const figures = await figuresOf(context, facts, { metric, from, to: stretch.period, by: 'month', scope: {} });
    return { ...checked, told, figures };
  },
});

export interface MetricSaved {
  readonly id: string;
  /** Hash of the spec: what the next saving says that it saw. */
  readonly spec: string;
}

export const saveMetric = defineAct({
  name: 'saveMetric',
  summary: "Saves a metric of the body's own; in place of the product's of that name only where that is said.",
  input: z.object({ spec: z.record(z.string(), z.unknown()), seen: seenInput, inPlace: z.boolean().default(false) }),
  changes: true,
  run: async ({ ports }, { spec, seen, inPlace }): Promise<MetricSaved> => {
    const catalogue = await ports.catalogue.load();
    const { refusals } = checkView(spec, catalogue);
    if (refusals.length > 0)
      throw new Refused(
        refusals.map(({ code, field, got, with: more }) => ({ code, field: `spec.${field}`, got, with: more })),
      );
    const parsed = metricSchema.parse(spec);
    const known = catalogue.metrics.get(parsed.id);
    if (known && !catalogue.own.has(parsed.id) && !inPlace)
      refuse('metric.taken', { field: 'spec.id', got: parsed.id });
    expectSeen(catalogue, parsed.id, seen);
    await ports.catalogue.save(parsed);
    return { id: parsed.id, spec: specHash(parsed) };
  },
});

export const removeMetric = defineAct({
  name: 'removeMetric',
  summary: "Takes a metric of the body's own away; refused while a model counts by it.",
  input: z.object({ metric: z.string().min(1), seen: seenInput }),
  changes: true,
  run: async ({ ports }, { metric: id, seen }): Promise<{ readonly id: string }> => {
    const catalogue = await ports.catalogue.load();
    if (!catalogue.own.has(id)) refuse('metric.notOwn', { field: 'metric', got: id });
    expectSeen(catalogue, id, seen);
    const users = (await allModels(ports.book)).filter(({ model }) =>
      model.indicators.some(({ metric }) => metric === id),
    );
    if (users.length > 0)
      refuse('metric.inUse', {
        field: 'metric',
        got: id,
        with: { count: users.length, models: users.map(({ model }) => `«${model.name}»`).join(', ') },
      });
    await ports.catalogue.remove(id);
    return { id };
  },
});

/** Two who write one metric: the second is told. */
function expectSeen({ metrics, own }: Catalogue, id: string, seen: string | null): void {
  const standing: MetricSpec | undefined = own.has(id) ? metrics.get(id) : undefined;
  const is = standing ? specHash(standing) : null;
  if (is !== seen) refuse('metric.changedMeanwhile', { field: 'spec.id', got: id });
}
