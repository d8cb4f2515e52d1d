import { tidy } from '../formats/cells.ts';
import { fold } from '../mapping/fold.ts';
import type { DateOrder } from '../mapping/schema.ts';
import { plain } from './stems.ts';

/** Texts that bodies write where there is no value. Dates among them are a system's «no term» and «unknown». */
export const EMPTY_TEXTS = [
  '—',
  '–',
  '-',
  'н/д',
  'н/а',
  'б/н',
  'нет данных',
  'не указано',
  'не указан',
  'не указана',
  '#Н/Д',
  '#N/A',
  'N/A',
  'NULL',
  '31.12.9999',
  '31.12.9999 00:00:00',
  '9999-12-31',
  '01.01.1900',
  '1900-01-01',
  '01.01.0001',
  '01.01.0001 0:00:00',
  '01.01.0001 00:00:00',
  '0001-01-01',
  '0001-01-01 00:00:00',
  '0001-01-01T00:00:00',
  '01.01.1601',
  '01.01.1601 00:00:00',
] as const;
const EMPTY = new Set(EMPTY_TEXTS.map(fold));

export const isEmptyText = (text: string): boolean => text.trim() === '' || EMPTY.has(fold(text));

/** What the values of one column look like. Shares are of the filled cells, 0…1. */
export interface Profile {
  readonly name: string;
  /** The name as `plain` gives it. */
  readonly words: string;
  readonly filled: number;
  /** Distinct values, tidied, the most frequent first; at most `MOST_VALUES`. */
  readonly values: readonly string[];
  readonly uniqueShare: number;
  readonly dateShare: number;
  readonly withTimeShare: number;
  readonly dateOrder: DateOrder | 'open' | 'mixed';
  readonly slashes: boolean;
  readonly timeShare: number;
  readonly numberShare: number;
  readonly commaShare: number;
  readonly serialShare: number;
  readonly meanLength: number;
  readonly personShare: number;
}

const MOST_VALUES = 1000;
const ISO = /^\d{4}-\d{1,2}-\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}(:?\d{2})?)?)?$/;
const YMD = /^\d{4}[./]\d{1,2}[./]\d{1,2}( .*)?$/;
const DAY_OR_MONTH = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(,? +\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?)?$/;
const TIME = /^\d{1,3}:\d{2}(:\d{2})?$/;
const NUMBER = /^[+-]?\d{1,3}([\s\u00a0\u202f]?\d{3})*([.,]\d+)?\s*%?$|^[+-]?\d+([.,]\d+)?$/;
const PERSON =
  /^\p{Lu}[\p{Ll}-]+ \p{Lu}\.\s?(\p{Lu}\.)?$|^\p{Lu}\p{L}+(-\p{L}+)? \p{Lu}\p{L}+ \p{Lu}\p{L}+(вич|вна|ична|ВИЧ|ВНА|ИЧНА)$/u;

export const profileOf = (name: string, cells: Iterable<string>): Profile => {
  const counts = new Map<string, number>();
  const seen = { filled: 0, dates: 0, times: 0, numbers: 0, commas: 0, serials: 0, length: 0, persons: 0, withTime: 0 };
  const order = { dmy: 0, mdy: 0, ymd: 0, open: 0, slashes: 0 };
  for (const cell of cells) {
    if (isEmptyText(cell)) continue;
    const text = tidy(cell);
    seen.filled++;
    seen.length += text.length;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    const parts = DAY_OR_MONTH.exec(text);
    if (parts) {
      const [first, second] = [Number(parts[1]), Number(parts[3])];
      seen.dates++;
      if (parts[5]) seen.withTime++;
      if (parts[2] === '/') order.slashes++;
      if (first > 12 && second <= 12) order.dmy++;
      else if (second > 12 && first <= 12) order.mdy++;
      else order.open++;
    } else if (ISO.test(text) || YMD.test(text)) {
      seen.dates++;
      order.ymd++;
      if (text.includes(':')) seen.withTime++;
    } else if (TIME.test(text)) seen.times++;
    else if (NUMBER.test(text)) {
      seen.numbers++;
      if (/\d,\d/.test(text)) seen.commas++;
      const value = Number(text.replace(',', '.'));
      if (value >= 20_000 && value < 80_000) seen.serials++;
    } else if (PERSON.test(text)) seen.persons++;
  }
  const share = (count: number): number => (seen.filled === 0 ? 0 : count / seen.filled);
  return {
    name,
    words: plain(name),
    filled: seen.filled,
    values: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_VALUES)
      .map(([value]) => value),
    uniqueShare: share(counts.size),
    dateShare: share(seen.dates),
    withTimeShare: seen.dates === 0 ? 0 : seen.withTime / seen.dates,
    dateOrder: orderOf(order),
    slashes: order.slashes > 0,
    timeShare: share(seen.times),
    numberShare: share(seen.numbers),
    commaShare: seen.numbers === 0 ? 0 : seen.commas / seen.numbers,
    serialShare: share(seen.serials),
    meanLength: share(seen.length),
    personShare: share(seen.persons),
  };
};

/** The order of the parts of a date is the column's, never a single cell's. `mixed`: days stand first in some cells and
 *  second in others, so that none can be trusted; `open`: no cell tells. */
const orderOf = (seen: { dmy: number; mdy: number; ymd: number; open: number }): Profile['dateOrder'] => {
  if (seen.dmy > 0 && seen.mdy > 0) return 'mixed';
  if (seen.dmy > 0) return 'dmy';
  if (seen.mdy > 0) return 'mdy';
  return seen.open > 0 ? 'open' : 'ymd';
};

/** Dates, some of which may have stayed day numbers of a spreadsheet. */
export const isDateColumn = (profile: Profile): boolean =>
  profile.dateShare > 0 && profile.dateShare + profile.serialShare >= 0.8;
