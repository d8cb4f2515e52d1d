import type { MetricView } from '../../client/types.ts';
import type { Indicator, Model, Position, Row } from './layout.ts';

/** Changes of a draft: pure functions from a model to a model, so that they can be taken back, and done again on top of
 *  what another person has saved meanwhile. */
export type Edit = (model: Model) => Model;
export type Link = Model['links'][number];
export type LinkKind = Link['kind'];
export type Level = Indicator['level'];

/** Widest first. */
export const LEVELS: readonly Level[] = ['body', 'journey', 'unit', 'touchpoint', 'position'];
export const LINK_KINDS: readonly LinkKind[] = ['sumOfParts', 'weightedParts', 'budget', 'shared', 'driver', 'pooled'];

export const changeModel =
  (change: Partial<Model>): Edit =>
  (model) => ({ ...model, ...change });

type ListName = 'goals' | 'values' | 'positions' | 'specifics' | 'indicators';

/** Puts a thing in the place of the one with its id, or at the end. */
export const putThing =
  <Name extends ListName>(list: Name, thing: Model[Name][number]): Edit =>
  (model) => {
    const things = model[list] as readonly { readonly id: string }[];
    const known = things.some(({ id }) => id === thing.id);
    return { ...model, [list]: known ? things.map((old) => (old.id === thing.id ? thing : old)) : [...things, thing] };
  };

/** Takes a thing away, and what other things say of it. */
export const removeThing =
  (list: Exclude<ListName, 'indicators'>, id: string): Edit =>
  (model) => ({
    ...model,
    [list]: (model[list] as readonly { readonly id: string }[]).filter((thing) => thing.id !== id),
    indicators: model.indicators.map((indicator) => withoutThing(indicator, list, id)),
    ...(list === 'positions'
      ? {
          positions: model.positions
            .filter((position) => position.id !== id)
            .map((position) => (position.reportsTo === id ? { ...position, reportsTo: null } : position)),
        }
      : {}),
  });

const withoutThing = (indicator: Indicator, list: Exclude<ListName, 'indicators'>, id: string): Indicator => {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  switch (list) {
    case 'goals':
      return { ...indicator, goals: without(indicator.goals) };
    case 'values':
      return { ...indicator, values: without(indicator.values) };
    case 'specifics':
      return { ...indicator, limits: without(indicator.limits) };
    case 'positions':
      return {
        ...indicator,
        owner: indicator.owner === id ? null : indicator.owner,
        place: indicator.place.position === id ? { ...indicator.place, position: null } : indicator.place,
      };
  }
};

export const removeIndicator =
  (id: string): Edit =>
  (model) => ({
    ...model,
    indicators: model.indicators.filter((indicator) => indicator.id !== id),
    links: model.links.filter(({ upper, lower }) => upper !== id && lower !== id),
  });

/** An indicator with its links upwards, as one change. */
export const putIndicator =
  (indicator: Indicator, up: readonly Link[]): Edit =>
  (model) => {
    const placed = putThing('indicators', indicator)(model);
    return { ...placed, links: [...placed.links.filter(({ lower }) => lower !== indicator.id), ...up] };
  };

/** What a wizard proposes and a person chose, in one saving. */
export const addAll =
  (indicators: readonly Indicator[], links: readonly Link[]): Edit =>
  (model) => {
    const known = new Set(model.indicators.map(({ id }) => id));
    const fresh = indicators.filter(({ id }) => !known.has(id));
    const linked = new Set(model.links.map(({ upper, lower }) => `${upper} → ${lower}`));
    return {
      ...model,
      indicators: [...model.indicators, ...fresh],
      links: [...model.links, ...links.filter(({ upper, lower }) => !linked.has(`${upper} → ${lower}`))],
    };
  };

/** Gives a position a place in a row: an indicator that nobody holds yet, else one more beside those of the row. */
export const takeSeat =
  (row: Row, position: Position, metric: MetricView | undefined): Edit =>
  (model) => {
    const alike = new Set(row.indicators.map(({ id }) => id));
    const own = model.indicators.filter(({ id }) => alike.has(id));
    const free = own.find(({ owner, watch, goals }) => owner === null && !watch && goals.length === 0);
    if (free) return putThing('indicators', { ...free, owner: position.id })(model);
    const pattern = own.find(({ shared }) => shared) ?? own[0];
    if (!pattern) return model;
    const top = own.find(({ goals }) => goals.length > 0) ?? own.find(({ owner }) => owner === null);
    const upper = top?.id ?? model.links.find(({ lower }) => lower === pattern.id)?.upper ?? null;
    const { shared } = pattern;
    const indicator: Indicator = {
      ...pattern,
      id: freeId(model, `${row.metric}.${position.id}`),
      owner: position.id,
      level: shared ? pattern.level : levelFor(position, metric?.levels ?? [], pattern.level),
      place: shared ? pattern.place : placeFor(position, pattern),
      watch: false,
      goals: upper === null ? pattern.goals : [],
      target: shared ? pattern.target : null,
      agreed: false,
      baseline: shared ? pattern.baseline : null,
      reason: '',
    };
    const kind = model.links.find(({ upper: above, lower }) => above === upper && alike.has(lower))?.kind;
    const link: Link | null =
      upper === null
        ? null
        : { upper, lower: indicator.id, kind: shared ? 'shared' : (kind ?? kindOf(metric)), budget: null, reason: '' };
    return putIndicator(indicator, link ? [link] : [])(model);
  };

/** Takes the place back. What stands for the whole, or is the only one of its row, stays in the model without a holder. */
export const leaveSeat =
  (row: Row, indicatorId: string): Edit =>
  (model) => {
    const indicator = model.indicators.find(({ id }) => id === indicatorId);
    if (!indicator) return model;
    const carries = indicator.goals.length > 0 || model.links.some(({ upper }) => upper === indicatorId);
    return carries || row.indicators.length === 1
      ? putThing('indicators', { ...indicator, owner: null })(model)
      : removeIndicator(indicatorId)(model);
  };

/** The position's own level where the metric knows it, else the nearest wider one. */
export const levelFor = (position: Position, levels: readonly Level[], otherwise: Level): Level => {
  for (let at = LEVELS.indexOf(position.level); at >= 0; at -= 1) if (levels.includes(LEVELS[at]!)) return LEVELS[at]!;
  return levels[0] ?? otherwise;
};

const placeFor = (position: Position, pattern: Indicator): Indicator['place'] => ({
  ...pattern.place,
  body: position.body ?? pattern.place.body,
  unit: position.unit ?? pattern.place.unit,
  touchpoint: position.touchpoints.length === 1 ? position.touchpoints[0]! : pattern.place.touchpoint,
  position: position.level === 'position' ? position.id : null,
});

/** How the catalogue says that figures of the metric add up; a check tells where it does not hold. */
const kindOf = (metric: MetricView | undefined): LinkKind =>
  LINK_KINDS.find((kind) => kind === metric?.roll && kind !== 'shared') ?? 'pooled';

export const EMPTY_PLACE: Indicator['place'] = {
  body: null,
  journey: null,
  unit: null,
  touchpoint: null,
  position: null,
  service: null,
  clientStatus: null,
};

export const newIndicator = (model: Model, metric: string, level: Level): Indicator => ({
  id: freeId(model, metric),
  metric,
  level,
  place: { ...EMPTY_PLACE, body: model.body, journey: level === 'body' ? null : model.journey },
  name: '',
  sentence: '',
  owner: null,
  shared: false,
  watch: false,
  period: 'month',
  target: null,
  agreed: false,
  baseline: null,
  norm: null,
  goals: [],
  values: [],
  data: { responsible: '', hoursPerPeriod: null },
  limits: [],
  reason: '',
});

/** An id that no indicator has yet. */
const freeId = (model: Model, wanted: string): string => freeIn(new Set(model.indicators.map(({ id }) => id)), wanted);

export const freeIn = (taken: ReadonlySet<string>, wanted: string): string => {
  let id = wanted;
  for (let no = 2; taken.has(id); no += 1) id = `${wanted}-${no}`;
  return id;
};
