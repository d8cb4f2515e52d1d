import { tidy } from '../formats/cells.ts';

/** The form in which found values are compared with a mapping's keys: ends cut, blanks of all kinds single, lower case,
 *  ё as е. In SQL: `replace(lower(trim(regexp_replace(v, '[\s\u00a0\u202f\u2007\u2009]+', ' ', 'g'))), 'ё', 'е')`. */
export const fold = (text: string): string => tidy(text).toLowerCase().replaceAll('ё', 'е');
