import type { Fact, Refusal } from '#facts';
import type { Engine, FactKnowledge } from '#measure';
import type { BatchView, FileReport } from './views.ts';

/** Where a field's text comes from, in this order: `when` fails → null; the text of `column`, joined with the columns of
 *  `and` by one space (null where `column` is empty or one of the view's `empty` texts; empty ones of `and` are passed
 *  over); `values`, whose keys are folded (trimmed, single blanks, lower case, ё as е), an empty target is null, a value
 *  that it does not name goes by `otherwise`; null → `else`. */
export interface ColumnSource {
  readonly column: string;
  readonly and?: readonly string[];
  readonly when?: { readonly column: string; readonly values: readonly string[] };
  readonly values?: Readonly<Record<string, string>>;
  readonly otherwise: 'keep' | 'null' | 'refuse';
  readonly dateOrder: 'dmy' | 'mdy' | 'ymd';
  readonly decimal: ',' | '.';
  readonly excelSerial?: true;
  readonly else?: FieldSource;
}
export type FieldSource = ColumnSource | { readonly constant: string };

/** A staged table of text columns, readable by the fact engine as CSV. */
export interface IngestTable {
  readonly file: string;
  readonly columns: readonly string[];
  /** Data rows, where the reader knows: a view may read fewer. */
  readonly rows?: number;
  readonly csv: {
    readonly path: string;
    readonly delimiter: string;
    readonly quote: string;
    readonly headerLines: number;
  };
}

/** One way of reading rows of one fact out of a staged table. */
export interface IngestView {
  readonly fact: Fact;
  readonly table: IngestTable;
  /** The table is canonical: cells are taken verbatim, instants are ISO. */
  readonly verbatim: boolean;
  /** Only rows in which this column is filled. */
  readonly whenFilled?: string;
  /** Several rows of the table repeat one row of the fact: rows alike in every field are one. */
  readonly distinct?: true;
  /** Folded texts that mean: no value. */
  readonly empty: readonly string[];
  readonly fields: Readonly<Record<string, FieldSource>>;
  /** Of events: a row with such a value (folded) ends its case, where the case has no closing of its own; the outcome
   *  is the value's (empty: none known). */
  readonly closes?: { readonly column: string; readonly values: Readonly<Record<string, string>> };
}

export interface TextCount {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

export interface IngestRequest {
  readonly views: readonly IngestView[];
  readonly source: string;
  /** Zone of instants without an offset. */
  readonly zone: string;
  /** Digest of the files' bytes and the mapping: the same again changes nothing. */
  readonly digest: string;
  readonly actor: string;
  /** The import's own clock, microseconds. */
  readonly now: number;
  readonly horizon?: number;
  readonly events?: 'whole' | 'added';
  readonly replaces?: string;
  readonly dryRun?: boolean;
  /** Rows that reading has refused already; they count against the share. */
  readonly refusedBefore?: number;
  /** Share of rows (0…1) that may be refused; 0 = strict. */
  readonly allowRefused?: number;
  /** What the mapping declares that its source records, beyond what occurs. */
  readonly declares?: {
    readonly kinds?: readonly string[];
    readonly fields?: readonly string[];
    readonly outcomes?: boolean;
  };
  /** Counts a text whose counts are not given; the text itself is not kept. */
  readonly countText?: (content: string, language: string) => TextCount;
  /** Of a mapping: a `submit` before the given registration is the registration. */
  readonly earlierSubmit?: boolean;
}

/** A refused row by its place in the staged table of the view `table`; the caller adds line and raw text. Both are -1
 *  where the row came with an earlier import. */
export interface RowRefusal extends Refusal {
  readonly table: number;
  /** 0-based data row of the staged table. */
  readonly row: number;
}

export interface IngestReport {
  readonly batch: string | null;
  readonly result: 'taken' | 'unchanged' | 'refused' | 'dryRun';
  readonly files: readonly FileReport[];
  readonly cases: number;
  readonly events: number;
  readonly repeated: number;
  /** Rows of events that were left out because the row of their case is refused. */
  readonly leftWithCase: number;
  readonly horizon: number | null;
  readonly refusals: readonly RowRefusal[];
  /** Count of refusals beyond those listed. */
  readonly more: number;
}

export interface StepProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/** What measuring must know of the store besides its rows. */
export interface FactContext extends FactKnowledge {
  readonly sources: readonly SourceView[];
  readonly batches: readonly string[];
  /** Changes with every import or drop: what was computed before is stale. */
  readonly version: string;
  /** First and last instant that a metric could be about; null: no facts. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** What pages offer to choose a scope from. */
  readonly choices: { readonly unit: readonly Choice[]; readonly service: readonly Choice[] };
  /** A person's pseudonym, for scopes that name an employee by the name known outside. */
  readonly pseudonymOf: (employee: string) => string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What one source records (facts.md § 1, Recorded or not). */
export interface SourceView {
  readonly no: number;
  readonly name: string;
  readonly kinds: readonly string[];
  readonly fields: readonly string[];
  readonly outcomes: boolean;
}

export interface FactPort {
  ingest(request: IngestRequest, progress: (step: StepProgress) => void, signal: AbortSignal): Promise<IngestReport>;
  batches(): Promise<readonly BatchView[]>;
  /** Removes a batch and brings back what it covered; refused where no such batch is. */
  dropBatch(id: string): Promise<void>;
  /** Runs of a journey (by the facts' value) end only with an `issue` or `pay` at one of these touchpoints (facts.md
   *  § 2); none: wherever they end. Runs are derived anew where that changed. */
  closeRunsAt(journey: string, touchpoints: readonly string[]): Promise<void>;
  /** Writes canonical CSV; answers the file's path and its rows. */
  exportTo(fact: Fact | 'span', file: string): Promise<number>;
  context(): Promise<FactContext>;
  /** One reader's session: temporary tables are its own. */
  session<T>(work: (engine: Engine) => Promise<T>): Promise<T>;
}
