import { z } from 'zod';
import { type Catalogue, metricSchema, normalise, recordHash, specHash } from '#catalogue';
import { Refused, refuse } from '#facts';
import type { Figure } from '#measure';
import { formatUtc } from '#time';
import { type ActContext, defineAct } from './act.ts';
import type { BookPort } from './bookPort.ts';
import { newestMonths } from './cards.ts';
import { type CheckView, checkView, type MetricDetail, metricWords } from './catalogue.ts';
import { figuresOf, specOf } from './figures.ts';
import { allModels } from './modelDocument.ts';
import type { Bilingual } from './views.ts';

// Metrics that a body writes for itself, from a form: looked at while they are written, then saved or taken away.
// The file is what counts; the book keeps who wrote what and when.

const MONTHS = 12;
/** Hash of the whole record as it was seen; null: none was there. */
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
    const newest = newestMonths(facts, MONTHS);
    const told = metricWords(parsed, catalogue);
    if (!newest) return { ...checked, told, figures: null };
    const metric = normalise(parsed);
    const figures = await figuresOf(context, facts, { metric, ...newest, by: 'month', scope: {} });
    return { ...checked, told, figures };
  },
});

/** Who counts by a metric, and who wrote it. */
export interface MetricUse {
  readonly models: readonly { readonly id: string; readonly name: string; readonly indicators: number }[];
  /** Metrics that name it as what shows that they were gamed. */
  readonly counterOf: readonly { readonly id: string; readonly name: Bilingual }[];
  /** Savings of the body's own, newest first; `stands` false: taken away. Files laid down by hand are not here. */
  readonly savings: readonly {
    readonly version: number;
    readonly actor: string;
    readonly savedAt: string;
    readonly stands: boolean;
  }[];
}

export const metricUse = defineAct({
  name: 'metricUse',
  summary: "Who counts by a metric: models and other metrics; and who saved it, where it is the body's own.",
  input: z.object({ metric: z.string().min(1) }),
  run: async ({ ports }, { metric: id }): Promise<MetricUse> => {
    const catalogue = await ports.catalogue.load();
    specOf(catalogue, id);
    const savings = await ports.book.documentHistory('metric', id);
    return {
      ...(await usersOf(id, catalogue, ports.book)),
      savings: savings.map(({ version, actor, at, stands }) => ({ version, actor, savedAt: formatUtc(at), stands })),
    };
  },
});

export interface MetricSaved {
  readonly id: string;
  /** Hash of the spec, as figures carry it. */
  readonly spec: string;
  /** Hash of the whole record: what the next saving says that it saw. */
  readonly record: string;
}

export const saveMetric = defineAct({
  name: 'saveMetric',
  summary: "Saves a metric of the body's own; in place of the product's of that name only where that is said.",
  input: z.object({ spec: z.record(z.string(), z.unknown()), seen: seenInput, inPlace: z.boolean().default(false) }),
  changes: true,
  run: async (context, { spec, seen, inPlace }): Promise<MetricSaved> =>
    context.ports.book.transaction(async (book) => {
      const catalogue = await context.ports.catalogue.load();
      const { refusals } = checkView(spec, catalogue);
      if (refusals.length > 0)
        throw new Refused(
          refusals.map(({ code, field, got, with: more }) => ({ code, field: `spec.${field}`, got, with: more })),
        );
      const parsed = metricSchema.parse(spec);
      const { id } = parsed;
      if (catalogue.metrics.has(id) && !catalogue.own.has(id) && !inPlace)
        refuse('metric.taken', { field: 'spec.id', got: id });
      const file = `catalogue/metrics/${id}.json`;
      if (catalogue.faults.some((fault) => fault.file === file) && !inPlace)
        refuse('metric.fileFaulty', { field: 'spec.id', got: id, file });
      expectSeen(catalogue, id, seen);
      await note(context, book, id, parsed);
      await context.ports.catalogue.save(parsed);
      return { id, spec: specHash(parsed), record: recordHash(parsed) };
    }),
});

export const removeMetric = defineAct({
  name: 'removeMetric',
  summary: "Takes a metric of the body's own away; refused while a model or another metric of its own counts by it.",
  input: z.object({ metric: z.string().min(1), seen: seenInput }),
  changes: true,
  run: async (context, { metric: id, seen }): Promise<{ readonly id: string }> =>
    context.ports.book.transaction(async (book) => {
      const catalogue = await context.ports.catalogue.load();
      if (!catalogue.own.has(id)) refuse('metric.notOwn', { field: 'metric', got: id });
      expectSeen(catalogue, id, seen);
      // Where the product has one of that name, it stands again and nobody loses what they count by.
      if (!catalogue.replacing.has(id)) await expectUnused(id, catalogue, book);
      await note(context, book, id, null);
      await context.ports.catalogue.remove(id);
      return { id };
    }),
});

async function expectUnused(id: string, catalogue: Catalogue, book: BookPort): Promise<void> {
  const { models, counterOf } = await usersOf(id, catalogue, book);
  const quoted = (names: readonly string[]) => ({ count: names.length, names: names.map((n) => `«${n}»`).join(', ') });
  if (models.length > 0)
    refuse('metric.inUse', { field: 'metric', got: id, with: quoted(models.map(({ name }) => name)) });
  if (counterOf.length > 0)
    refuse('metric.isCounter', { field: 'metric', got: id, with: quoted(counterOf.map(({ name }) => name.ru)) });
}

async function usersOf(
  id: string,
  { metrics }: Catalogue,
  book: BookPort,
): Promise<Pick<MetricUse, 'models' | 'counterOf'>> {
  const models = (await allModels(book)).map(({ model }) => ({
    id: model.id,
    name: model.name,
    indicators: model.indicators.filter(({ metric }) => metric === id).length,
  }));
  const counterOf = [...metrics.values()].filter((other) => other.id !== id && other.counter.includes(id));
  return {
    models: models.filter(({ indicators }) => indicators > 0),
    counterOf: counterOf.map((other) => ({ id: other.id, name: other.name })),
  };
}

/** The book first, inside its transaction: a file that cannot be written leaves no line, and no file stays anonymous.
 *  `content` null: taken away. */
async function note({ actor, now }: ActContext, book: BookPort, id: string, content: unknown): Promise<void> {
  const version = (await book.document('metric', id))?.version ?? 0;
  await book.saveDocument({ kind: 'metric', id, version, content, stands: content !== null, actor, at: now() });
}

/** Two who write one metric: the second is told. */
function expectSeen({ metrics, own }: Catalogue, id: string, seen: string | null): void {
  const standing = own.has(id) ? metrics.get(id) : undefined;
  const is = standing ? recordHash(standing) : null;
  if (is !== seen) refuse('metric.changedMeanwhile', { field: 'spec.id', got: id });
}
