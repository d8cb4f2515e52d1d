import { z } from 'zod';
import { refuse } from '#facts';
import { type Found, type FoundPlace, foundIn } from '#judge';
import { withWalks } from '#measure';
import { type Journey, journeySchema, type TouchpointKind } from '#model';
import { localDate } from '#time';
import { say } from '#words';
import { defineAct } from './act.ts';
import { periodInput, scopeInput } from './inputs.ts';
import { journeyRequest, placeNames, populationView, walkRequest } from './journeyPopulation.ts';
import type { DiscoveredView } from './journeyViews.ts';
import { readLabelled } from './journeyWalks.ts';

const HALF_DAY = 43_200;
/** From this share of results at one place on, runs are taken to end there. */
const CLOSES = 0.95;
/** A place that fewer runs pass is one that a run may go without. */
const MUST = 0.8;
const STAGES = ['apply', 'consider', 'result'] as const;

export const discoverJourney = defineAct({
  name: 'discoverJourney',
  summary:
    'Proposes a journey from a log: touchpoints in order, bodies, hand-offs and budgets, with what was seen of each.',
  input: z.object({
    /** A value of the facts' field `journey`. */
    factsJourney: z.string().min(1).optional(),
    services: z.array(z.string().min(1)).default([]),
    name: z.string().trim().min(1).max(200).optional(),
    id: z.string().trim().min(1).max(120).optional(),
    from: periodInput.optional(),
    to: periodInput.optional(),
    scope: scopeInput,
    /** Share of runs below which a touchpoint is not proposed, 0…1. */
    least: z.number().min(0).max(1).default(0.02),
  }),
  cancels: true,
  run: async ({ ports, lang }, input): Promise<DiscoveredView> => {
    const { factsJourney = null, services, from, to, scope, least } = input;
    const facts = await ports.facts.context();
    const what = factsJourney ?? (services.join(', ') || say(lang, 'journey.allCases'));
    const about = { kind: 'servicePath' as const, factsJourney, services, clientStatuses: [], segments: [] };
    return ports.facts.session(async (engine) => {
      // Without a period all there is: a map is drawn from as much as there is.
      const month = (micros: number) => localDate(micros, facts.zone).slice(0, 7);
      const ends = facts.span && { from: month(facts.span.from), to: month(facts.span.to - 1) };
      const asked = { from: from ?? ends?.from, to: to ?? ends?.to, scope };
      const request = await journeyRequest(about, asked, facts, engine);
      if (!request) return refuse('journey.nothingSeen', { got: what });
      const names = await placeNames(facts, engine);
      return withWalks(walkRequest(request, facts), facts, engine, async (walks) => {
        if (walks.n < walks.show) return refuse('journey.nothingSeen', { got: what });
        const told = await readLabelled(walks);
        const found = foundIn(walks, told, names);
        const enough = ({ cases }: { readonly cases: number }) => cases >= least * walks.n;
        const places = found.places.filter(enough);
        const closing = request.of === 'run' ? closingOf(places, walks.n) : null;
        const draft = { found: { places, gaps: found.gaps.filter(enough) }, n: walks.n, closing, lang };
        return {
          journey: drawn(draft, { id: input.id ?? slug(what), name: input.name ?? what, factsJourney, services }),
          population: populationView(request, walks, facts),
          from: told.from,
          evidence: places.map((place, i) => evidenceOf(place, i, walks.n)),
          handOffs: draft.found.gaps.map(({ p50Seconds, ...gap }) => gap),
          rare: found.places
            .filter((place) => !enough(place))
            .map(({ facts: value, cases }) => ({ facts: value, cases })),
        };
      });
    });
  },
});

/** Letters, digits and dashes of a name; in a URL they need no more than encoding. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60) || 'journey';

/** The last place at which nearly every run has its result. */
const closingOf = (places: readonly FoundPlace[], n: number): string | null =>
  places.findLast(({ results }) => results >= CLOSES * n)?.facts ?? null;

interface Draft {
  readonly found: Found;
  readonly n: number;
  readonly closing: string | null;
  readonly lang: 'ru' | 'en';
}

/** The draft as `saveJourney` takes it: names are those of the facts, for a person to give better ones. */
function drawn(
  { found, n, closing, lang }: Draft,
  head: {
    readonly id: string;
    readonly name: string;
    readonly factsJourney: string | null;
    readonly services: readonly string[];
  },
): Journey {
  const kinds = found.places.map(kindOf);
  const stages = stagesOf(kinds);
  const touchpoints = found.places.map((place, i) => {
    const kind = kinds[i]!;
    const budgetDays = budgetOf(place.p50Seconds);
    return {
      id: idOf(i),
      name: place.facts.slice(0, 200),
      stage: stages[i]!,
      kind,
      facts: [place.facts],
      body: bodyOf(place, kind),
      unit: onlyUnit(place),
      optional: place.cases < MUST * n,
      closing: place.facts === closing,
      budgetDays,
      note: budgetDays === null ? '' : say(lang, 'journey.budgetProposed'),
    };
  });
  return journeySchema.parse({
    ...head,
    kind: head.factsJourney === null ? 'servicePath' : 'lifeSituation',
    asIs: {
      stages: STAGES.filter((id) => touchpoints.some(({ stage }) => stage === id)).map((id) => ({
        id,
        name: say(lang, `journey.stage.${id}`),
      })),
      touchpoints,
      handOffs: found.gaps.map(({ giver, taker, p50Seconds }) => ({
        giver,
        taker,
        budgetDays: budgetOf(p50Seconds),
        note: say(lang, 'journey.budgetProposed'),
      })),
    },
  });
}

const idOf = (place: number): string => `t${place + 1}`;

/** The median rounded up to half a day. */
const budgetOf = (p50Seconds: number | null): number | null =>
  p50Seconds === null ? null : Math.max(1, Math.ceil(p50Seconds / HALF_DAY)) / 2;

/** Where another body is waited for, that one; else who acts there most. */
function bodyOf({ holder, bodies }: FoundPlace, kind: TouchpointKind): string | null {
  const acting = bodies.find(([body]) => body !== null)?.[0] ?? null;
  return kind === 'interagency' || kind === 'pay' ? (holder ?? acting) : (acting ?? holder);
}

/** A unit that nearly all events name; else the touchpoint is the body's. */
function onlyUnit({ units, events }: FoundPlace): string | null {
  const [first] = units;
  return first && first[0] !== null && first[1] >= 0.9 * events ? first[0] : null;
}

/** By the kind of event that tells most: the first of this order that makes up a tenth of them. */
const KIND_BY_EVENT: readonly (readonly [string, TouchpointKind])[] = [
  // A fee is paid where the matter is handed in: that is no payout.
  ['submit', 'submit'],
  ['pay', 'pay'],
  ['issue', 'issue'],
  ['decide', 'decide'],
  ['register', 'register'],
  ['request', 'interagency'],
  ['reply', 'notify'],
  ['notify', 'notify'],
  ['visit', 'visit'],
  ['queue', 'visit'],
  ['call', 'visit'],
  ['contact', 'consultation'],
  ['draft', 'submit'],
  ['step', 'examine'],
  ['start', 'examine'],
  ['complete', 'examine'],
];

/** What a place does even where clients ask how it goes on there. */
const AT_WORK = ['step', 'suspend', 'resume', 'start', 'complete'];

function kindOf({ kinds, events, waitsForClient }: FoundPlace): TouchpointKind {
  const counts = new Map(kinds);
  const has = (kind: string) => (counts.get(kind) ?? 0) >= 0.1 * events;
  const found = KIND_BY_EVENT.find(([kind]) => has(kind));
  if (!found) return 'other';
  const [by, kind] = found;
  if (has('request') && (kind === 'interagency' || kind === 'submit'))
    return waitsForClient ? 'clarify' : 'interagency';
  // A reply to a client who asked tells of no place for replies.
  if (by === 'reply' && has('contact')) return AT_WORK.some((one) => counts.has(one)) ? 'examine' : 'consultation';
  return kind;
}

const APPLYING: ReadonlySet<TouchpointKind> = new Set(['information', 'consultation', 'submit', 'visit']);
const RESULTING: ReadonlySet<TouchpointKind> = new Set(['notify', 'issue', 'pay']);

/** Stages follow the way: applying is what it begins with, the result what comes after the last decision or, without
 *  one, what it ends with. */
function stagesOf(kinds: readonly TouchpointKind[]): readonly (typeof STAGES)[number][] {
  const considering = kinds.findIndex((kind) => !APPLYING.has(kind));
  const applied = considering < 0 ? kinds.length : considering;
  const decided = kinds.lastIndexOf('decide');
  const before = decided >= 0 ? decided : kinds.findLastIndex((kind) => !RESULTING.has(kind));
  return kinds.map((_, i) => (i < applied ? 'apply' : i > before ? 'result' : 'consider'));
}

const evidenceOf = (place: FoundPlace, i: number, n: number): DiscoveredView['evidence'][number] => ({
  touchpoint: idOf(i),
  facts: [place.facts],
  cases: place.cases,
  share: place.cases / n,
  events: place.events,
  position: place.position,
  bodies: place.bodies.map(([body, events]) => ({ body, events })),
  units: place.units.map(([unit, events]) => ({ unit, events })),
  kinds: place.kinds.map(([kind, events]) => ({ kind, events })),
  meanSeconds: place.meanSeconds,
  p50Seconds: place.p50Seconds,
  visits: place.visits / n,
  documents: place.documents === null ? null : place.documents / n,
  results: place.results,
  proposedBudgetDays: budgetOf(place.p50Seconds),
});
