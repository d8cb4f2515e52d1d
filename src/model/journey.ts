import { z } from 'zod';
import { CLIENT_STATUSES } from '#facts';

// A client journey as people draw it. What happened really is in the facts: `facts` of a touchpoint names the values of
// the facts' field `touchpoint` that mean it, `factsJourney` the value of their field `journey`.

export const JOURNEY_KINDS = ['lifeSituation', 'servicePath', 'internal'] as const;
export type JourneyKind = (typeof JOURNEY_KINDS)[number];

/** What happens to the client at a touchpoint. */
export const TOUCHPOINT_KINDS = [
  'information',
  'consultation',
  'submit',
  'visit',
  'register',
  'interagency',
  'clarify',
  'examine',
  'decide',
  'notify',
  'issue',
  'pay',
  'other',
] as const;
export type TouchpointKind = (typeof TOUCHPOINT_KINDS)[number];

const id = z.string().trim().min(1).max(120);
const name = z.string().trim().min(1).max(200);
const text = z.string().trim().max(2000);
const place = z.string().trim().min(1).nullable().default(null);
const days = z.number().nonnegative().finite().nullable().default(null);
/** A local day, `2025-03-31`. */
export const daySchema = z.iso.date();

/** A document that the client is asked for. */
const askedDocumentSchema = z.strictObject({
  name,
  /** The state holds it already: it should not be asked. */
  held: z.boolean().default(false),
});

export const touchpointSchema = z.strictObject({
  id,
  name,
  stage: id,
  kind: z.enum(TOUCHPOINT_KINDS).default('other'),
  /** Values of the facts' field `touchpoint`; empty: no facts tell of it. One value belongs to one touchpoint. */
  facts: z.array(id).default([]),
  body: place,
  unit: place,
  /** Who meets the client or does the work, by the position's id in the model. */
  position: place,
  service: place,
  channels: z.array(id).default([]),
  documents: z.array(askedDocumentSchema).default([]),
  /** What the client has to do here, one short phrase each. */
  actions: z.array(name).default([]),
  /** Calendar days that it may take, all its owners together. */
  budgetDays: days,
  /** Not every run passes it: a run without it is as designed all the same. */
  optional: z.boolean().default(false),
  /** Runs beside the path and does not lengthen it. */
  beside: z.boolean().default(false),
  /** The run of the journey ends only after the `issue` or `pay` here (facts.md § 2). */
  closing: z.boolean().default(false),
  note: text.default(''),
});
export type Touchpoint = z.output<typeof touchpointSchema>;

/** Nobody's time between two: `giver` and `taker` are bodies or units. */
export const handOffSchema = z.strictObject({ giver: id, taker: id, budgetDays: days, note: text.default('') });
export type HandOff = z.output<typeof handOffSchema>;

export const designSchema = z.strictObject({
  stages: z.array(z.strictObject({ id, name })).default([]),
  /** In the order in which a client meets them. */
  touchpoints: z.array(touchpointSchema).default([]),
  handOffs: z.array(handOffSchema).default([]),
  /** End-to-end time that is aimed at, calendar days; the budgets and the reserve stay under it. */
  targetDays: days,
  reserveDays: days,
});
export type Design = z.output<typeof designSchema>;

/** The five numbers that bodies report of a redesign, before and after. */
export const fiveNumbersSchema = z.strictObject({
  services: z.number().nonnegative().nullable().default(null),
  bodies: z.number().nonnegative().nullable().default(null),
  documents: z.number().nonnegative().nullable().default(null),
  visits: z.number().nonnegative().nullable().default(null),
  days: z.number().nonnegative().nullable().default(null),
});
export type FiveNumbers = z.output<typeof fiveNumbersSchema>;

export const journeySchema = z.strictObject({
  id,
  name,
  kind: z.enum(JOURNEY_KINDS).default('servicePath'),
  /** The value of the facts' field `journey`; null: the cases of `services` are its runs, one each. */
  factsJourney: place,
  services: z.array(id).default([]),
  clientStatuses: z.array(z.enum(CLIENT_STATUSES)).default([]),
  segments: z.array(id).default([]),
  owner: z.strictObject({ body: place, position: place, name: text.default('') }).prefault({}),
  asIs: designSchema.prefault({}),
  toBe: z
    .strictObject({
      design: designSchema,
      expected: fiveNumbersSchema.prefault({}),
      /** From this day on the design is a promise that runs are held against; null: a plan. */
      inForceFrom: daySchema.nullable().default(null),
      order: text.default(''),
    })
    .nullable()
    .default(null),
  /** The day of the redesign that before and after are told about. */
  changedOn: daySchema.nullable().default(null),
  note: text.default(''),
});
export type Journey = z.output<typeof journeySchema>;
