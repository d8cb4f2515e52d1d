import { EVENT_KINDS, INITIATORS, SPAN_KINDS, STILL_KINDS } from '#facts';
import type { Pieces, WalkEvents, Walks } from '#measure';

/** Pieces and events with what stands for their touchpoint. */
export interface Labelled {
  readonly pieces: Pieces;
  readonly events: WalkEvents;
  /** Where no fact of the population names a touchpoint, the activities stand for it. */
  readonly from: 'touchpoint' | 'activity';
}

const STILL = new Set(STILL_KINDS.map((kind) => EVENT_KINDS.indexOf(kind) + 1));
const WORK = SPAN_KINDS.indexOf('work') + 1;
const SYSTEM = INITIATORS.indexOf('system') + 1;

/** A plain log names activities only: a stretch then belongs to the activity that ends it, as it would to the touchpoint
 *  of its ending event; to the one that begins it where nothing ends it (facts.md § 2). Stretches of work that were one
 *  for want of a touchpoint are cut at the activities between. */
export function labelled(walks: Walks, pieces: Pieces, events: WalkEvents): Labelled {
  if (events.touchpoint.some((code) => code !== 0)) return { pieces, events, from: 'touchpoint' };
  const cut = new Cut(pieces);
  for (let row = 0; row < walks.n; row += 1) {
    let next = events.starts[row]!;
    const end = events.starts[row + 1]!;
    let last = 0;
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      let from = pieces.from[i]!;
      for (; next < end && events.at[next]! < pieces.to[i]!; next += 1) {
        if (STILL.has(events.kind[next]!)) continue;
        const [at, activity] = [events.at[next]!, events.activity[next]!];
        if (pieces.kind[i] === WORK && at > from) {
          cut.add(i, from, at, activity || last);
          from = at;
        }
        last = activity || last;
      }
      let ending = 0;
      for (let at = next; at < end && events.at[at] === pieces.to[i] && ending === 0; at += 1)
        if (!STILL.has(events.kind[at]!)) ending = events.activity[at]!;
      cut.add(i, from, pieces.to[i]!, ending || last);
    }
    cut.endRow();
  }
  return { pieces: cut.taken(), events: { ...events, touchpoint: events.activity }, from: 'activity' };
}

/** Pieces made out of others. */
class Cut {
  private readonly starts = [0];
  private readonly of: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly touchpoint: number[] = [];
  private readonly pieces: Pieces;

  constructor(pieces: Pieces) {
    this.pieces = pieces;
  }

  add(of: number, from: number, to: number, touchpoint: number): void {
    this.of.push(of);
    this.from.push(from);
    this.to.push(to);
    this.touchpoint.push(touchpoint);
  }

  endRow(): void {
    this.starts.push(this.of.length);
  }

  taken(): Pieces {
    const same = (column: Float64Array) => Float64Array.from(this.of, (piece) => column[piece]!);
    const { kind, unit, body, giver, taker, recorded } = this.pieces;
    return {
      starts: Int32Array.from(this.starts),
      kind: same(kind),
      touchpoint: Float64Array.from(this.touchpoint),
      unit: same(unit),
      body: same(body),
      giver: same(giver),
      taker: same(taker),
      recorded: same(recorded),
      from: Float64Array.from(this.from),
      to: Float64Array.from(this.to),
    };
  }
}

/** Places that a row passed, one after another; neighbours alike are one. What the system does by itself and what moves
 *  no case (a call, a ticket, a promise) are no steps. `placeOf`: by the code of a touchpoint; null is no place. */
export function passedBy(events: WalkEvents, row: number, placeOf: (code: number) => string | null): readonly string[] {
  const path: string[] = [];
  for (let i = events.starts[row]!; i < events.starts[row + 1]!; i += 1) {
    if (STILL.has(events.kind[i]!) || events.initiator[i] === SYSTEM) continue;
    const place = placeOf(events.touchpoint[i]!);
    if (place !== null && place !== path.at(-1)) path.push(place);
  }
  return path;
}
