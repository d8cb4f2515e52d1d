// One place for how numbers, ranges, periods and units are written (screens/README.md § 7).

import type { Lang } from '#words';

export type { Lang };

const NBSP = '\u00a0';
const JOIN = '\u2060'; // keeps a range on one line
const LOCALE: Readonly<Record<Lang, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** Forms by plural category of the *displayed* number: «5 дней», but «5,0 дня». */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const UNITS: Readonly<Record<string, Readonly<Record<Lang, Forms>>>> = {
  '%': { ru: { other: '%' }, en: { other: '%' } },
  count: { ru: { other: '' }, en: { other: '' } },
  days: { ru: { one: 'день', few: 'дня', many: 'дней', other: 'дня' }, en: { one: 'day', other: 'days' } },
  hours: { ru: { one: 'час', few: 'часа', many: 'часов', other: 'часа' }, en: { one: 'hour', other: 'hours' } },
  workingHours: {
    ru: { one: 'рабочий час', few: 'рабочих часа', many: 'рабочих часов', other: 'рабочего часа' },
    en: { one: 'working hour', other: 'working hours' },
  },
  minutes: {
    ru: { one: 'минута', few: 'минуты', many: 'минут', other: 'минуты' },
    en: { one: 'minute', other: 'minutes' },
  },
  workingDays: {
    ru: { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' },
    en: { one: 'working day', other: 'working days' },
  },
  points: {
    ru: { one: 'пункт', few: 'пункта', many: 'пунктов', other: 'пункта' },
    en: { one: 'point', other: 'points' },
  },
  grade: { ru: { one: 'класс', few: 'класса', many: 'классов', other: 'класса' }, en: { other: 'grade' } },
  per1000: { ru: { other: `на 1${NBSP}000` }, en: { other: 'per 1,000' } },
  visits: {
    ru: { one: 'визит', few: 'визита', many: 'визитов', other: 'визита' },
    en: { one: 'visit', other: 'visits' },
  },
  documents: {
    ru: { one: 'документ', few: 'документа', many: 'документов', other: 'документа' },
    en: { one: 'document', other: 'documents' },
  },
  rub: { ru: { other: 'руб.' }, en: { other: 'RUB' } },
};

const USUAL_DECIMALS: Readonly<Record<string, number>> = { count: 2, points: 0, rub: 0 };

/** Digits after the point that the noise leaves meaning to: the 95 % interval is at least four units of the last one. */
export const decimalsFor = (
  unit: string,
  interval: readonly [number | null, number | null] | null | undefined,
): number => {
  const [low, high] = interval ?? [null, null];
  if (low === null || high === null || high <= low) return USUAL_DECIMALS[unit] ?? 1;
  return Math.min(2, Math.max(0, Math.ceil(-Math.log10((high - low) / 4))));
};

/** Digits that a number given by a person has after the point: «15», «2,5». */
export const decimalsOf = (value: number): number => Math.min(3, String(value).split('.')[1]?.length ?? 0);

export interface Format {
  readonly lang: Lang;
  readonly number: (value: number, decimals?: number) => string;
  readonly unit: (unit: string, value: number, decimals: number) => string;
  readonly value: (value: number, unit: string, decimals: number) => string;
  /** «14,3–15,1»; below zero «от −5 до 3»; an open side in words. */
  readonly range: (low: number | null, high: number | null, decimals: number) => string;
  readonly period: (period: string) => string;
  readonly periodShort: (period: string) => string;
  readonly day: (instant: string) => string;
  readonly moment: (instant: string) => string;
  readonly bytes: (bytes: number) => string;
  readonly compare: (a: string, b: string) => number;
}

export const createFormat = (lang: Lang): Format => {
  const locale = LOCALE[lang];
  const collator = new Intl.Collator(locale, { numeric: true });

  const number = (value: number, decimals = 0): string => {
    const text = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
    const plain = text.replace(/^-(?=[0.,\s]*$)/, ''); // −0,0 is 0,0
    return plain.replace('-', '\u2212');
  };
  const unit = (name: string, value: number, decimals: number): string => {
    const forms = UNITS[name]?.[lang];
    if (!forms) return name;
    const rule = new Intl.PluralRules(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    return forms[rule.select(Math.abs(value))] ?? forms.other;
  };
  const value = (amount: number, name: string, decimals: number): string => {
    const word = unit(name, amount, decimals);
    const gap = word === '' || (lang === 'en' && word === '%') ? '' : NBSP;
    return `${number(amount, decimals)}${gap}${word.replaceAll(' ', NBSP)}`;
  };
  const range = (low: number | null, high: number | null, decimals: number): string => {
    const [from, to, ofNeg] = lang === 'ru' ? ['от', 'до', 'от'] : ['from', 'to', 'from'];
    if (low === null && high === null) return '';
    if (low === null) return `${to}${NBSP}${number(high!, decimals)}`;
    if (high === null) return `${from}${NBSP}${number(low, decimals)}`;
    if (low < 0) return `${ofNeg}${NBSP}${number(low, decimals)} ${to}${NBSP}${number(high, decimals)}`;
    return `${number(low, decimals)}${JOIN}–${JOIN}${number(high, decimals)}`;
  };

  const month = (year: number, index: number, style: 'long' | 'short'): string =>
    new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
      .format(new Date(Date.UTC(year, index, 1)))
      .replace('.', '')
      .slice(0, style === 'short' ? 3 : undefined);
  const period = (text: string): string => {
    const monthly = /^(\d{4})-(\d{2})$/.exec(text);
    if (monthly) return `${month(Number(monthly[1]), Number(monthly[2]) - 1, 'long')}${NBSP}${monthly[1]}`;
    const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
    if (quarter)
      return lang === 'ru' ? `${quarter[2]}-й${NBSP}квартал ${quarter[1]}` : `Q${quarter[2]}${NBSP}${quarter[1]}`;
    if (/^\d{4}$/.test(text)) return lang === 'ru' ? `${text}${NBSP}год` : text;
    return /^\d{4}-\d{2}-\d{2}/.test(text) ? day(text) : text;
  };
  const periodShort = (text: string): string => {
    const monthly = /^(\d{4})-(\d{2})$/.exec(text);
    if (monthly) return `${month(Number(monthly[1]), Number(monthly[2]) - 1, 'short')}${NBSP}${monthly[1]!.slice(2)}`;
    const quarter = /^(\d{4})-Q([1-4])$/.exec(text);
    if (quarter)
      return `${lang === 'ru' ? 'кв' : 'Q'}${NBSP}${quarter[2]}${NBSP}’${quarter[1]!.slice(2)}`.replace(
        `Q${NBSP}`,
        'Q',
      );
    const daily = /^\d{2}(\d{2})-(\d{2})-(\d{2})/.exec(text);
    return daily ? `${daily[3]}.${daily[2]}.${daily[1]}` : text;
  };
  const day = (instant: string): string => {
    // a bare date is a calendar day, never shifted by the reader's zone
    const bare = /^\d{4}-\d{2}-\d{2}$/.test(instant);
    return new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      ...(bare ? { timeZone: 'UTC' } : {}),
    })
      .format(new Date(instant))
      .replace(/\s?г\.$/, '')
      .replaceAll(' ', NBSP);
  };
  const moment = (instant: string): string =>
    `${day(instant)}, ${new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))}`;
  const bytes = (amount: number): string => {
    const names = lang === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
    const power = amount < 1 ? 0 : Math.min(3, Math.floor(Math.log(amount) / Math.log(1024)));
    const scaled = amount / 1024 ** power;
    return `${number(scaled, power > 0 && scaled < 10 ? 1 : 0)}${NBSP}${names[power]}`;
  };

  return { lang, number, unit, value, range, period, periodShort, day, moment, bytes, compare: collator.compare };
};
