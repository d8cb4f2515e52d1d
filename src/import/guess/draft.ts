import type { Refusal } from '#facts';
import { GROUP_SIGN } from '../formats/header.ts';
import type { DateOrder, TableMapping } from '../mapping/schema.ts';
import { isDateColumn, type Profile, profileOf } from './profile.ts';
import { type Hit, plain } from './stems.ts';

/** A table to guess from. `rows`: a sample in the order of `columns`, the first rows and some from further on. */
export interface GuessTable {
  readonly name: string;
  /** The file's own name where the table's is another: a sheet's, or a part of a log. */
  readonly file?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Distinct values of whole columns, where the caller has them: better than the sample's. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly format?: 'csv' | 'xlsx' | 'xes';
  /** The only table of its file: its mapping then fits a file of any name. */
  readonly alone?: boolean;
}

export interface Decision {
  readonly what: 'rows' | 'field' | 'event' | 'values' | 'dateOrder' | 'answer' | 'closing';
  readonly table: string;
  readonly column?: string;
  readonly is: string;
  /** 0…1 */
  readonly sure: number;
}

/** What a person must say before the import: `code` is the question (`ask.*`, or `date.order`). */
export interface Unsettled {
  readonly code: string;
  readonly what: Decision['what'];
  readonly table: string;
  readonly column?: string;
  /** Values that nothing fits, or the found value in question. */
  readonly values?: readonly string[];
  readonly candidates: readonly string[];
}

/** From here on a decision needs nobody's word. */
export const SURE = 0.8;

/** One table's guess as it grows. */
export class Draft {
  readonly table: GuessTable;
  readonly words: (code: string) => string;
  readonly profiles: readonly Profile[];
  readonly mapping: TableMapping;
  readonly decisions: Decision[] = [];
  readonly unsettled: Unsettled[] = [];
  readonly notes: Refusal[] = [];
  /** The order of dates in the whole mapping; a column of another order says so itself. */
  dateOrder: DateOrder = 'dmy';

  /** `words`: the sentence of a code, in the language of whoever will read the mapping. */
  constructor(table: GuessTable, words: (code: string) => string) {
    this.table = table;
    this.words = words;
    const bottoms = table.columns.map(bottomOf);
    this.profiles = table.columns.map((name, at) => {
      const cells = table.rows.map((row) => row[at] ?? '');
      const bottom = bottoms[at] as string;
      const own = bottoms.filter((one) => one === bottom).length === 1;
      return { ...profileOf(name, cells), words: plain(own ? bottom : name) };
    });
    this.mapping = { table: table.alone ? '*' : table.name, rows: 'none', fields: {} };
  }

  profile(column: string): Profile {
    return this.profiles[this.table.columns.indexOf(column)] as Profile;
  }

  /** The first column whose plain name fits. */
  find(pattern: RegExp): Profile | undefined {
    return this.profiles.find((profile) => pattern.test(profile.words));
  }

  valuesOf(profile: Profile): readonly string[] {
    return this.table.values?.[profile.name] ?? profile.values;
  }

  rows(rows: TableMapping['rows'], why: string, sure: number): void {
    this.mapping.rows = rows;
    this.mapping.why = this.words(why);
    this.decide('rows', undefined, rows, sure);
  }

  decide(what: Decision['what'], column: string | undefined, is: string, sure: number): void {
    this.decisions.push({ what, table: this.table.name, ...(column === undefined ? {} : { column }), is, sure });
  }

  ask(code: string, what: Decision['what'], candidates: readonly string[], more: Partial<Unsettled> = {}): void {
    if (this.unsettled.some((one) => one.code === code && one.column === more.column)) return;
    this.unsettled.push({ code, what, table: this.table.name, candidates, ...more });
  }

  note(code: string, column: string, more: Partial<Refusal> = {}): void {
    this.notes.push({ code, file: this.table.name, field: column, ...more });
  }

  ignore(column: string, why: string): void {
    this.mapping.ignored = { ...this.mapping.ignored, [column]: this.words(why) };
  }

  /** Codes of a column's values by a table of stems. What nothing fits is asked for, or left null and told. */
  place(
    profile: Profile,
    meaning: (text: string) => Hit<string> | undefined,
    unfit: { readonly ask: string; readonly candidates: readonly string[] } | 'null',
  ): Record<string, string> {
    const placed: Record<string, string> = {};
    const open: string[] = [];
    for (const value of this.valuesOf(profile)) {
      const hit = meaning(value);
      if (hit) placed[value] = hit.means;
      else open.push(value);
    }
    if (open.length > 0) {
      for (const value of open) placed[value] = '';
      if (unfit === 'null') this.note('note.valuesLeft', profile.name, { got: open.slice(0, 10).join('; ') });
      else this.ask(unfit.ask, 'values', unfit.candidates, { column: profile.name, values: open.slice(0, 100) });
    }
    return placed;
  }

  /** How a date column is written, where that is not the mapping's own way. Mixed orders are asked about. */
  dateHints(profile: Profile): { dateOrder?: DateOrder; excel?: true } {
    const excel = profile.serialShare > 0 ? { excel: true as const } : {};
    if (!isDateColumn(profile)) return profile.serialShare >= 0.8 ? excel : {};
    const { dateOrder } = profile;
    if (dateOrder === 'mixed')
      this.ask('date.order', 'dateOrder', ['dmy', 'mdy'], { column: profile.name, values: contraries(profile) });
    const other = (dateOrder === 'dmy' || dateOrder === 'mdy') && dateOrder !== this.dateOrder;
    return { ...(other ? { dateOrder } : {}), ...excel };
  }
}

/** Under a group («Сроки: план») a column is known by its own name, where no other group has the same. */
const bottomOf = (name: string): string => name.split(GROUP_SIGN).pop() ?? name;

export const isMoment = (profile: Profile, dateNamed: boolean): boolean =>
  isDateColumn(profile) || (dateNamed && (profile.filled === 0 || profile.serialShare >= 0.8));

/** A date that is day first for sure, and one that is month first. */
const contraries = ({ values }: Profile): readonly string[] => {
  const found = [/^(1[3-9]|[23]\d)[./-]/, /^\d{1,2}[./-](1[3-9]|[23]\d)[./-]/].map((shape) =>
    values.find((value) => shape.test(value)),
  );
  return found.filter((value) => value !== undefined);
};
