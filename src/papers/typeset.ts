const NBSP = '\u00a0';

/** What an XML document may not hold: control characters, halves of pairs. Texts of people may come from anywhere. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu;

/** The text without them. */
export const printable = (text: string): string => text.replace(FORBIDDEN, '');

/** No-break spaces where a line must not end: after № and one-letter words, before signs, units, dashes and surnames. */
export const typeset = (text: string): string =>
  printable(text)
    .replace(/([№§]) ?(?=\S)/g, `$1${NBSP}`)
    .replace(/(\d) (?=[\p{L}%‰÷×])/gu, `$1${NBSP}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NBSP}`)
    .replace(/ (?=[—–] )/g, NBSP)
    .replace(/(?<![\p{L}\p{N}])(\p{Lu}\.) ?(?=\p{Lu}(?:\.|\p{Ll}))/gu, `$1${NBSP}`)
    .replace(/(?<=^|[\s(«\u00a0])([вксоуияаВКСОУИЯА]) (?=\S)/gu, `$1${NBSP}`);
