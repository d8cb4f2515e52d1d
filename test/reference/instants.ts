import { Temporal } from 'temporal-polyfill';

/** Instants are whole microseconds since 1970 (exact in a double until the year 2255). */
export type Micros = number;
export const SECOND = 1_000_000;
export const HOUR = 3600 * SECOND;
export const DAY = 86_400 * SECOND;

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,6}))?)?\s*(Z|z|[+-]\d\d(?::?\d\d)?)?)?$/;

export const isDateOnly = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Reads a canonical instant; without an offset it is local in `zone`; a bare date is 00:00, or with `edge` = end the
 *  last microsecond of the day (facts.md § 1). */
export function parseInstant(text: string, zone: string, edge: 'begin' | 'end' = 'begin'): Micros {
  const parts = FORM.exec(text);
  if (parts === null) throw new Error(`not an instant: ${text}`);
  const [, year, month, day, hour, minute, second, fraction, offset] = parts;
  if (hour === undefined) {
    if (edge === 'end') return startOfDay(nextDate(text), zone) - 1;
    return startOfDay(text, zone);
  }
  const micros = Number((fraction ?? '').padEnd(6, '0'));
  const wall = Date.UTC(+year!, +month! - 1, +day!, +hour, +minute!, +(second ?? 0)) * 1000 + micros;
  if (offset === undefined) return localToInstant(wall, zone);
  if (offset === 'Z' || offset === 'z') return wall;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.replace(/[^\d]/g, '').padEnd(4, '0');
  return wall - sign * (+digits.slice(0, 2) * HOUR + +digits.slice(2) * 60 * SECOND);
}

/** `wall`: microseconds of the wall clock read as if it were UTC. */
function localToInstant(wall: Micros, zone: string): Micros {
  const millis = Math.floor(wall / 1000);
  const plain = Temporal.PlainDateTime.from(new Date(millis).toISOString().slice(0, 23));
  return plain.toZonedDateTime(zone).epochMilliseconds * 1000 + (wall - millis * 1000);
}

const starts = new Map<string, Micros>();

/** First instant of a local day; `date` is YYYY-MM-DD. */
export function startOfDay(date: string, zone: string): Micros {
  const key = `${date} ${zone}`;
  let start = starts.get(key);
  if (start === undefined) {
    start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds * 1000;
    starts.set(key, start);
  }
  return start;
}

/** A wall-clock time of a local day (`minutes` after midnight by the wall clock; 1440 = the next midnight). */
export function wallTime(date: string, minutes: number, zone: string): Micros {
  if (minutes >= 1440) return wallTime(nextDate(date), minutes - 1440, zone);
  const clock = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(zone).epochMilliseconds * 1000;
}

export function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The local date (YYYY-MM-DD) of an instant. */
export function localDate(at: Micros, zone: string): string {
  const millis = Math.floor(at / 1000);
  return Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The local hour's beginning. */
export function startOfHour(at: Micros, zone: string): Micros {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000)).toZonedDateTimeISO(zone);
  return zoned.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds * 1000;
}

/** `P30D`, `PT15M` → elapsed microseconds; `W5D` = five working days of eight hours (facts.md § 4, grammar B.2). */
export function parseDuration(text: string): Micros {
  const working = /^W(\d+(?:\.\d+)?)D$/.exec(text);
  if (working !== null) return Number(working[1]) * 8 * HOUR;
  const parts = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (parts === null) throw new Error(`not a duration: ${text}`);
  const [weeks, days, hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return (weeks! * 7 + days!) * DAY + hours! * HOUR + minutes! * 60 * SECOND + seconds! * SECOND;
}
