import { FACTS, type Fact, FIELDS } from '#facts';
import { isCanonical, missingFields } from '../formats/canonical.ts';
import type { Rule } from '../mapping/schema.ts';
import { type Draft, isMoment } from './draft.ts';
import { attributes, columnFor, inOrder } from './fields.ts';
import { OTHER_NAMES } from './names.ts';
import { plain } from './stems.ts';

/** A canonical table among others of its file: fields by their own names. */
export const guessCanonical = (draft: Draft): boolean => {
  const fact = FACTS.find((one) => isCanonical(draft.table, one) && missingFields(draft.table, one, '').length === 0);
  if (!fact) return false;
  draft.rows(fact, 'Столбцы названы полями канонического файла.', 1);
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
  for (const [name, { needs, rows }] of Object.entries(OTHER_NAMES)) {
    const fact = name as Fact;
    const taken = new Set<string>();
    const fields: Record<string, Rule> = {};
    const decisions: (readonly [string, string, number])[] = [];
    for (const row of rows) {
      const dated = FIELDS[fact].find((field) => field.name === row.field)?.type === 'instant';
      const found = columnFor(draft, row, taken, (profile) => !dated || isMoment(profile, true));
      if (!found) continue;
      taken.add(found.profile.name);
      decisions.push([found.profile.name, row.field, found.sure]);
      const words = WORDED[`${fact}.${row.field}`];
      const hints = dated ? draft.dateHints(found.profile) : {};
      if (words) {
        const values = draft.place(
          found.profile,
          (text) => {
            const hit = words.find(([pattern]) => pattern.test(plain(text)));
            return hit && { means: hit[1], stem: hit[0].source };
          },
          { ask: 'ask.values', candidates: FIELDS[fact].find((field) => field.name === row.field)?.oneOf ?? [] },
        );
        fields[row.field] = { column: found.profile.name, values };
      } else
        fields[row.field] =
          Object.keys(hints).length > 0 ? { column: found.profile.name, ...hints } : found.profile.name;
    }
    if (!needs.every((need) => fields[need] !== undefined)) continue;
    if (fact === 'text' && fields.kind === undefined) fields.kind = { constant: 'reply' };
    draft.rows(fact, 'Столбцы, какие бывают только у таких строк.', 0.85);
    for (const [column, field, sure] of decisions) draft.decide('field', column, field, sure);
    const order = FIELDS[fact].map((field) => field.name);
    draft.mapping.fields = inOrder({ ...fields, ...attributes(draft, taken) }, order);
    return true;
  }
  return false;
};
