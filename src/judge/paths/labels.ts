import { EVENT_KINDS, INITIATORS, STILL_KINDS } from '#facts';
import type { Pieces, WalkEvents, Walks } from '#measure';

/** Pieces and events with what stands for their touchpoint. */
export interface Labelled {
  readonly pieces: Pieces;
  readonly events: WalkEvents;
  /** Where no fact of the population names a touchpoint, the activities stand for it. */
  readonly from: 'touchpoint' | 'activity';
}

const STILL = new Set(STILL_KINDS.map((kind) => EVENT_KINDS.indexOf(kind) + 1));
const SYSTEM = INITIATORS.indexOf('system') + 1;

/** A plain log names activities only: a stretch then belongs to the activity that ends it, as it would to the touchpoint
 *  of its ending event; to the one that begins it where nothing ends it (facts.md § 2). */
export function labelled(walks: Walks, pieces: Pieces, events: WalkEvents): Labelled {
  if (events.touchpoint.some((code) => code !== 0)) return { pieces, events, from: 'touchpoint' };
  const touchpoint = pieces.touchpoint.slice();
  for (let row = 0; row < walks.n; row += 1) {
    let next = events.starts[row]!;
    const end = events.starts[row + 1]!;
    let last = 0;
    for (let i = pieces.starts[row]!; i < pieces.starts[row + 1]!; i += 1) {
      while (next < end && events.at[next]! < pieces.to[i]!) {
        if (!STILL.has(events.kind[next]!)) last = events.activity[next]! || last;
        next += 1;
      }
      let ending = 0;
      for (let at = next; at < end && events.at[at] === pieces.to[i] && ending === 0; at += 1)
        if (!STILL.has(events.kind[at]!)) ending = events.activity[at]!;
      touchpoint[i] = ending || last;
    }
  }
  return { pieces: { ...pieces, touchpoint }, events: { ...events, touchpoint: events.activity }, from: 'activity' };
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
