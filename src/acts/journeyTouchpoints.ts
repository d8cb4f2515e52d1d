import { INITIATORS } from '#facts';
import type { PathMap, PlaceNames, Tile, Tiling } from '#judge';
import { eventKind, type Pieces, type WalkEvents, type Walks } from '#measure';
import type { Design } from '#model';
import type { SatisfactionAt } from './journeySatisfaction.ts';
import type { TouchpointFacts } from './journeyViews.ts';
import { placer, placeView } from './journeyWalks.ts';

interface Surroundings {
  readonly tiling: Tiling;
  readonly pieces: Pieces;
  readonly events: WalkEvents;
  readonly map: PathMap;
  readonly names: PlaceNames;
  readonly design: Design;
  /** Tiles in order of the path. */
  readonly order: readonly Tile[];
  readonly satisfaction: SatisfactionAt;
}

interface Seen {
  cases: number;
  last: number;
  visits: number;
  documents: number;
  known: number;
  /** Items were told of at all. */
  told: boolean;
  readonly bodies: Map<number, number>;
}

const MICROS = 1e6;
const CLIENT = INITIATORS.indexOf('client') + 1;
const [VISIT, SUBMIT, RECEIVE] = [eventKind('visit'), eventKind('submit'), eventKind('receive')];

/** What happens where, in order of the map; what is not on it comes where the path meets it. */
export async function touchpointFacts(walks: Walks, around: Surroundings): Promise<readonly TouchpointFacts[]> {
  const { map, names, design, satisfaction, tiling, order } = around;
  const at = placer(map, names);
  const seen = seenAt(walks, around.events, names, at);
  const beside = await besideAt(walks, around.pieces, at);
  const places = [...design.touchpoints.map(({ id }) => id)];
  const met = [...order.map(({ touchpoint, unmapped }) => touchpoint ?? (unmapped === null ? null : `?${unmapped}`))];
  for (const place of [...met, ...seen.keys()]) {
    if (place === null || places.includes(place)) continue;
    places.splice(placeAfter(places, met, place), 0, place);
  }
  const budgets = new Map(design.touchpoints.map(({ id, budgetDays }) => [id, budgetDays]));
  const items = tiling.steps.length > 0 && [...seen.values()].some(({ told }) => told);
  return places.map((place) => {
    const one = seen.get(place);
    const perRun = (total: number | undefined) => (walks.n === 0 ? 0 : (total ?? 0) / walks.n);
    return {
      ...placeView(map, place),
      bodies: [...(one?.bodies ?? [])].sort((a, b) => b[1] - a[1]).map(([body]) => names.textOf(body) ?? ''),
      cases: one?.cases ?? 0,
      share: perRun(one?.cases),
      visits: perRun(one?.visits),
      documents: items ? perRun(one?.documents) : null,
      documentsKnown: items ? perRun(one?.known) : null,
      besideSeconds: perRun(beside.get(place)),
      budgetDays: budgets.get(place) ?? null,
      satisfaction: satisfaction.get(place) ?? [],
    };
  });
}

/** Where on the list a place off the map belongs: after the one that the path meets just before it. */
function placeAfter(places: readonly string[], met: readonly (string | null)[], place: string): number {
  for (let i = met.indexOf(place) - 1; i >= 0; i -= 1) {
    const known = places.indexOf(met[i] ?? '');
    if (known >= 0) return known + 1;
  }
  return met.includes(place) ? 0 : places.length;
}

function seenAt(
  walks: Walks,
  events: WalkEvents,
  names: PlaceNames,
  at: (code: number) => string | null,
): ReadonlyMap<string, Seen> {
  const seen = new Map<string, Seen>();
  for (let row = 0; row < walks.n; row += 1) {
    for (let i = events.starts[row]!; i < events.starts[row + 1]!; i += 1) {
      const place = at(events.touchpoint[i]!);
      if (place === null) continue;
      let one = seen.get(place);
      if (!one) {
        one = { cases: 0, last: -1, visits: 0, documents: 0, known: 0, told: false, bodies: new Map() };
        seen.set(place, one);
      }
      if (one.last !== row) one.cases += 1;
      one.last = row;
      const kind = events.kind[i]!;
      if (kind === VISIT) one.visits += 1;
      if (events.initiator[i] === CLIENT && (kind === SUBMIT || kind === RECEIVE) && !Number.isNaN(events.items[i]!)) {
        one.told = true;
        one.documents += events.items[i]!;
        one.known += Number.isNaN(events.known[i]!) ? 0 : events.known[i]!;
      }
      const body = names.bodyAt(events.body[i]! || events.unit[i]!, events.at[i]!);
      if (body !== 0) one.bodies.set(body, (one.bodies.get(body) ?? 0) + 1);
    }
  }
  return seen;
}

/** Seconds of the runs' cases that lie beside the critical path, by touchpoint, all runs together. A case alone is its
 *  own path. */
async function besideAt(
  walks: Walks,
  pieces: Pieces,
  at: (code: number) => string | null,
): Promise<ReadonlyMap<string, number>> {
  const seconds = new Map<string, number>();
  if (walks.of === 'case') return seconds;
  const spent = new Map(await walks.spent());
  for (let i = 0; i < pieces.from.length; i += 1) {
    const code = pieces.touchpoint[i]!;
    spent.set(code, (spent.get(code) ?? 0) - (pieces.to[i]! - pieces.from[i]!));
  }
  for (const [code, micros] of spent) {
    const place = at(code);
    if (place !== null && micros > 0) seconds.set(place, (seconds.get(place) ?? 0) + micros / MICROS);
  }
  return seconds;
}
