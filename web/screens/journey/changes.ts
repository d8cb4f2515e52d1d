import type { Design, HandOff, Journey, Touchpoint } from '#model';

// Edits of a journey as it is drawn: each takes a value and gives the next one.

export type Which = 'asIs' | 'toBe';

export const designOf = (journey: Journey, which: Which): Design =>
  which === 'toBe' ? (journey.toBe?.design ?? journey.asIs) : journey.asIs;

export const withDesign = (journey: Journey, which: Which, change: (design: Design) => Design): Journey => {
  if (which === 'asIs') return { ...journey, asIs: change(journey.asIs) };
  return journey.toBe ? { ...journey, toBe: { ...journey.toBe, design: change(journey.toBe.design) } } : journey;
};

/** The to-be begins as a copy of what is. */
export const beginToBe = (journey: Journey): Journey => ({
  ...journey,
  toBe: journey.toBe ?? {
    design: journey.asIs,
    expected: { services: null, bodies: null, documents: null, visits: null, days: null },
    inForceFrom: null,
    order: '',
  },
});

/** Earlier (−1) or later (1) on the path; into the neighbour's stage where the stage ends. */
export const moveBy = (design: Design, id: string, by: -1 | 1): Design => {
  const at = design.touchpoints.findIndex((touchpoint) => touchpoint.id === id);
  const neighbour = design.touchpoints[at + by];
  if (at < 0 || !neighbour) return design;
  return moveTo(design, id, at + by);
};

/** To that place among the others. A touchpoint joins the stage that it lands in. */
export const moveTo = (design: Design, id: string, to: number): Design => {
  const moved = design.touchpoints.find((touchpoint) => touchpoint.id === id);
  if (!moved) return design;
  const from = design.touchpoints.indexOf(moved);
  const rest = design.touchpoints.filter((touchpoint) => touchpoint !== moved);
  const place = Math.max(0, Math.min(rest.length, to));
  if (place === from) return design;
  const [before, after] = [rest[place - 1], rest[place]];
  // moved down it lands behind a neighbour, moved up before one: that neighbour's stage is the one it was put into
  const stage = (place > from ? before : after)?.stage ?? before?.stage ?? moved.stage;
  const fits = [before?.stage, after?.stage].includes(moved.stage) ? moved.stage : stage;
  return { ...design, touchpoints: [...rest.slice(0, place), { ...moved, stage: fits }, ...rest.slice(place)] };
};

/** New behind the last of its stage, or known: changed in place. Facts that it takes are taken from others. */
export const putTouchpoint = (design: Design, put: Touchpoint): Design => {
  const known = design.touchpoints.some((touchpoint) => touchpoint.id === put.id);
  const others = design.touchpoints.map((touchpoint) =>
    touchpoint.id === put.id
      ? put
      : { ...touchpoint, facts: touchpoint.facts.filter((value) => !put.facts.includes(value)) },
  );
  if (known) return { ...design, touchpoints: others };
  const last = others.findLastIndex((touchpoint) => touchpoint.stage === put.stage);
  const place = last < 0 ? others.length : last + 1;
  return { ...design, touchpoints: [...others.slice(0, place), put, ...others.slice(place)] };
};

export const removeTouchpoint = (design: Design, id: string): Design => ({
  ...design,
  touchpoints: design.touchpoints.filter((touchpoint) => touchpoint.id !== id),
});

export const putStage = (design: Design, stage: Design['stages'][number]): Design => ({
  ...design,
  stages: design.stages.some(({ id }) => id === stage.id)
    ? design.stages.map((each) => (each.id === stage.id ? stage : each))
    : [...design.stages, stage],
});

/** Only an empty stage goes: nothing on it is lost by the way. */
export const removeStage = (design: Design, id: string): Design =>
  design.touchpoints.some(({ stage }) => stage === id)
    ? design
    : { ...design, stages: design.stages.filter((stage) => stage.id !== id) };

/** Without a budget and a note a hand-off says nothing, and goes. */
export const putHandOff = (design: Design, put: HandOff): Design => {
  const rest = design.handOffs.filter(({ giver, taker }) => giver !== put.giver || taker !== put.taker);
  return { ...design, handOffs: put.budgetDays === null && put.note === '' ? rest : [...rest, put] };
};

export const emptyTouchpoint = (id: string, stage: string, name = ''): Touchpoint => ({
  id,
  name,
  stage,
  kind: 'other',
  facts: [],
  body: null,
  unit: null,
  position: null,
  service: null,
  channels: [],
  documents: [],
  actions: [],
  budgetDays: null,
  optional: false,
  beside: false,
  closing: false,
  note: '',
});

export const emptyJourney = (id: string, name: string, stage: string): Journey => ({
  id,
  name,
  kind: 'servicePath',
  factsJourney: null,
  services: [],
  clientStatuses: [],
  segments: [],
  owner: { body: null, position: null, name: '' },
  asIs: {
    stages: [{ id: 'stage-1', name: stage }],
    touchpoints: [],
    handOffs: [],
    targetDays: null,
    reserveDays: null,
  },
  toBe: null,
  changedOn: null,
  note: '',
});

/** An id that no other has. */
export const freshId = (prefix: string, taken: readonly string[]): string => {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${prefix}-${number}`;
    if (!taken.includes(id)) return id;
  }
};

/** Budgets along the path, as days that add up: what runs beside it does not lengthen it. */
export const budgetSum = (design: Design): number =>
  [
    ...design.touchpoints.filter(({ beside }) => !beside).map(({ budgetDays }) => budgetDays ?? 0),
    ...design.handOffs.map(({ budgetDays }) => budgetDays ?? 0),
  ].reduce((sum, days) => sum + days, 0);
