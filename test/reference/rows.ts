import type { Micros } from './instants.ts';

export type RowType = 'case' | 'event' | 'span' | 'run' | 'answer' | 'invitation' | 'text' | 'reading';
export type Cell = string | number | readonly string[] | null;

/** One fact: its fields as the grammar names them (instants in microseconds), and what belongs to it. */
export interface Row {
  readonly type: RowType;
  readonly fields: Readonly<Record<string, Cell>>;
  /** The case of an event, span or text; a case is its own; null for rows without a case. */
  readonly of: CaseRow | null;
  /** The horizon of the batch that told of it. */
  readonly horizon: Micros;
}

/** What the source of a batch records (facts.md § 1, Recorded or not). */
export interface Recorded {
  readonly kinds: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
}

export interface CaseRow extends Row {
  readonly id: string;
  readonly kind: string;
  readonly registeredAt: Micros | null;
  readonly closedAt: Micros | null;
  /** In the order of facts.md § 2. */
  readonly events: readonly Row[];
  readonly texts: readonly Row[];
  readonly spans: readonly Row[];
  readonly recorded: Recorded;
}

export interface RunRow extends Row {
  readonly id: string;
  readonly cases: readonly CaseRow[];
  readonly spans: readonly Row[];
}

export const text = (row: Row, field: string): string | null => (row.fields[field] ?? null) as string | null;
export const number = (row: Row, field: string): number | null => (row.fields[field] ?? null) as number | null;
