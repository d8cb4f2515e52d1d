import type { Lang } from '#words';

// A paper as data: what stands on it, in order, already in one language. Builders make it, docx/ prints it.

export interface Paper {
  /** Of the file's properties: every document has its heading. */
  readonly title: string;
  readonly lang: Lang;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly page: PageKind;
  readonly blocks: readonly Block[];
}

/** `a5`: a position's card, one page each, without numbers of pages. */
export type PageKind = 'a4' | 'a4Wide' | 'a5';

export type Block =
  /** Top right: groups of lines with a space between them. */
  | { readonly kind: 'corner'; readonly groups: readonly (readonly string[])[] }
  /** Centred: the kind of the document in capitals, then what it is about. */
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string; readonly newPage?: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Table
  | { readonly kind: 'signatures'; readonly signers: readonly Signer[] };

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Points; 11 where nothing is said. Tables may go from 10 to 12. */
  readonly size?: number;
  /** Least height of a row, millimetres: where something is written by hand. */
  readonly rowHeight?: number;
}

export interface Column {
  readonly title: string;
  /** Of the table's width, in any unit. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row of cells, or one line across all columns. */
export type Row = readonly Cell[] | { readonly across: string };

/** Each line of a text is a paragraph of its own. */
export type Cell = string | { readonly text: string; readonly bold?: boolean; readonly more?: readonly string[] };

export interface Signer {
  readonly role: string;
  /** Under the line; null: to be written by hand. */
  readonly name: string | null;
}
