import { UNITS, type Unit, withUnit } from '#catalogue';
import { type Lang, say } from '#words';

// How days, periods and amounts stand on a paper (screens/README.md § 7).

const NBSP = '\u00a0';
const dateOf = (day: string) => new Date(`${day.slice(0, 10)}T12:00:00Z`);
const LOCALE: Readonly<Record<Lang, string>> = { ru: 'ru', en: 'en-GB' };

/** «24 ноября 2026 г.» */
export const dayText = (lang: Lang, day: string): string =>
  new Intl.DateTimeFormat(LOCALE[lang], { dateStyle: 'long', timeZone: 'UTC' })
    .format(dateOf(day))
    .replace(/\s/g, NBSP);

/** «24.11.2026», as requisites have it. */
export const dayFigures = (day: string): string => day.slice(0, 10).split('-').reverse().join('.');

/** `2026-03` → «март 2026 г.», `2026-Q1` → «I квартал 2026 г.», `2026` → «2026 г.» */
export function periodText(lang: Lang, period: string): string {
  const [, year, rest] = /^(\d{4})(?:-(Q[1-4]|\d{2}))?$/.exec(period) ?? [];
  if (year === undefined) return /^\d{4}-\d{2}-\d{2}$/.test(period) ? dayText(lang, period) : period;
  if (rest === undefined) return say(lang, 'paper.period.year', { year });
  if (rest.startsWith('Q')) return say(lang, 'paper.period.quarter', { year, quarter: ROMAN[Number(rest[1]) - 1] });
  const month = new Intl.DateTimeFormat(LOCALE[lang], { month: 'long', timeZone: 'UTC' }).format(
    dateOf(`${year}-${rest}-15`),
  );
  return say(lang, 'paper.period.month', { year, month });
}
const ROMAN = ['I', 'II', 'III', 'IV'];

/** «12,5 дня»; a unit that the catalogue does not know stands as it is. */
export const amount = (lang: Lang, value: number, unit: string | null): string =>
  isUnit(unit) ? withUnit(value, unit, lang) : `${number(lang, value)}${unit === null ? '' : `${NBSP}${unit}`}`;
const isUnit = (unit: string | null): unit is Unit => (UNITS as readonly (string | null)[]).includes(unit);

export const unitName = (lang: Lang, unit: string | null): string =>
  unit === null ? '' : isUnit(unit) ? say(lang, `paper.unit.${unit}`) : unit;

/** «не менее 90 %», «не более 10 дней»: what a target or a norm asks. */
export const bound = (lang: Lang, value: number, unit: string | null, better: 'up' | 'down' | null): string =>
  better === null
    ? amount(lang, value, unit)
    : say(lang, `paper.bound.${better}`, { amount: amount(lang, value, unit) });

export const number = (lang: Lang, value: number, decimals = 2): string =>
  new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: decimals }).format(value).replace('-', '\u2212');

/** A dash where nothing is known. */
export const orDash = (text: string | null | undefined): string => (text ? text : '—');
