import type { Micros } from './instants.ts';
import type { Organisation } from './organisation.ts';
import type { Cell } from './rows.ts';

// The spans of a case, straight from facts.md § 2. Independent of the product's tiler, so that the two check each other.

type Fields = Readonly<Record<string, Cell>>;
type Bag = Record<string, Cell>;

const STILL = new Set(['contact', 'call', 'queue', 'draft', 'promise']);
const ANSWERS = new Set(['submit', 'receive', 'visit', 'sign', 'pay']);

interface Request {
  readonly event: Fields;
  readonly toClient: boolean;
}

/** What the events so far have led to. */
interface State {
  readonly open: readonly Request[];
  readonly last: Fields | null;
  readonly pause: Fields | null;
  readonly giver: string | null;
}

export interface Move {
  readonly event: Fields;
  readonly at: Micros;
  readonly after: State;
}

const START: State = { open: [], last: null, pause: null, giver: null };
const placeOf = (event: Fields): string | null => (event.unit ?? event.body ?? null) as string | null;
const byClient = (event: Fields): boolean => event.initiator === 'client';

/** The events that move a case, in order, with the state after each. */
export function moves(events: readonly Fields[], registeredAt: Micros): Move[] {
  const found: Move[] = [];
  let state = START;
  for (const event of events) {
    if (!doesMove(event, state, registeredAt)) continue;
    state = step(state, event);
    found.push({ event, at: event.at as Micros, after: state });
  }
  return found;
}

function doesMove(event: Fields, state: State, registeredAt: Micros): boolean {
  const kind = event.kind as string;
  if (STILL.has(kind)) return false;
  if (!byClient(event)) return true;
  if ((event.at as Micros) <= registeredAt) return true;
  if (ANSWERS.has(kind) && state.open.some((request) => request.toClient)) return true;
  return state.last?.kind === 'notify';
}

function step(state: State, event: Fields): State {
  const kind = event.kind as string;
  let open = state.open;
  if (kind === 'decide') open = [];
  else if (byClient(event) && ANSWERS.has(kind)) open = open.filter((request) => !request.toClient);
  else if (!byClient(event) && kind === 'receive') open = open.filter((request) => !isAnswered(request, event, open));
  if (kind === 'request' && !byClient(event)) open = [...open, { event, toClient: event.asked === 'client' }];
  return {
    open,
    last: event,
    pause: kind === 'suspend' ? event : kind === 'resume' ? null : state.pause,
    giver: placeOf(event) ?? state.giver,
  };
}

function isAnswered(request: Request, receive: Fields, open: readonly Request[]): boolean {
  if (request.toClient) return false;
  if (receive.asked === null) return request === open.find((other) => !other.toClient);
  return request.event.asked === null || request.event.asked === receive.asked;
}

export interface Life {
  readonly id: string;
  readonly registeredAt: Micros;
  /** Closing, or the horizon while open. */
  readonly end: Micros;
  readonly fields: Fields;
}

export function tile(life: Life, events: readonly Fields[], organisation: Organisation): Fields[] {
  const told = moves(events, life.registeredAt).filter((move) => move.at <= life.end);
  const inside = told.filter((move) => move.at > life.registeredAt && move.at < life.end).map((move) => move.at);
  const cuts = [...new Set([life.registeredAt, ...inside, life.end])];
  const spans: Bag[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    if (to <= from) continue;
    const state = told.filter((move) => move.at <= from).at(-1)?.after ?? START;
    const ending = told.find((move) => move.at === to)?.event ?? null;
    const span = { ...stretch(state, ending, life, from, organisation), from, to };
    const previous = spans.at(-1);
    if (previous !== undefined && alike(previous, span)) previous.to = to;
    else spans.push(span);
  }
  return spans;
}

const alike = (a: Bag, b: Bag): boolean =>
  Object.keys(b).every((key) => key === 'from' || key === 'to' || a[key] === b[key]);

function stretch(state: State, ending: Fields | null, life: Life, from: Micros, organisation: Organisation): Bag {
  const span = (kind: string, more: Bag): Bag => ({
    caseId: life.id,
    kind,
    touchpoint: null,
    unit: null,
    body: null,
    employee: null,
    giver: null,
    taker: null,
    recorded: null,
    ...more,
  });
  const { pause, last, open } = state;
  if (pause !== null) {
    const { touchpoint, unit, body, employee } = pause as Bag;
    return span('suspension', { touchpoint, unit, body, employee } as Bag);
  }
  const asked = open.find((request) => request.toClient);
  if (asked !== undefined) return span('client', { touchpoint: asked.event.touchpoint ?? null });
  if (last?.kind === 'notify' && ending !== null && byClient(ending)) {
    return span('client', { touchpoint: last.touchpoint ?? null });
  }
  const elsewhere = open[0];
  if (elsewhere !== undefined) {
    const place = elsewhere.event.asked as string | null;
    const isUnit = place !== null && organisation.kind(place) === 'unit';
    return span('agency', {
      touchpoint: elsewhere.event.touchpoint ?? null,
      unit: isUnit ? place : null,
      body: isUnit ? null : place,
    });
  }
  const taker = ending !== null ? placeOf(ending) : last?.kind === 'transfer' ? (last.asked as string | null) : null;
  const handed = last?.kind === 'transfer';
  if (handed || (state.giver !== null && taker !== null && organisation.differ(state.giver, taker, from))) {
    const received = ending !== null && ['register', 'receive', 'start'].includes(ending.kind as string);
    return span('gap', {
      giver: state.giver,
      taker,
      touchpoint: ending?.touchpoint ?? null,
      recorded: handed || received ? 'yes' : 'no',
    });
  }
  const holder = [ending, last, life.fields].find((named) => named !== null && placeOf(named) !== null) ?? null;
  const unit = (holder?.unit ?? null) as string | null;
  return span('work', {
    unit,
    body: holder?.body ?? (unit === null ? null : organisation.bodyAbove(unit, from)),
    employee: holder?.employee ?? null,
    touchpoint: ending?.touchpoint ?? last?.touchpoint ?? null,
  });
}

export interface Member extends Life {
  readonly spans: readonly Fields[];
}

/** The critical path of a run from `end` backwards (facts.md § 2): spans of its cases, and `gap` where no case lives. */
export function tileRun(members: readonly Member[], end: Micros): Fields[] {
  const path: Fields[] = [];
  const begin = Math.min(...members.map((member) => member.registeredAt));
  let t = end;
  while (t > begin) {
    const moment = t;
    const until = (member: Member): Micros => Math.min(member.end, moment);
    const next = members
      .filter((member) => member.registeredAt < moment)
      .sort((a, b) => until(b) - until(a) || b.registeredAt - a.registeredAt || (a.id < b.id ? -1 : 1))[0]!;
    const later = path.at(-1);
    // Neighbours alike in everything are one: a case that lived no time parts no gap.
    if (until(next) < t && later?.caseId === null) path[path.length - 1] = { ...later, from: until(next) };
    else if (until(next) < t) path.push(hole(until(next), t));
    for (const span of [...next.spans].reverse()) {
      const to = Math.min(span.to as Micros, t);
      if ((span.from as Micros) < to) path.push({ ...span, to });
    }
    t = next.registeredAt;
  }
  return path.reverse();
}

const hole = (from: Micros, to: Micros): Fields => ({
  caseId: null,
  kind: 'gap',
  touchpoint: null,
  unit: null,
  body: null,
  employee: null,
  giver: null,
  taker: null,
  recorded: null,
  from,
  to,
});
