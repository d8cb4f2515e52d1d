import { DAY, dayFacts, dayOf, monthStart } from './clock.ts';

export interface DemoOptions {
  /** Folder that the files are written to; made where missing. */
  readonly dir: string;
  /** Approximate number of case rows in all. */
  readonly cases: number;
  /** Full months; default 24. The planted shifts need at least 20. */
  readonly months?: number;
  readonly seed?: number;
  /** A day (ISO) in the month after the last full one; the caller passes today. */
  readonly end?: string;
}

/** When the demo happens. Months are numbered from 1; cases still open when month 1 begins were registered in the
 *  `WARM_UP` before it (numbers ≤ 0), so that month 1 closes as many old cases as every other month. */
export interface Plan {
  readonly months: number;
  /** First moment of month 1. */
  readonly start: number;
  /** First moment after the last month: nothing is recorded from here on. */
  readonly horizon: number;
  readonly firstMonthNumber: number;
}

const WARM_UP = 2;
/** Births peak in July; the year's mean is 1. */
const SEASON = [0.93, 0.91, 0.96, 0.96, 0.99, 1.05, 1.15, 1.09, 1.05, 1.01, 0.95, 0.95];
/** A year has 3 % fewer births than the one before. */
const YEARLY = 0.97;

export function planOf(months: number, end: string): Plan {
  const lastDay = Date.parse(end.length === 10 ? `${end}T00:00:00Z` : end) / 1000;
  if (!Number.isFinite(lastDay)) throw new RangeError(`end is no date: ${end}`);
  const afterLast = dayFacts(dayOf(lastDay)).monthNumber;
  return {
    months,
    start: monthStart(afterLast - months),
    horizon: monthStart(afterLast),
    firstMonthNumber: afterLast - months,
  };
}

/** 1 is the first full month, 0 and below the warm-up. */
export const monthOf = (plan: Plan, at: number): number => dayFacts(dayOf(at)).monthNumber - plan.firstMonthNumber + 1;

export interface MonthShare {
  readonly month: number;
  readonly firstDay: number;
  readonly days: number;
  /** Share of all case rows; warm-up months have one too, though most of their cases were closed and are not written. */
  readonly share: number;
}

/** What part of the warm-up's cases is still open when month 1 begins, on average: keeps the total near what was asked. */
const WARM_UP_KEPT = 0.12;

export function monthShares(plan: Plan): readonly MonthShare[] {
  const shares: MonthShare[] = [];
  let total = 0;
  for (let month = 1 - WARM_UP; month <= plan.months; month++) {
    const monthNumber = plan.firstMonthNumber + month - 1;
    const weight = (SEASON[monthNumber % 12] as number) * YEARLY ** (month / 12);
    total += month > 0 ? weight : weight * WARM_UP_KEPT;
    const firstDay = monthStart(monthNumber) / DAY;
    shares.push({ month, firstDay, days: monthStart(monthNumber + 1) / DAY - firstDay, share: weight });
  }
  return shares.map((entry) => ({ ...entry, share: entry.share / total }));
}
