import { type Micros, parseDuration } from './instants.ts';
import { isMissing, type Missing, NEGATIVE, NULL, together } from './logic.ts';
import type { Looking } from './predicate.ts';
import { related, timeOf } from './related.ts';
import type { CaseRow, Row, RunRow } from './rows.ts';
import type { Point, Related } from './spec.ts';

// Points in time, and durations on either clock (facts.md § 3, § 4).

export function point(at: Point, row: Row, looking: Looking): Micros | Missing {
  if (at === 'periodEnd') return looking.periodEnd ?? NULL;
  if (typeof at === 'string') return (row.fields[at] as Micros | null | undefined) ?? NULL;
  if (at.last !== undefined) {
    const rows = related(at.last, row, looking);
    return isMissing(rows) ? rows : timeOrNull(rows.filter((one) => timeOf(one) !== null).at(-1));
  }
  if (at.orHorizon !== true) {
    const rows = related(at.first!, row, looking);
    return isMissing(rows) ? rows : timeOrNull(rows.find((one) => timeOf(one) !== null));
  }
  const answer = answerWithin(at.first!, row, looking);
  if (isMissing(answer)) return answer;
  return answer === null ? latestBound(row, looking) : timeOf(answer)!;
}

const timeOrNull = (row: Row | undefined): Micros | Missing => (row === undefined ? NULL : timeOf(row)!);

/** `orHorizon`: the first such row not later than `mature` after this one. */
export function answerWithin(first: Related, row: Row, looking: Looking): Row | null | Missing {
  const rows = related(first, row, looking);
  if (isMissing(rows)) return rows;
  const by = row.fields[looking.spec.by] as Micros | null;
  const limit = by === null ? Infinity : by + mature(looking);
  const found = rows[0];
  return found !== undefined && timeOf(found)! <= limit ? found : null;
}

export const mature = (looking: Looking): Micros =>
  looking.spec.mature === undefined ? Infinity : parseDuration(looking.param(looking.spec.mature));

function latestBound(row: Row, looking: Looking): Micros {
  const by = row.fields[looking.spec.by] as Micros | null;
  const closedAt = row.of?.closedAt ?? null;
  return Math.min(
    closedAt !== null && closedAt >= (by ?? -Infinity) ? closedAt : Infinity,
    row.horizon,
    (by ?? Infinity) + mature(looking),
  );
}

/** Microseconds between two points, on the calendar or on the working clocks of the spans between them. */
export function time(
  [from, to]: readonly [Point, Point],
  clock: string,
  less: readonly string[],
  row: Row,
  looking: Looking,
): Micros | Missing {
  if (row.of !== null && row.of.registeredAt === null) return NULL;
  const [a, b] = [point(from, row, looking), point(to, row, looking)];
  if (isMissing(a) || isMissing(b)) return together([a, b]);
  if (b < a) return NEGATIVE;
  const spans = row.type === 'span' ? row.of!.spans : spansOf(row);
  if (clock === 'calendar') {
    const left = spans.filter((span) => less.includes(span.fields.kind as string));
    return b - a - left.reduce((sum, span) => sum + overlap(span, a, b).length, 0);
  }
  let sum = 0;
  for (const span of spans) {
    if (less.includes(span.fields.kind as string)) continue;
    const part = overlap(span, a, b);
    if (part.length > 0) sum += spanClock(span, row, looking).working(part.from, part.to);
  }
  const life = lifeOf(row);
  const own = rowClock(row, looking);
  if (life === null) return sum + own.working(a, b);
  return sum + own.working(a, Math.min(b, life.from)) + own.working(Math.max(a, life.to), b);
}

/** Microseconds of one span, whole. */
export function lengthOf(span: Row, clock: string, row: Row, looking: Looking): Micros {
  const [from, to] = [span.fields.from as Micros, span.fields.to as Micros];
  return clock === 'calendar' ? to - from : spanClock(span, row, looking).working(from, to);
}

export function spansOf(row: Row): readonly Row[] {
  if (row.type === 'run') return (row as RunRow).spans;
  if (row.type === 'span') return [row];
  return row.of?.spans ?? [];
}

function lifeOf(row: Row): { from: Micros; to: Micros } | null {
  if (row.type === 'run') {
    const to = Math.max(
      row.fields.startedAt as Micros,
      ...(row as RunRow).spans.map((span) => span.fields.to as Micros),
    );
    return { from: row.fields.startedAt as Micros, to };
  }
  if (row.of === null || row.of.registeredAt === null) return null;
  return { from: row.of.registeredAt, to: row.of.closedAt ?? row.of.horizon };
}

function overlap(span: Row, a: Micros, b: Micros): { from: Micros; to: Micros; length: Micros } {
  const from = Math.max(a, span.fields.from as Micros);
  const to = Math.min(b, span.fields.to as Micros);
  return { from, to, length: Math.max(0, to - from) };
}

const places = (row: Row | CaseRow | null): (string | null)[] =>
  row === null
    ? []
    : [row.fields.unit as string | null, row.fields.body as string | null].map((place) => place ?? null);

/** Its unit, else its body, else the case's unit, else the case's body, else the installation's. */
const spanClock = (span: Row, row: Row, looking: Looking) =>
  looking.world.clock(...places(span), ...places(span.of ?? row));
const rowClock = (row: Row, looking: Looking) => looking.world.clock(...places(row.of ?? row));
