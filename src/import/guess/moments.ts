import type { ColumnRule, EventColumn, Rule } from '../mapping/schema.ts';
import type { Draft } from './draft.ts';
import type { KnownExport } from './exports.ts';
import { CLOSING, REGISTERING, SUBMITTING } from './names.ts';

/** When the matter was handed in, when and how it ended: taken from the columns that became events. */
export const moments = (
  draft: Draft,
  known: KnownExport | undefined,
  events: readonly EventColumn[],
  fields: Record<string, Rule>,
): void => {
  const dates = events.filter((event) => !event.status);
  const find = (pattern: RegExp): EventColumn | undefined =>
    dates.find((event) => pattern.test(draft.profile(event.column).words));
  handedIn(draft, dates, find, fields);
  const own = known?.closedBy && find(known.closedBy);
  const closing = own ? ([own, 0.9] as const) : firstOf(CLOSING, find);
  const statuses = events.flatMap((event) => Object.values(event.status?.values ?? {}));
  if (closing) {
    fields.closedAt = ruleOfEvent(closing[0]);
    draft.decide('field', closing[0].column, 'closedAt', closing[1]);
  } else if (dates.length > 0 && !statuses.some((act) => act.closes !== undefined)) {
    // A table without any date, such as the list of cases of a log, leaves closing to its events.
    draft.note('note.noClosing', draft.table.name);
  }
  if (fields.outcome === undefined) outcomeByStatus(events, fields);
};

/** The submission, else the registration, else the first sign of the client (a ticket, a call). */
const handedIn = (
  draft: Draft,
  dates: readonly EventColumn[],
  find: (pattern: RegExp) => EventColumn | undefined,
  fields: Record<string, Rule>,
): void => {
  const submitted = dates.find((event) => event.kind === 'submit') ?? find(SUBMITTING);
  const registered = find(REGISTERING);
  const handed = submitted ?? registered ?? dates.find((event) => event.kind === 'queue' || event.kind === 'contact');
  if (!handed) return;
  const then = submitted && registered && submitted !== registered ? ruleOfEvent(registered) : undefined;
  fields.registeredAt = then ? { ...asRule(ruleOfEvent(handed)), else: then } : ruleOfEvent(handed);
  draft.decide('field', handed.column, 'registeredAt', 0.9);
};

const outcomeByStatus = (events: readonly EventColumn[], fields: Record<string, Rule>): void => {
  const status = events.find((event) => event.status)?.status;
  if (!status) return;
  const ends = Object.entries(status.values).flatMap(([value, act]) =>
    act.closes ? [[value, act.closes] as const] : [],
  );
  if (ends.length > 0) fields.outcome = { column: status.column, values: Object.fromEntries(ends), otherwise: 'null' };
};

const ruleOfEvent = ({ column, and, excel, dateOrder }: EventColumn): Rule =>
  and || excel || dateOrder
    ? { column, ...(and ? { and } : {}), ...(excel ? { excel } : {}), ...(dateOrder ? { dateOrder } : {}) }
    : column;

const asRule = (rule: Rule): ColumnRule => (typeof rule === 'string' ? { column: rule } : (rule as ColumnRule));

const firstOf = <T>(
  rows: readonly (readonly [RegExp, number])[],
  find: (pattern: RegExp) => T | undefined,
): readonly [T, number] | undefined => {
  for (const [pattern, sure] of rows) {
    const found = find(pattern);
    if (found) return [found, sure];
  }
  return undefined;
};
