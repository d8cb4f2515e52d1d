/** No-break space. */
export const NBSP = '\u00a0';
/** Closes an inserted phrase: a comma where the sentence goes on, nothing before a stop or another comma. */
export const CLOSE = '\ue000';

/** Commas of inserted phrases, no-break spaces in numbers with units and before dashes, minus signs, single spaces. */
export const typeset = (text: string): string =>
  text
    .replace(/\ue000+(?=\s*([.,;:)\ue000]|$))/g, '')
    .replace(/\ue000+/g, ',')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,.;:)])/g, '$1')
    .replace(/(^|[\s(«“])-(\d)/g, '$1−$2')
    .replace(/(\d) (?=[\p{L}%÷×])/gu, `$1${NBSP}`)
    .replace(/ (?=[—–] )/g, NBSP)
    .trim();

export const sentence = (text: string): string => {
  const set = typeset(text);
  return set === '' ? '' : `${set.charAt(0).toUpperCase()}${set.slice(1)}${/[.!?…]$/.test(set) ? '' : '.'}`;
};

/** A list with its last joint: «a, b и c». */
export const list = (items: readonly string[], joint: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
