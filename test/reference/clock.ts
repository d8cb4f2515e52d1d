import { readFileSync } from 'node:fs';
import { type Micros, nextDate, wallTime } from './instants.ts';

// The working clock the obvious way: a list of working stretches, day by day (facts.md § 3).

export const DEFAULT_SCHEDULE = 'Mo-Th 09:00-13:00,13:45-18:00; Fr 09:00-13:00,13:45-16:45';
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Minutes of the day, [from, to). */
type Hours = readonly (readonly [number, number])[];
type Week = readonly Hours[];

/** The part of the OpenStreetMap form in use: `Mo-Th 09:00-13:00,13:45-18:00; Fr …`. A later rule replaces an earlier. */
export function parseSchedule(text: string): Week {
  const week: Hours[] = WEEKDAYS.map(() => []);
  for (const rule of text.split(';').map((part) => part.trim())) {
    if (rule === '') continue;
    const [days, ...rest] = rule.split(/\s+/);
    const times = rest.join('');
    const hours = /^(off|closed)$/.test(times) ? [] : times.split(',').map(parseRange);
    for (const part of days!.split(',')) {
      const [first, last = first] = part.split('-').map((day) => WEEKDAYS.indexOf(day));
      for (let day = first!; ; day = (day + 1) % 7) {
        week[day] = hours;
        if (day === last) break;
      }
    }
  }
  return week;
}

function parseRange(text: string): readonly [number, number] {
  const [from, to] = text.split('-').map((clock) => {
    const [hour, minute] = clock.split(':').map(Number);
    return hour! * 60 + minute!;
  });
  return [from!, to!];
}

interface Special {
  readonly holiday: boolean;
  readonly dayoff: boolean;
  readonly short: boolean;
  /** The date whose weekday's hours a worked day off has. */
  readonly workday: string | null;
}
export type Calendar = ReadonlyMap<string, Special>;

export function readCalendar(path: string): Calendar {
  const calendar = new Map<string, Special>();
  for (const line of readFileSync(path, 'utf8').trim().split(/\r?\n/).slice(1)) {
    const [date, kind, moved] = line.split(',');
    const before = calendar.get(date!) ?? { holiday: false, dayoff: false, short: false, workday: null };
    calendar.set(date!, {
      holiday: before.holiday || kind === 'holiday',
      dayoff: before.dayoff || kind === 'dayoff',
      short: before.short || kind === 'short',
      workday: kind === 'workday' ? moved || date! : before.workday,
    });
  }
  return calendar;
}

const weekday = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** Working hours of one date. */
export function hoursOf(date: string, week: Week, calendar: Calendar): Hours {
  const special = calendar.get(date);
  if (special?.holiday || special?.dayoff) return [];
  let hours = week[weekday(date)]!;
  if (special?.workday && hours.length === 0) hours = week[weekday(special.workday)]!;
  return special?.short ? oneHourLess(hours) : hours;
}

/** A short day ends an hour earlier: an hour is taken from its end, from the stretch before where the last is shorter. */
function oneHourLess(hours: Hours): Hours {
  const last = hours.at(-1);
  if (last === undefined) return hours;
  const end = last[1] - 60;
  return hours.flatMap(([from, to]) => (from < end ? [[from, Math.min(to, end)] as const] : []));
}

/** One schedule in one zone, for the dates from `first` to `last`. */
export class Clock {
  private readonly from: Micros[] = [];
  private readonly to: Micros[] = [];
  private readonly before: Micros[] = [];

  constructor(zone: string, schedule: string, calendar: Calendar, first: string, last: string) {
    const week = parseSchedule(schedule);
    let sum = 0;
    for (let date = first; date <= last; date = nextDate(date)) {
      for (const [from, to] of hoursOf(date, week, calendar)) {
        const begin = wallTime(date, from, zone);
        const end = wallTime(date, to, zone);
        this.from.push(begin);
        this.to.push(end);
        this.before.push(sum);
        sum += end - begin;
      }
    }
  }

  /** Working microseconds up to an instant. */
  private upTo(at: Micros): Micros {
    let low = 0;
    let high = this.from.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.from[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    return this.before[low - 1]! + Math.min(at, this.to[low - 1]!) - this.from[low - 1]!;
  }

  working(from: Micros, to: Micros): Micros {
    return to <= from ? 0 : this.upTo(to) - this.upTo(from);
  }
}
