import { DAY, dayNumber, formatDay, HOUR, MINUTE, SECOND } from './days.ts';
import { EARLIEST, instantOfLocal, LATEST, offsetAt } from './zone.ts';

/** An instant: integer microseconds since 1970-01-01T00:00:00Z; a safe integer. */
export type Micros = number;

export type InstantReading =
  | { readonly ok: true; readonly micros: Micros; readonly dateOnly: boolean }
  | { readonly ok: false; readonly code: InstantFault };

/** `malformed`: not ISO 8601 · `impossible`: no such date, time or offset · `tooPrecise`: more than six digits of a
 *  second · `infinite` · `outOfRange`: before 1700 or after 2199. */
export type InstantFault =
  | 'instant.malformed'
  | 'instant.impossible'
  | 'instant.tooPrecise'
  | 'instant.infinite'
  | 'instant.outOfRange';

export interface InstantSource {
  /** IANA zone of texts without an offset. */
  readonly zone: string;
  /** What a date without time means: the first instant of the local day (default) or its last microsecond. */
  readonly edge?: 'start' | 'end' | undefined;
}

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?)?)?$/;

/** Reads an instant of ISO 8601 as facts.md § 1 takes it. */
export const parseInstant = (text: string, { zone, edge = 'start' }: InstantSource): InstantReading => {
  const match = SHAPE.exec(text);
  if (match === null) return fault(/^[+-]?inf(inity)?$/i.test(text.trim()) ? 'instant.infinite' : 'instant.malformed');
  const day = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return fault('instant.impossible');
  if (day * DAY < EARLIEST || day * DAY >= LATEST) return fault('instant.outOfRange');
  if (match[4] === undefined) {
    const micros = edge === 'end' ? instantOfLocal((day + 1) * DAY, zone) - 1 : instantOfLocal(day * DAY, zone);
    return { ok: true, micros, dateOnly: true };
  }
  const fraction = match[7] ?? '';
  if (fraction.length > 6) return fault('instant.tooPrecise');
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return fault('instant.impossible');
  const local = day * DAY + hour * HOUR + minute * MINUTE + second * SECOND + Number(fraction.padEnd(6, '0'));
  if (match[8] !== undefined) return { ok: true, micros: local, dateOnly: false };
  if (match[9] === undefined) return { ok: true, micros: instantOfLocal(local, zone), dateOnly: false };
  const offsetHours = Number(match[10]);
  const offsetMinutes = Number(match[11] ?? 0);
  const offset = offsetHours * HOUR + offsetMinutes * MINUTE;
  // No clock on earth is further than 14 hours from UTC.
  if (offset > 14 * HOUR || offsetMinutes > 59) return fault('instant.impossible');
  return { ok: true, micros: match[9] === '-' ? local + offset : local - offset, dateOnly: false };
};

const fault = (code: InstantFault): InstantReading => ({ ok: false, code });

/** `2026-01-14T21:00:00.000000Z`. */
export const formatUtc = (micros: Micros): string => `${wall(micros)}Z`;

/** The zone's wall clock with its offset: `2026-01-15T00:00:00.000000+03:00`. */
export const formatLocal = (micros: Micros, zone: string): string => {
  const offset = offsetAt(micros, zone);
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const sign = offset < 0 ? '-' : '+';
  return `${wall(micros + offset)}${sign}${padded(Math.floor(minutes / 60), 2)}:${padded(minutes % 60, 2)}`;
};

const wall = (micros: number): string => {
  const day = Math.floor(micros / DAY);
  const rest = micros - day * DAY;
  const hour = padded(Math.floor(rest / HOUR), 2);
  const minute = padded(Math.floor((rest % HOUR) / MINUTE), 2);
  const second = padded(Math.floor((rest % MINUTE) / SECOND), 2);
  return `${formatDay(day)}T${hour}:${minute}:${second}.${padded(rest % SECOND, 6)}`;
};

const padded = (value: number, width: number): string => String(value).padStart(width, '0');
