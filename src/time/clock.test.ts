import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  Clock,
  DEFAULT_SCHEDULE,
  EMPTY_CALENDAR,
  joinCalendars,
  parseCalendar,
  parseInstant,
  parseSchedule,
  type Schedule,
} from './index.ts';

const HOUR = 3600e6;
const DAY = 24 * HOUR;
const MOSCOW = 'Europe/Moscow';

const calendarOf = (csv: string): Calendar => {
  const read = parseCalendar(csv);
  if (!read.ok) throw new Error(read.refusals.map((refusal) => `${refusal.code} ${refusal.line}`).join());
  return read.calendar;
};
const scheduleOf = (text: string): Schedule => {
  const read = parseSchedule(text);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.schedule;
};
const RU = calendarOf(readFileSync(new URL('../../catalogue/calendars/ru.csv', import.meta.url), 'utf8'));
const days = (...rows: string[]): Calendar => calendarOf(['date,kind,moved', ...rows].join('\n'));

const clockOf = (schedule: string, calendar: Calendar = RU, zone = MOSCOW): Clock =>
  new Clock({ zone, schedule: scheduleOf(schedule), calendar });
const hours = (clock: Clock, from: string, to: string, zone = MOSCOW): number => {
  const [a, b] = [from, to].map((text) => {
    const read = parseInstant(text, { zone });
    if (!read.ok) throw new Error(read.code);
    return clock.at(read.micros);
  });
  return (b! - a!) / HOUR;
};

/** Working days and hours of the 40-hour week by the production calendars of 2015–2026 and the decree of 17.09.2026
 *  № 1187, as the data's README gives them. */
const NORMS = [
  [2015, 247, 1971],
  [2016, 247, 1974],
  [2017, 247, 1973],
  [2018, 247, 1970],
  [2019, 247, 1970],
  [2020, 248, 1979],
  [2021, 247, 1972],
  [2022, 247, 1973],
  [2023, 247, 1973],
  [2024, 248, 1979],
  [2025, 247, 1972],
  [2026, 247, 1972],
  [2027, 247, 1972],
] as const;

describe('the federal production calendar', () => {
  const eight = clockOf('Mo-Fr 09:00-13:00,14:00-18:00');
  const standard = clockOf(DEFAULT_SCHEDULE);

  it.each(NORMS)('%d: %d days, %d hours of days of eight hours', (year, workingDays, norm) => {
    let worked = 0;
    for (let day = Temporal.PlainDate.from(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
      if (hours(eight, day.toString(), day.add({ days: 1 }).toString()) > 0) worked++;
    }
    expect(worked).toBe(workingDays);
    expect(hours(eight, `${year}-01-01`, `${year + 1}-01-01`)).toBe(norm);
  });

  it('the default schedule keeps the norm but for its Fridays being shorter than its other days', () => {
    for (const [year, , norm] of NORMS) {
      let shift = 0;
      for (let day = Temporal.PlainDate.from(`${year}-01-01`); day.year === year; day = day.add({ days: 1 })) {
        const at = [day.toString(), day.add({ days: 1 }).toString()] as const;
        const plain = hours(eight, ...at);
        if (plain === 0) continue;
        const moved = RU.days.get(Math.floor(Date.parse(day.toString()) / 86_400_000))?.workedFor ?? null;
        const friday = moved === null ? day.dayOfWeek === 5 : (moved + 3) % 7 === 4;
        shift += friday ? -1 : 0.25;
      }
      expect(hours(standard, `${year}-01-01`, `${year + 1}-01-01`)).toBeCloseTo(norm + shift, 9);
    }
  });

  it('a week without holidays has 40 hours', () => {
    expect(hours(standard, '2025-09-01', '2025-09-08')).toBe(40);
  });

  it('a short day ends an hour earlier, a holiday and a day off have no hours', () => {
    expect(hours(standard, '2025-03-07', '2025-03-08')).toBe(6);
    expect(hours(standard, '2025-03-07T15:45', '2025-03-07T18:00')).toBe(0);
    expect(hours(standard, '2025-05-01', '2025-05-05')).toBe(0);
  });

  it('a worked Saturday has the hours of the weekday that it replaces, and may be short as well', () => {
    // 1 November 2025, a Saturday, stands for Monday the 3rd and is short (two rows of one date).
    expect(hours(standard, '2025-11-01', '2025-11-02')).toBe(7.25);
    expect(hours(standard, '2025-11-01T16:00', '2025-11-01T20:00')).toBe(1);
    // 2 November 2024 stands for Tuesday 30 April and is short.
    expect(hours(standard, '2024-11-02', '2024-11-03')).toBe(7.25);
  });

  it('a worked Saturday keeps the schedule of its own where there is one', () => {
    const centre = clockOf('Mo-Fr 08:00-20:00; Sa 09:00-15:00');
    expect(hours(centre, '2025-11-01', '2025-11-02')).toBe(5);
    expect(hours(centre, '2025-09-06', '2025-09-07')).toBe(6);
    expect(hours(centre, '2025-09-07', '2025-09-08')).toBe(0);
  });
});

describe('calendars', () => {
  it('a region adds its own rows to the federal ones', () => {
    const region = joinCalendars(RU, days('2025-09-02,holiday,', '2025-09-01,short,'));
    const clock = clockOf(DEFAULT_SCHEDULE, region);
    expect(hours(clock, '2025-09-01', '2025-09-03')).toBe(7.25);
    expect(hours(clock, '2025-05-01', '2025-05-05')).toBe(0);
  });

  it('where a region says more of a federal holiday, the holiday stays', () => {
    const region = joinCalendars(RU, days('2025-05-01,short,'));
    expect(hours(clockOf(DEFAULT_SCHEDULE, region), '2025-05-01', '2025-05-02')).toBe(0);
  });

  it('a shorter day loses its last hour even where its last range is shorter than that', () => {
    const clock = clockOf('Mo-Fr 09:00-13:00,13:30-14:00', days('2025-09-01,short,'));
    expect(hours(clock, '2025-09-01', '2025-09-02')).toBe(4);
    expect(hours(clock, '2025-09-01T12:59', '2025-09-01T15:00')).toBeCloseTo(1 / 60, 9);
  });

  it.each([
    ['day,kind', 'calendar.header', 1],
    ['date,kind,moved\n2025-02-30,holiday,', 'calendar.date', 2],
    ['date,kind,moved\n2025-02-01,feast,', 'calendar.kind', 2],
    ['date,kind,moved\n2025-02-01,workday,', 'calendar.moved', 2],
    ['date,kind,moved\n2025-02-01,short,\n2025-02-01,short,', 'calendar.twice', 3],
    ['date,kind,moved\n2025-02-01,short,,1', 'calendar.columns', 2],
  ])('%j is refused as %s in line %d', (csv, code, line) => {
    const read = parseCalendar(csv);
    expect(read.ok ? [] : read.refusals.map((refusal) => [refusal.code, refusal.line])).toEqual([[code, line]]);
  });
});

describe('a working clock', () => {
  it('runs in its own zone: an instant is a working hour in Vladivostok and night in Moscow', () => {
    const east = clockOf(DEFAULT_SCHEDULE, RU, 'Asia/Vladivostok');
    expect(hours(east, '2025-09-01T02:00', '2025-09-01T05:00')).toBe(3);
    expect(hours(clockOf(DEFAULT_SCHEDULE), '2025-09-01T02:00', '2025-09-01T05:00')).toBe(0);
  });

  it('working hours follow the wall clock through summer time, hours around the clock are real ones', () => {
    const helsinki = clockOf(DEFAULT_SCHEDULE, EMPTY_CALENDAR, 'Europe/Helsinki');
    // Summer time ends on Sunday 26 October 2025: 09:00 is 06:00Z before and 07:00Z after.
    expect(hours(helsinki, '2025-10-24T06:00Z', '2025-10-24T07:00Z')).toBe(1);
    expect(hours(helsinki, '2025-10-27T06:00Z', '2025-10-27T07:00Z')).toBe(0);
    const always = clockOf('24/7', EMPTY_CALENDAR, 'Europe/Helsinki');
    expect(hours(always, '2025-10-26', '2025-10-27', 'Europe/Helsinki')).toBe(25);
    expect(hours(always, '2025-03-30', '2025-03-31', 'Europe/Helsinki')).toBe(23);
  });

  it('nobody worked on 30 December 2011 in Apia, which went from the 29th to the 31st', () => {
    const apia = clockOf('Mo-Su 09:00-17:00', EMPTY_CALENDAR, 'Pacific/Apia');
    expect(hours(apia, '2011-12-29', '2012-01-01', 'Pacific/Apia')).toBe(16);
  });

  it('says the same inside and outside of the years laid out first', () => {
    const parts = { zone: MOSCOW, schedule: scheduleOf(DEFAULT_SCHEDULE), calendar: RU };
    const narrow = new Clock({ ...parts, firstYear: 2020, lastYear: 2020 });
    const wide = new Clock({ ...parts, firstYear: 1960, lastYear: 2090 });
    fc.assert(
      fc.property(fc.integer({ min: -300e12, max: 3800e12 }), (micros) => {
        expect(narrow.at(micros)).toBe(wide.at(micros));
      }),
    );
  });

  it('its table of segments answers as the clock does', () => {
    const clock = clockOf(DEFAULT_SCHEDULE);
    const { from, to, before } = clock.segments();
    fc.assert(
      fc.property(fc.integer({ min: 950e12, max: 2300e12 }), (micros) => {
        let i = from.length - 1;
        while (i > 0 && from[i]! > micros) i--;
        const passed = Math.max(0, Math.min(micros, to[i]!) - from[i]!);
        expect(before[i]! + passed).toBe(clock.at(micros));
      }),
    );
  });

  it('counts what a minute-by-minute walk over the wall clock counts', () => {
    const text = 'Mo-Fr 08:30-12:00,13:00-17:15; Sa 10:00-12:00';
    const week = scheduleOf(text).week;
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Moscow', 'Europe/Helsinki', 'America/New_York'),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 0, max: 2 * 1440 }),
        (zone, day, minute, length) => {
          const start = Date.UTC(2002, 0, 1) * 1000 + day * DAY + minute * 60e6;
          let walked = 0;
          for (let i = 0; i < length; i++) {
            const wall = Temporal.Instant.fromEpochMilliseconds(start / 1000 + i * 60_000).toZonedDateTimeISO(zone);
            const ofDay = wall.hour * HOUR + wall.minute * 60e6;
            if (week[wall.dayOfWeek - 1]!.some((range) => range.from <= ofDay && ofDay < range.to)) walked += 60e6;
          }
          const clock = clockOf(text, EMPTY_CALENDAR, zone);
          expect(clock.at(start + length * 60e6) - clock.at(start)).toBe(walked);
        },
      ),
      { numRuns: 15 },
    );
  });
});
