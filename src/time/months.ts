import { daysInMonth } from './days.ts';

// Months between local days written `2025-03-31`.

const monthNumber = (day: string): number => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7)) - 1;
const two = (value: number): string => String(value).padStart(2, '0');

/** Whole months from one day to another; 0 where the other is earlier. */
export const monthsBetween = (from: string, to: string): number =>
  Math.max(0, monthNumber(to) - monthNumber(from) - (to.slice(8) < from.slice(8) ? 1 : 0));

/** The same day so many months later; the month's last day where it is shorter. */
export function monthsLater(day: string, months: number): string {
  const number = monthNumber(day) + months;
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return `${year}-${two(month)}-${two(Math.min(daysInMonth(year, month), Number(day.slice(8))))}`;
}
