import { NumberedPlaces, type Organisation } from '#organisation';
import {
  EVENT_KINDS,
  type EventKind,
  INITIATORS,
  type Initiator,
  SPAN_KINDS,
  type SpanKind,
  YES_NO,
} from '../codes.ts';
import { type EventColumns, SpanColumns } from './columns.ts';
import { firstAct, Tiler } from './tiler.ts';

/** What of a case its spans read; instants in microseconds. */
export interface SpanCase {
  readonly registeredAt: number | null;
  readonly closedAt: number | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly employee: string | null;
}

export interface SpanEvent {
  readonly at: number;
  readonly kind: EventKind;
  readonly seq?: number | null;
  readonly initiator?: Initiator | null;
  readonly touchpoint?: string | null;
  readonly unit?: string | null;
  readonly body?: string | null;
  readonly employee?: string | null;
  readonly asked?: string | null;
  readonly items?: number | null;
}

/** A stretch of a case's life held by one (facts.md § 2); `from` and `to` in microseconds. */
export interface Span {
  readonly kind: SpanKind;
  readonly touchpoint: string | null;
  readonly unit: string | null;
  readonly body: string | null;
  readonly employee: string | null;
  readonly giver: string | null;
  readonly taker: string | null;
  readonly recorded: 'yes' | 'no' | null;
  readonly from: number;
  readonly to: number;
}

/** Spans of a case, over strings: for single cases and tests. `events` in the order of the file. */
export const spansOfCase = (
  life: SpanCase,
  events: readonly SpanEvent[],
  organisation: Organisation,
  horizon: number,
): readonly Span[] => {
  const words = new Words();
  const client = words.code('client');
  const tiler = new Tiler(new NumberedPlaces(organisation, (id) => words.code(id)), client);
  const columns = eventColumns(events, words);
  const sink = new SpanColumns();
  tiler.tile(
    {
      registeredAt: life.registeredAt ?? Number.NaN,
      closedAt: life.closedAt ?? Number.NaN,
      horizon,
      unit: words.code(life.unit),
      body: words.code(life.body),
      employee: words.code(life.employee),
    },
    columns,
    0,
    events.length,
    sink,
  );
  return Array.from({ length: sink.length }, (_, row) => spanAt(sink, row, words));
};

/** Default of `registeredAt` from a case's events in the order of the file; null where nothing was handed in. */
export const registrationOf = (events: readonly SpanEvent[]): number | null => {
  const at = firstAct(eventColumns(events, new Words()), 0, events.length);
  return Number.isNaN(at) ? null : at;
};

/** The instant of a closing known only by its day (`dayTo` is the first instant after it). */
export const closingOnDay = (
  registeredAt: number | null,
  events: readonly SpanEvent[],
  organisation: Organisation,
  dayFrom: number,
  dayTo: number,
): number => {
  const words = new Words();
  const client = words.code('client');
  const tiler = new Tiler(new NumberedPlaces(organisation, (id) => words.code(id)), client);
  const columns = eventColumns(events, words);
  return tiler.closingOnDay(registeredAt ?? Number.NaN, columns, 0, events.length, dayFrom, dayTo);
};

class Words {
  private readonly codes = new Map<string, number>();
  private readonly words: string[] = [''];

  code(word: string | null | undefined): number {
    if (word === null || word === undefined) return 0;
    const known = this.codes.get(word);
    if (known !== undefined) return known;
    this.words.push(word);
    this.codes.set(word, this.words.length - 1);
    return this.words.length - 1;
  }

  word(code: number): string | null {
    return code === 0 ? null : this.words[code]!;
  }
}

const eventColumns = (events: readonly SpanEvent[], words: Words): EventColumns => {
  const rows = [...events].sort((a, b) => a.at - b.at || bySeq(a.seq ?? null, b.seq ?? null));
  return {
    at: rows.map((row) => row.at),
    kind: rows.map((row) => EVENT_KINDS.indexOf(row.kind) + 1),
    initiator: rows.map((row) => (row.initiator ? INITIATORS.indexOf(row.initiator) + 1 : 0)),
    touchpoint: rows.map((row) => words.code(row.touchpoint)),
    unit: rows.map((row) => words.code(row.unit)),
    body: rows.map((row) => words.code(row.body)),
    employee: rows.map((row) => words.code(row.employee)),
    asked: rows.map((row) => words.code(row.asked)),
    items: rows.map((row) => row.items ?? Number.NaN),
  };
};

const bySeq = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;

const spanAt = (spans: SpanColumns, row: number, words: Words): Span => ({
  kind: SPAN_KINDS[spans.kind[row]! - 1]!,
  touchpoint: words.word(spans.touchpoint[row]!),
  unit: words.word(spans.unit[row]!),
  body: words.word(spans.body[row]!),
  employee: words.word(spans.employee[row]!),
  giver: words.word(spans.giver[row]!),
  taker: words.word(spans.taker[row]!),
  recorded: YES_NO[spans.recorded[row]! - 1] ?? null,
  from: spans.from[row]!,
  to: spans.to[row]!,
});
