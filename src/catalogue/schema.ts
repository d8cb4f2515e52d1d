import { z } from 'zod';
import { CLIENT_STATUSES, ROW_TYPES, SPAN_KINDS } from '#facts';
import type {
  ComparisonSpec,
  MeasureSpec,
  MetricSpec,
  PointSpec,
  PredicateSpec,
  RelatedSpec,
  ValueSpec,
} from './spec.ts';
import {
  CLOCKS,
  COMPARATORS,
  CONCEPT_NAMES,
  GROUPS,
  KPIS,
  LEFT_OUTCOMES,
  LEVELS,
  LINKS,
  RELATED_FACTS,
  ROLLS,
  UNITS,
} from './words-of-grammar.ts';

// The shape of a metric's JSON (grammar B.2, F.4). What a shape cannot say (which fields a row has, which unit fits a
// measure …) is in checks/.

const duration = z.string().regex(/^(P\d+[DW]|PT\d+[HM]|W\d+D|\$[a-z]+)$/);
const field = z.string().regex(/^([a-zA-Z]+|x:.+)$/);
const clock = z.enum(CLOCKS);
const spanKind = z.enum(SPAN_KINDS);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Exactly one of the keys: `refine` checks it, `meta` says it in the JSON schema. It aborts, else a union of zod would
 *  take a comparison with foreign keys for the branch that was meant. */
const one = (keys: readonly string[]) => ({
  holds: (value: object) => keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined).length === 1,
  params: { exactlyOneOf: keys.join(', ') },
  json: { oneOf: keys.map((key) => ({ required: [key] })) },
});
const oneFact = one(RELATED_FACTS);
const oneValue = one(['field', 'count', 'total', 'distinct', 'time', 'spans', 'text']);
const oneComparator = one(COMPARATORS);

export const relatedSchema: z.ZodType<RelatedSpec> = z
  .lazy(() =>
    z
      .strictObject({
        event: selection.optional(),
        case: selection.optional(),
        span: selection.optional(),
        text: selection.optional(),
        link: z.enum(LINKS),
        after: pointSchema.optional(),
        before: pointSchema.optional(),
        within: duration.optional(),
      })
      .refine(oneFact.holds, { params: oneFact.params, abort: true })
      .meta({ ...oneFact.json, dependentRequired: { within: ['after'] } }),
  )
  .meta({ id: 'related' });

export const pointSchema: z.ZodType<PointSpec> = z
  .lazy(() =>
    z.union([
      field,
      z.strictObject({ first: relatedSchema, orHorizon: z.literal(true).optional() }),
      z.strictObject({ last: relatedSchema }),
    ]),
  )
  .meta({ id: 'point' });

export const valueSchema: z.ZodType<ValueSpec> = z
  .lazy(() =>
    z.union([
      z.strictObject({ field }),
      z.strictObject({ count: relatedSchema }),
      z.strictObject({ total: field, in: relatedSchema }),
      z.strictObject({ distinct: field, in: relatedSchema }),
      z.strictObject({ time: z.tuple([pointSchema, pointSchema]), clock, less: z.array(spanKind).optional() }),
      z.strictObject({ spans: z.array(spanKind).min(1), clock }),
      z.strictObject({ text: z.literal('gradeRu') }),
    ]),
  )
  .meta({ id: 'value' });

const operand = z.union([scalar, z.strictObject({ field }), z.strictObject({ point: z.literal('periodEnd') })]);

const comparison: z.ZodType<ComparisonSpec> = z.lazy(() =>
  z
    .strictObject({
      field: field.optional(),
      count: relatedSchema.optional(),
      total: field.optional(),
      distinct: field.optional(),
      in: relatedSchema.optional(),
      time: z.tuple([pointSchema, pointSchema]).optional(),
      spans: z.array(spanKind).min(1).optional(),
      clock: clock.optional(),
      less: z.array(spanKind).optional(),
      text: z.literal('gradeRu').optional(),
      equal: operand.optional(),
      oneOf: z.array(scalar).min(1).optional(),
      lt: operand.optional(),
      lte: operand.optional(),
      gt: operand.optional(),
      gte: operand.optional(),
      valid: z.boolean().optional(),
      contains: z.string().optional(),
    })
    .refine(oneValue.holds, { params: oneValue.params, abort: true })
    .refine(oneComparator.holds, { params: oneComparator.params, abort: true })
    .meta({ allOf: [oneValue.json, oneComparator.json] }),
);

export const predicateSchema: z.ZodType<PredicateSpec> = z
  .lazy(() =>
    z.union([
      z.strictObject({ and: z.array(predicateSchema).min(2) }),
      z.strictObject({ or: z.array(predicateSchema).min(2) }),
      z.strictObject({ not: predicateSchema }),
      z.strictObject({ is: z.enum(CONCEPT_NAMES) }),
      z.strictObject({ has: relatedSchema }),
      comparison,
    ]),
  )
  .meta({ id: 'predicate' });

const selection = z.union([z.literal(true), predicateSchema]);

export const measureSchema: z.ZodType<MeasureSpec> = z
  .lazy(() =>
    z.union([
      z.strictObject({ count: z.literal(true) }),
      z.strictObject({ share: predicateSchema }),
      z.strictObject({ mean: valueSchema }),
      z.strictObject({ median: valueSchema }),
      z.strictObject({ p: z.number().gt(0).lt(100), of: valueSchema }),
      z.strictObject({ sum: valueSchema }),
      z.strictObject({ distinct: field }),
      z.strictObject({ ratio: z.tuple([valueSchema, valueSchema]) }),
      z.strictObject({
        rate: z.strictObject({ of: z.enum(ROW_TYPES), where: predicateSchema, by: field }),
        per: z.int().min(1),
      }),
      z.strictObject({ topBox: z.array(z.number()).min(1) }),
      z.strictObject({ net: z.strictObject({ up: z.array(z.number()).min(1), down: z.array(z.number()).min(1) }) }),
      z.strictObject({ worst: z.strictObject({ by: field, measure: measureSchema, min: z.int().min(1) }) }),
    ]),
  )
  .meta({ id: 'measure' });

/** A list of distinct values that is not empty. */
const set = <T extends z.ZodType>(of: T) =>
  z
    .array(of)
    .min(1)
    .refine((values) => new Set(values).size === values.length, { params: { repeated: 'true' } })
    .meta({ uniqueItems: true });
const name = z.string().min(1);

export const metricSchema: z.ZodType<MetricSpec> = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      .max(40),
    core: z.literal(true).optional(),
    headline: z.literal(true).optional(),
    kpi: z.enum(KPIS),
    group: z.enum(GROUPS),
    name: z.strictObject({ ru: name, en: name }),
    better: z.enum(['up', 'down']),
    of: z.enum(ROW_TYPES),
    ask: z.string().optional(),
    where: predicateSchema.optional(),
    keep: set(z.enum(LEFT_OUTCOMES)).optional(),
    measure: measureSchema,
    by: z.string(),
    mature: duration.optional(),
    min: z.strictObject({ show: z.int().min(1), judge: z.int().min(1) }).optional(),
    unit: z.enum(UNITS),
    levels: set(z.enum(LEVELS)),
    clients: set(z.enum(CLIENT_STATUSES)),
    roll: z.enum(ROLLS),
    counter: set(z.string()),
    params: z.record(z.string().regex(/^[a-z]+$/), z.union([duration, z.number()])).optional(),
  })
  .meta({ id: 'metric', title: 'A metric of Luchshe' });

/** The JSON schema (draft 2020-12) of a metric, for editors and other programs. */
export const metricJsonSchema = () => z.toJSONSchema(metricSchema, { target: 'draft-2020-12' });
