import { FIELDS } from '#facts';
import type { AnswerColumn, Rule } from '../mapping/schema.ts';
import { type Draft, isMoment } from './draft.ts';
import type { KnownExport } from './exports.ts';
import { columnFor, inOrder } from './fields.ts';
import { ANSWER_NAMES, RUNNING_NUMBER } from './names.ts';
import type { Profile } from './profile.ts';
import { clientStatusOf, type Hit, plain } from './stems.ts';

/** A question as surveys word it; `wordings` in all languages. */
export interface Question {
  readonly id: string;
  readonly wordings: readonly string[];
}

const ANSWER_ORDER = FIELDS.answer.map((field) => field.name);

/** The question whose wording (or id) a column's name or a value is. */
export const questionOf = (text: string, questions: readonly Question[]): string | undefined => {
  const words = plain(text);
  if (words === '') return undefined;
  return questions.find(
    (question) =>
      text.trim() === question.id ||
      question.wordings.some((wording) => {
        const own = plain(wording);
        return (
          own === words || (own.length >= 12 && (words.includes(own) || (words.length >= 20 && own.includes(words))))
        );
      }),
  )?.id;
};

const SCALE: readonly (readonly [RegExp, string])[] = [
  [/^(не знаю|не касается|еще рано|затрудн|нет ответа|don t know|not about me|too early)/, ''],
  [/^(совсем не соглас|полностью не соглас|strongly disagree)/, '1'],
  [/^(скорее не соглас|rather disagree)/, '2'],
  [/^(и да и нет|yes and no)/, '3'],
  [/^(скорее соглас|rather agree)/, '4'],
  [/^(полностью соглас|strongly agree)/, '5'],
  [/^намного (снизил|упал|хуже)/, '-2'],
  [/^(немного )?(снизил|упал)/, '-1'],
  [/^не изменил/, '0'],
  [/^намного (вырос|повысил|лучше)/, '2'],
  [/^(немного )?(вырос|повысил)/, '1'],
  [/^(частично|отчасти|partly)/, '0.5'],
  [/^(да|yes)( |$)/, '1'],
  [/^(нет|no)( |$)/, '0'],
];

/** The number of a worded answer: «да / частично / нет» as 1 / 0.5 / 0, agreement as 1…5, «не знаю» as null. */
export const markOf = (text: string): Hit<string> | undefined => {
  const words = plain(text);
  const hit = SCALE.find(([pattern]) => pattern.test(words));
  return hit && { means: hit[1], stem: hit[0].source };
};

/** How many columns of the table are questions of the catalogue. */
export const questionColumns = (draft: Draft, questions: readonly Question[]): readonly AnswerColumn[] =>
  draft.profiles.flatMap((profile) => {
    const question = questionOf(profile.name, questions);
    return question === undefined ? [] : [{ column: profile.name, question }];
  });

/** One row a respondent, a column for each question. */
export const guessAnswers = (draft: Draft, known: KnownExport | undefined, found: readonly AnswerColumn[]): void => {
  draft.rows('answer', known ? `why.export.${known.id}` : 'why.rows.questions', known ? 0.95 : 0.9);
  const answers = new Map<string, AnswerColumn>(found.map((one) => [one.column, one]));
  const taken = new Set<string>();
  for (const profile of draft.profiles) {
    const use = known?.columns.find(([pattern]) => pattern.test(profile.words))?.[1];
    if (use?.use === 'answer') {
      const { question, as } = use;
      answers.set(profile.name, { column: profile.name, question, ...(as ? { as } : {}) });
    } else if (use?.use === 'ignore') {
      draft.ignore(profile.name, use.why);
      taken.add(profile.name);
    } else if (!answers.has(profile.name) && /^(комментар|отзыв|что нам сделать лучше|comment)/.test(profile.words))
      answers.set(profile.name, { column: profile.name, question: 'comment', as: 'text' });
  }
  for (const column of answers.keys()) taken.add(column);
  draft.mapping.answers = [...answers.values()].map((answer) => withValues(draft, answer));
  for (const answer of answers.values()) draft.decide('answer', answer.column, answer.question, 0.95);
  sharedFields(draft, taken, new Set(['question', 'value', 'text']));
};

const withValues = (draft: Draft, answer: AnswerColumn): AnswerColumn => {
  const profile = draft.profile(answer.column);
  if (answer.as === 'text' || profile.filled === 0 || profile.numberShare >= 0.999) return answer;
  return { ...answer, values: marks(draft, profile) };
};

const marks = (draft: Draft, profile: Profile): Record<string, string> => {
  const number = (text: string): Hit<string> | undefined =>
    /^-?\d+([.,]\d+)?$/.test(text) ? { means: text.replace(',', '.'), stem: text } : markOf(text);
  return draft.place(profile, number, {
    ask: 'ask.answerValue',
    candidates: ['0', '0.5', '1', '2', '3', '4', '5', ''],
  });
};

/** One row an answer: question, value, date. */
export const guessLongAnswers = (draft: Draft, questions: readonly Question[]): boolean => {
  const row = (field: string) => ANSWER_NAMES.find((one) => one.field === field) as (typeof ANSWER_NAMES)[number];
  const question = columnFor(draft, row('question'), new Set());
  if (!question) return false;
  const value = columnFor(draft, row('value'), new Set([question.profile.name]));
  if (!value) return false;
  const known = draft.valuesOf(question.profile).filter((text) => questionOf(text, questions) !== undefined);
  if (known.length === 0) return false;
  draft.rows('answer', 'why.rows.answer', 0.9);
  const placed = draft.place(
    question.profile,
    (text) => {
      const id = questionOf(text, questions);
      return id === undefined ? undefined : { means: id, stem: id };
    },
    { ask: 'ask.question', candidates: questions.map((one) => one.id) },
  );
  const numeric = value.profile.numberShare >= 0.999;
  draft.mapping.fields = {
    question: { column: question.profile.name, values: placed },
    value: numeric ? value.profile.name : { column: value.profile.name, values: marks(draft, value.profile) },
  };
  sharedFields(draft, new Set([question.profile.name, value.profile.name]), new Set(['question', 'value']));
  return true;
};

const sharedFields = (draft: Draft, taken: Set<string>, done: ReadonlySet<string>): void => {
  const fields: Record<string, Rule> = { ...draft.mapping.fields };
  for (const row of ANSWER_NAMES) {
    if (done.has(row.field)) continue;
    const fits = (profile: Profile): boolean => row.field !== 'at' || isMoment(profile, true);
    const found = columnFor(draft, row, taken, fits);
    if (!found) continue;
    const { profile, sure } = found;
    taken.add(profile.name);
    const hints = row.field === 'at' ? draft.dateHints(profile) : {};
    if (row.field === 'clientStatus')
      fields.clientStatus = { column: profile.name, values: draft.place(profile, clientStatusOf, 'null') };
    else fields[row.field] = Object.keys(hints).length > 0 ? { column: profile.name, ...hints } : profile.name;
    draft.decide('field', profile.name, row.field, sure);
  }
  if (fields.at === undefined) draft.ask('ask.answerDate', 'field', draft.table.columns);
  // Whatever else stands beside an answer could join it to its author or case.
  for (const profile of draft.profiles)
    if (!taken.has(profile.name))
      draft.ignore(profile.name, RUNNING_NUMBER.test(profile.words) ? 'why.ignored.rowNumber' : 'why.ignored.joins');
  draft.mapping.fields = inOrder(fields, ANSWER_ORDER);
};
