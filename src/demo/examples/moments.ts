import { DAY, dayFacts, dayOf, HOUR, MINUTE } from '../clock.ts';
import type { Random } from '../random.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const parts = (at: number) => {
  const second = Math.floor(at) - dayOf(at) * DAY;
  const [year, month, day] = dayFacts(dayOf(at)).text.split('-') as [string, string, string];
  return {
    year,
    month,
    day,
    hour: Math.floor(second / HOUR),
    minute: Math.floor((second % HOUR) / MINUTE),
    second: second % MINUTE,
  };
};

/** `05.03.2026`, now and then with a year of two digits. */
export function russianDate(at: number, random?: Random): string {
  const { year, month, day } = parts(at);
  return `${day}.${month}.${random?.chance(0.05) ? year.slice(2) : year}`;
}

/** `05.03.2026 9:07` */
export function russianMoment(at: number, random?: Random): string {
  const { hour, minute } = parts(at);
  return `${russianDate(at, random)} ${hour}:${two(minute)}`;
}

/** `2026-03-05 09:07:31`: a log in Moscow time that does not say so. */
export function logMoment(at: number): string {
  const { hour, minute, second } = parts(at);
  return `${dayFacts(dayOf(at)).text} ${two(hour)}:${two(minute)}:${two(second)}`;
}

/** A date that no calendar has. */
export const impossibleDate = (at: number): string => `31.04.${parts(at).year}`;
