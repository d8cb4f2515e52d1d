import type { DateOrder } from './schema.ts';

const TIMES = ['', ' %H:%M:%S', ' %H:%M', ', %H:%M:%S', ', %H:%M'];

/** `strptime` formats that a date or local time of this order may have, to be tried in turn: ISO first (also with a
 *  time after `T` or a blank), then days, months and years with `.`, `/` or `-`. Years of two digits stand before those
 *  of four, since `%Y` would take 24 for the year 24. Instants with an offset are not among them. */
export const dateFormats = (order: DateOrder): readonly string[] => {
  const iso = [
    '%Y-%m-%d',
    ...['%H:%M:%S.%f', '%H:%M:%S', '%H:%M'].flatMap((time) => [`%Y-%m-%dT${time}`, `%Y-%m-%d ${time}`]),
  ];
  const parts = { dmy: ['%d', '%m'], mdy: ['%m', '%d'], ymd: [] }[order];
  const dates =
    order === 'ymd'
      ? ['%Y.%m.%d', '%Y/%m/%d']
      : ['.', '/', '-'].flatMap((sign) => ['%y', '%Y'].map((year) => [...parts, year].join(sign)));
  return [...iso, ...dates.flatMap((date) => TIMES.map((time) => `${date}${time}`))];
};
