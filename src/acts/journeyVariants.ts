import { z } from 'zod';
import { nearest, passedBy, spreadOf } from '#judge';
import { defineAct } from './act.ts';
import { journeyFactsInput, NO_POPULATION, populationView } from './journeyPopulation.ts';
import type { JourneyVariantsView } from './journeyViews.ts';
import { placer, placeView, readLabelled, type Walked, withJourney } from './journeyWalks.ts';

const NONE: JourneyVariantsView = {
  population: NO_POPULATION,
  p50Seconds: null,
  variants: [],
  rest: { variants: 0, cases: 0 },
};

export const journeyVariants = defineAct({
  name: 'journeyVariants',
  summary: 'Paths that clients really walk, how many each, how long, and which of them hurt.',
  input: journeyFactsInput.extend({ limit: z.number().int().min(1).max(500).default(20) }),
  cancels: true,
  run: (context, input): Promise<JourneyVariantsView> =>
    withJourney(context, input, NONE, (walked) => variantsOf(walked, input.limit)),
});

async function variantsOf({ walks, map, names, request, facts }: Walked, limit: number): Promise<JourneyVariantsView> {
  const population = populationView(request, walks, facts);
  if (population.state === 'tooFew') return { ...NONE, population };
  const { events } = await readLabelled(walks);
  const placeOf = placer(map, names);
  const groups = new Map<string, { readonly path: readonly string[]; readonly rows: number[] }>();
  for (let row = 0; row < walks.n; row += 1) {
    const path = passedBy(events, row, placeOf);
    const key = path.join('\n');
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { path, rows: [row] });
  }
  const all = [...groups].sort(([a, x], [b, y]) => y.rows.length - x.rows.length || (a < b ? -1 : 1));
  const shown = all.slice(0, limit).map(([, group]) => group);
  const whole = spreadOf(walks.wholes)!;
  const told = shown.map(({ path, rows }) => {
    const wholes = Float64Array.from(rows, (row) => walks.wholes[row]!);
    const { meanSeconds, p50Seconds, p90Seconds } = spreadOf(wholes)!;
    return {
      path: path.map((place) => placeView(map, place)),
      cases: rows.length,
      share: rows.length / walks.n,
      meanSeconds,
      p50Seconds,
      p90Seconds,
      hurtSeconds: (p50Seconds - whole.p50Seconds) * rows.length,
      row: rows[nearest(wholes, p50Seconds * 1e6, 1)[0]!]!,
    };
  });
  const ids = await walks.ids(told.map(({ row }) => row));
  const hurting = told.filter(({ hurtSeconds }) => hurtSeconds > 0).sort((a, b) => b.hurtSeconds - a.hurtSeconds);
  const rest = all.slice(limit);
  return {
    population,
    p50Seconds: whole.p50Seconds,
    variants: told.map(({ row, ...variant }) => {
      const place = hurting.findIndex((one) => one.row === row);
      return { ...variant, hurts: place < 0 ? null : place + 1, example: ids.get(row) ?? '' };
    }),
    rest: { variants: rest.length, cases: rest.reduce((sum, [, { rows }]) => sum + rows.length, 0) },
  };
}
