import type { Rule } from '../mapping/schema.ts';
import type { Draft } from './draft.ts';
import { type NameRow, PERSONAL, RUNNING_NUMBER } from './names.ts';
import type { Profile } from './profile.ts';

/** The best column for a field by name; columns taken already are passed over. Two columns that fit alike are asked
 *  about only where the field is an id: elsewhere the first one is as good as the next is an attribute. */
export const columnFor = (
  draft: Draft,
  row: NameRow,
  taken: ReadonlySet<string>,
  fits: (profile: Profile) => boolean = () => true,
): { readonly profile: Profile; readonly sure: number } | undefined => {
  for (const [pattern, sure] of row.names) {
    const profile = draft.profiles.find((one) => !taken.has(one.name) && pattern.test(one.words) && fits(one));
    if (profile) return { profile, sure };
  }
  return undefined;
};

/** Columns that no field took: attributes, unless they hold persons or free text, or only count the rows. */
export const attributes = (draft: Draft, taken: ReadonlySet<string>): Record<string, Rule> => {
  const found: Record<string, Rule> = {};
  for (const profile of draft.profiles) {
    if (taken.has(profile.name)) continue;
    if (RUNNING_NUMBER.test(profile.words)) draft.ignore(profile.name, 'why.ignored.rowNumber');
    else if (PERSONAL.test(profile.words) || profile.personShare >= 0.5 || profile.meanLength > 80) {
      draft.ignore(profile.name, 'why.ignored.persons');
      draft.note('note.personalLeft', profile.name);
    } else found[`x:${profile.name}`] = profile.name;
  }
  return found;
};

/** Keys in the order of the fact's fields, attributes last: the mapping reads like the table of facts.md § 1. */
export const inOrder = (rules: Readonly<Record<string, Rule>>, order: readonly string[]): Record<string, Rule> => {
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return Object.fromEntries(Object.entries(rules).sort(([a], [b]) => rank(a) - rank(b)));
};
