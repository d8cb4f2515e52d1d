import { type Aggregate, aggregate, rate } from './aggregate.ts';
import { type Micros, parseDuration } from './instants.ts';
import type { Interval } from './intervals.ts';
import { type Contribution, innerValue, isSumOfRows, type Judged, judge, type Reason, rateRows } from './population.ts';
import { groups, holder, type Key, partGroups, rateGroups, within } from './scope.ts';
import { type Measure, nodes, type Spec } from './spec.ts';
import type { World } from './world.ts';

// The slow, obvious reference: one figure after another, straight from facts.md § 4.

export interface Period {
  readonly name: string;
  /** First instant, microseconds. */
  readonly from: Micros;
  /** First instant after it. */
  readonly to: Micros;
}

export interface Request {
  readonly period: Period;
  readonly scope?: Readonly<Record<string, readonly Key[]>>;
  readonly split?: string;
}

export interface Figure {
  readonly value: number | null;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval?: Interval;
  readonly leftOut: Readonly<Partial<Record<Reason, number>>>;
  readonly coverage: number | null;
  readonly state: 'final' | 'preliminary' | 'tooFew' | 'unmeasured';
  readonly group?: string;
  readonly complementary?: true;
}

/** The key of the group null, and of the one figure where nothing is split. */
export const NO_GROUP = '∅';
export const WHOLE = '';

/** Figures by group; by `WHOLE` without a split; none where the period begins at or after the horizon. */
export function evaluate(world: World, spec: Spec, request: Request): Map<string, Figure> {
  const horizon = world.horizon[spec.of] ?? -Infinity;
  if (request.period.from >= horizon) return new Map();
  const raw = new Map([...gather(world, spec, request)].map(([key, heap]) => [key, figureOf(spec, heap)]));
  const settled = isSettled(world, spec, request.period) ? 'final' : 'preliminary';
  const hidden = complementary(spec, request, raw);
  const show = spec.min?.show ?? 5;
  return new Map(
    [...raw].map(([key, { small, figure }]) => {
      if (figure.n === 0 && (figure.leftOut.unrecorded ?? 0) > 0) return [key, unmeasured(figure)];
      if (key === hidden) return [key, { ...HIDDEN, complementary: true }];
      if (small < show || figure.state === 'tooFew') return [key, HIDDEN];
      return [key, { ...figure, state: settled }];
    }),
  );
}

const HIDDEN: Figure = {
  value: null,
  n: null,
  numerator: null,
  denominator: null,
  interval: null,
  leftOut: {},
  coverage: null,
  state: 'tooFew',
};

const unmeasured = ({ leftOut, coverage }: Figure): Figure => ({ ...HIDDEN, leftOut, coverage, state: 'unmeasured' });

/** In a split of a subjective metric with exactly one small group, the next smallest is hidden too. */
function complementary(spec: Spec, { split }: Request, raw: ReadonlyMap<string, Raw>): string | null {
  if (split === undefined || spec.group !== 'subjective') return null;
  const show = spec.min?.show ?? 5;
  const all = [...raw].map(([key, { small }]) => ({ key, small }));
  if (all.filter(({ small }) => small >= 1 && small < show).length !== 1) return null;
  const rest = all.filter(({ small }) => small >= show);
  rest.sort((a, b) => a.small - b.small || (a.key < b.key ? -1 : 1));
  return rest[0]?.key ?? null;
}

function isSettled(world: World, spec: Spec, period: Period): boolean {
  const wait = spec.mature === undefined ? 0 : parseDuration(paramOf(spec, spec.mature));
  return [...readsOf(spec)].every((fact) => (world.horizon[fact] ?? Infinity) >= period.to + wait);
}

const paramOf = (spec: Spec, text: string): string =>
  text.startsWith('$') ? (spec.params?.[text.slice(1)] as string) : text;

/** The kinds of fact that a figure reads. */
function readsOf(spec: Spec): Set<string> {
  const reads = new Set([spec.of]);
  if (['event', 'span', 'run'].includes(spec.of)) reads.add('case');
  for (const node of nodes([spec.where, spec.measure])) {
    if (typeof node.link === 'string') {
      for (const fact of ['event', 'case', 'text', 'span']) if (fact in node) reads.add(fact);
    }
    if ('spans' in node) reads.add('event');
    if ('rate' in node) reads.add((node.rate as { of: string }).of);
  }
  return reads;
}

/** The rows of one figure. */
interface Heap {
  readonly used: Contribution[];
  readonly leftOut: Partial<Record<Reason, number>>;
  /** Counted rows of a rate. */
  counted: number;
}

interface Raw {
  readonly figure: Figure;
  /** The n that small numbers look at. */
  readonly small: number;
}

function figureOf(spec: Spec, { used, leftOut, counted }: Heap): Raw {
  const { measure } = spec;
  const { negative = 0, unrecorded = 0, null: nulls = 0 } = leftOut;
  const all = used.length + negative + unrecorded + nulls;
  const coverage = all === 0 ? null : used.length / all;
  const make = (found: Aggregate, n: number, small = n): Raw => {
    const { interval, ...rest } = found;
    const shown = interval === undefined ? {} : { interval };
    return { figure: { ...rest, ...shown, n, leftOut, coverage, state: 'final' }, small };
  };
  if ('rate' in measure) return make(rate(counted, used.length, measure.per as number), used.length);
  if (!('worst' in measure)) return make(aggregate(measure, spec.unit, used), used.length);
  const worst = measure.worst as { measure: Measure; min: number };
  const names = [...new Set(used.map((row) => row.group))].sort();
  const parts = names.map((name) => {
    const rows = used.filter((row) => row.group === name);
    return { name, n: rows.length, found: aggregate(worst.measure, spec.unit, rows) };
  });
  const big = parts.filter((part) => part.n >= worst.min && part.found.value !== null);
  const sign = spec.better === 'up' ? 1 : -1;
  const [chosen] = big.sort((a, b) => sign * (a.found.value! - b.found.value!) || (a.name < b.name ? -1 : 1));
  if (chosen === undefined) {
    const largest = Math.max(0, ...parts.map((part) => part.n));
    return { figure: { ...HIDDEN, n: used.length, leftOut, coverage }, small: largest };
  }
  const raw = make(chosen.found, chosen.n);
  return { ...raw, figure: { ...raw.figure, group: chosen.name } };
}

/** Sorts the rows of the period and scope into the groups of the split. */
function gather(world: World, spec: Spec, request: Request): Map<string, Heap> {
  const { scope = {}, split, period } = request;
  const stock = spec.by === 'periodEnd' ? Math.min(period.to, world.horizon[spec.of]!) : null;
  const heaps = new Map<string, Heap>();
  const heap = (key: Key): Heap => {
    const name = split === undefined ? WHOLE : (key ?? NO_GROUP);
    let found = heaps.get(name);
    if (found === undefined) heaps.set(name, (found = { used: [], leftOut: {}, counted: 0 }));
    return found;
  };
  if (split === undefined) heap(null);
  const cutting = Object.keys(scope).filter((name) => cutsParts(spec, name));
  const rows = judgedRows(world, spec, stock).filter(
    (row) => isIn(row, period, stock) && isInScope(row, scope, cutting, spec, world),
  );
  const asked = scope.clientStatus !== undefined || split === 'clientStatus';
  const splitsParts = split !== undefined && cutsParts(spec, split);
  const keptUsed: { judged: Judged; contribution: Contribution }[] = [];
  const keptLeft: Partial<Record<Reason, number>> = {};
  for (const judged of rows) {
    if (split === 'clientStatus' && !takesClient(spec, judged.clientStatus, true)) continue;
    const result = resultOf(judged, spec, asked, scope, split, world);
    const place: readonly Key[] = split === undefined || splitsParts ? [null] : groups(judged, split, world);
    const used = typeof result === 'string' ? result : cut(result, cutting, scope, judged.by, world);
    if (splitsParts) {
      if (typeof used === 'string') count(keptLeft, used);
      else keptUsed.push({ judged, contribution: used });
      continue;
    }
    for (const key of place) {
      if (typeof used === 'string') count(heap(key).leftOut, used);
      else heap(key).used.push(used);
    }
  }
  if (splitsParts) return splitParts(keptUsed, keptLeft, split, world);
  if ('rate' in spec.measure) {
    for (const judged of rateRowsOf(world, spec)) {
      if (!isIn(judged, period, null) || !takesClient(spec, rateGroups(judged, 'clientStatus', world)[0]!, asked))
        continue;
      const inScope = Object.entries(scope).every(([name, values]) =>
        rateGroups(judged, name, world).some((key) => within(key, name, values, judged.by, world)),
      );
      if (!inScope) continue;
      for (const key of split === undefined ? [null] : rateGroups(judged, split, world)) heap(key).counted++;
    }
  }
  return heaps;
}

const count = (leftOut: Partial<Record<Reason, number>>, reason: Reason): void => {
  leftOut[reason] = (leftOut[reason] ?? 0) + 1;
};

const isIn = (row: Judged, period: Period, stock: Micros | null): boolean =>
  stock !== null || (row.by >= period.from && row.by < period.to);

function isInScope(
  judged: Judged,
  scope: Readonly<Record<string, readonly Key[]>>,
  cutting: readonly string[],
  spec: Spec,
  world: World,
): boolean {
  return Object.entries(scope).every(
    ([name, values]) =>
      cutting.includes(name) || groups(judged, name, world).some((key) => within(key, name, values, judged.by, world)),
  );
}

/** The first reason that applies, in the order of facts.md § 4; else what the row adds. */
function resultOf(
  judged: Judged,
  spec: Spec,
  asked: boolean,
  scope: Readonly<Record<string, readonly Key[]>>,
  split: string | undefined,
  world: World,
): Contribution | Reason {
  if (judged.otherKind) return 'otherKind';
  if (!takesClient(spec, judged.clientStatus, asked)) return 'otherClient';
  if (judged.withdrawn) return 'withdrawn';
  const byEmployee = (split === 'employee' || 'employee' in scope) && !cutsParts(spec, 'employee');
  if (byEmployee && judged.row.type === 'case' && typeof judged.result === 'object' && holder(judged, world).unworked) {
    return 'null';
  }
  return judged.result;
}

/** Without `clientStatus` in scope or split, a metric of both internal and external clients takes the external ones. */
function takesClient(spec: Spec, status: Key, asked: boolean): boolean {
  const external = spec.clients.filter((client) => client !== 'internal');
  if (status === null) return external.length > 0;
  return (asked || external.length === 0 ? spec.clients : external).includes(status);
}

/** Whether a field cuts what a case metric counts, and leaves its population whole. */
function cutsParts(spec: Spec, name: string): boolean {
  const value = innerValue(spec.measure);
  if (spec.of !== 'case' || spec.roll !== 'sumOfParts' || !isSumOfRows(value)) return false;
  if (name === 'touchpoint' || name === 'employee') return true;
  return 'spans' in value! && (name === 'unit' || name === 'body');
}

function cut(
  contribution: Contribution,
  cutting: readonly string[],
  scope: Readonly<Record<string, readonly Key[]>>,
  by: Micros,
  world: World,
): Contribution {
  if (cutting.length === 0) return contribution;
  const parts = contribution.parts.filter((part) =>
    cutting.every((name) =>
      partGroups(part, name, by, world).some((key) => within(key, name, scope[name]!, by, world)),
    ),
  );
  return { ...contribution, parts, x: parts.reduce((sum, part) => sum + part.amount, 0) };
}

function splitParts(
  used: readonly { judged: Judged; contribution: Contribution }[],
  leftOut: Partial<Record<Reason, number>>,
  split: string,
  world: World,
): Map<string, Heap> {
  const amounts = new Map<string, number[]>();
  used.forEach(({ judged, contribution }, i) => {
    for (const part of contribution.parts) {
      for (const key of partGroups(part, split, judged.by, world)) {
        const name = key ?? NO_GROUP;
        const list = amounts.get(name) ?? new Array<number>(used.length).fill(0);
        list[i]! += part.amount;
        amounts.set(name, list);
      }
    }
  });
  return new Map(
    [...amounts].map(([name, list]) => [
      name,
      { used: used.map(({ contribution }, i) => ({ ...contribution, x: list[i]! })), leftOut, counted: 0 },
    ]),
  );
}

const judgements = new WeakMap<World, WeakMap<Spec, Map<Micros | null, readonly Judged[]>>>();
const counters = new WeakMap<World, WeakMap<Spec, readonly Judged[]>>();

/** Work shared between figures: nothing here depends on scope or split. */
function judgedRows(world: World, spec: Spec, stock: Micros | null): readonly Judged[] {
  const bySpec = judgements.get(world) ?? new WeakMap<Spec, Map<Micros | null, readonly Judged[]>>();
  judgements.set(world, bySpec);
  const byEnd = bySpec.get(spec) ?? new Map<Micros | null, readonly Judged[]>();
  bySpec.set(spec, byEnd);
  let rows = byEnd.get(stock);
  if (rows === undefined) byEnd.set(stock, (rows = judge(world, spec, stock)));
  return rows;
}

function rateRowsOf(world: World, spec: Spec): readonly Judged[] {
  const bySpec = counters.get(world) ?? new WeakMap<Spec, readonly Judged[]>();
  counters.set(world, bySpec);
  let rows = bySpec.get(spec);
  if (rows === undefined) bySpec.set(spec, (rows = rateRows(world, spec)));
  return rows;
}
