import type { Act } from '../mapping/schema.ts';
import type { Draft } from './draft.ts';
import type { Profile } from './profile.ts';
import { endingOf, meaningOf, plain } from './stems.ts';

/** A status that says something is done: «оказана», «отказано», «закрыто», closed. */
const DONE = /(ан|ян|ен|ыт|ят|ит)[оаы]?( |$)|(closed|completed|resolved|rejected|cancelled|granted|issued)( |$)/;
/** Done, yet not the end. */
const GOES_ON =
  /доработ|приостан|возобнов|продл|зарегистр|принят|запрош|запрос|согласов|подготов|проект|ожида|частично исполн/;

/** The outcome with which a status ends a case; undefined where the case goes on. */
export const closingOf = (status: string): Act['closes'] | undefined => {
  const words = plain(status);
  if (!DONE.test(words) || GOES_ON.test(words)) return undefined;
  return endingOf(status)?.means;
};

/** What each status means. A status that nothing fits is a step (facts.md § 1) and is told, for a person to place. */
export const statusActs = (draft: Draft, profile: Profile, endings = true): Record<string, Act> => {
  const acts: Record<string, Act> = {};
  const open: string[] = [];
  for (const value of draft.valuesOf(profile)) {
    const meaning = meaningOf(value);
    const closes = endings ? closingOf(value) : undefined;
    if (!meaning && closes === undefined) open.push(value);
    acts[value] = { ...(meaning?.means ?? { kind: 'step' }), ...(closes === undefined ? {} : { closes }) };
  }
  if (open.length > 0) draft.note('note.valuesAsSteps', profile.name, { got: open.slice(0, 10).join('; ') });
  return acts;
};
