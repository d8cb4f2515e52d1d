// Time: instants, IANA zones, reporting periods, durations, production calendars, schedules and working clocks.
// Knows no fact, no organisation, no file and no "now": every text and instant comes in as an argument.
export { type Calendar, type CalendarRefusal, EMPTY_CALENDAR, joinCalendars, parseCalendar } from './calendar.ts';
export { Clock, type ClockParts, type Segments } from './clock.ts';
export { type Duration, parseDuration } from './duration.ts';
export { formatLocal, formatUtc, type InstantReading, type Micros, parseInstant } from './instant.ts';
export { monthsBetween, monthsLater } from './months.ts';
export {
  type Grain,
  type Period,
  parsePeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  yearBefore,
} from './period.ts';
export { DEFAULT_SCHEDULE, parseSchedule, type Schedule, type ScheduleRefusal } from './schedule.ts';
export { EARLIEST, isZone, LATEST, localDate, startOfDay } from './zone.ts';
