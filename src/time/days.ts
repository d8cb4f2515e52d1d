/** Microseconds of a 24-hour day. */
export const DAY = 86_400_000_000;
export const HOUR = 3_600_000_000;
export const MINUTE = 60_000_000;
export const SECOND = 1_000_000;

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar; null where there is no such date. */
export const dayNumber = (year: number, month: number, day: number): number | null => {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysSinceEpoch(year, month, day);
};

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Years are counted from March, so that the leap day is the last of its year. */
const daysSinceEpoch = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const m = month <= 2 ? month + 9 : month - 3;
  const daysBefore = 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  // 153 days in each five months from March; 719 468 days from 0000-03-01 to the epoch.
  return daysBefore + Math.floor((153 * m + 2) / 5) + day - 1 - 719_468;
};

/** The date of a day number. */
export const dateOfDay = (days: number): { year: number; month: number; day: number } => {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Monday = 0 … Sunday = 6. The epoch was a Thursday. */
export const weekdayOfDay = (days: number): number => (((days + 3) % 7) + 7) % 7;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

export const formatDay = (days: number): string => {
  const { year, month, day } = dateOfDay(days);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `YYYY-MM-DD` as a day number; null where it is none. */
export const parseDay = (text: string): number | null => {
  const match = DATE.exec(text);
  return match === null ? null : dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
};
