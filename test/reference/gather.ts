import type { Micros } from './instants.ts';
import {
  type Contribution,
  innerValue,
  isSumOfRows,
  type Judged,
  judge,
  type Reason,
  rateRows,
  speaksOfPeriodEnd,
} from './population.ts';
import { groups, holder, type Key, partGroups, rateGroups, within } from './scope.ts';
import type { Spec } from './spec.ts';
import type { World } from './world.ts';

// Which rows make which figure: period, scope, split (facts.md § 4, Population and Scope).

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

/** The key of the group null, and of the one figure where nothing is split. */
export const NO_GROUP = '∅';
export const WHOLE = '';

/** The rows of one figure. */
export interface Heap {
  readonly used: Contribution[];
  readonly leftOut: Partial<Record<Reason, number>>;
  /** Counted rows of a rate. */
  counted: number;
}

/** Sorts the rows of the period and scope into the groups of the split. */
export function gather(world: World, spec: Spec, request: Request): Map<string, Heap> {
  const { scope = {}, split, period } = request;
  const periodEnd = speaksOfPeriodEnd(spec) ? Math.min(period.to, world.horizon[spec.of]!) : null;
  const stock = spec.by === 'periodEnd' ? periodEnd : null;
  const heaps = new Map<string, Heap>();
  const heap = (key: Key): Heap => {
    const name = split === undefined ? WHOLE : (key ?? NO_GROUP);
    const found = heaps.get(name) ?? { used: [], leftOut: {}, counted: 0 };
    heaps.set(name, found);
    return found;
  };
  if (split === undefined) heap(null);
  const cutting = Object.keys(scope).filter((name) => cutsParts(spec, name));
  const rows = judgedRows(world, spec, periodEnd).filter(
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
    for (const judged of rateRowsOf(world, spec, periodEnd)) {
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
  _spec: Spec,
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

/** Whether a field cuts what a case or run metric counts, and leaves its population whole. */
export function cutsParts(spec: Spec, name: string): boolean {
  const value = innerValue(spec.measure);
  if (!['case', 'run'].includes(spec.of) || spec.roll !== 'sumOfParts' || !isSumOfRows(value)) return false;
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

// Work shared between figures: nothing that is kept depends on scope or split.
const kept = new WeakMap<World, WeakMap<Spec, Map<string, readonly Judged[]>>>();

function remember(world: World, spec: Spec, key: string, make: () => readonly Judged[]): readonly Judged[] {
  const bySpec = kept.get(world) ?? new WeakMap<Spec, Map<string, readonly Judged[]>>();
  kept.set(world, bySpec);
  const byKey = bySpec.get(spec) ?? new Map<string, readonly Judged[]>();
  bySpec.set(spec, byKey);
  const rows = byKey.get(key) ?? make();
  byKey.set(key, rows);
  return rows;
}

const judgedRows = (world: World, spec: Spec, periodEnd: Micros | null): readonly Judged[] =>
  remember(world, spec, `rows ${periodEnd}`, () => judge(world, spec, periodEnd));
const rateRowsOf = (world: World, spec: Spec, periodEnd: Micros | null): readonly Judged[] =>
  remember(world, spec, `counted ${periodEnd}`, () => rateRows(world, spec, periodEnd));
