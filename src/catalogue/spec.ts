import type { ClientStatus, RowType, SpanKind } from '#facts';
import type { ClockName, ConceptName, Group, Kpi, LeftOutcome, Level, Link, Roll, Unit } from './words-of-grammar.ts';

// The JSON form of a metric, exactly as grammar B.2 writes it. schema.ts is annotated with these types (TypeScript cannot
// infer schemas that refer to each other), so that schema and type cannot part: the build breaks where they differ.
// Programs walk the normalised tree of tree.ts, not this.

export type Scalar = string | number | boolean;

export interface RelatedSpec {
  readonly event?: true | PredicateSpec | undefined;
  readonly case?: true | PredicateSpec | undefined;
  readonly span?: true | PredicateSpec | undefined;
  readonly text?: true | PredicateSpec | undefined;
  readonly link: Link;
  readonly after?: PointSpec | undefined;
  readonly before?: PointSpec | undefined;
  /** Counted from `after`. */
  readonly within?: string | undefined;
}

export type PointSpec =
  | string
  | { readonly first: RelatedSpec; readonly orHorizon?: true | undefined }
  | { readonly last: RelatedSpec };

export type ValueSpec =
  | { readonly field: string }
  | { readonly count: RelatedSpec }
  | { readonly total: string; readonly in: RelatedSpec }
  | { readonly distinct: string; readonly in: RelatedSpec }
  | {
      readonly time: readonly [PointSpec, PointSpec];
      readonly clock: ClockName;
      readonly less?: readonly SpanKind[] | undefined;
    }
  | { readonly spans: readonly SpanKind[]; readonly clock: ClockName }
  | { readonly text: 'gradeRu' };

export type OperandSpec = Scalar | { readonly field: string } | { readonly point: 'periodEnd' };

/** A value and exactly one comparator, flat as the grammar writes it. */
export interface ComparisonSpec {
  readonly field?: string | undefined;
  readonly count?: RelatedSpec | undefined;
  readonly total?: string | undefined;
  readonly distinct?: string | undefined;
  readonly in?: RelatedSpec | undefined;
  readonly time?: readonly [PointSpec, PointSpec] | undefined;
  readonly spans?: readonly SpanKind[] | undefined;
  readonly clock?: ClockName | undefined;
  readonly less?: readonly SpanKind[] | undefined;
  readonly text?: 'gradeRu' | undefined;
  readonly equal?: OperandSpec | undefined;
  readonly oneOf?: readonly Scalar[] | undefined;
  readonly lt?: OperandSpec | undefined;
  readonly lte?: OperandSpec | undefined;
  readonly gt?: OperandSpec | undefined;
  readonly gte?: OperandSpec | undefined;
  readonly valid?: boolean | undefined;
  readonly contains?: string | undefined;
}

export type PredicateSpec =
  | { readonly and: readonly PredicateSpec[] }
  | { readonly or: readonly PredicateSpec[] }
  | { readonly not: PredicateSpec }
  | { readonly is: ConceptName }
  | { readonly has: RelatedSpec }
  | ComparisonSpec;

export type MeasureSpec =
  | { readonly count: true }
  | { readonly share: PredicateSpec }
  | { readonly mean: ValueSpec }
  | { readonly median: ValueSpec }
  | { readonly p: number; readonly of: ValueSpec }
  | { readonly sum: ValueSpec }
  | { readonly distinct: string }
  | { readonly ratio: readonly [ValueSpec, ValueSpec] }
  | {
      readonly rate: { readonly of: RowType; readonly where: PredicateSpec; readonly by: string };
      readonly per: number;
    }
  | { readonly topBox: readonly number[] }
  | { readonly net: { readonly up: readonly number[]; readonly down: readonly number[] } }
  | { readonly worst: { readonly by: string; readonly measure: MeasureSpec; readonly min: number } };

export interface MetricSpec {
  readonly id: string;
  readonly core?: true | undefined;
  readonly headline?: true | undefined;
  readonly kpi: Kpi;
  readonly group: Group;
  readonly name: { readonly ru: string; readonly en: string };
  readonly better: 'up' | 'down';
  readonly of: RowType;
  readonly ask?: string | undefined;
  readonly where?: PredicateSpec | undefined;
  readonly keep?: readonly LeftOutcome[] | undefined;
  readonly measure: MeasureSpec;
  readonly by: string;
  readonly mature?: string | undefined;
  readonly min?: { readonly show: number; readonly judge: number } | undefined;
  readonly unit: Unit;
  readonly levels: readonly Level[];
  readonly clients: readonly ClientStatus[];
  readonly roll: Roll;
  readonly counter: readonly string[];
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}
