import { z } from 'zod';
import { Refused } from '#facts';
import {
  instrumentSchema,
  questionsSchema,
  type Scale,
  type ScaleName,
  type StarterModel,
  starterModelSchema,
  type Vocabulary,
} from './asked.ts';
import { checkMetric, type SpecRefusal } from './checks/index.ts';
import { shapeRefusals } from './checks/shape.ts';
import { metricSchema } from './schema.ts';
import type { MetricSpec } from './spec.ts';

/** One parsed JSON file of the catalogue; `file` is its path below `catalogue/`, with `/`. */
export interface CatalogueEntry {
  readonly file: string;
  readonly json: unknown;
}

export interface Catalogue extends Vocabulary {
  /** By id, in catalogue order; metrics that the order does not name come last, by id. */
  readonly metrics: ReadonlyMap<string, MetricSpec>;
  readonly models: readonly StarterModel[];
  /** What is worth knowing about the metrics and does not stop them. */
  readonly warnings: readonly SpecRefusal[];
}

const stringList = z.array(z.string());

/** Files `metrics/*.json`, `order.json`, `questions.json`, `instruments.json`, `models.json` → the catalogue.
 *  Reading files is the caller's. Throws Refused with every fault of every file. */
export function loadCatalogue(entries: readonly CatalogueEntry[]): Catalogue {
  const faults: SpecRefusal[] = [];
  const one = <T>(file: string, schema: z.ZodType<T>, empty: T): T => {
    const entry = entries.find((candidate) => candidate.file === file);
    if (entry === undefined) return empty;
    const parsed = schema.safeParse(entry.json);
    if (parsed.success) return parsed.data;
    faults.push(...shapeRefusals(parsed.error, entry.json).map((fault) => ({ ...fault, file })));
    return empty;
  };

  const order = one('order.json', stringList, []);
  const asked = one('questions.json', questionsSchema, { scales: {} as never, questions: [] });
  const instruments = one('instruments.json', instrumentSchema.array(), []);
  const models = one('models.json', starterModelSchema.array(), []);
  const questions = new Map(asked.questions.map((question) => [question.id, question]));

  const files = entries.filter(({ file }) => file.startsWith('metrics/'));
  const ids = new Set(files.map(({ file }) => file.slice('metrics/'.length).replace(/\.json$/, '')));
  const vocabulary: Vocabulary = {
    questions,
    scales: new Map(Object.entries(asked.scales) as [ScaleName, Scale][]),
    instruments: new Map(instruments.map((instrument) => [instrument.id, instrument])),
  };
  const warnings: SpecRefusal[] = [];
  const specs: MetricSpec[] = [];
  for (const { file, json } of files) {
    const found = checkMetric(json, { metrics: ids, vocabulary }).map((fault) => ({ ...fault, file }));
    faults.push(...found.filter((fault) => !fault.warning));
    warnings.push(...found.filter((fault) => fault.warning));
    const parsed = metricSchema.safeParse(json);
    if (!parsed.success) continue;
    specs.push(parsed.data);
    if (file !== `metrics/${parsed.data.id}.json`) {
      faults.push({ code: 'metric.fileName', at: 'id', got: parsed.data.id, file, warning: false });
    }
  }
  if (faults.length > 0) throw new Refused(faults.map(({ at, warning: _, ...fault }) => ({ ...fault, field: at })));

  const place = new Map(order.map((id, index) => [id, index]));
  const rank = (id: string) => place.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = specs.toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
  return { metrics: new Map(sorted.map((spec) => [spec.id, spec])), models, warnings, ...vocabulary };
}
