import { columnOf, type Field, type Lie, lieOf, ROW_FIELDS, type RowType } from '#facts';

/** Where each row lies in the fact store, and which of its columns is its moment as a related row (grammar B.3). */
export const TABLES: Readonly<
  Record<RowType, { readonly table: string; readonly moment: string; readonly live: boolean; readonly ofCase: boolean }>
> = {
  case: { table: 'case_row', moment: 'registeredAt', live: true, ofCase: true },
  event: { table: 'event_row', moment: 'at', live: true, ofCase: true },
  text: { table: 'text_row', moment: 'at', live: true, ofCase: true },
  span: { table: 'span', moment: 'from', live: false, ofCase: true },
  run: { table: 'run', moment: 'startedAt', live: false, ofCase: false },
  answer: { table: 'answer_row', moment: 'at', live: true, ofCase: false },
  invitation: { table: 'invitation_row', moment: 'at', live: true, ofCase: false },
  reading: { table: 'reading_row', moment: 'at', live: true, ofCase: false },
};

/** Spans keep their kind by the span's own list; both stand in the column `kind`. */
export interface Placed {
  readonly field: Field;
  readonly column: string;
  readonly lie: Lie;
}

export function placed(row: RowType, name: string): Placed | null {
  if (name.startsWith('x:')) return { field: { name, type: 'text' }, column: 'extra', lie: 'text' };
  const field = ROW_FIELDS[row].find((known) => known.name === name);
  if (!field) return null;
  if (row === 'run' && name === 'id') return { field, column: 'runNo', lie: 'runNo' };
  return { field, column: columnOf(field), lie: lieOf(field) };
}

export const CALENDAR_SUM = {
  work: 'calendarWork',
  gap: 'calendarGap',
  client: 'calendarClient',
  agency: 'calendarAgency',
  suspension: 'calendarSuspension',
} as const;
export const WORKING_SUM = {
  work: 'workingWork',
  gap: 'workingGap',
  client: 'workingClient',
  agency: 'workingAgency',
  suspension: 'workingSuspension',
} as const;
