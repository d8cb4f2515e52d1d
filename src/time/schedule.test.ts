import { describe, expect, it } from 'vitest';
import { DEFAULT_SCHEDULE, parseSchedule } from './index.ts';

const HOUR = 3600e6;
const read = (text: string): readonly string[] => {
  const parsed = parseSchedule(text);
  if (!parsed.ok) throw new Error(`${parsed.refusal.code} at ${parsed.refusal.at}: ${parsed.refusal.got}`);
  return parsed.schedule.week.map((day) => day.map(({ from, to }) => `${from / HOUR}-${to / HOUR}`).join(' '));
};

describe('a schedule', () => {
  it('the default week has 40 hours', () => {
    const week = read(DEFAULT_SCHEDULE);
    expect(week).toEqual([...Array(4).fill('9-13 13.75-18'), '9-13 13.75-16.75', '', '']);
  });

  it('weekdays come as ranges, lists, over the week end, or not at all', () => {
    expect(read('Mo-Fr 08:00-20:00; Sa 09:00-15:00')).toEqual([...Array(5).fill('8-20'), '9-15', '']);
    expect(read('Mo,We-Th 9:00-12:00')).toEqual(['9-12', '', '9-12', '9-12', '', '', '']);
    expect(read('Sa-Mo 10:00-11:00')).toEqual(['10-11', '', '', '', '', '10-11', '10-11']);
    expect(read('09:00-18:00')).toEqual(Array(7).fill('9-18'));
    expect(read('24/7')).toEqual(Array(7).fill('0-24'));
  });

  it('a later rule replaces an earlier one on its weekdays', () => {
    expect(read('Mo-Su 09:00-18:00; Fr 09:00-16:45; Sa-Su off')).toEqual([...Array(4).fill('9-18'), '9-16.75', '', '']);
    expect(read('off')).toEqual(Array(7).fill(''));
  });

  it('ranges are put in order, and a day may end at 24:00', () => {
    expect(read('Mo 14:00-24:00, 09:00-13:00;')[0]).toBe('9-13 14-24');
  });

  it.each([
    ['', 'schedule.empty', 0],
    ['Mo-Fr 08:00-20:00; PH off', 'schedule.unknown', 19],
    ['Пн-Пт 09:00-18:00', 'schedule.unknown', 0],
    ['Mo-Fr', 'schedule.unknown', 5],
    ['Mo-Fr 09:00-18:00 "обед"', 'schedule.unknown', 18],
    ['Mo-Fr 09:00+', 'schedule.unknown', 6],
    ['Jan-Mar 09:00-18:00', 'schedule.unknown', 0],
    ['Mo-Fr 22:00-06:00', 'schedule.impossible', 6],
    ['Mo-Fr 09:00-09:00', 'schedule.impossible', 6],
    ['Mo-Fr 09:70-18:00', 'schedule.impossible', 6],
    ['Mo-Fr 09:00-24:30', 'schedule.impossible', 6],
    ['Mo-Fr 09:00-13:00,12:00-18:00', 'schedule.overlap', 18],
  ])('%j is refused as %s at %d', (text, code, at) => {
    const parsed = parseSchedule(text);
    expect(parsed.ok ? null : { code: parsed.refusal.code, at: parsed.refusal.at }).toEqual({ code, at });
  });
});
