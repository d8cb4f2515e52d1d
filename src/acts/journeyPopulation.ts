import { z } from 'zod';
import { refuse } from '#facts';
import { type PathMap, type PlaceNames, pathMap } from '#judge';
import { bodyLookup, countRuns, type Engine, horizonOf, type PlanPeriod, type Walks } from '#measure';
import type { Design, Journey } from '#model';
import { formatUtc, parsePeriod, periodsBetween } from '#time';
import { newestMonths } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { scopeOf } from './figures.ts';
import { periodInput, scopeInput } from './inputs.ts';
import type { JourneyPopulation } from './journeyViews.ts';
import type { ScopeView } from './views.ts';

// Which runs or cases the figures of a journey stand on, and how its map reads them.

/** What every act over a journey's facts is asked with. Without a period: the newest twelve whole months. */
export const journeyFactsInput = z.object({
  id: z.string().min(1),
  version: z.number().int().min(1).optional(),
  design: z.enum(['asIs', 'toBe']).default('asIs'),
  from: periodInput.optional(),
  to: periodInput.optional(),
  scope: scopeInput,
});

export interface JourneyRequest {
  readonly of: 'case' | 'run';
  /** Of the view: names of the first and the last month. */
  readonly from: string;
  readonly to: string;
  readonly period: PlanPeriod;
  readonly scope: ScopeView;
}

/** What of a journey tells which facts are its own. */
export type JourneyOfFacts = Pick<Journey, 'kind' | 'factsJourney' | 'services' | 'clientStatuses' | 'segments'>;

const MONTHS = 12;

/** Null where there are no facts at all. */
export async function journeyRequest(
  journey: JourneyOfFacts,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined; readonly scope: ScopeView },
  facts: FactContext,
  engine: Engine,
): Promise<JourneyRequest | null> {
  const newest = newestMonths(facts, MONTHS);
  if (!newest) return null;
  const from = asked.from ?? asked.to ?? newest.from;
  const period = periodNamed(from, asked.to ?? asked.from ?? newest.to, facts.zone);
  return { ...(await journeyScope(journey, asked.scope, facts, engine)), ...period };
}

/** The rows that a journey's figures stand on: runs of its value in the facts, else the cases of its services. */
export async function journeyScope(
  { kind, factsJourney, services, clientStatuses, segments }: JourneyOfFacts,
  asked: ScopeView,
  facts: FactContext,
  engine: Engine,
): Promise<Pick<JourneyRequest, 'of' | 'scope'>> {
  const hasRuns = factsJourney !== null && (await countRuns(factsJourney, facts, engine)) > 0;
  const statuses = kind === 'internal' && clientStatuses.length === 0 ? ['internal'] : clientStatuses;
  return {
    of: hasRuns ? 'run' : 'case',
    // What the person fixed is narrower than what the journey is about; the journey itself is not for them to change.
    scope: {
      ...(statuses.length ? { clientStatus: statuses } : {}),
      ...(segments.length ? { segment: segments } : {}),
      ...asked,
      ...(factsJourney !== null ? { journey: [factsJourney] } : services.length ? serviceScope(services, asked) : {}),
    },
  };
}

/** Of several services the person may have chosen some. */
function serviceScope(services: readonly string[], { service }: ScopeView): ScopeView {
  const chosen = [service ?? []].flat().filter((one): one is string => one !== null && services.includes(one));
  return { service: chosen.length ? chosen : services };
}

/** Both ends inclusive, widened to whole periods. */
export function periodNamed(from: string, to: string, zone: string) {
  const edges = (name: string, field: string) =>
    parsePeriod(name) ? periodsBetween(name, name, 'month', zone) : refuse('input.period', { field, got: name });
  const [begin, end] = [edges(from, 'from')[0]!, edges(to, 'to').at(-1)!];
  if (begin.from >= end.to) refuse('links.periodReversed', { field: 'to', got: to, with: { from } });
  return {
    from: begin.name,
    to: end.name,
    period: { name: `${begin.name}–${end.name}`, from: begin.from, to: end.to },
  };
}

export const walkRequest = ({ of, period, scope }: JourneyRequest, facts: FactContext) => ({
  of,
  period,
  scope: scopeOf(scope, facts),
});

export function populationView(
  request: JourneyRequest,
  { n, leftOut, show }: Pick<Walks, 'n' | 'leftOut' | 'show'>,
  facts: FactContext,
): JourneyPopulation {
  const { of, from, to, period, scope } = request;
  const final = horizonOf({ of }, facts) >= period.to;
  return {
    of,
    n: n < show ? 0 : n,
    leftOut: n < show ? {} : leftOut,
    state: n < show ? 'tooFew' : final ? 'final' : 'preliminary',
    from,
    to,
    fromAt: formatUtc(period.from),
    toAt: formatUtc(period.to),
    scope,
  };
}

/** Of a journey without any facts. */
export const NO_POPULATION: JourneyPopulation = {
  of: 'case',
  n: 0,
  leftOut: {},
  state: 'tooFew',
  from: '',
  to: '',
  fromAt: '',
  toAt: '',
  scope: {},
};

export const mapOf = ({ touchpoints, handOffs }: Design): PathMap => pathMap(touchpoints, handOffs);

export async function placeNames(facts: FactContext, engine: Engine): Promise<PlaceNames> {
  const bodyAt = await bodyLookup(engine);
  return { textOf: facts.textOf, bodyAt: (place, at) => (place === 0 ? 0 : bodyAt(place, at)) };
}

/** The design that is asked for; the to-be where there is none is refused. */
export function designOf(journey: Journey, which: 'asIs' | 'toBe'): Design {
  if (which === 'asIs') return journey.asIs;
  return journey.toBe?.design ?? refuse('journey.noToBe', { field: 'design', got: journey.name });
}
