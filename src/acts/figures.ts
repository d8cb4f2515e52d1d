import {
  type Catalogue,
  checkMetric,
  type Metric,
  type MetricSpec,
  metricSchema,
  normalise,
  type Params,
} from '#catalogue';
import { Refused, ROW_FIELDS, refuse } from '#facts';
import { type Figure, measureCohort, measureMetric, type Scope } from '#measure';
import { periodsBetween } from '#time';
import type { ActContext } from './act.ts';
import type { FactContext } from './factPort.ts';
import type { Granularity, ScopeView } from './views.ts';

/** A metric by its id in the catalogue, or a whole spec that a body wrote (checked first). */
export async function metricOf(
  { ports }: ActContext,
  given: string | Readonly<Record<string, unknown>>,
  params: Params = {},
): Promise<Metric> {
  const catalogue = await ports.catalogue.load();
  if (typeof given === 'string') {
    return normalise(specOf(catalogue, given), params);
  }
  const known = new Set([...catalogue.metrics.keys(), String(given.id)]);
  const faults = checkMetric(given, { metrics: known, vocabulary: catalogue }).filter((fault) => !fault.warning);
  if (faults.length)
    throw new Refused(faults.map(({ code, at, got, with: more }) => ({ code, field: at, got, with: more })));
  return normalise(metricSchema.parse(given), params);
}

/** A metric of the catalogue; where the body's file of that name is faulty, the refusal says what is wrong in it. */
export function specOf(catalogue: Catalogue, id: string): MetricSpec {
  const spec = catalogue.metrics.get(id);
  if (spec) return spec;
  const faults = catalogue.faults.filter(({ file }) => file === `catalogue/metrics/${id}.json`);
  throw new Refused(faults.length > 0 ? faults : [{ code: 'metric.unknown', got: id }]);
}

export interface FiguresRequest {
  readonly metric: Metric;
  readonly from: string;
  readonly to: string;
  readonly by: Granularity;
  readonly scope: ScopeView;
  readonly split?: string | null;
  /** By the period in which the cases began, open ones included (grammar B.3). */
  readonly cohort?: boolean;
}

/** Figures of one metric, kept under everything they depend on: the spec, the request and the batches. */
export async function figuresOf(
  context: ActContext,
  facts: FactContext,
  request: FiguresRequest,
): Promise<readonly Figure[]> {
  const { metric, from, to, by, split = null, cohort = false } = request;
  const scope = scopeOf(request.scope, facts);
  const periods = periodsBetween(from, to, by, facts.zone);
  const key = JSON.stringify([
    metric.id,
    metric.hash,
    metric.min,
    from,
    to,
    by,
    scope,
    split,
    cohort,
    facts.version,
    facts.zone,
  ]);
  const kept = await context.ports.book.keptFigures(key);
  if (kept) return kept as readonly Figure[];
  const figures = await context.ports.facts.session((engine) =>
    (cohort ? measureCohort : measureMetric)({ metric, periods, scope, split }, facts, engine, facts.batches),
  );
  await context.ports.book.keepFigures(key, figures, context.now());
  return figures;
}

/** Names that no fact has are slips of the hand: they would hide figures, or show those of the whole. */
const SCOPE_FIELDS = new Set([
  ...Object.values(ROW_FIELDS).flatMap((fields) => fields.map(({ name }) => name)),
  'body',
]);
export function expectField(name: string, field: string): void {
  if (SCOPE_FIELDS.has(name) || name.startsWith('x:')) return;
  refuse('scope.unknownField', { field, got: name });
}

/** Scope values as stored: people by their pseudonym, lists always lists. */
export function scopeOf(scope: ScopeView, facts: FactContext): Scope {
  return Object.fromEntries(
    Object.entries(scope).map(([field, given]) => {
      expectField(field, `scope.${field}`);
      const values = Array.isArray(given) ? given : [given as string | null];
      return [
        field,
        field === 'employee' ? values.map((value) => (value === null ? null : facts.pseudonymOf(value))) : values,
      ];
    }),
  );
}
