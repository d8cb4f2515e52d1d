import type { Design, Journey, Touchpoint } from '#model';
import { same } from './merge.ts';

/** One thing that differs between two states of a journey; words are found by its code. */
export interface Difference {
  readonly code:
    | 'touchpointAdded'
    | 'touchpointRemoved'
    | 'touchpointRenamed'
    | 'touchpointChanged'
    | 'budget'
    | 'order'
    | 'stageAdded'
    | 'stageRemoved'
    | 'stageRenamed'
    | 'handOff'
    | 'target'
    | 'reserve'
    | 'renamed'
    | 'about'
    | 'toBeAdded'
    | 'toBeRemoved'
    | 'expected'
    | 'inForce';
  /** `toBe`: in the design of how it shall be. */
  readonly in: 'journey' | 'asIs' | 'toBe';
  readonly name: string;
  /** Names of fields (`touchpointChanged`, `about`), or values. */
  readonly before: string | number | null;
  readonly after: string | number | null;
  readonly fields: readonly string[];
}

export const differencesOf = (before: Journey, after: Journey): readonly Difference[] => {
  const fields = (
    ['kind', 'factsJourney', 'services', 'clientStatuses', 'segments', 'owner', 'changedOn', 'note'] as const
  ).filter((field) => !same(before[field], after[field]));
  const journey: Difference[] = [];
  if (before.name !== after.name) journey.push(difference('renamed', 'journey', after.name, before.name, after.name));
  if (fields.length > 0) journey.push({ ...difference('about', 'journey', after.name), fields });
  const [was, is] = [before.toBe, after.toBe];
  if (!was && is) journey.push(difference('toBeAdded', 'toBe', after.name));
  if (was && !is) journey.push(difference('toBeRemoved', 'toBe', after.name));
  if (was && is) {
    if (!same(was.expected, is.expected)) journey.push(difference('expected', 'toBe', after.name));
    if (was.inForceFrom !== is.inForceFrom || was.order !== is.order)
      journey.push(difference('inForce', 'toBe', after.name, was.inForceFrom, is.inForceFrom));
  }
  return [
    ...journey,
    ...designDifferences(before.asIs, after.asIs, 'asIs'),
    ...(was && is ? designDifferences(was.design, is.design, 'toBe') : []),
  ];
};

export const designDifferences = (before: Design, after: Design, place: Difference['in']): readonly Difference[] => [
  ...stageDifferences(before, after, place),
  ...after.touchpoints
    .filter(({ id }) => !before.touchpoints.some((touchpoint) => touchpoint.id === id))
    .map(({ name }) => difference('touchpointAdded', place, name)),
  ...before.touchpoints
    .filter(({ id }) => !after.touchpoints.some((touchpoint) => touchpoint.id === id))
    .map(({ name }) => difference('touchpointRemoved', place, name)),
  ...after.touchpoints.flatMap((touchpoint) => {
    const was = before.touchpoints.find(({ id }) => id === touchpoint.id);
    return was ? touchpointDifferences(was, touchpoint, place) : [];
  }),
  ...orderDifference(before, after, place),
  ...handOffDifferences(before, after, place),
  ...(before.targetDays === after.targetDays
    ? []
    : [difference('target', place, '', before.targetDays, after.targetDays)]),
  ...(before.reserveDays === after.reserveDays
    ? []
    : [difference('reserve', place, '', before.reserveDays, after.reserveDays)]),
];

const difference = (
  code: Difference['code'],
  place: Difference['in'],
  name: string,
  before: Difference['before'] = null,
  after: Difference['after'] = null,
): Difference => ({ code, in: place, name, before, after, fields: [] });

const FIELDS = [
  'stage',
  'kind',
  'facts',
  'body',
  'unit',
  'position',
  'service',
  'channels',
  'documents',
  'actions',
  'optional',
  'beside',
  'closing',
  'note',
] as const satisfies readonly (keyof Touchpoint)[];

const touchpointDifferences = (was: Touchpoint, is: Touchpoint, place: Difference['in']): readonly Difference[] => {
  const fields = FIELDS.filter((field) => !same(was[field], is[field]));
  return [
    ...(was.name === is.name ? [] : [difference('touchpointRenamed', place, is.name, was.name, is.name)]),
    ...(was.budgetDays === is.budgetDays ? [] : [difference('budget', place, is.name, was.budgetDays, is.budgetDays)]),
    ...(fields.length === 0 ? [] : [{ ...difference('touchpointChanged', place, is.name), fields }]),
  ];
};

const stageDifferences = (before: Design, after: Design, place: Difference['in']): readonly Difference[] => [
  ...after.stages.flatMap(({ id, name }) => {
    const was = before.stages.find((stage) => stage.id === id);
    if (!was) return [difference('stageAdded', place, name)];
    return was.name === name ? [] : [difference('stageRenamed', place, name, was.name, name)];
  }),
  ...before.stages
    .filter(({ id }) => !after.stages.some((stage) => stage.id === id))
    .map(({ name }) => difference('stageRemoved', place, name)),
];

/** Those that stand in both, in another order: the one that moved furthest names it. */
const orderDifference = (before: Design, after: Design, place: Difference['in']): readonly Difference[] => {
  const isIn = (design: Design) => (touchpoint: Touchpoint) =>
    design.touchpoints.some(({ id }) => id === touchpoint.id);
  const was = before.touchpoints.filter(isIn(after)).map(({ id }) => id);
  const is = after.touchpoints.filter(isIn(before));
  const moved = is
    .map((touchpoint, at) => ({ touchpoint, by: Math.abs(at - was.indexOf(touchpoint.id)) }))
    .sort((a, b) => b.by - a.by)[0];
  return moved && moved.by > 0 ? [difference('order', place, moved.touchpoint.name)] : [];
};

const handOffDifferences = (before: Design, after: Design, place: Difference['in']): readonly Difference[] => {
  const keys = new Map([...before.handOffs, ...after.handOffs].map((each) => [`${each.giver} — ${each.taker}`, each]));
  const budget = (design: Design, name: string): number | null =>
    design.handOffs.find(({ giver, taker }) => `${giver} — ${taker}` === name)?.budgetDays ?? null;
  return [...keys.keys()].flatMap((name) => {
    const [was, is] = [budget(before, name), budget(after, name)];
    return was === is ? [] : [difference('handOff', place, name, was, is)];
  });
};
