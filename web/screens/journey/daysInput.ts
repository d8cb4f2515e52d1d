/** A decimal comma is as good as a point. */
export const DAYS_PATTERN = '\\s*\\d+([.,]\\d+)?\\s*';

export const daysOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'));
/** As a person would type it again. */
export const typedDays = (days: number | null, lang: 'ru' | 'en'): string =>
  days === null ? '' : lang === 'ru' ? String(days).replace('.', ',') : String(days);
