import type { MetricSpec } from '#catalogue';
import type { Goal, Indicator, Link, Model, Position } from '../model.ts';

/** A model as checks and pages look at it: every way from one thing to another found once, so that thousands of
 *  indicators are checked in one pass. Built in time linear in the model. */
export interface ModelIndex {
  readonly model: Model;
  /** Path of each indicator and position in the file that was read, by its place in the list. */
  readonly pathOf: (of: 'indicators' | 'positions', no: number) => string;
  readonly indicator: ReadonlyMap<string, Indicator>;
  readonly indicatorNo: ReadonlyMap<string, number>;
  readonly position: ReadonlyMap<string, Position>;
  readonly positionNo: ReadonlyMap<string, number>;
  readonly goal: ReadonlyMap<string, Goal>;
  readonly metric: (indicator: Indicator) => MetricSpec | undefined;
  /** What each position answers for, shared ones too. */
  readonly held: ReadonlyMap<string, readonly Indicator[]>;
  /** Links by their lower and by their upper end. */
  readonly up: ReadonlyMap<string, readonly Link[]>;
  readonly down: ReadonlyMap<string, readonly Link[]>;
  /** Indicators from which a way leads up to a goal of the model. */
  readonly reachesGoal: ReadonlySet<string>;
  /** Metrics that the model holds. */
  readonly metricsHeld: ReadonlySet<string>;
  /** What the body calls an indicator; of one that goes by its metric's name a mark that `withNames` fills. */
  readonly nameOf: (id: string) => string;
  /** What the body calls an indicator, or its id: of any language. */
  readonly labelOf: (id: string) => string;
}

export function indexOf(
  model: Model,
  metrics: ReadonlyMap<string, MetricSpec>,
  paths: { readonly indicators?: readonly string[]; readonly positions?: readonly string[] } = {},
): ModelIndex {
  const indicator = firstById(model.indicators);
  const position = firstById(model.positions);
  const goal = firstById(model.goals);
  const down = grouped(model.links, (link) => link.upper);
  return {
    model,
    pathOf: (of, no) => paths[of]?.[no] ?? `${of}[${no}]`,
    indicator,
    indicatorNo: numbers(model.indicators),
    position,
    positionNo: numbers(model.positions),
    goal,
    metric: ({ metric }) => metrics.get(metric),
    held: grouped(model.indicators, ({ owner }) => owner),
    up: grouped(model.links, (link) => link.lower),
    down,
    reachesGoal: reached(model, goal, down),
    metricsHeld: new Set(model.indicators.map(({ metric }) => metric)),
    nameOf: (id) => indicator.get(id)?.name || (indicator.has(id) ? `\u0002${id}\u0003` : id),
    labelOf: (id) => indicator.get(id)?.name || id,
  };
}

/** Walks down from the indicators that name a goal. */
function reached(
  model: Model,
  goal: ReadonlyMap<string, Goal>,
  down: ReadonlyMap<string, readonly Link[]>,
): ReadonlySet<string> {
  const found = new Set(model.indicators.filter(({ goals }) => goals.some((id) => goal.has(id))).map(({ id }) => id));
  const queue = [...found];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const { lower } of down.get(id) ?? []) {
      if (found.has(lower)) continue;
      found.add(lower);
      queue.push(lower);
    }
  }
  return found;
}

/** Of things alike in their id the first: that there are several is a finding of its own. */
function firstById<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const thing of things) if (!map.has(thing.id)) map.set(thing.id, thing);
  return map;
}

function numbers(things: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [no, { id }] of things.entries()) if (!map.has(id)) map.set(id, no);
  return map;
}

export function grouped<T>(things: readonly T[], key: (thing: T) => string | null): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const thing of things) {
    const at = key(thing);
    if (at === null) continue;
    const list = map.get(at);
    if (list) list.push(thing);
    else map.set(at, [thing]);
  }
  return map;
}

/** A finding's parameter with the names of indicators in one language. */
export const withNames = (text: string, name: (id: string) => string): string =>
  text.replace(MARK, (_, id: string) => name(id));
// biome-ignore lint/suspicious/noControlCharactersInRegex: marks must be characters that no name holds.
const MARK = /\u0002(.*?)\u0003/g;
