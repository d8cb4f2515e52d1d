import type { Refusal } from '#facts';
import type { Design, Journey } from './journey.ts';

/** What keeps a journey from being saved, each at its place (`asIs.touchpoints[2].stage`); none: it is sound. */
export const journeyFaults = (journey: Journey): readonly Refusal[] => [
  ...designFaults(journey.asIs, 'asIs'),
  ...(journey.toBe ? designFaults(journey.toBe.design, 'toBe.design') : []),
  ...(journey.toBe?.inForceFrom && journey.toBe.design.touchpoints.length === 0
    ? [{ code: 'journey.promiseEmpty', field: 'toBe.inForceFrom', got: journey.toBe.inForceFrom }]
    : []),
];

/** Budgets along the path, in days; null where nothing has one. Touchpoints beside the path do not lengthen it. */
export function budgetOfPath({ touchpoints, handOffs }: Design): number | null {
  const budgets = [
    ...touchpoints.filter((touchpoint) => !touchpoint.beside).map((touchpoint) => touchpoint.budgetDays),
    ...handOffs.map((handOff) => handOff.budgetDays),
  ].filter((days): days is number => days !== null);
  return budgets.length ? budgets.reduce((sum, days) => sum + days, 0) : null;
}

/** Facts' touchpoints whose `issue` or `pay` ends a run, of both designs. */
export function closingFacts({ asIs, toBe }: Journey): readonly string[] {
  const all = [...asIs.touchpoints, ...(toBe?.design.touchpoints ?? [])];
  return [...new Set(all.filter(({ closing }) => closing).flatMap(({ facts }) => facts))].sort();
}

function designFaults(design: Design, at: string): readonly Refusal[] {
  const { stages, touchpoints, handOffs } = design;
  const known = new Set(stages.map(({ id }) => id));
  return [
    ...twice(stages, ({ id }) => [id]).map(({ place, got }) => ({
      code: 'journey.idTwice',
      field: `${at}.stages[${place}].id`,
      got,
    })),
    ...twice(touchpoints, ({ id }) => [id]).map(({ place, got }) => ({
      code: 'journey.idTwice',
      field: `${at}.touchpoints[${place}].id`,
      got,
    })),
    ...twice(touchpoints, ({ facts }) => facts).map(({ place, got, before }) => ({
      code: 'journey.factsTwice',
      field: `${at}.touchpoints[${place}].facts`,
      got,
      with: { other: touchpoints[before]!.name },
    })),
    ...twice(handOffs, ({ giver, taker }) => [JSON.stringify([giver, taker])]).map(({ place }) => ({
      code: 'journey.handOffTwice',
      field: `${at}.handOffs[${place}]`,
      got: `${handOffs[place]!.giver} → ${handOffs[place]!.taker}`,
    })),
    ...touchpoints.flatMap(({ stage, closing, facts, name }, place) => [
      ...(known.has(stage)
        ? []
        : [{ code: 'journey.stageUnknown', field: `${at}.touchpoints[${place}].stage`, got: stage, with: { name } }]),
      ...(closing && facts.length === 0
        ? [{ code: 'journey.closingWithoutFacts', field: `${at}.touchpoints[${place}].closing`, got: name }]
        : []),
    ]),
    ...overspent(design, at),
  ];
}

/** Of budgets that are meant to leave room under a target; a tenth of a second is no excess of decimal fractions. */
function overspent(design: Design, at: string): readonly Refusal[] {
  const budget = budgetOfPath(design);
  if (design.targetDays === null || (budget === null && design.reserveDays === null)) return [];
  const [budgets, reserve] = [budget ?? 0, design.reserveDays ?? 0];
  if (budgets + reserve <= design.targetDays + 1e-6) return [];
  return [
    {
      code: 'journey.budgetsAboveTarget',
      field: `${at}.targetDays`,
      got: String(design.targetDays),
      with: { budgets: rounded(budgets), reserve: rounded(reserve), sum: rounded(budgets + reserve) },
    },
  ];
}

const rounded = (days: number): number => Math.round(days * 1000) / 1000;

/** Values that stand a second time in a list, with their place and the place of the first. */
function twice<One>(
  list: readonly One[],
  valuesOf: (one: One) => readonly string[],
): readonly { readonly place: number; readonly before: number; readonly got: string }[] {
  const seen = new Map<string, number>();
  return list.flatMap((one, place) =>
    valuesOf(one).flatMap((got) => {
      const before = seen.get(got);
      if (before === undefined) seen.set(got, place);
      return before === undefined ? [] : [{ place, before, got }];
    }),
  );
}
