import { DAY, dateOfDay, dayNumber } from './days.ts';
import type { Micros } from './instant.ts';
import { instantOfLocal, localDay } from './zone.ts';

/** Length of a reporting period. */
export type Grain = 'month' | 'quarter' | 'year';

/** A calendar month `2024-03`, quarter `2024-Q1` or year `2024` of one zone; `to` is the first instant after it. */
export interface Period {
  readonly name: string;
  readonly from: Micros;
  readonly to: Micros;
}

const MONTHS: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 };
const NAME = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/** Grain, year and first month (1…12) of a period's name; null where it is none. */
export const parsePeriod = (
  name: string,
): { readonly by: Grain; readonly year: number; readonly month: number } | null => {
  const match = NAME.exec(name);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 1701 || year > 2198) return null;
  if (match[2] !== undefined) return { by: 'quarter', year, month: 3 * Number(match[2]) - 2 };
  if (match[3] !== undefined) return { by: 'month', year, month: Number(match[3]) };
  return { by: 'year', year, month: 1 };
};

/** Periods of one grain from `from` to `to`, both inclusive and widened to whole periods, oldest first. Empty where
 *  `to` ends before `from` begins. The names must be valid (`parsePeriod`). */
export const periodsBetween = (from: string, to: string, by: Grain, zone: string): readonly Period[] => {
  const first = firstMonth(from);
  const last = firstMonth(to) + MONTHS[known(to).by] - 1;
  const step = MONTHS[by];
  const periods: Period[] = [];
  for (let month = Math.floor(first / step) * step; month <= last; month += step) {
    periods.push(periodFrom(month, by, zone));
  }
  return periods;
};

/** The period that holds an instant. */
export const periodOf = (micros: Micros, by: Grain, zone: string): Period => {
  const { year, month } = dateOfDay(localDay(micros, zone));
  const step = MONTHS[by];
  return periodFrom(Math.floor((12 * year + month - 1) / step) * step, by, zone);
};

/** Name of the period of the same grain just before. */
export const previousPeriod = (name: string): string => shifted(name, -MONTHS[known(name).by]);

/** Name of the same period a year earlier. */
export const yearBefore = (name: string): string => shifted(name, -12);

const shifted = (name: string, months: number): string => nameOf(firstMonth(name) + months, known(name).by);

/** Months since the year 0. */
const firstMonth = (name: string): number => {
  const { year, month } = known(name);
  return 12 * year + month - 1;
};

const known = (name: string) => {
  const parsed = parsePeriod(name);
  if (parsed === null) throw new RangeError(`not a period: ${name}`);
  return parsed;
};

const periodFrom = (month: number, by: Grain, zone: string): Period => ({
  name: nameOf(month, by),
  from: startOfMonth(month, zone),
  to: startOfMonth(month + MONTHS[by], zone),
});

const startOfMonth = (month: number, zone: string): Micros =>
  instantOfLocal(dayNumber(Math.floor(month / 12), (month % 12) + 1, 1)! * DAY, zone);

const nameOf = (months: number, by: Grain): string => {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = (months % 12) + 1;
  switch (by) {
    case 'year':
      return year;
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'month':
      return `${year}-${String(month).padStart(2, '0')}`;
  }
};
