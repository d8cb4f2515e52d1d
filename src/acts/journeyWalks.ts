import { type Labelled, labelled, type PathMap, type PlaceNames } from '#judge';
import { type Engine, type Walks, withWalks } from '#measure';
import type { Journey } from '#model';
import type { ActContext } from './act.ts';
import type { FactContext } from './factPort.ts';
import { journeyOf, readJourney } from './journeyDocument.ts';
import { designOf, type JourneyRequest, journeyRequest, mapOf, placeNames, walkRequest } from './journeyPopulation.ts';
import type { ScopeView } from './views.ts';

/** What an act over a journey's runs is given. */
export interface Walked {
  readonly journey: Journey;
  readonly facts: FactContext;
  readonly request: JourneyRequest;
  readonly walks: Walks;
  readonly names: PlaceNames;
  readonly map: PathMap;
}

interface Asked {
  readonly id: string;
  readonly version?: number | undefined;
  readonly design: 'asIs' | 'toBe';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scope: ScopeView;
}

/** Runs of a journey in the period and scope that were asked for; `work` is not called where there are no facts at all. */
export async function withJourney<T>(
  { ports }: ActContext,
  asked: Asked,
  none: T,
  work: (walked: Walked) => Promise<T>,
): Promise<T> {
  const journey = journeyOf(await readJourney(ports.book, asked.id, asked.version));
  const map = mapOf(designOf(journey, asked.design));
  const facts = await ports.facts.context();
  return ports.facts.session(async (engine: Engine) => {
    const request = await journeyRequest(journey, asked, facts, engine);
    if (!request) return none;
    const names = await placeNames(facts, engine);
    return withWalks(walkRequest(request, facts), facts, engine, (walks) =>
      work({ journey, facts, request, walks, names, map }),
    );
  });
}

export const readLabelled = async (walks: Walks): Promise<Labelled> =>
  labelled(walks, await walks.pieces(), await walks.events());

/** Place of a facts' touchpoint: the map's id, else `?NAME`; each code is looked up once. */
export function placer(map: PathMap, { textOf }: PlaceNames): (code: number) => string | null {
  const known = new Map<number, string | null>();
  return (code) => {
    let place = known.get(code);
    if (place === undefined) {
      const facts = code === 0 ? null : textOf(code);
      place = facts === null ? null : (map.touchpointOf(facts) ?? `?${facts}`);
      known.set(code, place);
    }
    return place;
  };
}

/** The two sides of a place as views tell it. */
export const placeView = (map: PathMap, place: string) =>
  map.orderOf(place) !== null || !place.startsWith('?')
    ? { touchpoint: place, unmapped: null }
    : { touchpoint: null, unmapped: place.slice(1) };
