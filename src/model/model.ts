import { z } from 'zod';
import { LEVELS } from '#catalogue';
import { CLIENT_STATUSES } from '#facts';
import { daySchema } from './journey.ts';

// A body's own model: strategic goals, indicators in their places, links between them, positions that answer.
// It travels between bodies as this JSON (`format: luchshe-model/1`).

export const MODEL_STATES = ['draft', 'pilot', 'inForce', 'superseded'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** How a lower indicator hangs on a higher one (design § 6). */
export const LINK_KINDS = ['sumOfParts', 'weightedParts', 'budget', 'shared', 'driver', 'pooled'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

const id = z.string().trim().min(1).max(120);
const name = z.string().trim().min(1).max(300);
const text = z.string().trim().max(4000);
const ref = id.nullable().default(null);
const number = z.number().finite();

export const goalSchema = z.strictObject({
  id,
  name,
  /** The document that it comes from. */
  document: text.default(''),
});
export type Goal = z.output<typeof goalSchema>;

/** A value of the Declaration, or a requirement of a standard, as the body's own legal act words it. */
export const valueSchema = z.strictObject({
  id,
  name,
  source: text.default(''),
  wording: text.default(''),
});
export type Value = z.output<typeof valueSchema>;

/** Where an indicator is measured. All empty: the whole body's facts. */
export const placeSchema = z.strictObject({
  body: ref,
  /** Id of a journey. */
  journey: ref,
  unit: ref,
  /** The facts' touchpoint. */
  touchpoint: ref,
  /** Id of a position of this model: its employees are the scope. */
  position: ref,
  service: ref,
  clientStatus: z.enum(CLIENT_STATUSES).nullable().default(null),
});
export type Place = z.output<typeof placeSchema>;

export const indicatorSchema = z.strictObject({
  id,
  /** Id of a metric of the catalogue or of the body's own. */
  metric: id,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  level: z.enum(LEVELS),
  place: placeSchema.prefault({}),
  /** The body's own short name; empty: the metric's. */
  name: z.string().trim().max(200).default(''),
  /** One sentence that its holder remembers; empty: derived from the metric. */
  sentence: text.default(''),
  /** Id of the position that answers for it; null: nobody yet, or it is only watched. */
  owner: ref,
  /** The same figure of a journey, body or team, held by all of them (design § 6, `shared`). */
  shared: z.boolean().default(false),
  /** Shown without a target. */
  watch: z.boolean().default(false),
  period: z.enum(['month', 'quarter', 'year']).default('month'),
  target: z
    .strictObject({ value: number, by: daySchema.nullable().default(null) })
    .nullable()
    .default(null),
  /** Both sides have said yes to the target. */
  agreed: z.boolean().default(false),
  baseline: z.strictObject({ value: number, period: id }).nullable().default(null),
  /** By law or public promise. */
  norm: z.strictObject({ value: number, source: name }).nullable().default(null),
  /** Ids of goals; only an indicator without a higher one needs them. */
  goals: z.array(id).default([]),
  /** Ids of values that it serves. */
  values: z.array(id).default([]),
  /** Who brings the data, and how; of readings and surveys. */
  data: z
    .strictObject({ responsible: text.default(''), hoursPerPeriod: number.nonnegative().nullable().default(null) })
    .prefault({}),
  /** Ids of `specifics` that are a known limit of the target. */
  limits: z.array(id).default([]),
  /** Why it was chosen. */
  reason: text.default(''),
});
export type Indicator = z.output<typeof indicatorSchema>;

export const linkSchema = z.strictObject({
  upper: id,
  lower: id,
  kind: z.enum(LINK_KINDS),
  /** Of a `budget`: the lower one's share of the upper target, in the unit of the upper one. */
  budget: number.nonnegative().nullable().default(null),
  reason: text.default(''),
});
export type Link = z.output<typeof linkSchema>;

export const positionSchema = z.strictObject({
  id,
  name,
  level: z.enum(LEVELS).default('position'),
  body: ref,
  unit: ref,
  journey: ref,
  /** Facts' touchpoints at which it works. */
  touchpoints: z.array(id).default([]),
  /** Employees as the facts name them. */
  employees: z.array(id).default([]),
  reportsTo: ref,
  /** Whom its holders talk to about their card. */
  contact: text.default(''),
});
export type Position = z.output<typeof positionSchema>;

/** A peculiarity of the body that targets and hints must know of. */
export const specificSchema = z.strictObject({
  id,
  kind: z.enum(['staffing', 'load', 'channel', 'segment', 'resource', 'other']),
  name,
  unit: ref,
  from: daySchema.nullable().default(null),
  to: daySchema.nullable().default(null),
  value: number.nullable().default(null),
  note: text.default(''),
});
export type Specific = z.output<typeof specificSchema>;

export const MODEL_FORMAT = 'luchshe-model/1';

export const modelSchema = z.strictObject({
  format: z.literal(MODEL_FORMAT).default(MODEL_FORMAT),
  id,
  name,
  /** The body whose model it is. */
  body: ref,
  /** Id of the journey that it is about; null: the whole body. */
  journey: ref,
  clients: z.array(z.enum(CLIENT_STATUSES)).default([]),
  services: z.array(id).default([]),
  state: z.enum(MODEL_STATES).default('draft'),
  /** Of a model in force: since when, and by which order. */
  inForceFrom: daySchema.nullable().default(null),
  /** The day from which the next model over the same ground binds: this one no longer does. */
  inForceTo: daySchema.nullable().default(null),
  order: z.strictObject({ number: name, date: daySchema }).nullable().default(null),
  /** Of a superseded or following one: the model before it. */
  follows: ref,
  goals: z.array(goalSchema).default([]),
  values: z.array(valueSchema).default([]),
  positions: z.array(positionSchema).default([]),
  indicators: z.array(indicatorSchema).default([]),
  links: z.array(linkSchema).default([]),
  specifics: z.array(specificSchema).default([]),
  /** Months between two revisions. */
  reviseMonths: z.number().int().min(1).max(60).default(12),
});
export type Model = z.output<typeof modelSchema>;

/** A position never answers for more (the hard stop). */
export const MOST_PER_POSITION = 5;
