import type { Journey } from './journey.ts';
import type { Indicator, Model } from './model.ts';

/** Fields that a figure is cut by. */
export type PlaceScope = Readonly<Record<string, string | readonly string[]>>;

/** The scope in which an indicator is measured: its place, and where that is silent its holder's unit, touchpoints or
 *  people, and the model's journey. A shared one is the same for all its holders: only its place counts. */
export function placeScope(
  model: Pick<Model, 'journey' | 'clients' | 'positions'>,
  indicator: Pick<Indicator, 'place' | 'level' | 'owner' | 'shared'>,
  journeys: ReadonlyMap<string, Journey>,
): PlaceScope {
  const { place, level } = indicator;
  const scope: Record<string, string | readonly string[]> = {};
  for (const field of ['body', 'unit', 'touchpoint', 'service'] as const) {
    if (place[field] !== null) scope[field] = place[field];
  }
  const journey = level === 'body' ? place.journey : (place.journey ?? model.journey);
  Object.assign(scope, journeyScope(journey === null ? undefined : journeys.get(journey), journey));
  const status =
    place.clientStatus ?? (model.clients.every((one) => one === 'internal') ? model.clients[0] : undefined);
  if (status) scope.clientStatus = status;
  const holder = place.position ?? (indicator.shared ? null : indicator.owner);
  const position = holder === null ? undefined : model.positions.find(({ id }) => id === holder);
  if (!position || place.unit !== null || place.touchpoint !== null) return scope;
  if (level === 'unit' && position.unit !== null) scope.unit = position.unit;
  if (level === 'touchpoint' && position.touchpoints.length > 0) scope.touchpoint = position.touchpoints;
  if (level === 'position') {
    if (position.employees.length > 0) scope.employee = position.employees;
    else if (position.touchpoints.length > 0) scope.touchpoint = position.touchpoints;
    else if (position.unit !== null) scope.unit = position.unit;
  }
  return scope;
}

/** Facts that belong to a journey: those that name it, else those of its services; one that nobody drew goes by its id. */
function journeyScope(journey: Journey | undefined, id: string | null): PlaceScope {
  if (id === null) return {};
  if (!journey) return { journey: id };
  if (journey.factsJourney !== null) return { journey: journey.factsJourney };
  return journey.services.length > 0 ? { service: journey.services } : {};
}
