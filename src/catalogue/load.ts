import { z } from 'zod';
import { type Refusal, Refused } from '#facts';
import {
  instrumentSchema,
  type KnownValue,
  knownValueSchema,
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
  /** Of the body and not of the product: where it is faulty it is left out and told, and the rest works. */
  readonly own?: true;
  /** An own one that stands where the product has one of that name. */
  readonly replaces?: boolean;
  /** Why the file could not be read as JSON. */
  readonly unread?: Refusal;
}

export interface Catalogue extends Vocabulary {
  /** By id, in catalogue order; metrics that the order does not name come last, by id. */
  readonly metrics: ReadonlyMap<string, MetricSpec>;
  /** Ids of those that are the body's own. */
  readonly own: ReadonlySet<string>;
  /** Own ones in place of the product's: once taken away, the product's stands again. */
  readonly replacing: ReadonlySet<string>;
  readonly models: readonly StarterModel[];
  /** Values of the Declaration and requirements of the standards, by their short names. */
  readonly values: readonly KnownValue[];
  /** What is worth knowing about the metrics and does not stop them. */
  readonly warnings: readonly SpecRefusal[];
  /** What is wrong in the body's own files; `file` is the path below the data directory. A metric whose file is faulty is
   *  not here at all, not even as the product has it: the body meant another. */
  readonly faults: readonly Refusal[];
}

const stringList = z.array(z.string());

/** Files `metrics/*.json`, `order.json`, `questions.json`, `instruments.json`, `models.json`,
 *  `values.json` → the catalogue.
 *  Reading files is the caller's. Throws Refused with every fault of every file of the product. */
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
  const values = one('values.json', knownValueSchema.array(), []);
  const questions = new Map(asked.questions.map((question) => [question.id, question]));

  const files = entries.filter(({ file }) => file.startsWith('metrics/'));
  const ids = new Set(files.map(({ file }) => idOf(file)));
  const vocabulary: Vocabulary = {
    questions,
    scales: new Map(Object.entries(asked.scales) as [ScaleName, Scale][]),
    instruments: new Map(instruments.map((instrument) => [instrument.id, instrument])),
  };
  const warnings: SpecRefusal[] = [];
  const ownFaults: Refusal[] = [];
  const specs: MetricSpec[] = [];
  for (const { file, json, own, unread } of files) {
    if (unread) {
      ownFaults.push({ ...unread, file: `catalogue/${file}` });
      continue;
    }
    const found = checkMetric(json, { metrics: ids, vocabulary }).map((fault) => ({ ...fault, file }));
    const parsed = metricSchema.safeParse(json);
    const wrong = found.filter((fault) => !fault.warning);
    if (parsed.success && file !== `metrics/${parsed.data.id}.json`)
      wrong.push({ code: 'metric.fileName', at: 'id', got: parsed.data.id, file, warning: false });
    if (own) ownFaults.push(...wrong.map(asRefusal).map((fault) => ({ ...fault, file: `catalogue/${file}` })));
    else faults.push(...wrong);
    if (own && wrong.length > 0) continue;
    warnings.push(...found.filter((fault) => fault.warning));
    if (parsed.success) specs.push(parsed.data);
  }
  if (faults.length > 0) throw new Refused(faults.map(asRefusal));

  const place = new Map(order.map((id, index) => [id, index]));
  const rank = (id: string) => place.get(id) ?? Number.POSITIVE_INFINITY;
  const sorted = specs.toSorted((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
  const metrics = new Map(sorted.map((spec) => [spec.id, spec]));
  const standing = (those: (entry: CatalogueEntry) => boolean | undefined) =>
    new Set(files.filter(those).flatMap(({ file }) => (metrics.has(idOf(file)) ? [idOf(file)] : [])));
  const own = standing((entry) => entry.own);
  const replacing = standing((entry) => entry.replaces);
  return { metrics, own, replacing, models, values, warnings, faults: ownFaults, ...vocabulary };
}

const idOf = (file: string): string => file.slice('metrics/'.length).replace(/\.json$/, '');

const asRefusal = ({ at, warning: _, ...fault }: SpecRefusal): Refusal => ({ ...fault, field: at });
