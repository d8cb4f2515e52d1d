import type { FieldSource } from '#acts';
import type { Field } from '#facts';
import { EARLIEST, LATEST } from '#time';
import { named, quote } from './database.ts';

/** Typed reading of one field: the SQL of its value, and of the number of the rule that it breaks (null: none). */
export interface Cast {
  readonly value: string;
  readonly fault: string;
}

/** Rules a cell can break; the place in this list is the fault's number. */
export const FAULTS = [
  'row.required',
  'row.dateMalformed',
  'row.dateImpossible',
  'row.afterClock',
  'row.numberMalformed',
  'row.numberOutOfRange',
  'row.codeUnknown',
  'row.instantTooPrecise',
  'row.dateOutOfRange',
] as const;
export type Fault = (typeof FAULTS)[number];
const fault = (code: Fault): number => FAULTS.indexOf(code) + 1;

// No clock on earth is further than 14 hours from UTC.
const OFFSET = String.raw`(Z|[+-](0\d|1[0-3])(:?[0-5]\d)?|[+-]14(:?00)?)`;
const ISO = String.raw`\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?${OFFSET}?)?`;
const ISO_WHOLE = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?${OFFSET}`;
const ISO_SHAPE = String.raw`\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)?)?`;
const ISO_PRECISE = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\.\d{7,}(Z|[+-]\d\d(:?\d\d)?)?`;
const TIMES = ['', ' %H:%M:%S', ' %H:%M', ' %H:%M:%S.%f'];
// The engine's %Y takes two digits too, as a year of the first century: %y is tried before it.
const ORDERS = {
  dmy: ['%d.%m.%y', '%d.%m.%Y', '%d/%m/%y', '%d/%m/%Y', '%d-%m-%Y'],
  mdy: ['%m/%d/%y', '%m/%d/%Y', '%m.%d.%Y'],
  ymd: ['%Y.%m.%d', '%Y/%m/%d'],
} as const;
const DATE_SHAPE = String.raw`\d{1,4}[./-]\d{1,2}[./-]\d{2,4}([ T]\d{1,2}:\d\d(:\d\d(\.\d{1,6})?)?)?`;
const EXCEL_DAY = String.raw`\d{5}(\.\d+)?`;
const NUMBER = String.raw`[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?`;

/** Integers of facts are counts, except `seq`, an order. */
const COUNT_MAX = 2_147_483_647;
const BLANKS = String.raw`[\s\x{00A0}\x{202F}\x{2007}\x{2009}]+`;

/** The text of a source, by the order that `ColumnSource` states; canonical cells are verbatim. */
export function textOf(
  field: Field,
  source: FieldSource | undefined,
  empty: readonly string[],
  verbatim: boolean,
): string {
  const fallback = field.default === undefined ? undefined : quote(field.default);
  if (!source) return fallback ?? 'NULL';
  const text = sourceText(field, source, empty, verbatim);
  return fallback === undefined ? text : `coalesce(${text}, ${fallback})`;
}

/** A value that a dictionary does not name and must not be guessed: no code is spelt so, hence it is refused. */
const UNNAMED = '\u0001';

function sourceText(field: Field, source: FieldSource, empty: readonly string[], verbatim: boolean): string {
  if ('constant' in source) return source.constant === '' ? 'NULL' : quote(source.constant);
  const cell = column(source.column);
  if (verbatim && !source.values && !source.and && !source.when && !source.else) return cell;
  let text = filled(cell, empty);
  for (const more of source.and ?? []) text = `(${text}) || coalesce(' ' || (${filled(column(more), empty)}), '')`;
  if (source.values) {
    const arms = Object.entries(source.values).map(
      ([from, to]) => `WHEN ${quote(from)} THEN ${to === '' ? 'NULL' : quote(to)}`,
    );
    const rest =
      source.otherwise === 'null'
        ? 'NULL'
        : source.otherwise === 'keep'
          ? text
          : `CASE WHEN (${text}) IS NOT NULL THEN ${quote(UNNAMED)} || (${text}) END`;
    if (arms.length) text = `CASE ${fold(text)} ${arms.join(' ')} ELSE ${rest} END`;
  }
  if (source.when) {
    const held = source.when.values.map(quote).join(', ');
    text = `CASE WHEN list_contains([${held}], ${fold(column(source.when.column))}) THEN ${text} END`;
  }
  if (field.type === 'integer' || field.type === 'number') {
    const dense = `regexp_replace(${text}, '${BLANKS}', '', 'g')`;
    text = source.decimal === ',' ? `replace(${dense}, ',', '.')` : dense;
  }
  return source.else ? `coalesce(${text}, ${sourceText(field, source.else, empty, verbatim)})` : text;
}

/** A cell without blanks at its ends; null where it is empty or says so in other words. */
export const filled = (cell: string, empty: readonly string[]): string => {
  const trimmed = `nullif(regexp_replace(${cell}, '^${BLANKS}|${BLANKS}$', '', 'g'), '')`;
  return empty.length
    ? // Not IN: of a long list the engine makes a join, and a table in memory for every column.
      `CASE WHEN list_contains([${empty.map(quote).join(', ')}], ${fold(cell)}) THEN NULL ELSE ${trimmed} END`
    : trimmed;
};

/** The form in which found values are compared with a mapping's keys. */
export const fold = (text: string): string =>
  `replace(lower(trim(regexp_replace(${text}, '${BLANKS}', ' ', 'g'))), 'ё', 'е')`;

export const column = (name: string): string => `t.${named(name)}`;

/** Cast of one field whose text lies in the column `x` and whose typed value will lie in the column `v`. */
export function castField(
  field: Field,
  source: FieldSource | undefined,
  x: string,
  v: string,
  context: { zone: string; now: number; verbatim: boolean },
): Cast {
  const missing = field.required ? `WHEN ${x} IS NULL THEN ${fault('row.required')} ` : '';
  const when = (rule: string) => `CASE ${missing}WHEN ${x} IS NOT NULL AND ${v} IS NULL THEN ${rule} END`;
  const plain = field.required ? `CASE ${missing}END` : 'NULL';
  if (!source && field.default === undefined) return { value: 'NULL', fault: plain };
  switch (field.type) {
    case 'instant': {
      const strange = `WHEN ${v} < ${EARLIEST} OR ${v} >= ${LATEST} THEN ${fault('row.dateOutOfRange')} `;
      const late = field.planned ? '' : `WHEN ${v} > ${context.now} THEN ${fault('row.afterClock')} `;
      return {
        value: instant(x, field, context.verbatim ? undefined : source, context.zone),
        fault: `CASE ${missing}${strange}${late}WHEN ${x} IS NOT NULL AND ${v} IS NULL THEN ${dateFault(x)} END`,
      };
    }
    case 'integer': {
      const floor = field.name === 'seq' ? -COUNT_MAX : 0;
      return {
        value: `CASE WHEN regexp_full_match(${x}, '[+-]?\\d+(\\.0*)?') AND try_cast(${x} AS DOUBLE) BETWEEN ${floor} AND ${COUNT_MAX} THEN try_cast(try_cast(${x} AS DOUBLE) AS INTEGER) END`,
        fault: when(numberFault(x)),
      };
    }
    case 'number':
      return {
        value: `CASE WHEN regexp_full_match(${x}, '${NUMBER}') AND abs(try_cast(${x} AS DOUBLE)) < 1e15 THEN try_cast(${x} AS DOUBLE) END`,
        fault: when(numberFault(x)),
      };
    case 'list': {
      const words = field.oneOf ?? [];
      const bits = words.map(
        (word, index) =>
          `CASE WHEN list_contains(string_split(${x}, ' '), ${quote(word)}) THEN ${2 ** index} ELSE 0 END`,
      );
      return {
        value: `CASE WHEN ${x} = '?' THEN NULL ELSE (${bits.join(' + ')})::TINYINT END`,
        fault: `CASE WHEN ${x} <> '?' AND NOT list_has_all(['', ${words.map(quote).join(', ')}], string_split(${x}, ' ')) THEN ${fault('row.codeUnknown')} END`,
      };
    }
    case 'code':
      if (field.oneOf) {
        const arms = field.oneOf.map((word, index) => `WHEN ${quote(word)} THEN ${index + 1}`).join(' ');
        return { value: `(CASE ${x} ${arms} END)::TINYINT`, fault: when(String(fault('row.codeUnknown'))) };
      }
      return { value: x, fault: plain };
    case 'id':
    case 'key':
    case 'person':
    case 'text':
      return { value: x, fault: plain };
  }
}

const numberFault = (x: string): string =>
  `CASE WHEN regexp_full_match(${x}, '${NUMBER}') THEN ${fault('row.numberOutOfRange')} ELSE ${fault('row.numberMalformed')} END`;

function instant(x: string, field: Field, source: FieldSource | undefined, zone: string): string {
  const hint = source && 'column' in source ? source : undefined;
  // Most instants say everything: they need no second look.
  const arms = [
    `WHEN regexp_full_match(${x}, '${ISO_WHOLE}') THEN epoch_us(try_cast(${x} AS TIMESTAMPTZ))`,
    `WHEN regexp_full_match(${x}, '${ISO}') THEN ${isoInstant(x, field, zone)}`,
  ];
  if (hint?.dateOrder) {
    const formats = ORDERS[hint.dateOrder].flatMap((date) => TIMES.map((time) => quote(date + time)));
    const stamp = `try_strptime(replace(${x}, 'T', ' '), [${formats.join(', ')}])`;
    arms.push(
      `WHEN regexp_full_match(${x}, '${DATE_SHAPE}') THEN ${localInstant(stamp, `NOT contains(${x}, ':')`, field, zone)}`,
    );
  }
  if (hint?.excelSerial) {
    // Serial 1 is 1900-01-01 with the false leap day of 1900: counted from 1899-12-30 all later dates are right.
    const stamp = `(TIMESTAMP '1899-12-30' + to_microseconds(round(try_cast(${x} AS DOUBLE) * 86400)::BIGINT * 1000000))`;
    arms.push(
      `WHEN regexp_full_match(${x}, '${EXCEL_DAY}') THEN ${localInstant(stamp, `NOT contains(${x}, '.')`, field, zone)}`,
    );
  }
  return `CASE ${arms.join(' ')} END`;
}

/** True where the text is a day without a time of day. */
export const dayOnly = (x: string): string => `NOT contains(${x}, ':')`;

/** ISO 8601 with or without offset; seconds may be missing. */
function isoInstant(x: string, field: Field, zone: string): string {
  const seconds = `CASE WHEN length(${x}) > 16 AND ${x}[17] <> ':' THEN ${x}[1:16] || ':00' || ${x}[17:] ELSE ${x} END`;
  const offset = `(${x}[-1] = 'Z' OR ${x}[-3] IN ('+', '-') OR ${x}[-5] IN ('+', '-') OR ${x}[-6] IN ('+', '-'))`;
  return `CASE WHEN length(${x}) > 10 AND ${offset} THEN epoch_us(try_cast(${seconds} AS TIMESTAMPTZ)) ELSE ${localInstant(`try_cast(${x} AS TIMESTAMP)`, `length(${x}) = 10`, field, zone)} END`;
}

function localInstant(stamp: string, isDay: string, field: Field, zone: string): string {
  const at = (moment: string) => `epoch_us(timezone(${quote(zone)}, ${moment}))`;
  return field.edge === 'end'
    ? `CASE WHEN ${isDay} THEN ${at(`${stamp} + INTERVAL 1 DAY`)} - 1 ELSE ${at(stamp)} END`
    : at(stamp);
}

function dateFault(x: string): string {
  return `CASE WHEN regexp_full_match(${x}, '${ISO_PRECISE}') THEN ${fault('row.instantTooPrecise')} WHEN regexp_full_match(${x}, '${ISO_SHAPE}|${DATE_SHAPE}') THEN ${fault('row.dateImpossible')} ELSE ${fault('row.dateMalformed')} END`;
}
