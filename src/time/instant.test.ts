import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatLocal, formatUtc, isZone, localDate, parseInstant, startOfDay } from './index.ts';

const MOSCOW = 'Europe/Moscow';
const utc = (text: string, zone = MOSCOW, edge: 'start' | 'end' = 'start'): string => {
  const read = parseInstant(text, { zone, edge });
  return read.ok ? formatUtc(read.micros) : read.code;
};

describe('an instant', () => {
  it.each([
    ['2026-01-15T00:00:00+03:00', '2026-01-14T21:00:00.000000Z'],
    ['2026-01-15T00:00+03', '2026-01-14T21:00:00.000000Z'],
    ['2026-01-15T00:00:00.5-0930', '2026-01-15T09:30:00.500000Z'],
    ['2026-01-14T21:00:00.000001Z', '2026-01-14T21:00:00.000001Z'],
    ['2026-01-15 00:00:00', '2026-01-14T21:00:00.000000Z'],
    ['2026-01-15', '2026-01-14T21:00:00.000000Z'],
    ['2024-02-29', '2024-02-28T21:00:00.000000Z'],
    // Moscow kept UTC+4 from March 2011 to October 2014.
    ['2013-07-01T12:00', '2013-07-01T08:00:00.000000Z'],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999999Z'],
  ])('%s is %s', (text, expected) => expect(utc(text)).toBe(expected));

  it.each([
    ['31.02.2024', 'instant.malformed'],
    ['2024-02-30', 'instant.impossible'],
    ['2023-02-29T10:00', 'instant.impossible'],
    ['2024-01-01T24:00', 'instant.impossible'],
    ['2024-01-01T10:60', 'instant.impossible'],
    ['2024-01-01T10:00+25:00', 'instant.impossible'],
    ['2024-01-01T10:00:00.1234567Z', 'instant.tooPrecise'],
    ['2024-01-01T10:00:00.0000000Z', 'instant.tooPrecise'],
    ['infinity', 'instant.infinite'],
    ['-Infinity', 'instant.infinite'],
    ['1066-10-14', 'instant.outOfRange'],
    ['9999-12-31', 'instant.outOfRange'],
    ['', 'instant.malformed'],
    ['2024-01', 'instant.malformed'],
    ['2024-01-01T10', 'instant.malformed'],
    ['20240101T100000Z', 'instant.malformed'],
  ])('%j is refused as %s', (text, code) => expect(utc(text)).toBe(code));

  it('a date with the edge "end" is the last microsecond of its local day', () => {
    expect(utc('2025-06-30', MOSCOW, 'end')).toBe('2025-06-30T20:59:59.999999Z');
    expect(utc('2025-06-30T12:00', MOSCOW, 'end')).toBe('2025-06-30T09:00:00.000000Z');
    // The day of 25 hours in Helsinki, 26 October 2025.
    expect(utc('2025-10-26', 'Europe/Helsinki', 'end')).toBe('2025-10-26T21:59:59.999999Z');
  });

  it('a wall time shown twice is its first; one never shown lies after the change (Temporal, "compatible")', () => {
    expect(utc('2025-10-26T03:30', 'Europe/Helsinki')).toBe('2025-10-26T00:30:00.000000Z');
    expect(utc('2025-03-30T03:30', 'Europe/Helsinki')).toBe('2025-03-30T01:30:00.000000Z');
  });

  it('wall times agree with Temporal in zones of all manners, near changes of the clock too', () => {
    const zones = [MOSCOW, 'Europe/Helsinki', 'Asia/Vladivostok', 'America/New_York', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        (zone, date) => {
          const text = date.toISOString().slice(0, 23);
          const theirs = Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
          expect(utc(text, zone)).toBe(utc(theirs.toInstant().toString()));
          const micros = theirs.epochMilliseconds * 1000;
          expect(localDate(micros, zone)).toBe(theirs.toPlainDate().toString());
          expect(formatUtc(startOfDay(localDate(micros, zone), zone))).toBe(
            utc(theirs.startOfDay().toInstant().toString()),
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is printed and read back unchanged, in UTC and with a local offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8e15, max: 7e15 }), (micros) => {
        const source = { zone: MOSCOW };
        expect(parseInstant(formatUtc(micros), source)).toEqual({ ok: true, micros, dateOnly: false });
        if (micros > 0) {
          const local = formatLocal(micros, 'Asia/Vladivostok');
          expect(parseInstant(local, source)).toEqual({ ok: true, micros, dateOnly: false });
        }
      }),
    );
  });
});

describe('a zone', () => {
  it('is an IANA name that this machine knows', () => {
    expect(['Europe/Moscow', 'UTC', 'Asia/Kamchatka'].every(isZone)).toBe(true);
    expect(['Moscow', '', '+03:00', 'Европа/Москва'].some(isZone)).toBe(false);
  });
});
