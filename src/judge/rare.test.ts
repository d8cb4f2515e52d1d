import { describe, expect, it } from 'vitest';
import { judgeSeries } from './judge.ts';
import { daysBetween, eventsAreRare, rareEventsChart } from './rare.ts';

/** Days from 1 January 2024 on, each after its gap. */
const daysAfter = (gaps: readonly number[]): string[] => {
  let day = Date.UTC(2024, 0, 1);
  return [day, ...gaps.map((gap) => (day += gap * 86_400_000))].map((ms) => new Date(ms).toISOString().slice(0, 10));
};
const steady = [12, 30, 7, 21, 14, 45, 3, 18, 26, 9, 33, 16];

describe('rare events', () => {
  it('are fewer than five a period on average; missing periods do not count', () => {
    expect(eventsAreRare([4, 5, 5])).toBe(true);
    expect(eventsAreRare([5, 5, null])).toBe(false);
    expect(eventsAreRare([])).toBe(false);
  });

  it('become days between events, named by the day on which the gap ended', () => {
    expect(daysBetween(['2024-03-01', '2024-01-31', '2024-03-01'])).toEqual([
      { period: '2024-03-01', value: 30 },
      { period: '2024-03-01', value: 0 },
    ]);
  });

  it('have limits around (days + ½) to the power 1/3.6 (Nelson 1994), shown in days', () => {
    const chart = rareEventsChart(daysBetween(daysAfter(steady)));
    expect(chart.kind).toBe('daysBetween');
    const powers = steady.map((gap) => (gap + 0.5) ** (1 / 3.6));
    const ranges = powers.slice(1).map((x, at) => Math.abs(x - powers[at]!));
    const centre = powers.reduce((a, b) => a + b) / 12;
    const range = ranges.reduce((a, b) => a + b) / 11;
    expect(chart.segments[0]!.centre).toBeCloseTo(centre ** 3.6 - 0.5, 9);
    expect(chart.segments[0]!.upper).toBeCloseTo((centre + 2.66 * range) ** 3.6 - 0.5, 6);
    expect(chart.points.map(({ value }) => value)).toEqual(steady);
  });

  it('no gap is short enough to be outside a lower limit that lies under 0', () => {
    const chart = rareEventsChart(daysBetween(daysAfter([...steady.map((gap, at) => (at % 2 ? gap * 5 : 1)), 0])));
    expect(chart.segments[0]).toMatchObject({ lower: 0 });
    expect(chart.segments[0]!.unclippedLower).toBeLessThan(0);
    expect(chart.points.at(-1)!.rules).not.toContain('outside');
  });

  it('longer gaps are better where fewer events are', () => {
    const dates = daysAfter([...steady, ...steady, 400]);
    const judged = judgeSeries([], { better: 'down', eventDates: dates });
    expect(judged.verdict).toMatchObject({ kind: 'better', reason: { with: { of: 'daysBetween', side: 'above' } } });
    expect(judgeSeries([], { better: 'up', eventDates: dates }).verdict.kind).toBe('worse');
  });

  it('under thirteen events are unclear', () => {
    expect(judgeSeries([], { better: 'down', eventDates: daysAfter([3, 4]) }).verdict).toMatchObject({
      kind: 'unclear',
      reason: { code: 'judge.verdict.fewEvents', with: { points: 2 } },
    });
    expect(judgeSeries([], { better: 'down', eventDates: [] }).verdict.kind).toBe('unclear');
  });
});
