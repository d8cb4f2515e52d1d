import type { Refusal } from '#facts';

export type Format = 'csv' | 'xlsx' | 'xes';

/** How the index of a data row (0-based, in the order of the staged CSV) leads to the line of the source.
 *  `column`: the staged CSV has a last column of this name with the line · `first`: one record, one line; the first data
 *  row stands on this line · `reread`: quoted line breaks or blank lines lie between: only `explainRows` can tell. */
export type LineOf =
  | { readonly by: 'column'; readonly column: string }
  | { readonly by: 'first'; readonly line: number }
  | { readonly by: 'reread' };

export interface StagedCsv {
  readonly path: string;
  readonly delimiter: string;
  readonly quote: '"';
  /** Physical lines before the first data row (titles, `sep=` and the header). */
  readonly headerLines: number;
}

/** A table ready for a bulk reader: UTF-8, rectangular, quotes balanced, no NUL, no line over `MAX_LINE_BYTES`.
 *  A doubled quote inside a quoted cell is the only escape. */
export interface StagedTable {
  /** Base name of the file without its ending, or the sheet's name; for XES `cases` and `events`. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly csv: StagedCsv;
  /** 1-based line (row of the sheet) where the header begins in the source; 0 where the format has none (XES). */
  readonly headerLine: number;
  readonly lineOf: LineOf;
  /** What was recognised and said: titles skipped, totals dropped, headers merged … Codes `note.*`. */
  readonly notes: readonly Refusal[];
  /** Rows that cannot be read as rows of this table (`row.columns`); they are not in the staged CSV. At most
   *  `MAX_ROW_REFUSALS` are kept, `refusedRows` counts all. */
  readonly refused: readonly Refusal[];
  readonly refusedRows: number;
  /** Data rows in the staged CSV. */
  readonly rows: number;
  /** Canonical headers are read verbatim: no totals, signatures or titles are looked for. */
  readonly verbatim: boolean;
  readonly format: Format;
}

export interface Staged {
  /** As shown to people: `options.name`, else the base name of the path. */
  readonly file: string;
  readonly format: Format;
  readonly encoding: string;
  readonly tables: readonly StagedTable[];
  /** Sheets left aside and why. */
  readonly notes: readonly Refusal[];
}

export interface StageOptions {
  /** An existing folder for staged copies; the caller removes it. */
  readonly tmpDir: string;
  /** The name to show and to take the table's name from (an upload has another on disk). */
  readonly name?: string;
  /** Label of an encoding that TextDecoder knows; without it UTF-8, UTF-16 (by its mark) and CP1251 are told apart. */
  readonly encoding?: string;
  readonly onProgress?: (doneBytes: number, totalBytes: number) => void;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  readonly lineBytes: number;
  /** An archive that unpacks to more than `bombBytes` and more than `bombRatio` times its size is a bomb. */
  readonly bombBytes: number;
  readonly bombRatio: number;
  /** No archive may unpack to more than this, whatever its ratio. */
  readonly unpackedBytes: number;
}

export const LIMITS: Limits = {
  lineBytes: 10 * 1024 * 1024,
  bombBytes: 64 * 1024 * 1024,
  bombRatio: 250,
  unpackedBytes: 64 * 1024 ** 3,
};

export const MAX_ROW_REFUSALS = 1000;
export const LINE_COLUMN = '__line';

/** The part of a found text that a refusal carries. */
export const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);
