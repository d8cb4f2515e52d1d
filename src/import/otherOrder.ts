import type { DateOrder } from './mapping/schema.ts';

const DATE = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?$/;

/** The order in which an impossible date would be one: 12.31.2024 read day first. Nothing where no order helps: a day
 *  that its month does not have, an hour that no day has. */
export function otherOrder(text: string, order: DateOrder): 'dmy' | 'mdy' | undefined {
  const parts = DATE.exec(text.trim());
  if (!parts || order === 'ymd') return undefined;
  const [first, second, year, hour, minute, seconds] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    ...number[],
  ];
  const [day, month] = order === 'dmy' ? [second, first] : [first, second];
  // Where the order at hand has a month as well, the fault lies elsewhere.
  if (day <= 12 || hour! > 23 || minute! > 59 || seconds! > 59) return undefined;
  const date = new Date(Date.UTC(year! < 100 ? 2000 + year! : year!, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return order === 'dmy' ? 'mdy' : 'dmy';
}
