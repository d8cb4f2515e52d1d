import type { Question } from '#catalogue';
import type { Fact, Refusal } from '#facts';
import type { IngestRequest, IngestView, RowRefusal } from './factPort.ts';
import type { InputFile } from './filesPort.ts';

/** One table of a file as the page shows it before the import. */
export interface GuessTableView {
  readonly file: string;
  readonly table: string;
  readonly columns: readonly string[];
  /** At most 20 rows, cells as they stand. */
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
  readonly fact: Fact | null;
  readonly canonical: boolean;
}

/** What a person must say before the import; `code` finds the question in `words/`. */
export interface UnsettledView {
  readonly code: string;
  readonly what: string;
  readonly where: { readonly table: string; readonly column: string | null };
  readonly values: readonly string[];
  readonly candidates: readonly string[];
}

/** A mapping guessed from files: as JSON, with its sureness and a preview. */
export interface Guessed {
  readonly tables: readonly GuessTableView[];
  readonly mapping: unknown;
  readonly sure: boolean;
  readonly unsettled: readonly UnsettledView[];
  readonly decisions: readonly {
    readonly what: string;
    readonly table: string;
    readonly column?: string;
    readonly is: string;
    readonly sure: number;
  }[];
  readonly notes: readonly Refusal[];
}

export interface ReadOptions {
  /** An existing empty folder for staged copies; the caller removes it. */
  readonly folder: string;
  readonly as?: Fact;
  readonly mapping?: unknown;
  readonly zone: string;
  /** Of whoever reads the guessed mapping: it says why in words. */
  readonly lang: 'ru' | 'en';
  readonly questions: readonly Question[];
  readonly signal: AbortSignal;
  readonly progress: (doneBytes: number, totalBytes: number) => void;
}

/** Files understood: what the fact store is to take, and what reading has refused or noticed already. */
export interface Prepared {
  readonly views: readonly IngestView[];
  readonly request: Pick<
    IngestRequest,
    'source' | 'zone' | 'digest' | 'events' | 'declares' | 'earlierSubmit' | 'countText'
  > & {
    readonly horizon?: string;
  };
  /** The mapping that was used; null where every table is canonical. */
  readonly mapping: unknown;
  readonly notes: readonly Refusal[];
  /** Rows that no table could hold (wrong number of cells), at most 1 000 a table, and how many there are. */
  readonly refusals: readonly Refusal[];
  readonly refusedRows: ReadonlyMap<string, number>;
  /** Lines and found texts of refused rows, by reading their tables again. */
  readonly explain: (refusals: readonly RowRefusal[]) => Promise<readonly Refusal[]>;
}

/** Reading of files of any shape, given by the room `import`. */
export interface ReaderPort {
  readonly guess: (files: readonly InputFile[], options: ReadOptions) => Promise<Guessed>;
  /** Refused `import.unsettled` where a guess is not sure enough. */
  readonly prepare: (files: readonly InputFile[], options: ReadOptions) => Promise<Prepared>;
}
