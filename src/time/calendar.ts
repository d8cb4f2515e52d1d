import { parseDay } from './days.ts';

/** What a production calendar says of one date. A date may be both worked and short. */
export interface CalendarDay {
  /** `holiday` or `dayoff`: nothing is worked. */
  readonly off: boolean;
  /** Ends one hour earlier. */
  readonly short: boolean;
  /** A worked weekend day: the day number whose working day was moved here. */
  readonly workedFor: number | null;
}

/** A production calendar: what differs from the plain week, by day number since 1970-01-01. */
export interface Calendar {
  readonly days: ReadonlyMap<number, CalendarDay>;
}

export interface CalendarRefusal {
  readonly code:
    | 'calendar.header'
    | 'calendar.columns'
    | 'calendar.date'
    | 'calendar.kind'
    | 'calendar.moved'
    | 'calendar.twice';
  /** 1-based line of the file. */
  readonly line: number;
  readonly got: string;
}

/** Nothing but the plain week. */
export const EMPTY_CALENDAR: Calendar = { days: new Map() };

const PLAIN: CalendarDay = { off: false, short: false, workedFor: null };
const KINDS = ['holiday', 'dayoff', 'workday', 'short'] as const;
type Kind = (typeof KINDS)[number];

/** Reads a calendar file: `date,kind,moved`, kinds `holiday` `dayoff` `workday` `short`; `moved` is needed for a
 *  `workday`, whose hours are those of that date's weekday. */
export const parseCalendar = (
  csv: string,
):
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly refusals: readonly CalendarRefusal[] } => {
  const days = new Map<number, CalendarDay>();
  const seen = new Set<string>();
  const refusals: CalendarRefusal[] = [];
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trim() !== 'date,kind,moved') {
    return { ok: false, refusals: [{ code: 'calendar.header', line: 1, got: (lines[0] ?? '').slice(0, 200) }] };
  }
  for (let index = 1; index < lines.length; index++) {
    const text = lines[index]!.trim();
    if (text === '') continue;
    const read = readRow(text);
    if (typeof read === 'string') refusals.push({ code: read, line: index + 1, got: text.slice(0, 200) });
    else if (seen.has(read.key)) refusals.push({ code: 'calendar.twice', line: index + 1, got: text.slice(0, 200) });
    else {
      seen.add(read.key);
      days.set(read.day, withKind(days.get(read.day) ?? PLAIN, read.kind, read.moved));
    }
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, calendar: { days } };
};

/** A regional calendar: the federal one plus its own rows. On one date a day off wins over work, and the region's
 *  moved day over the federal one. */
export const joinCalendars = (federal: Calendar, own: Calendar): Calendar => {
  const days = new Map(federal.days);
  for (const [day, mine] of own.days) {
    const theirs = days.get(day) ?? PLAIN;
    days.set(day, {
      off: theirs.off || mine.off,
      short: theirs.short || mine.short,
      workedFor: mine.workedFor ?? theirs.workedFor,
    });
  }
  return { days };
};

const readRow = (
  text: string,
): { key: string; day: number; kind: Kind; moved: number | null } | CalendarRefusal['code'] => {
  const [date = '', kindText = '', movedText = '', ...more] = text.split(',').map((cell) => cell.trim());
  if (more.length > 0) return 'calendar.columns';
  const day = parseDay(date);
  if (day === null) return 'calendar.date';
  const kind = KINDS.find((known) => known === kindText);
  if (kind === undefined) return 'calendar.kind';
  const moved = movedText === '' ? null : parseDay(movedText);
  if (moved === null && (movedText !== '' || kind === 'workday')) return 'calendar.moved';
  return { key: `${day} ${kind}`, day, kind, moved };
};

const withKind = (day: CalendarDay, kind: Kind, moved: number | null): CalendarDay => {
  switch (kind) {
    case 'holiday':
    case 'dayoff':
      return { ...day, off: true };
    case 'short':
      return { ...day, short: true };
    case 'workday':
      return { ...day, workedFor: moved };
  }
};
