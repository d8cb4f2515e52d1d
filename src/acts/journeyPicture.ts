import { type PathMap, type PlaceNames, passesOf, pathOrder, tilingOf } from '#judge';
import { placeLabels, type Walks, withWalks } from '#measure';
import { budgetOfPath, type Design, type Journey } from '#model';
import { yearBefore } from '#time';
import { type ActContext, defineAct } from './act.ts';
import { optionsOf, stretchOf } from './cards.ts';
import type { FactContext } from './factPort.ts';
import { journeyOf, readJourney } from './journeyDocument.ts';
import {
  designOf,
  type JourneyRequest,
  journeyFactsInput,
  journeyRequest,
  mapOf,
  NO_POPULATION,
  periodNamed,
  placeNames,
  populationView,
  walkRequest,
} from './journeyPopulation.ts';
import { satisfactionOf } from './journeySatisfaction.ts';
import { stepViews, tileViews, typicalRuns, wholeView } from './journeyTiles.ts';
import { touchpointFacts } from './journeyTouchpoints.ts';
import type { JourneyPictureView } from './journeyViews.ts';
import { readLabelled } from './journeyWalks.ts';

export const journeyPicture = defineAct({
  name: 'journeyPicture',
  summary:
    'A journey to the scale of time: whose each second is, what is nobody’s, which link is weakest and what it costs.',
  input: journeyFactsInput,
  cancels: true,
  run: async (context, input): Promise<JourneyPictureView> => {
    const { ports } = context;
    const document = await readJourney(ports.book, input.id, input.version);
    const journey = journeyOf(document);
    const facts = await ports.facts.context();
    const head = headOf(journey, document.version, input.design, facts);
    const request = await ports.facts.session((engine) => journeyRequest(journey, input, facts, engine));
    if (!request) return head;
    const key = JSON.stringify(['journeyPicture', document.id, document.version, input.design, request, facts.version]);
    const kept = await ports.book.keptFigures(key);
    if (kept) return { ...head, ...(kept as Partial<JourneyPictureView>) };
    const drawn = await draw(context, facts, { journey, design: head.design, request });
    await ports.book.keepFigures(key, drawn, context.now());
    return { ...head, ...drawn };
  },
});

/** What is known before any fact is read. */
function headOf(journey: Journey, version: number, which: 'asIs' | 'toBe', facts: FactContext): JourneyPictureView {
  const { unit, service } = optionsOf(facts);
  const { id, name, kind, owner, changedOn, note, toBe } = journey;
  return {
    journey: {
      id,
      name,
      kind,
      version,
      owner,
      changedOn,
      note,
      drawn: which,
      hasToBe: toBe !== null,
      inForceFrom: toBe?.inForceFrom ?? null,
      expected: toBe?.expected ?? null,
    },
    design: designOf(journey, which),
    population: NO_POPULATION,
    periods: stretchOf(facts, 'month', undefined)?.periods ?? [],
    options: { unit, service },
    ...NOTHING_DRAWN,
    yearBefore: null,
  };
}

interface Drawing {
  readonly journey: Journey;
  readonly design: Design;
  readonly request: JourneyRequest;
}

type Drawn = Omit<JourneyPictureView, 'journey' | 'design' | 'periods' | 'options'>;

/** The same months a year before; null where the facts do not reach back to their beginning. */
function yearEarlier(request: JourneyRequest, facts: FactContext): JourneyRequest | null {
  const from = yearBefore(request.from);
  const first = stretchOf(facts, 'month', undefined)?.periods[0];
  if (first === undefined || from < first) return null;
  return { ...request, ...periodNamed(from, yearBefore(request.to), facts.zone) };
}

async function draw(context: ActContext, facts: FactContext, { journey, design, request }: Drawing): Promise<Drawn> {
  const map = mapOf(design);
  return context.ports.facts.session(async (engine) => {
    const names = await placeNames(facts, engine);
    const satisfaction = await satisfactionOf(context, facts, engine, { journey, request, map });
    const past = yearEarlier(request, facts);
    const before =
      past && (await withWalks(walkRequest(past, facts), facts, engine, (walks) => earlier(walks, map, names, past)));
    return withWalks(walkRequest(request, facts), facts, engine, async (walks): Promise<Drawn> => {
      const population = populationView(request, walks, facts);
      if (walks.n === 0 || population.state === 'tooFew') return { ...NOTHING_DRAWN, population, yearBefore: before };
      const { pieces, events } = await readLabelled(walks);
      const tiling = tilingOf(walks, pieces, map, names);
      const order = pathOrder(tiling.tiles, tiling.firstAt, map);
      const tiles = await tileViews(walks, tiling, order);
      const steps = await stepViews(context, tiling, tiles);
      const budgets = tiling.steps.map(({ budgetDays }) => budgetDays);
      const whole = wholeView(walks, tiling, steps, { budgets, design, pathDays: budgetOfPath(design) });
      const handOffs = passesOf(walks, pieces, names);
      const touchpoints = await touchpointFacts(walks, {
        tiling,
        pieces,
        events,
        map,
        names,
        design,
        order: order.map((place) => tiling.tiles[place]!),
        satisfaction,
      });
      return {
        population,
        names: namesOf(await placeLabels(engine), facts, [
          ...tiles.flatMap(({ body, giver, taker }) => [body, giver, taker]),
          ...touchpoints.flatMap(({ bodies }) => bodies),
          ...design.touchpoints.flatMap(({ body, unit }) => [body, unit]),
        ]),
        whole: { ...whole, typical: await typicalRuns(walks, pieces, tiling, whole) },
        steps,
        tiles,
        weakest: best(steps, ({ fall }) => fall?.p90 ?? 0),
        largest: best(steps, ({ share }) => share),
        lanes: lanesOf(tiles, design),
        handOffs: handOffs.map(({ gapMicros, recordedMicros, ...pass }) => ({
          ...pass,
          meanSeconds: gapMicros === 0 ? null : gapMicros / 1e6 / walks.n,
          recordedShare: gapMicros === 0 ? null : recordedMicros / gapMicros,
          budgetDays:
            design.handOffs.find(({ giver, taker }) => giver === pass.giver && taker === pass.taker)?.budgetDays ??
            null,
        })),
        touchpoints,
        yearBefore: before,
      };
    });
  });
}

const NOTHING_DRAWN = {
  names: {},
  whole: null,
  steps: [],
  tiles: [],
  weakest: null,
  largest: null,
  lanes: [],
  handOffs: [],
  touchpoints: [],
};

/** Means by step a year before; null where the facts do not reach back or too few ended. */
async function earlier(walks: Walks, map: PathMap, names: PlaceNames, { from, to }: JourneyRequest) {
  if (walks.n < walks.show) return null;
  const { steps, byStep } = tilingOf(walks, (await readLabelled(walks)).pieces, map, names);
  const means = steps.map(({ key }, step) => {
    const { starts, micros } = byStep;
    return [key, micros.subarray(starts[step], starts[step + 1]).reduce((a, b) => a + b, 0) / 1e6 / walks.n] as const;
  });
  return {
    from,
    to,
    n: walks.n,
    meanSeconds: means.reduce((sum, [, mean]) => sum + mean, 0),
    steps: Object.fromEntries(means),
  };
}

/** Names of the places that are spoken of. */
function namesOf(
  labels: ReadonlyMap<number, string>,
  facts: FactContext,
  places: readonly (string | null)[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...new Set(places)].flatMap((place) => {
      const label = place === null ? undefined : labels.get(facts.codeOf(place) ?? 0);
      return place === null || label === undefined ? [] : [[place, label] as const];
    }),
  );
}

/** Key of the step with the greatest positive value; null of none. */
function best<One extends { readonly key: string }>(list: readonly One[], value: (one: One) => number): string | null {
  const first = [...list].sort((a, b) => value(b) - value(a))[0];
  return first && value(first) > 0 ? first.key : null;
}

/** Client first; nobody before the first body that takes over; bodies as the path meets them, at a touchpoint the
 *  design's own first. */
function lanesOf(tiles: JourneyPictureView['tiles'], design: Design): JourneyPictureView['lanes'] {
  const homes = new Map(design.touchpoints.map(({ id, body }) => [id, body]));
  const met = tiles.flatMap(({ kind, touchpoint, body, giver, taker }) =>
    kind === 'gap' ? [giver, taker] : [homes.get(touchpoint ?? '') ?? null, body],
  );
  const seen = new Set(tiles.flatMap(({ body, giver, taker }) => [body, giver, taker]));
  const bodies = [...new Set(met)].filter((body): body is string => body !== null && seen.has(body));
  const takers = tiles.flatMap(({ kind, giver, taker }) => (kind === 'gap' && giver !== taker ? [taker] : []));
  const first = bodies.findIndex((body) => takers.includes(body));
  const lanes = bodies.map((body) => ({ kind: 'body' as const, body }));
  const hasGap = tiles.some(({ kind }) => kind === 'gap');
  const at = first < 0 ? lanes.length : first;
  return [
    { kind: 'client', body: null },
    ...lanes.slice(0, at),
    ...(hasGap ? [{ kind: 'nobody' as const, body: null }] : []),
    ...lanes.slice(at),
  ];
}
