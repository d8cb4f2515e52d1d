import { FACTS, type Fact, FIELDS } from '#facts';
import { isCanonical, missingFields } from '../formats/canonical.ts';
import type { Rule } from '../mapping/schema.ts';
import { type Draft, isMoment } from './draft.ts';
import { attributes, columnFor, inOrder } from './fields.ts';
import { OTHER_NAMES } from './names.ts';
import type { Profile } from './profile.ts';
import { plain } from './stems.ts';

/** A canonical table among others of its file: fields by their own names. */
export const guessCanonical = (draft: Draft): boolean => {
  const fact = FACTS.find((one) => isCanonical(draft.table, one) && missingFields(draft.table, one, '').length === 0);
  if (!fact) return false;
  draft.rows(fact, 'why.rows.canonical', 1);
  draft.mapping.fields = Object.fromEntries(draft.table.columns.map((column) => [column, column]));
  return true;
};

const WORDED: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  'organisation.kind': [
    [/^(орган|ведомств|министер|body)/, 'body'],
    [/./, 'unit'],
  ],
  'text.kind': [
    [/отказ|refus/, 'refusal'],
    [/уведом|извещ|notice/, 'notice'],
    [/страниц|page/, 'page'],
    [/ответ|письм|repl/, 'reply'],
  ],
  'invitation.answered': [
    [/^(да|yes|true|1|ответил)/, 'yes'],
    [/./, 'no'],
  ],
};

/** Texts, readings, invitations, the organisation: told by columns that only they have. */
export const guessOther = (draft: Draft): boolean => {
  for (const [key, { needs, rows }] of Object.entries(OTHER_NAMES)) {
    const fact = key as Fact;
    const taken = new Set<string>();
    const field = (one: string) => FIELDS[fact].find((candidate) => candidate.name === one);
    const found = rows.flatMap((row) => {
      const dated = field(row.field)?.type === 'instant';
      const column = columnFor(draft, row, taken, (profile) => !dated || isMoment(profile, true));
      if (!column) return [];
      taken.add(column.profile.name);
      return [{ ...column, name: row.field, dated }];
    });
    if (!needs.every((need) => found.some((one) => one.name === need))) continue;
    draft.rows(fact, 'why.rows.telling', 0.85);
    const fields: Record<string, Rule> = {};
    for (const { profile, sure, name, dated } of found) {
      draft.decide('field', profile.name, name, sure);
      const words = WORDED[`${fact}.${name}`];
      const hints = dated ? draft.dateHints(profile) : {};
      fields[name] = words
        ? { column: profile.name, values: worded(draft, profile, words, field(name)?.oneOf ?? []) }
        : Object.keys(hints).length > 0
          ? { column: profile.name, ...hints }
          : profile.name;
    }
    if (fact === 'text' && fields.kind === undefined) fields.kind = { constant: 'reply' };
    const order = FIELDS[fact].map((one) => one.name);
    draft.mapping.fields = inOrder({ ...fields, ...attributes(draft, taken) }, order);
    return true;
  }
  return false;
};

const worded = (
  draft: Draft,
  profile: Profile,
  words: readonly (readonly [RegExp, string])[],
  candidates: readonly string[],
): Record<string, string> =>
  draft.place(
    profile,
    (text) => {
      const hit = words.find(([pattern]) => pattern.test(plain(text)));
      return hit && { means: hit[1], stem: hit[0].source };
    },
    { ask: 'ask.values', candidates },
  );
