import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { Organisation, type OrganisationRow } from '#organisation';
import { DEFAULT_SCHEDULE, formatUtc, localDate, parseInstant, startOfDay } from '#time';
import {
  closingOnDay,
  type EventKind,
  type Initiator,
  type Outcome,
  type RunCase,
  registrationOf,
  runsOf,
  type Span,
  type SpanEvent,
  spansOfCase,
} from './index.ts';

// A made-up region with the spans and critical paths that facts.md demands, computed by an interpreter apart from us.
const FOLDER = new URL('../../test/conformance/', import.meta.url);
const ZONE = 'Europe/Moscow';
const DAY = 86_400_000_000;

type Row = Readonly<Record<string, string>>;
const rows = (name: string, delimiter = ','): readonly Row[] =>
  parse(readFileSync(new URL(name, FOLDER)), { columns: true, delimiter });

const instant = (text: string | undefined, edge: 'start' | 'end' = 'start'): number | null => {
  if (!text) return null;
  const read = parseInstant(text, { zone: ZONE, edge });
  if (!read.ok) throw new Error(`${read.code}: ${text}`);
  return read.micros;
};
const HORIZON = instant('2026-01-15T00:00:00+03:00')!;
const orNull = (text: string | undefined): string | null => text || null;

const organisation = new Organisation(
  rows('organisation.csv').map(
    (row): OrganisationRow => ({
      id: row.id!,
      kind: row.kind === 'body' ? 'body' : 'unit',
      name: orNull(row.name),
      parent: orNull(row.parent),
      zone: orNull(row.zone),
      schedule: orNull(row.schedule),
      calendar: orNull(row.calendar),
      validFrom: instant(row.validFrom),
      validTo: instant(row.validTo, 'end'),
    }),
  ),
  { zone: ZONE, schedule: DEFAULT_SCHEDULE, calendar: 'ru' },
);

const eventOf = (row: Row): SpanEvent => ({
  at: instant(row.at)!,
  kind: (row.kind || 'step') as EventKind,
  seq: row.seq ? Number(row.seq) : null,
  initiator: (orNull(row.initiator) as Initiator | null) ?? null,
  touchpoint: orNull(row.touchpoint),
  unit: orNull(row.unit),
  body: orNull(row.body),
  employee: orNull(row.employee),
  asked: orNull(row.asked),
  items: row.items ? Number(row.items) : null,
});

const eventsByCase = new Map<string, SpanEvent[]>();
for (const row of rows('events.csv', ';')) {
  const list = eventsByCase.get(row.caseId!) ?? [];
  list.push(eventOf(row));
  eventsByCase.set(row.caseId!, list);
}

const cases = rows('cases.csv').map((row): RunCase<Span> => {
  const events = eventsByCase.get(row.id!) ?? [];
  const registeredAt = instant(row.registeredAt) ?? registrationOf(events);
  let closedAt = instant(row.closedAt);
  if (closedAt !== null && /^\d{4}-\d{2}-\d{2}$/.test(row.closedAt!)) {
    const next = startOfDay(localDate(closedAt + DAY + DAY / 4, ZONE), ZONE);
    closedAt = closingOnDay(registeredAt, events, organisation, closedAt, next);
  }
  const life = { registeredAt, closedAt, unit: orNull(row.unit), body: orNull(row.body) };
  const spans = spansOfCase({ ...life, employee: orNull(row.employee) }, events, organisation, HORIZON);
  return {
    ...life,
    id: row.id!,
    journeyRun: orNull(row.journeyRun),
    journey: orNull(row.journey),
    clientStatus: orNull(row.clientStatus),
    segment: orNull(row.segment),
    service: orNull(row.service),
    outcome: orNull(row.outcome) as Outcome | null,
    horizon: HORIZON,
    reached: [],
    spans,
  };
});

const SPAN_CELLS = ['kind', 'touchpoint', 'unit', 'body', 'employee', 'giver', 'taker', 'recorded'] as const;

describe('the conformance data', () => {
  it('spans.csv comes out line by line, to the microsecond', () => {
    const ours = cases
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((one) =>
        one.spans.map((span) =>
          [one.id, ...SPAN_CELLS.map((cell) => span[cell] ?? ''), formatUtc(span.from), formatUtc(span.to)].join(','),
        ),
      );
    const theirs = rows('spans.csv').map((row) => Object.values(row).join(','));
    expect(theirs.length).toBeGreaterThan(2700);
    expect(ours).toEqual(theirs);
  });

  it('runs.csv, the critical paths, comes out line by line', () => {
    const ours = [...runsOf(cases, new Map())].flatMap(({ pieces }) =>
      pieces.map((piece) =>
        [piece.runId, piece.caseId ?? '', piece.span?.kind ?? 'gap', formatUtc(piece.from), formatUtc(piece.to)].join(
          ',',
        ),
      ),
    );
    const theirs = rows('runs.csv').map((row) => Object.values(row).join(','));
    expect(theirs.length).toBeGreaterThan(150);
    expect(ours).toEqual(theirs);
  });
});
