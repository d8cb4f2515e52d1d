import { breachesOf, passedBy, tilingOf } from '#judge';
import { wilsonInterval } from '#measure';
import type { Touchpoint } from '#model';
import { startOfDay } from '#time';
import { defineAct } from './act.ts';
import { journeyOf, readJourney } from './journeyDocument.ts';
import { designOf, journeyFactsInput } from './journeyPopulation.ts';
import type { JourneyPromiseView, PromiseBreach } from './journeyViews.ts';
import { placer, readLabelled, type Walked, withJourney } from './journeyWalks.ts';

const EXAMPLES = 5;
const NOTHING: Omit<JourneyPromiseView, 'inForceFrom' | 'order'> = {
  runs: 0,
  asDesigned: { runs: 0, share: null, interval: null },
  steps: [],
  unknown: [],
};

export const journeyPromise = defineAct({
  name: 'journeyPromise',
  summary:
    'A journey that is promised: which of its steps runs missed, doubled or took out of order since it is in force.',
  input: journeyFactsInput.omit({ design: true }),
  cancels: true,
  run: async (context, input): Promise<JourneyPromiseView> => {
    const journey = journeyOf(await readJourney(context.ports.book, input.id, input.version));
    const { touchpoints } = designOf(journey, 'toBe');
    const { inForceFrom, order } = journey.toBe!;
    const head = { inForceFrom, order };
    if (inForceFrom === null) return { ...head, ...NOTHING };
    const asked = { ...input, design: 'toBe' as const, from: input.from ?? inForceFrom.slice(0, 7) };
    return withJourney(context, { ...asked, to: input.to ?? '2198' }, { ...head, ...NOTHING }, async (walked) => ({
      ...head,
      ...(await keptBy(walked, touchpoints, startOfDay(inForceFrom, walked.facts.zone))),
    }));
  },
});

async function keptBy(
  walked: Walked,
  touchpoints: readonly Touchpoint[],
  since: number,
): Promise<Omit<JourneyPromiseView, 'inForceFrom' | 'order'>> {
  const { walks, map, names } = walked;
  const rows = Array.from(walks.startAt.keys()).filter((row) => walks.startAt[row]! >= since);
  if (rows.length < walks.show) return NOTHING;
  const { events, pieces } = await readLabelled(walks);
  const placeOf = placer(map, names);
  // Of what no fact tells, nothing can be said; what runs beside the path has no place in its order.
  const told = new Set(touchpoints.flatMap(({ facts, beside }, i) => (facts.length && !beside ? [i] : [])));
  const required = [...told].filter((i) => !touchpoints[i]!.optional);
  const found = touchpoints.map(() => ({
    missed: [] as number[],
    doubled: [] as number[],
    outOfOrder: [] as number[],
  }));
  const unknown = new Map<string, number[]>();
  let asDesigned = 0;
  for (const row of rows) {
    const path = passedBy(events, row, placeOf);
    for (const place of new Set(path))
      if (map.orderOf(place) === null) unknown.set(place, [...(unknown.get(place) ?? []), row]);
    const orders = path.flatMap((place) => map.orderOf(place) ?? []).filter((order) => told.has(order));
    const breaches = breachesOf(
      orders.filter((order, i) => order !== orders[i - 1]),
      required,
    );
    for (const kind of ['missed', 'doubled', 'outOfOrder'] as const)
      for (const place of breaches[kind]) found[place]![kind].push(row);
    if (Object.values(breaches).every((places) => places.length === 0)) asDesigned += 1;
  }
  const late = overBudget(walked, rows, pieces);
  const examples = new Set([
    ...found.flatMap((one) => Object.values(one).flatMap((list) => list.slice(0, EXAMPLES))),
    ...[...unknown.values(), ...late.values()].flatMap((list) => list.slice(0, EXAMPLES)),
  ]);
  const ids = await walks.ids([...examples]);
  const breach = (list: readonly number[]): PromiseBreach => ({
    runs: list.length,
    share: list.length / rows.length,
    examples: list.slice(0, EXAMPLES).map((row) => ids.get(row) ?? ''),
  });
  const interval = wilsonInterval(asDesigned, rows.length);
  return {
    runs: rows.length,
    asDesigned: {
      runs: asDesigned,
      share: asDesigned / rows.length,
      interval: interval && [interval[0]! / 100, interval[1]! / 100],
    },
    steps: touchpoints.flatMap(({ id, budgetDays }, place) =>
      told.has(place)
        ? [
            {
              touchpoint: id,
              missed: breach(found[place]!.missed),
              doubled: breach(found[place]!.doubled),
              outOfOrder: breach(found[place]!.outOfOrder),
              overBudget: budgetDays === null ? null : breach(late.get(id) ?? []),
            },
          ]
        : [],
    ),
    unknown: [...unknown]
      .map(([place, list]) => ({ facts: place.slice(1), ...breach(list) }))
      .sort((a, b) => b.runs - a.runs)
      .map(({ share, ...one }) => one),
  };
}

/** Rows that stayed at a touchpoint beyond its budget. */
function overBudget(
  { walks, map, names }: Walked,
  rows: readonly number[],
  pieces: Parameters<typeof tilingOf>[1],
): ReadonlyMap<string, readonly number[]> {
  const { steps, byStep } = tilingOf(walks, pieces, map, names);
  const among = new Set(rows);
  const late = new Map<string, number[]>();
  steps.forEach(({ kind, touchpoint, budgetDays }, step) => {
    if (kind !== 'touchpoint' || touchpoint === null || budgetDays === null) return;
    const list: number[] = [];
    for (let entry = byStep.starts[step]!; entry < byStep.starts[step + 1]!; entry += 1)
      if (byStep.micros[entry]! > budgetDays * 86_400e6 && among.has(byStep.rows[entry]!))
        list.push(byStep.rows[entry]!);
    late.set(
      touchpoint,
      list.sort((a, b) => a - b),
    );
  });
  return late;
}
