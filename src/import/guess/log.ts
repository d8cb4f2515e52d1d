import { FIELDS } from '#facts';
import type { Act, Rule } from '../mapping/schema.ts';
import { type Draft, isMoment } from './draft.ts';
import { attributes, columnFor, inOrder } from './fields.ts';
import { EVENT_NAMES, PLANNED } from './names.ts';
import type { Profile } from './profile.ts';
import { statusActs } from './statuses.ts';
import { endingOf, initiatorOf } from './stems.ts';

const EVENT_ORDER = FIELDS.event.map((field) => field.name);

interface LogColumns {
  readonly caseId: Profile;
  readonly at: Profile;
  readonly activity: Profile;
  readonly sure: number;
}

/** The columns that make a table a log of events: a case's number that comes again, one moment, an activity. */
export const logColumns = (draft: Draft): LogColumns | undefined => {
  const row = (field: string) => EVENT_NAMES.find((one) => one.field === field) as (typeof EVENT_NAMES)[number];
  const taken = new Set<string>();
  const activity = columnFor(draft, row('activity'), taken);
  if (!activity) return undefined;
  taken.add(activity.profile.name);
  const caseId = columnFor(draft, row('caseId'), taken);
  if (!caseId) return undefined;
  taken.add(caseId.profile.name);
  const moment = (one: Profile): boolean => isMoment(one, true) && !PLANNED.test(one.words);
  const at = columnFor(draft, row('at'), taken, moment);
  if (!at) return undefined;
  const moments = draft.profiles.filter((one) => isMoment(one, false) && !PLANNED.test(one.words));
  const named = activity.sure > 0.95 && at.sure > 0.95;
  if (!named && (moments.length > 1 || caseId.profile.uniqueShare > 0.95)) return undefined;
  return {
    caseId: caseId.profile,
    at: at.profile,
    activity: activity.profile,
    sure: Math.min(caseId.sure, at.sure, activity.sure),
  };
};

/** A log: each row an event; the dictionary of its activities says what they mean and which end a case. */
export const guessLog = (draft: Draft, columns: LogColumns): void => {
  draft.rows('event', 'why.rows.event', columns.sure);
  const { caseId, at, activity } = columns;
  const hints = draft.dateHints(at);
  const fields: Record<string, Rule> = {
    caseId: caseId.name,
    at: Object.keys(hints).length > 0 ? { column: at.name, ...hints } : at.name,
    activity: activity.name,
  };
  const taken = new Set([caseId.name, at.name, activity.name]);
  let lifecycle: string | undefined;
  for (const row of EVENT_NAMES) {
    if (fields[row.field] !== undefined) continue;
    const found = columnFor(draft, row, taken);
    if (!found) continue;
    taken.add(found.profile.name);
    if (row.field === 'lifecycle') lifecycle = found.profile.name;
    else if (row.field === 'initiator')
      fields.initiator = { column: found.profile.name, values: draft.place(found.profile, initiatorOf, 'null') };
    else fields[row.field] = found.profile.name;
    draft.decide('field', found.profile.name, row.field, found.sure);
  }
  const values = statusActs(draft, activity);
  endings(draft, columns, values);
  draft.mapping.activities = { column: activity.name, values, ...(lifecycle ? { lifecycle } : {}) };
  draft.mapping.fields = inOrder({ ...fields, ...attributes(draft, taken) }, EVENT_ORDER);
};

/** Activities that nearly always come last end the case. Only where the sample holds cases whole: in rows grouped by
 *  case. */
const endings = (draft: Draft, columns: LogColumns, values: Record<string, Act>): void => {
  if (Object.values(values).some((act) => act.closes !== undefined)) {
    draft.decide('closing', columns.activity.name, 'status', 0.85);
    return;
  }
  const index = (profile: Profile): number => draft.table.columns.indexOf(profile.name);
  const [idAt, activityAt] = [index(columns.caseId), index(columns.activity)];
  const seen = new Set<string>();
  const counts = new Map<string, { all: number; last: number }>();
  let previous: { id: string; activity: string } | undefined;
  let broken = 0;
  const count = (activity: string, key: 'all' | 'last'): void => {
    const one = counts.get(activity) ?? { all: 0, last: 0 };
    one[key]++;
    counts.set(activity, one);
  };
  for (const row of draft.table.rows) {
    const [id, activity] = [row[idAt] ?? '', row[activityAt] ?? ''];
    count(activity, 'all');
    if (previous && previous.id !== id) {
      count(previous.activity, 'last');
      if (seen.has(id)) broken++;
    }
    seen.add(id);
    previous = { id, activity };
  }
  const grouped = seen.size >= 5 && broken / seen.size < 0.05 && draft.table.rows.length > seen.size * 1.5;
  const last = [...counts]
    .filter(([, one]) => one.last >= 3 && one.last / one.all >= 0.8)
    .map(([activity]) => activity);
  if (!grouped || last.length === 0) {
    draft.note('note.noClosing', columns.activity.name);
    return;
  }
  for (const activity of last) values[activity] = { ...values[activity], closes: endingOf(activity)?.means ?? '' };
  draft.decide('closing', columns.activity.name, last.join('; '), 0.8);
  draft.note('note.closingBySight', columns.activity.name, { got: last.join('; ') });
};
