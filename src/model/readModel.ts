import type { z } from 'zod';
import { type MetricSpec, starterModelSchema } from '#catalogue';
import type { CheckPaths } from './checks/index.ts';
import { MODEL_FORMAT, type Model, modelSchema } from './model.ts';
import { expandShortForm } from './shortForm.ts';

/** One model of a file, or what does not fit in it. `prefix` leads to it: empty where the file is that one model. */
export interface ReadModel {
  readonly prefix: string;
  readonly raw: unknown;
  readonly model: Model | null;
  readonly paths: CheckPaths;
  /** `notModel`: nothing of it was recognised. */
  readonly fault: z.ZodError | 'notModel' | null;
}

/** Reads what a file may hold: a model as it was exported, the short form of one, or a list of either. */
export function readModels(
  json: unknown,
  metrics: ReadonlyMap<string, MetricSpec>,
  lang: 'ru' | 'en',
): readonly ReadModel[] {
  if (!Array.isArray(json)) return [readOne(json, '', metrics, lang)];
  return json.map((one, no) => readOne(one, `[${no}] ${nameOf(one)}: `, metrics, lang));
}

function readOne(raw: unknown, prefix: string, metrics: ReadonlyMap<string, MetricSpec>, lang: 'ru' | 'en'): ReadModel {
  const base = { prefix, raw, model: null, paths: {}, fault: null };
  if (!isRecord(raw)) return { ...base, fault: 'notModel' };
  if (raw.format === MODEL_FORMAT || 'indicators' in raw) {
    const parsed = modelSchema.safeParse(raw);
    return parsed.success ? { ...base, model: parsed.data } : { ...base, fault: parsed.error };
  }
  if (!('positions' in raw || 'body' in raw)) return { ...base, fault: 'notModel' };
  const parsed = starterModelSchema.safeParse(raw);
  return parsed.success
    ? { ...base, ...expandShortForm(parsed.data, metrics, lang) }
    : { ...base, fault: parsed.error };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function nameOf(raw: unknown): string {
  if (!isRecord(raw)) return '';
  const name = raw.model ?? raw.name ?? raw.id;
  return typeof name === 'string' ? `"${name}"` : '';
}
