import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type RunCase, runsOf, type Span, type SpanEvent, spansOfCase } from '#facts';
import { Organisation as ProductOrganisation } from '#organisation';
import { DEFAULT_SCHEDULE, Clock as ProductClock, parseCalendar, parseSchedule } from '#time';
import { Clock, readCalendar } from './clock.ts';
import { generateWorld } from './generate.ts';
import { DAY, parseInstant } from './instants.ts';
import { Random } from './random.ts';
import { readWorld, type World } from './world.ts';

// The product's tiler, runs and working clock against the plain ones, on made worlds.

const CALENDAR = new URL('../../catalogue/calendars/ru.csv', import.meta.url).pathname;
const CELLS = ['kind', 'touchpoint', 'unit', 'body', 'employee', 'giver', 'taker', 'recorded', 'from', 'to'] as const;

const worlds = Array.from({ length: 12 }, (_, seed) => {
  const { batches, zone } = generateWorld(100 + seed, 60);
  return readWorld(batches, zone);
});

function productCases(world: World): RunCase<Span>[] {
  const organisation = new ProductOrganisation(world.places as never, {
    zone: world.zone,
    schedule: DEFAULT_SCHEDULE,
    calendar: 'ru',
  });
  return [...world.cases.values()].map((row) => {
    const events = row.events.map((event) => event.fields as unknown as SpanEvent);
    const spans = spansOfCase(row.fields as never, events, organisation, row.horizon);
    return { ...(row.fields as unknown as RunCase<Span>), horizon: row.horizon, reached: [], spans };
  });
}

describe('product and reference on made worlds', () => {
  it('tile every case alike, to the microsecond', () => {
    let compared = 0;
    for (const world of worlds) {
      for (const { id, spans } of productCases(world)) {
        const theirs = spans.map((span) => CELLS.map((cell) => span[cell]));
        const ours = world.cases.get(id)!.spans.map(({ fields }) => CELLS.map((cell) => fields[cell]));
        expect(theirs, id).toEqual(ours);
        compared += ours.length;
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });

  it('tile every run alike along its critical path', () => {
    let compared = 0;
    for (const world of worlds) {
      const theirs = [...runsOf(productCases(world), new Map())].map(({ run, pieces }) => [
        { ...run },
        pieces.map((piece) => [piece.caseId, piece.span?.kind ?? 'gap', piece.from, piece.to]),
      ]);
      const ours = [...world.runs.values()]
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map((run) => [
          run.fields,
          run.spans.map(({ fields }) => [fields.caseId, fields.kind, fields.from, fields.to]),
        ]);
      expect(theirs).toEqual(ours);
      compared += ours.length;
    }
    expect(compared).toBeGreaterThan(50);
  });

  it('run the working clock alike', () => {
    const random = new Random(7);
    const plain = readCalendar(CALENDAR);
    const read = parseCalendar(readFileSync(CALENDAR, 'utf8'));
    const schedules = [DEFAULT_SCHEDULE, 'Mo-Fr 08:00-20:00; Sa 09:00-15:00', 'Mo-Fr 10:00-14:00,15:00-19:00'];
    for (const zone of ['Europe/Moscow', 'Europe/Helsinki', 'Asia/Vladivostok']) {
      for (const schedule of schedules) {
        const ours = new Clock(zone, schedule, plain, '2022-12-30', '2026-01-03');
        const parsed = parseSchedule(schedule);
        if (!read.ok || !parsed.ok) throw new Error('unread');
        const theirs = new ProductClock({ zone, schedule: parsed.schedule, calendar: read.calendar });
        for (let i = 0; i < 500; i++) {
          const from = parseInstant('2023-01-01', 'UTC') + Math.floor(random.next() * 1095 * DAY);
          const to = Math.min(from + Math.floor(random.next() * 60 * DAY), parseInstant('2026-01-01', 'UTC'));
          expect(theirs.at(to) - theirs.at(from)).toBe(ours.working(from, to));
        }
      }
    }
  });
});
