import type { NumberedPlaces } from '#organisation';
import type { EventColumns, Life, SpanSink } from './columns.ts';
import { Course } from './course.ts';
import {
  AGENCY,
  CLIENT,
  GAP,
  IS_BEFORE_REGISTRATION,
  IS_RECEIPT,
  NO,
  NOTIFY,
  SUSPENSION,
  TRANSFER,
  WORK,
  YES,
} from './numbers.ts';

/** Cuts lives of cases into spans: who holds the case, without overlap or hole, to the microsecond (facts.md § 2).
 *  One tiler serves any number of cases, one after another, and allocates nothing per event. */
export class Tiler {
  private readonly course: Course;
  private readonly pending = new PendingSpan();

  /** `client`: the code of the word `client` in the dictionary of the columns. */
  constructor(
    private readonly places: NumberedPlaces,
    client: number,
  ) {
    this.course = new Course(client);
  }

  /** Spans of one case; its events are the rows `start` … `end - 1`, in order. A case without registration has none. */
  tile(life: Life, events: EventColumns, start: number, end: number, sink: SpanSink): void {
    const { registeredAt } = life;
    const until = Number.isNaN(life.closedAt) ? life.horizon : life.closedAt;
    if (!(registeredAt < until)) return;
    const { course, pending } = this;
    course.begin(events, registeredAt);
    pending.begin();
    let from = registeredAt;
    for (let row = start; row < end; row++) {
      const at = events.at[row]!;
      if (at > until) break;
      if (!course.moves(row)) continue;
      if (at > from) {
        this.stretch(life, events, from, at, row, sink);
        from = at;
        if (at === until) break;
      }
      course.take(row);
    }
    if (from < until) this.stretch(life, events, from, until, -1, sink);
    pending.flush(sink);
  }

  /** The instant that a closing known only by its day stands for: the case's latest on that day, its registration or
   *  a moving event (judged over all events), else the day's beginning. `dayTo` is the first instant after the day. */
  closingOnDay(
    registeredAt: number,
    events: EventColumns,
    start: number,
    end: number,
    dayFrom: number,
    dayTo: number,
  ): number {
    const { course } = this;
    course.begin(events, registeredAt);
    let latest = registeredAt >= dayFrom && registeredAt < dayTo ? registeredAt : dayFrom;
    for (let row = start; row < end; row++) {
      const at = events.at[row]!;
      if (at >= dayTo) break;
      if (!course.moves(row)) continue;
      course.take(row);
      if (at > latest) latest = at;
    }
    return latest;
  }

  private stretch(life: Life, events: EventColumns, from: number, to: number, ending: number, sink: SpanSink): void {
    const { course, pending, places } = this;
    const { touchpoint, unit, body, employee, asked, kind } = events;
    const { last } = course;
    if (course.suspend >= 0) {
      const by = course.suspend;
      pending.add(SUSPENSION, touchpoint[by]!, unit[by]!, body[by]!, employee[by]!, 0, 0, 0, from, to, sink);
      return;
    }
    const lastKind = last < 0 ? 0 : kind[last]!;
    if (course.clientRequest >= 0) {
      pending.add(CLIENT, touchpoint[course.clientRequest]!, 0, 0, 0, 0, 0, 0, from, to, sink);
      return;
    }
    if (lastKind === NOTIFY && ending >= 0 && course.byClient(ending)) {
      pending.add(CLIENT, touchpoint[last]!, 0, 0, 0, 0, 0, 0, from, to, sink);
      return;
    }
    const request = course.otherRequest;
    if (request >= 0) {
      const whom = asked[request]!;
      const inUnit = places.isUnit(whom);
      pending.add(AGENCY, touchpoint[request]!, inUnit ? whom : 0, inUnit ? 0 : whom, 0, 0, 0, 0, from, to, sink);
      return;
    }
    const transferred = lastKind === TRANSFER;
    const { giver } = course;
    const taker = ending >= 0 ? unit[ending]! || body[ending]! : transferred ? asked[last]! : 0;
    if (transferred || (giver !== 0 && taker !== 0 && giver !== taker && !places.same(giver, taker, from))) {
      const recorded = transferred || (ending >= 0 && IS_RECEIPT[kind[ending]!] === 1) ? YES : NO;
      pending.add(GAP, ending < 0 ? 0 : touchpoint[ending]!, 0, 0, 0, giver, taker, recorded, from, to, sink);
      return;
    }
    const point = (ending < 0 ? 0 : touchpoint[ending]!) || (last < 0 ? 0 : touchpoint[last]!);
    const holder =
      ending >= 0 && (unit[ending]! || body[ending]!) ? ending : last >= 0 && (unit[last]! || body[last]!) ? last : -1;
    const holdingUnit = holder < 0 ? life.unit : unit[holder]!;
    const named = holder < 0 ? life.body : body[holder]!;
    const holdingBody = named === 0 && holdingUnit !== 0 ? places.bodyAbove(holdingUnit, from) : named;
    const person = holder >= 0 ? employee[holder]! : holdingUnit || holdingBody ? life.employee : 0;
    pending.add(WORK, point, holdingUnit, holdingBody, person, 0, 0, 0, from, to, sink);
  }
}

/** Default of `registeredAt`: the first event that is not `draft` or `start`; NaN where there is none. */
export const firstAct = (events: EventColumns, start: number, end: number): number => {
  for (let row = start; row < end; row++) if (IS_BEFORE_REGISTRATION[events.kind[row]!] === 0) return events.at[row]!;
  return Number.NaN;
};

/** The stretch not yet handed on: the next one, alike in everything, prolongs it. */
class PendingSpan {
  private kind = 0;
  private touchpoint = 0;
  private unit = 0;
  private body = 0;
  private employee = 0;
  private giver = 0;
  private taker = 0;
  private recorded = 0;
  private from = 0;
  private to = 0;

  begin(): void {
    this.kind = 0;
  }

  add(
    kind: number,
    touchpoint: number,
    unit: number,
    body: number,
    employee: number,
    giver: number,
    taker: number,
    recorded: number,
    from: number,
    to: number,
    sink: SpanSink,
  ): void {
    if (
      this.kind === kind &&
      this.touchpoint === touchpoint &&
      this.unit === unit &&
      this.body === body &&
      this.employee === employee &&
      this.giver === giver &&
      this.taker === taker &&
      this.recorded === recorded
    ) {
      this.to = to;
      return;
    }
    this.flush(sink);
    this.kind = kind;
    this.touchpoint = touchpoint;
    this.unit = unit;
    this.body = body;
    this.employee = employee;
    this.giver = giver;
    this.taker = taker;
    this.recorded = recorded;
    this.from = from;
    this.to = to;
  }

  flush(sink: SpanSink): void {
    if (this.kind === 0) return;
    sink.push(
      this.kind,
      this.touchpoint,
      this.unit,
      this.body,
      this.employee,
      this.giver,
      this.taker,
      this.recorded,
      this.from,
      this.to,
    );
    this.kind = 0;
  }
}
