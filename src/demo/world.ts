import type { ClientStatus } from '#facts';
import { monthStart } from './clock.ts';
import { OFFICES, type Unit } from './places.ts';
import type { Plan } from './plan.ts';
import { isSlow, outage, SLOW_STAFF } from './planted.ts';
import type { Random } from './random.ts';
import type { AnswerRow, CaseRow, EventRow, InvitationRow, Sink, TextRow } from './rows.ts';

/** A client of the region. `key` stands for a person; two cases of one person bear one key. */
export interface Client {
  readonly key: string;
  readonly status: ClientStatus;
  readonly segment: string;
}

const FAMILIES: readonly (readonly [segment: string, weight: number])[] = [
  ['Молодая семья', 34],
  ['Многодетная семья', 17],
  ['Сельская семья', 22],
  ['Родитель-одиночка', 13],
  ['Семья с ребёнком-инвалидом', 5],
  ['Прочие семьи', 9],
];
const FIRMS: readonly (readonly [segment: string, weight: number])[] = [
  ['Малый бизнес', 45],
  ['НКО', 35],
  ['Самозанятые', 20],
];

/** What every line of work shares: numbers, time, names, and the one place where rows leave the demo. */
export class World {
  readonly random: Random;
  readonly plan: Plan;
  /** Case rows made, written or not: what the quota of a month counts. */
  made = 0;
  private readonly sink: Sink;
  private readonly outageSpan: readonly [number, number];
  private lastCase = 0;
  private lastClient = 0;
  private lastRun = 0;

  constructor(plan: Plan, random: Random, sink: Sink) {
    this.plan = plan;
    this.random = random;
    this.sink = sink;
    this.outageSpan = outage(plan, monthStart);
  }

  caseId(): string {
    return `Д-${String(++this.lastCase).padStart(7, '0')}`;
  }

  runId(): string {
    return `Р-${String(++this.lastRun).padStart(7, '0')}`;
  }

  family(): Client {
    return { key: this.clientKey(), status: 'citizen', segment: this.random.weighted(FAMILIES) };
  }

  firm(): Client {
    return { key: this.clientKey(), status: 'organisation', segment: this.random.weighted(FIRMS) };
  }

  /** A colleague: the request's own key, for two requests of one unit are not one matter. */
  colleague(): Client {
    return { key: this.clientKey(), status: 'internal', segment: 'Коллеги' };
  }

  private clientKey(): string {
    return `К-${String(++this.lastClient).padStart(7, '0')}`;
  }

  office(): Unit {
    return this.random.weighted(OFFICES);
  }

  employee(unit: Unit, at: number): string {
    const staff = isSlow(this.plan, unit.id, at) ? SLOW_STAFF : unit.staff;
    return `${unit.id}/${this.random.whole(1, staff)}`;
  }

  /** A moment that the outage of the data exchange puts off. */
  afterOutage(at: number): number {
    const [from, to] = this.outageSpan;
    return at >= from && at < to ? to + Math.floor(this.random.between(600, 20_000)) : at;
  }

  isInside(at: number): boolean {
    return at >= this.plan.start && at < this.plan.horizon;
  }

  /** Writes a case as the register shows it at the horizon: later acts are not there yet, a later closing leaves it open.
   *  Cases closed before month 1 are not written. Tells whether it was. */
  record(row: CaseRow, events: EventRow[]): boolean {
    this.made++;
    const { start, horizon } = this.plan;
    const last = row.closedAt ?? Number.POSITIVE_INFINITY;
    const begun = row.registeredAt ?? row.startedAt ?? start;
    if (last < start || begun >= horizon) {
      if ((row.startedAt ?? horizon) >= horizon || last < start) return false;
    }
    if (row.registeredAt === undefined && begun < start) return false;
    const isOpen = last >= horizon;
    const isSubmitted = row.registeredAt !== undefined && row.registeredAt < horizon;
    events.sort((one, other) => one.at - other.at);
    this.sink.case(
      {
        ...row,
        registeredAt: isSubmitted ? row.registeredAt : undefined,
        dueAt: isSubmitted ? row.dueAt : undefined,
        closedAt: isOpen ? undefined : row.closedAt,
        outcome: isOpen ? undefined : row.outcome,
        refusalGround: isOpen ? undefined : row.refusalGround,
      },
      events.filter((event) => event.at < horizon),
    );
    return true;
  }

  /** The id of a case that others may name, where the case is in the files. */
  written(row: CaseRow): string | undefined {
    return (row.closedAt ?? this.plan.horizon) >= this.plan.start ? row.id : undefined;
  }

  answer(row: AnswerRow): void {
    if (this.isInside(row.at)) this.sink.answer(row);
  }

  invitation(row: InvitationRow): void {
    if (this.isInside(row.at)) this.sink.invitation(row);
  }

  text(row: TextRow): void {
    if (this.isInside(row.at)) this.sink.text(row);
  }
}
