import { Temporal } from 'temporal-polyfill';
import { DAY, formatDay, parseDay } from './days.ts';

/** A zone's offsets in one window of time as a table: before `until[i]` the offset is `offset[i]` (microseconds east
 *  of UTC). */
interface ZoneTable {
  readonly until: Float64Array;
  readonly offset: Float64Array;
}

// The safe integers of microseconds end in 1684 and 2255; local days at both ends must stay inside.
export const EARLIEST = Date.UTC(1700, 0, 1) * 1000;
export const LATEST = Date.UTC(2200, 0, 1) * 1000;

// Finding a zone's changes is slow, so it is done for 80 years at a time: 1975 … 2055 serves nearly every fact.
const WINDOW = 80 * 365.2425 * DAY;
const WINDOWS_FROM = Date.UTC(1975, 0, 1) * 1000 - 4 * WINDOW;

const zones = new Map<string, (ZoneTable | undefined)[]>();

/** Whether the text names an IANA zone that this machine knows. */
export const isZone = (zone: string): boolean => {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};

/** Offset of the zone at an instant, microseconds east of UTC. */
export const offsetAt = (micros: number, zone: string): number => {
  const { until, offset } = tableAt(micros, zone);
  let low = 0;
  let high = until.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (micros < until[middle]!) high = middle;
    else low = middle + 1;
  }
  return offset[low]!;
};

/** The instant at which the zone's wall clock shows `local` (microseconds as if in UTC).
 *  Shown twice: the first of the two; never shown: as far after the change as it lies after its beginning
 *  (the rule "compatible" of RFC 5545 and ECMAScript Temporal). */
export const instantOfLocal = (local: number, zone: string): number => {
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  if (before === after) {
    const offset = offsetAt(local - before, zone);
    if (offset === before) return local - before;
  }
  const early = local - before;
  if (offsetAt(early, zone) === before) return early;
  const late = local - after;
  if (offsetAt(late, zone) === after) return late;
  return early;
};

/** The local date, `YYYY-MM-DD`, of an instant. */
export const localDate = (micros: number, zone: string): string => formatDay(localDay(micros, zone));

/** Day number (since 1970-01-01) of the local date of an instant. */
export const localDay = (micros: number, zone: string): number => Math.floor((micros + offsetAt(micros, zone)) / DAY);

/** First instant of a local day, of a date `YYYY-MM-DD` or a day number. */
export const startOfDay = (date: string | number, zone: string): number => {
  const day = typeof date === 'number' ? date : parseDay(date);
  if (day === null) throw new RangeError(`not a date: ${date}`);
  return instantOfLocal(day * DAY, zone);
};

const tableAt = (micros: number, zone: string): ZoneTable => {
  let windows = zones.get(zone);
  if (windows === undefined) {
    windows = [];
    zones.set(zone, windows);
  }
  const window = Math.floor((micros - WINDOWS_FROM) / WINDOW);
  const kept = windows[window];
  if (kept !== undefined) return kept;
  const built = buildTable(zone, WINDOWS_FROM + window * WINDOW);
  windows[window] = built;
  return built;
};

const buildTable = (zone: string, begin: number): ZoneTable => {
  const until: number[] = [];
  const offset: number[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(Math.floor(begin / 1000)).toZonedDateTimeISO(zone);
  for (;;) {
    offset.push(moment.offsetNanoseconds / 1000);
    const next = moment.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds * 1000 > begin + WINDOW) break;
    until.push(next.epochMilliseconds * 1000);
    moment = next;
  }
  until.push(Number.POSITIVE_INFINITY);
  return { until: Float64Array.from(until), offset: Float64Array.from(offset) };
};
