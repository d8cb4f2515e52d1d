import { type Aggregate, aggregate, rate } from './aggregate.ts';
import { gather, type Heap, type Period, type Request } from './gather.ts';
import { parseDuration } from './instants.ts';
import type { Interval } from './intervals.ts';
import type { Reason } from './population.ts';
import { type Measure, nodes, type Spec } from './spec.ts';
import type { World } from './world.ts';

export { NO_GROUP, type Period, type Request, WHOLE } from './gather.ts';

// The slow, obvious reference: one figure after another, straight from facts.md § 4.

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
  if (['event', 'span', 'run', 'text'].includes(spec.of)) reads.add('case');
  for (const node of nodes([spec.where, spec.measure])) {
    if (typeof node.link === 'string') {
      for (const fact of ['event', 'case', 'text', 'span']) if (fact in node) reads.add(fact);
    }
    if ('spans' in node) reads.add('event');
    if ('rate' in node) reads.add((node.rate as { of: string }).of);
  }
  return reads;
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
