import { z } from 'zod';
import { type Engine, namedIn } from '#measure';
import { formatUtc } from '#time';
import { defineAct } from './act.ts';
import type { FactContext } from './factPort.ts';
import { journeyOf, journeyView, readJourney } from './journeyDocument.ts';
import type { JourneysView, JourneyVersionsView, JourneyView } from './journeyViews.ts';

export const journeys = defineAct({
  name: 'journeys',
  summary: 'Journeys that were drawn, and those that the facts tell of and nobody has drawn yet.',
  input: z.object({}),
  run: async ({ ports }): Promise<JourneysView> => {
    const documents = await ports.book.documents('journey');
    const drawn = documents.map(journeyOf);
    const facts = await ports.facts.context();
    const seen = await ports.facts.session((engine) => seenOf(facts, engine));
    const [journeysDrawn, servicesDrawn] = [
      new Set(drawn.map(({ factsJourney }) => factsJourney)),
      new Set(drawn.flatMap(({ services }) => services)),
    ];
    return {
      journeys: documents.map(({ version, at, actor }, i) => {
        const { asIs, toBe, ...journey } = drawn[i]!;
        return {
          id: journey.id,
          name: journey.name,
          kind: journey.kind,
          version,
          factsJourney: journey.factsJourney,
          services: journey.services,
          stages: asIs.stages.length,
          touchpoints: asIs.touchpoints.length,
          owner: journey.owner,
          toBe: toBe === null ? 'none' : toBe.inForceFrom === null ? 'planned' : 'inForce',
          changedOn: journey.changedOn,
          at: formatUtc(at),
          actor,
        };
      }),
      undrawn: {
        journeys: seen.journeys.filter(({ value }) => !journeysDrawn.has(value)),
        services: seen.services.filter(({ value }) => !servicesDrawn.has(value)),
        cases: seen.cases,
      },
    };
  },
});

export const journeyShow = defineAct({
  name: 'journeyShow',
  summary: 'A journey as it was saved last, or one of its versions.',
  input: z.object({ id: z.string().min(1), version: z.number().int().min(1).optional() }),
  run: async ({ ports }, { id, version }): Promise<JourneyView> =>
    journeyView(await readJourney(ports.book, id, version)),
});

export const journeyVersions = defineAct({
  name: 'journeyVersions',
  summary: 'All versions of a journey, newest first.',
  input: z.object({ id: z.string().min(1) }),
  run: async ({ ports }, { id }): Promise<JourneyVersionsView> => ({
    id,
    versions: (await ports.book.documentHistory('journey', id)).map((document) => ({
      version: document.version,
      stands: document.stands,
      actor: document.actor,
      at: formatUtc(document.at),
      name: journeyOf(document).name,
    })),
  }),
});

/** What the cases name as their journey and service, most cases first. */
async function seenOf(facts: FactContext, engine: Engine) {
  const ofJourneys = await namedIn('case', 'journey', facts, engine);
  const runs = new Map((await namedIn('run', 'journey', facts, engine)).map(({ value, n }) => [value, n]));
  const named = (rows: typeof ofJourneys) =>
    rows.flatMap(({ value, n }) => (value === null ? [] : [{ value, cases: n }]));
  return {
    cases: ofJourneys.reduce((sum, { n }) => sum + n, 0),
    journeys: named(ofJourneys).map((one) => ({ ...one, runs: runs.get(one.value) ?? 0 })),
    services: named(await namedIn('case', 'service', facts, engine)),
  };
}
