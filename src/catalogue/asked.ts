import { z } from 'zod';
import { CLIENT_STATUSES } from '#facts';
import { KPIS, LEVELS } from './words-of-grammar.ts';

// Questions, their scales, and the instruments of readings: catalogue data with worded forms, named by specs.

const bilingual = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
const labels = z.strictObject({ ru: z.array(z.string()), en: z.array(z.string()) });

export const SCALES = ['A5', 'Y3', 'T5', 'R11', 'H7'] as const;
/** A5 agreement 1–5 · Y3 yes 1, partly 0.5, no 0 · T5 −2…+2 · R11 0–10 · H7 seven steps of hours. */
export type ScaleName = (typeof SCALES)[number];

const scale = z
  .strictObject({ values: z.array(z.number()).min(2), labels, none: bilingual })
  .refine((s) => s.labels.ru.length === s.values.length && s.labels.en.length === s.values.length);
/** `labels[i]` is the wording of `values[i]`; `none` is the answer that is stored as null. */
export type Scale = Readonly<z.infer<typeof scale>>;

const question = z.strictObject({
  id: z.string(),
  kpi: z.enum(KPIS),
  scale: z.enum(SCALES),
  ru: z.string().min(1),
  en: z.string().min(1),
  /** The wording for organisations, where it differs. */
  forOrganisation: bilingual.optional(),
  /** What a numeric answer measures, for sentences about its value. */
  value: z.strictObject({ ru: z.string(), ruGenitive: z.string(), en: z.string() }).optional(),
});
export type Question = Readonly<z.infer<typeof question>>;

export const questionsSchema = z.strictObject({
  scales: z.record(z.enum(SCALES), scale),
  questions: z.array(question),
});

/** `met`: the counted things in the genitive plural (ru), plural (en): `value` of `max` of them. */
export const instrumentSchema = z.strictObject({
  id: z.string(),
  name: bilingual,
  met: bilingual,
  items: bilingual,
  by: bilingual,
});
export type Instrument = Readonly<z.infer<typeof instrumentSchema>>;

/** `set`: what the position answers for; `shared`: those of them that are one figure of the journey, body or team. */
const position = z.strictObject({
  name: bilingual,
  scope: z.enum(LEVELS),
  set: z.array(z.string().min(1)),
  shared: z.array(z.string().min(1)).default([]),
});
/** A model in its short form: metrics of the body, metrics that are only watched, positions with theirs. */
export const starterModelSchema = z.strictObject({
  model: z.string().min(1).max(120),
  name: bilingual.optional(),
  goal: bilingual.optional(),
  clients: z.array(z.enum(CLIENT_STATUSES)),
  body: z.array(z.string().min(1)),
  watch: z.array(z.string().min(1)).default([]),
  positions: z.array(position),
});
export type StarterModel = Readonly<z.infer<typeof starterModelSchema>>;

export const VALUE_SOURCES = ['declaration', 'people', 'business', 'internal'] as const;
/** A value of the Declaration or a requirement of a standard by its short name: the wording is the body's own act's. */
export const knownValueSchema = z.strictObject({
  id: z.string().min(1).max(120),
  of: z.enum(VALUE_SOURCES),
  name: bilingual,
  clients: z.array(z.enum(CLIENT_STATUSES)).min(1),
});
export type KnownValue = Readonly<z.infer<typeof knownValueSchema>>;

/** What sentences need beside a spec. */
export interface Vocabulary {
  readonly questions: ReadonlyMap<string, Question>;
  readonly scales: ReadonlyMap<ScaleName, Scale>;
  readonly instruments: ReadonlyMap<string, Instrument>;
}
