import type { Refusal } from '#facts';
import type { DateOrder, Mapping } from '../mapping/schema.ts';
import { guessAnswers, guessLongAnswers, type Question, questionColumns } from './answers.ts';
import { type Decision, Draft, type GuessTable, isMoment, SURE, type Unsettled } from './draft.ts';
import { type KnownExport, knownExport } from './exports.ts';
import { guessLog, logColumns } from './log.ts';
import { CASE_NAMES } from './names.ts';
import { guessCanonical, guessOther } from './others.ts';
import { EMPTY_TEXTS, isDateColumn } from './profile.ts';
import { guessWide } from './wide.ts';

export interface Guess {
  readonly mapping: Mapping;
  readonly decisions: readonly Decision[];
  readonly unsettled: readonly Unsettled[];
  readonly notes: readonly Refusal[];
  /** Nothing is unsettled and every decision is at least 0.8 sure: may be used without asking. */
  readonly sure: boolean;
}

export interface GuessOptions {
  /** Zone of times without an offset, where the file does not tell; the installation's. */
  readonly zone?: string;
  readonly encoding?: string;
  /** Words of a code (`why.…`) for the mapping's reader; default: the code as it is. */
  readonly words?: (code: string) => string;
}

/** A mapping for the tables of one source, by the names of columns and by their values; facts.md § 5. */
export const guessMapping = (
  tables: readonly GuessTable[],
  questions: readonly Question[],
  options: GuessOptions = {},
): Guess => {
  const words = options.words ?? ((code) => code);
  const drafts = tables.map((table) => new Draft({ ...table, alone: table.alone ?? tables.length === 1 }, words));
  const dateOrder = settleDateOrder(drafts);
  const known = drafts.map((draft) => guessTable(draft, questions, dateOrder));
  const export_ = known.find((one) => one !== undefined);
  const decisions = drafts.flatMap((draft) => draft.decisions);
  const unsettled = drafts.flatMap((draft) => draft.unsettled);
  const moscow = tables.some((table) => table.columns.some((column) => /\(МСК\)/i.test(column)));
  const mapping: Mapping = {
    mapping: 1,
    // Batches are compared within a source: «cases» of one log must not replace those of another.
    source: export_?.source ?? tables[0]?.file ?? tables[0]?.name ?? 'source',
    zone: export_?.zone ?? (moscow ? 'Europe/Moscow' : (options.zone ?? 'Europe/Moscow')),
    ...(options.encoding && options.encoding !== 'utf-8' ? { encoding: options.encoding } : {}),
    dateOrder,
    decimal: settleDecimal(drafts),
    empty: [...EMPTY_TEXTS],
    tables: drafts.map((draft) => ordered(draft)),
  };
  return {
    mapping,
    decisions,
    unsettled,
    notes: drafts.flatMap((draft) => draft.notes),
    sure: unsettled.length === 0 && decisions.every((decision) => decision.sure >= SURE),
  };
};

const guessTable = (draft: Draft, questions: readonly Question[], dateOrder: DateOrder): KnownExport | undefined => {
  draft.dateOrder = dateOrder;
  // The parts of a log bear canonical names, yet what its activities mean is to be guessed.
  if (draft.table.format !== 'xes' && guessCanonical(draft)) return undefined;
  const known = knownExport(draft.profiles.map((profile) => profile.words));
  const log = logColumns(draft);
  if (log && !known) {
    guessLog(draft, log);
    return undefined;
  }
  const asked = questionColumns(draft, questions);
  if (known?.rows === 'answer' || (!known && asked.length >= 2) || (asked.length === 1 && !hasCaseId(draft))) {
    guessAnswers(draft, known, asked);
    return known;
  }
  if (!known && guessLongAnswers(draft, questions)) return undefined;
  if (!known && guessOther(draft)) return undefined;
  if (known || hasCaseId(draft) || (draft.table.format === 'xes' && draft.table.columns.includes('id'))) {
    guessWide(draft, known);
    return known;
  }
  draft.ask('ask.rows', 'rows', ['case', 'event', 'answer', 'invitation', 'text', 'reading', 'organisation', 'none']);
  draft.decide('rows', undefined, 'none', 0);
  return undefined;
};

const hasCaseId = (draft: Draft): boolean => {
  const id = CASE_NAMES.find((row) => row.field === 'id');
  return draft.profiles.some((profile) => id?.names.some(([pattern]) => pattern.test(profile.words)));
};

/** One order for the mapping: what its columns tell. Where none tells, Russian tables are day first; others are asked
 *  about (`date.order`). */
const settleDateOrder = (drafts: readonly Draft[]): DateOrder => {
  const dates = drafts.flatMap((draft) =>
    draft.profiles.filter(isDateColumn).map((profile) => ({ draft, profile, order: profile.dateOrder })),
  );
  const told = (order: DateOrder): number => dates.filter((date) => date.order === order).length;
  if (told('dmy') > 0 || told('mdy') > 0) return told('mdy') > told('dmy') ? 'mdy' : 'dmy';
  const open = dates.filter((date) => date.order === 'open');
  if (open.length === 0) return dates.length > 0 && dates.every((date) => date.order === 'ymd') ? 'ymd' : 'dmy';
  for (const { draft, profile } of open) {
    const russian = draft.table.columns.some((column) => /[а-яё]/i.test(column));
    if (profile.slashes && !russian)
      draft.ask('date.order', 'dateOrder', ['dmy', 'mdy'], {
        column: profile.name,
        values: profile.values.slice(0, 3),
      });
  }
  return 'dmy';
};

const settleDecimal = (drafts: readonly Draft[]): ',' | '.' => {
  const numbers = drafts.flatMap((draft) =>
    draft.profiles.filter((one) => one.numberShare >= 0.8 && !isMoment(one, false)),
  );
  return numbers.some((one) => one.commaShare > 0) ? ',' : '.';
};

/** Keys in the order in which one reads them. */
const ordered = ({ mapping }: Draft): Draft['mapping'] => {
  const { table, rows, why, repeats, fields, events, activities, cases, answers, answerFields, ignored } = mapping;
  const entries = Object.entries({
    table,
    rows,
    why,
    repeats,
    fields,
    events,
    activities,
    cases,
    answers,
    answerFields,
    ignored,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Draft['mapping'];
};
