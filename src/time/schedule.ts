import { DAY, HOUR, MINUTE } from './days.ts';

/** Working hours of a week: for Monday … Sunday the ranges of the day, in microseconds since local midnight, ordered,
 *  apart from each other. */
export interface Schedule {
  readonly text: string;
  readonly week: readonly (readonly HourRange[])[];
}

export interface HourRange {
  readonly from: number;
  readonly to: number;
}

/** `at`: 0-based place in the text where reading stopped; `got`: the piece that stands there. */
export interface ScheduleRefusal {
  readonly code: 'schedule.empty' | 'schedule.unknown' | 'schedule.impossible' | 'schedule.overlap';
  readonly at: number;
  readonly got: string;
}

/** 40 hours a week with a lunch of 45 minutes and a short Friday (facts.md § 3). */
export const DEFAULT_SCHEDULE = 'Mo-Th 09:00-13:00,13:45-18:00; Fr 09:00-13:00,13:45-16:45';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const WHOLE_DAY: readonly HourRange[] = [{ from: 0, to: DAY }];

/** Reads a subset of the OpenStreetMap opening-hours form: rules apart by `;`, each of weekdays (`Mo`, `Mo-Fr`,
 *  `Mo,We-Fr`; none: every day) and hours (`09:00-13:00,14:00-18:00`, `24/7`, `off`). A later rule replaces what an
 *  earlier one said of a weekday; a weekday that no rule names is off. Hours over midnight, months, holidays and
 *  comments are refused with their place. */
export const parseSchedule = (
  text: string,
): { readonly ok: true; readonly schedule: Schedule } | { readonly ok: false; readonly refusal: ScheduleRefusal } => {
  const week: (readonly HourRange[])[] = DAYS.map(() => []);
  const reader = new Reader(text);
  reader.blank();
  if (reader.done()) return refused('schedule.empty', reader.at, text);
  while (!reader.done()) {
    const rule = readRule(reader);
    if ('code' in rule) return { ok: false, refusal: rule };
    for (const day of rule.days) week[day] = rule.hours;
    reader.blank();
    // The form allows a `;` after the last rule.
    if (!reader.done() && !reader.take(';')) return refused('schedule.unknown', reader.at, reader.piece());
    reader.blank();
  }
  return { ok: true, schedule: { text, week } };
};

const refused = (code: ScheduleRefusal['code'], at: number, got: string) =>
  ({ ok: false, refusal: { code, at, got } }) as const;

const readRule = (reader: Reader): { days: readonly number[]; hours: readonly HourRange[] } | ScheduleRefusal => {
  const days = readDays(reader);
  if (days === null) return { code: 'schedule.unknown', at: reader.at, got: reader.piece() };
  const hours = readHours(reader);
  return 'code' in hours ? hours : { days, hours: hours.ranges };
};

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** Weekdays of a rule; every day where the rule begins with its hours; null where something else stands. */
const readDays = (reader: Reader): readonly number[] | null => {
  const days = new Set<number>();
  for (;;) {
    const first = reader.day();
    if (first === null) return days.size === 0 ? EVERY_DAY : null;
    days.add(first);
    if (reader.take('-')) {
      const last = reader.day();
      if (last === null) return null;
      for (let day = first; day !== last; day = (day + 1) % 7) days.add(day);
      days.add(last);
    }
    if (!reader.take(',')) break;
    reader.blank();
  }
  return [...days];
};

const readHours = (reader: Reader): { ranges: readonly HourRange[] } | ScheduleRefusal => {
  reader.blank();
  if (reader.word('off') || reader.word('closed')) return { ranges: [] };
  if (reader.word('24/7')) return { ranges: WHOLE_DAY };
  const ranges: HourRange[] = [];
  do {
    reader.blank();
    const at = reader.at;
    const got = reader.piece();
    const match = reader.match(/(\d{1,2}):(\d{2})\s?-\s?(\d{1,2}):(\d{2})(?![\d:+-])/y);
    if (match === null) return { code: 'schedule.unknown', at, got };
    const from = ofDay(match[1], match[2]);
    const to = ofDay(match[3], match[4]);
    if (from === null || to === null || to <= from) return { code: 'schedule.impossible', at, got };
    if (ranges.some((range) => from < range.to && range.from < to)) return { code: 'schedule.overlap', at, got };
    ranges.push({ from, to });
  } while (reader.take(','));
  return { ranges: ranges.sort((a, b) => a.from - b.from) };
};

const ofDay = (hour: string | undefined, minute: string | undefined): number | null => {
  const micros = Number(hour) * HOUR + Number(minute) * MINUTE;
  return Number(minute) > 59 || micros > DAY ? null : micros;
};

class Reader {
  at = 0;
  constructor(private readonly text: string) {}

  done(): boolean {
    return this.at >= this.text.length;
  }

  blank(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  take(mark: string): boolean {
    const start = this.at;
    this.blank();
    if (this.text[this.at] !== mark) {
      this.at = start;
      return false;
    }
    this.at++;
    return true;
  }

  day(): number | null {
    const day = DAYS.indexOf(this.text.slice(this.at, this.at + 2));
    if (day < 0 || /\p{L}/u.test(this.text[this.at + 2] ?? '')) return null;
    this.at += 2;
    return day;
  }

  word(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  match(shape: RegExp): RegExpExecArray | null {
    shape.lastIndex = this.at;
    const match = shape.exec(this.text);
    if (match !== null) this.at += match[0].length;
    return match;
  }

  /** What stands here, up to the next rule or range. */
  piece(): string {
    return /^[^;,]*/.exec(this.text.slice(this.at))![0].trim().slice(0, 200);
  }
}
