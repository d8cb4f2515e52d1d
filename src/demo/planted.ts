import type { Hours } from './clock.ts';
import { DAY, HOUR } from './clock.ts';
import type { Plan } from './plan.ts';
import { monthOf } from './plan.ts';

/** What the demo hides for the reader to find (domain.md § 6). Months are counted from the first full one. */

/** Month in which an electronic hand-over replaces the courier, and the offices that get it: 9 of 14. */
export const ELECTRONIC_FROM = 15;
export const ELECTRONIC_OFFICES: ReadonlySet<string> = new Set(
  [1, 2, 4, 5, 6, 8, 9, 11, 13].map((number) => `МФЦ-${number}`),
);

/** Unit 2 closes just before the deadline all the time; from this month it also stops the clock on the last day. */
export const BUNCHING_UNIT = 'МСП-2';
export const PAUSES_FROM = 18;

/** Unit 4 loses two of its six people: all its work slows down alike. */
export const SLOW_UNIT = 'МСП-4';
export const SLOW_FROM = 20;
export const SLOW_FACTOR = 2.6;
export const SLOW_STAFF = 4;

/** One specialist who sends twice as many cases back to the client as the peers. */
export const SENDS_BACK = 'МСП-1/4';
export const SENDS_BACK_FACTOR = 2;

/** Letters of this unit are hard to read, and its clients come back. */
export const HARD_LETTERS_UNIT = 'МСП-3';
export const HARD_GRADE = 13;
export const REPEATS_AFTER_HARD_LETTER = 0.09;
export const REPEATS_USUAL = 0.025;

/** The office whose tickets are closed at 15 minutes and whose survey reaches mostly those who were granted. */
export const POLISHED_OFFICE = 'МФЦ-3';

/** Answers of the Fund that a person looks up: the weakest link. */
export const BY_HAND = 0.28;

/** Days of month 9 (first and last) in which the exchange of data stood still. */
const OUTAGE_MONTH = 9;
const OUTAGE_DAYS = [11, 13] as const;

export const isElectronic = (plan: Plan, office: string, at: number): boolean =>
  ELECTRONIC_OFFICES.has(office) && monthOf(plan, at) >= ELECTRONIC_FROM;

export const isSlow = (plan: Plan, unit: string, at: number): boolean =>
  unit === SLOW_UNIT && monthOf(plan, at) >= SLOW_FROM;

/** First and last moment of the outage, as wall seconds. */
export function outage(plan: Plan, firstDayOf: (month: number) => number): readonly [from: number, to: number] {
  const first = firstDayOf(plan.firstMonthNumber + OUTAGE_MONTH - 1);
  return [first + OUTAGE_DAYS[0] * DAY + 9 * HOUR, first + OUTAGE_DAYS[1] * DAY + 9 * HOUR];
}

/** The courier goes on Tuesdays and Fridays, before noon: the hand-over arrives when the courier does. */
export const COURIER_HOURS: Hours = {
  osm: null,
  week: [null, null, [10 * HOUR, 12 * HOUR], null, null, [10 * HOUR, 12 * HOUR], null],
  holidays: false,
};
