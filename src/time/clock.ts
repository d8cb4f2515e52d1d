import type { Calendar } from './calendar.ts';
import { DAY, dayNumber, HOUR, weekdayOfDay } from './days.ts';
import type { Micros } from './instant.ts';
import type { HourRange, Schedule } from './schedule.ts';
import { EARLIEST, instantOfLocal, LATEST, localDay } from './zone.ts';

export interface ClockParts {
  readonly zone: string;
  readonly schedule: Schedule;
  readonly calendar: Calendar;
  /** Years laid out at once, both inclusive (default 2000 … 2045); an instant outside them lays out more. */
  readonly firstYear?: number;
  readonly lastYear?: number;
}

/** Stretches of working time in order: from `from[i]` to `to[i]`; `before[i]` is worked before `from[i]`, since the
 *  clock's origin (negative for what lies before it). All microseconds. */
export interface Segments {
  readonly from: Float64Array;
  readonly to: Float64Array;
  readonly before: Float64Array;
}

const ORIGIN_DAY = dayNumber(2000, 1, 1)!;

/** The working clock of one zone, schedule and calendar: cumulative working microseconds since the local beginning of
 *  2000, so that working time between two instants is `at(b) - at(a)` (facts.md § 3). Exact integers. */
export class Clock {
  private readonly parts: ClockParts;
  private fromDay: number;
  private toDay: number;
  private from = new Float64Array(0);
  private to = new Float64Array(0);
  private before = new Float64Array(0);
  /** For each 24 hours since `base` the first segment that ends after their beginning. */
  private index = new Int32Array(0);
  private base = 0;
  private end = 0;

  constructor(parts: ClockParts) {
    this.parts = parts;
    this.fromDay = Math.min(ORIGIN_DAY, dayNumber(parts.firstYear ?? 2000, 1, 1)!);
    this.toDay = Math.max(ORIGIN_DAY, dayNumber((parts.lastYear ?? 2045) + 1, 1, 1)!);
    this.layOut();
  }

  /** Working microseconds from the clock's origin to the instant; never falls as instants grow. */
  at(micros: Micros): number {
    if (!(micros >= this.base && micros < this.end)) this.reach(micros);
    let segment = this.index[Math.floor((micros - this.base) / DAY)]!;
    while (this.to[segment]! <= micros) segment++;
    const into = micros - this.from[segment]!;
    return into > 0 ? this.before[segment]! + into : this.before[segment]!;
  }

  /** Every stretch laid out so far, for a store's table. An instant's `at` is the last `before` whose `from` is not
   *  later, plus what of that stretch has passed; before the first stretch it is its `before`. */
  segments(): Segments {
    const count = this.from.length - 1;
    return {
      from: this.from.subarray(0, count),
      to: this.to.subarray(0, count),
      before: this.before.subarray(0, count),
    };
  }

  private reach(micros: Micros): void {
    if (!(micros >= EARLIEST - DAY && micros <= LATEST + DAY)) throw new RangeError(`no such instant: ${micros}`);
    const day = localDay(micros, this.parts.zone);
    // Ten years more than asked, so that a file of old dates does not lay the clock out again and again.
    this.fromDay = Math.min(this.fromDay, day < this.fromDay + 2 ? day - 3653 : this.fromDay);
    this.toDay = Math.max(this.toDay, day > this.toDay - 2 ? day + 3653 : this.toDay);
    this.layOut();
  }

  private layOut(): void {
    const { zone } = this.parts;
    const from: number[] = [];
    const to: number[] = [];
    let dayStart = instantOfLocal(this.fromDay * DAY, zone);
    this.base = dayStart;
    for (let day = this.fromDay; day < this.toDay; day++) {
      const dayEnd = instantOfLocal((day + 1) * DAY, zone);
      // A zone that crosses the date line skips a whole local day: nobody worked on it.
      if (dayEnd > dayStart) {
        for (const range of hoursOn(day, this.parts)) {
          const begin = range.from === 0 ? dayStart : instantOfLocal(day * DAY + range.from, zone);
          const finish = range.to === DAY ? dayEnd : instantOfLocal(day * DAY + range.to, zone);
          if (finish <= begin) continue;
          if (to.length > 0 && to[to.length - 1]! === begin) to[to.length - 1] = finish;
          else {
            from.push(begin);
            to.push(finish);
          }
        }
      }
      dayStart = dayEnd;
    }
    this.end = dayStart;
    this.keep(from, to);
  }

  private keep(from: readonly number[], to: readonly number[]): void {
    const count = from.length;
    const before = new Float64Array(count + 1);
    for (let i = 0; i < count; i++) before[i + 1] = before[i]! + to[i]! - from[i]!;
    // A last segment that never comes ends every search.
    this.from = Float64Array.from([...from, Number.POSITIVE_INFINITY]);
    this.to = Float64Array.from([...to, Number.POSITIVE_INFINITY]);
    this.before = before;
    this.index = new Int32Array(Math.ceil((this.end - this.base) / DAY) + 1);
    let segment = 0;
    for (let i = 0; i < this.index.length; i++) {
      while (this.to[segment]! <= this.base + i * DAY) segment++;
      this.index[i] = segment;
    }
    const origin = this.at(instantOfLocal(ORIGIN_DAY * DAY, this.parts.zone));
    if (origin !== 0) for (let i = 0; i <= count; i++) before[i] = before[i]! - origin;
  }
}

/** Working hours of a local day (facts.md § 3). */
const hoursOn = (day: number, { schedule, calendar }: ClockParts): readonly HourRange[] => {
  const plain = schedule.week[weekdayOfDay(day)]!;
  const said = calendar.days.get(day);
  if (said === undefined) return plain;
  if (said.off) return [];
  const hours = said.workedFor !== null && plain.length === 0 ? schedule.week[weekdayOfDay(said.workedFor)]! : plain;
  return said.short ? anHourShorter(hours) : hours;
};

/** The day's end moves one hour back on the wall clock. */
const anHourShorter = (hours: readonly HourRange[]): readonly HourRange[] => {
  const last = hours[hours.length - 1];
  if (last === undefined) return hours;
  const end = last.to - HOUR;
  return hours.filter((range) => range.from < end).map(({ from, to }) => ({ from, to: Math.min(to, end) }));
};
