import type { CaseKind, ClientStatus, Field, RecordableField, RowType, SpanKind } from '#facts';
import type { Duration } from '#time';
import type { Scalar } from './spec.ts';
import type {
  ClockName,
  ConceptName,
  Group,
  Kpi,
  LeftOutcome,
  Level,
  Link,
  RelatedFact,
  Roll,
  Unit,
} from './words-of-grammar.ts';

// The normalised tree of a metric: concepts expanded (their names kept for the wording), parameters put in, durations
// parsed, comparators explicit, defaults filled in. Compiler, reference evaluator and wording walk this and nothing else.
// Every node knows its place in the JSON (`at`, e.g. `measure.share.and[0].count`), also inside an expanded concept
// (`where.is#closed`), so that a filter, a refusal and a phrase can be told to speak of the same thing.

export interface Related {
  readonly at: string;
  readonly fact: RelatedFact;
  /** null: all rows that the link reaches. */
  readonly where: Predicate | null;
  readonly link: Link;
  readonly after: Point | null;
  readonly before: Point | null;
  /** Window from `after`, inclusive. */
  readonly within: Duration | null;
  /** Kinds of the fact for which `where` can be true; null: any. What `unrecorded` is judged by (facts.md § 1). */
  readonly kinds: readonly string[] | null;
  /** Event fields that this selection reads and that a source may never record. */
  readonly reads: readonly RecordableField[];
}

export type Point =
  | { readonly kind: 'field'; readonly at: string; readonly row: RowType; readonly field: string }
  | { readonly kind: 'periodEnd'; readonly at: string }
  | { readonly kind: 'first'; readonly at: string; readonly related: Related; readonly orHorizon: boolean }
  | { readonly kind: 'last'; readonly at: string; readonly related: Related };

export interface FieldValue {
  readonly kind: 'field';
  readonly at: string;
  /** The row whose field it is: the metric's own, or that of the related selection it stands in. */
  readonly row: RowType;
  readonly field: string;
  /** `text` for attributes `x:NAME`. */
  readonly type: Field['type'];
}

export type Value =
  | FieldValue
  | { readonly kind: 'count'; readonly at: string; readonly related: Related }
  | { readonly kind: 'total'; readonly at: string; readonly field: string; readonly related: Related }
  | { readonly kind: 'distinct'; readonly at: string; readonly field: string; readonly related: Related }
  | {
      readonly kind: 'time';
      readonly at: string;
      readonly from: Point;
      readonly to: Point;
      readonly clock: ClockName;
      readonly less: readonly SpanKind[];
    }
  | { readonly kind: 'spans'; readonly at: string; readonly spans: readonly SpanKind[]; readonly clock: ClockName }
  | { readonly kind: 'grade'; readonly at: string };

export type Operand =
  | { readonly kind: 'literal'; readonly value: Scalar }
  /** Micros on the clock of the left side. */
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'field'; readonly field: string; readonly type: Field['type'] }
  | { readonly kind: 'periodEnd' };

export type CompareOp = 'equal' | 'lt' | 'lte' | 'gt' | 'gte';

export type Predicate =
  | { readonly kind: 'and'; readonly at: string; readonly parts: readonly Predicate[] }
  | { readonly kind: 'or'; readonly at: string; readonly parts: readonly Predicate[] }
  | { readonly kind: 'not'; readonly at: string; readonly part: Predicate }
  | { readonly kind: 'concept'; readonly at: string; readonly name: ConceptName; readonly means: Predicate }
  | { readonly kind: 'has'; readonly at: string; readonly related: Related }
  | {
      readonly kind: 'compare';
      readonly at: string;
      readonly op: CompareOp;
      readonly left: Value;
      readonly right: Operand;
    }
  | { readonly kind: 'oneOf'; readonly at: string; readonly left: Value; readonly values: readonly Scalar[] }
  | { readonly kind: 'valid'; readonly at: string; readonly left: Value; readonly valid: boolean }
  | { readonly kind: 'contains'; readonly at: string; readonly left: Value; readonly element: string };

export type Measure =
  | { readonly kind: 'count'; readonly at: string }
  | { readonly kind: 'share'; readonly at: string; readonly of: Predicate }
  | { readonly kind: 'mean'; readonly at: string; readonly of: Value }
  /** `p` in 0…100; the median is p = 50. Quantile type 7. */
  | { readonly kind: 'quantile'; readonly at: string; readonly p: number; readonly of: Value }
  | { readonly kind: 'sum'; readonly at: string; readonly of: Value }
  | { readonly kind: 'distinct'; readonly at: string; readonly field: string }
  | { readonly kind: 'ratio'; readonly at: string; readonly top: Value; readonly bottom: Value }
  | {
      readonly kind: 'rate';
      readonly at: string;
      readonly of: RowType;
      readonly where: Predicate;
      readonly by: string;
      readonly per: number;
    }
  | { readonly kind: 'topBox'; readonly at: string; readonly values: readonly number[] }
  | { readonly kind: 'net'; readonly at: string; readonly up: readonly number[]; readonly down: readonly number[] }
  | {
      readonly kind: 'worst';
      readonly at: string;
      readonly by: string;
      readonly measure: Measure;
      readonly min: number;
    };

/** Which rows the defaults let in, after naming and `keep` (facts.md § 4, Population). */
export interface Population {
  /** Kinds of the row's case that count; null: never tested (run, text, answer, reading, invitation). */
  readonly caseKinds: readonly CaseKind[] | null;
  /** Outcomes of the row's case that are left out as `withdrawn`; empty for stocks and rows without an outcome. */
  readonly leftOutcomes: readonly LeftOutcome[];
  /** Language that a text must have (`gradeRu`), else null. */
  readonly language: 'ru' | null;
  readonly clients: readonly ClientStatus[];
  /** The metric lists `internal` beside external statuses: without a client status in scope or split it takes the
   *  external ones, internal rows are `otherClient`. */
  readonly splitClients: boolean;
}

export interface Metric {
  readonly id: string;
  readonly kpi: Kpi;
  readonly group: Group;
  readonly core: boolean;
  readonly headline: boolean;
  readonly name: { readonly ru: string; readonly en: string };
  readonly better: 'up' | 'down';
  readonly of: RowType;
  readonly ask: string | null;
  readonly where: Predicate | null;
  readonly measure: Measure;
  /** A time field of the row, or `periodEnd`. */
  readonly by: string;
  readonly stock: boolean;
  readonly mature: Duration | null;
  readonly unit: Unit;
  readonly min: { readonly show: number; readonly judge: number };
  readonly levels: readonly Level[];
  readonly roll: Roll;
  readonly counter: readonly string[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly population: Population;
  /** Hash of what decides the figure (see hash.ts). */
  readonly hash: string;
}
