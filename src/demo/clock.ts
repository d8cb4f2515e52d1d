import type { Random } from './random.ts';

/** The demo's moments are whole seconds of the region's wall clock since 1970-01-01 00:00. The region lives in
 *  Europe/Moscow, UTC+3 without summer time since 2014, so wall seconds and instants differ by a constant. */
export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;
const OFFSET = '+03:00';

interface DayFacts {
  readonly text: string;
  /** year × 12 + month (0…11) */
  readonly monthNumber: number;
  readonly month: number;
  /** 0 Sunday … 6 Saturday */
  readonly weekday: number;
  readonly holiday: boolean;
}

/** Labour Code art. 112, without the yearly moves: enough for acts to fall on days that look worked. */
const HOLIDAYS: ReadonlySet<string> = new Set(
  '01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '),
);

const knownDays = new Map<number, DayFacts>();

export const dayOf = (at: number): number => Math.floor(at / DAY);

export function dayFacts(day: number): DayFacts {
  const known = knownDays.get(day);
  if (known) return known;
  const date = new Date(day * DAY * 1000);
  const text = date.toISOString().slice(0, 10);
  const facts: DayFacts = {
    text,
    monthNumber: date.getUTCFullYear() * 12 + date.getUTCMonth(),
    month: date.getUTCMonth(),
    weekday: date.getUTCDay(),
    holiday: HOLIDAYS.has(text.slice(5)),
  };
  knownDays.set(day, facts);
  return facts;
}

export const monthStart = (monthNumber: number): number =>
  Date.UTC(Math.floor(monthNumber / 12), monthNumber % 12, 1) / 1000;

const two = (value: number): string => String(value).padStart(2, '0');
const MINUTES = Array.from({ length: 1440 }, (_, minute) => `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:`);
const SECONDS = Array.from({ length: 60 }, (_, second) => two(second) + OFFSET);

/** ISO 8601 with the region's offset. */
export function instant(at: number): string {
  const whole = Math.floor(at);
  const day = dayOf(whole);
  const second = whole - day * DAY;
  return dayFacts(day).text + MINUTES[Math.floor(second / 60)] + SECONDS[second % 60];
}

export const endOfDay = (at: number): number => (dayOf(at) + 1) * DAY - 1;

/** Opening hours: for each weekday (0 Sunday) the seconds of opening and closing, or null; `osm` is the same schedule in
 *  the form that organisation.csv carries (null: the installation's default). */
export interface Hours {
  readonly osm: string | null;
  readonly week: readonly (readonly [open: number, close: number] | null)[];
  readonly holidays: boolean;
}

const span = (open: number, close: number): readonly [number, number] => [open * HOUR, close * HOUR];

export const OFFICE_HOURS: Hours = {
  osm: null,
  week: [null, span(9, 18), span(9, 18), span(9, 18), span(9, 18), span(9, 16.75), null],
  holidays: false,
};
/** A service centre works on Saturdays and one evening to 20:00. */
export const CENTRE_HOURS: Hours = {
  osm: 'Mo-We,Fr 08:00-18:00; Th 10:00-20:00; Sa 09:00-15:00',
  week: [null, span(8, 18), span(8, 18), span(8, 18), span(10, 20), span(8, 18), span(9, 15)],
  holidays: false,
};
export const REGISTRY_HOURS: Hours = {
  osm: 'Tu-Sa 09:00-18:00',
  week: [null, null, span(9, 18), span(9, 18), span(9, 18), span(9, 18), span(9, 18)],
  holidays: false,
};
export const CLINIC_HOURS: Hours = {
  osm: 'Mo-Su 08:00-20:00',
  week: Array.from({ length: 7 }, () => span(8, 20)),
  holidays: true,
};

function opening(hours: Hours, day: number): readonly [number, number] | null {
  const facts = dayFacts(day);
  return facts.holiday && !hours.holidays ? null : (hours.week[facts.weekday] ?? null);
}

export function isOpen(hours: Hours, at: number): boolean {
  const day = dayOf(at);
  const open = opening(hours, day);
  return open !== null && at >= day * DAY + open[0] && at < day * DAY + open[1];
}

/** The moment of an act `days` after `after`: where that is outside the hours, the nearer of the last closing and the
 *  next opening, so that parts keep their spread instead of all growing to the next morning. Always later than `after`. */
export function actAt(random: Random, hours: Hours, after: number, days: number): number {
  const target = Math.floor(after + days * DAY);
  if (target > after && isOpen(hours, target)) return target;
  const back = lastClosing(hours, target);
  const ahead = nextOpening(hours, target);
  const easy = random.unit() * random.unit();
  if (back - after > 10 * MINUTE && target - back < ahead - target) {
    return Math.floor(back - Math.min(2 * HOUR, back - after - MINUTE) * easy - 1);
  }
  return Math.floor(ahead + 2.5 * HOUR * easy + MINUTE);
}

function nextOpening(hours: Hours, at: number): number {
  for (let day = dayOf(at); ; day++) {
    const open = opening(hours, day);
    if (open && day * DAY + open[0] > at) return day * DAY + open[0];
  }
}

function lastClosing(hours: Hours, at: number): number {
  for (let day = dayOf(at); ; day--) {
    const open = opening(hours, day);
    if (open && day * DAY + open[1] <= at) return day * DAY + open[1];
  }
}

/** A moment of the last open day up to `day`, in its afternoon. */
export function lastAfternoon(random: Random, hours: Hours, day: number): number {
  const closing = lastClosing(hours, (day + 1) * DAY);
  return Math.floor(closing - random.between(0.05, 4) * HOUR);
}

/** A client's arrival at a counter: an open day at or after `day`, more in the morning and after work. */
export function arrival(random: Random, hours: Hours, day: number): number {
  let at = day;
  let open = opening(hours, at);
  while (!open) open = opening(hours, ++at);
  const [from, to] = open;
  const part = random.chance(0.55) ? random.between(0.05, 0.45) : random.between(0.1, 0.9);
  return Math.floor(at * DAY + from + (to - from) * part);
}

/** A client's act on a portal or by phone: any day, waking hours, fewer at weekends. */
export function online(random: Random, day: number): number {
  const weekday = dayFacts(day).weekday;
  const moved = (weekday === 0 || weekday === 6) && random.chance(0.45) ? day + random.whole(1, 5) : day;
  const hour = random.chance(0.6) ? random.between(9, 18) : random.between(7, 23.9);
  return Math.floor(moved * DAY + hour * HOUR);
}
