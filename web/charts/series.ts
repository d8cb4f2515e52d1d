// What a series of points looks like before it is drawn: runs of line, stretches of band, tones of marks. No figures.
import { extent } from 'd3-array';
import type { BehaviourChart, ChartPoint, ChartSegment, RuleName } from '../client/types.ts';

export type Better = 'up' | 'down';
/** Whom a marked point speaks for. A trend alone is drawn but gives no verdict, so it has no colour. */
export type Tone = 'better' | 'worse' | 'neutral';

export interface PlacedPoint {
  readonly index: number;
  readonly point: ChartPoint;
  readonly x: number;
  readonly y: number;
}

/** Consecutive points with the same side and rules: one bracket on the chart. `rule` is the strongest of them. */
export interface Bracket {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly rule: RuleName;
  readonly side: 'above' | 'below';
  readonly tone: Tone;
}

export const segmentAt = (chart: BehaviourChart, index: number): ChartSegment | undefined =>
  chart.segments.find((segment) => index >= segment.from && index <= segment.to);

/** The level that a point is compared with: its segment's centre, in a trial chart the median. */
export const levelAt = (chart: BehaviourChart, index: number): number | null =>
  segmentAt(chart, index)?.centre ?? chart.trial?.median ?? null;

export const toneOf = (chart: BehaviourChart, index: number, better: Better): Tone | null => {
  const point = chart.points[index];
  const level = levelAt(chart, index);
  if (!point || point.value === null || point.rules.length === 0) return null;
  if (level === null || point.rules.every((rule) => rule === 'trend')) return 'neutral';
  const good = better === 'up' ? point.value > level : point.value < level;
  return good ? 'better' : 'worse';
};

const STRENGTH: readonly RuleName[] = ['shift', 'outside', 'twoOfThree', 'trend'];

export const bracketsOf = (chart: BehaviourChart, better: Better): readonly Bracket[] => {
  const brackets: Bracket[] = [];
  let from = -1;
  const sideOf = (index: number): 'above' | 'below' =>
    (chart.points[index]!.value ?? 0) >= (levelAt(chart, index) ?? 0) ? 'above' : 'below';
  const close = (to: number) => {
    const members = chart.points.slice(from, to + 1);
    // a shift is named by its own points, also where a stray neighbour is marked by another rule
    const rule = STRENGTH.find((name) => members.some((point) => point.rules.includes(name)))!;
    const named = members.map((point, k) => (point.rules.includes(rule) ? from + k : -1)).filter((k) => k >= 0);
    brackets.push({
      from: named[0]!,
      to: named.at(-1)!,
      count: named.length,
      rule,
      side: sideOf(named[0]!),
      tone: toneOf(chart, named[0]!, better) ?? 'neutral',
    });
  };
  for (let index = 0; index <= chart.points.length; index++) {
    const marked = (chart.points[index]?.rules.length ?? 0) > 0 && chart.points[index]?.value !== null;
    const breaks =
      !marked || (from >= 0 && (sideOf(index) !== sideOf(from) || segmentAt(chart, index) !== segmentAt(chart, from)));
    if (from >= 0 && breaks) {
      close(index - 1);
      from = -1;
    }
    if (marked && from < 0) from = index;
  }
  return brackets;
};

/** Stretches of the line: broken where a period is missing and where a recorded change starts a new band. */
export const runsOf = (chart: BehaviourChart, placed: readonly PlacedPoint[]): readonly (readonly PlacedPoint[])[] => {
  const runs: PlacedPoint[][] = [];
  let last: PlacedPoint | undefined;
  for (const point of placed) {
    const follows =
      last && point.index === last.index + 1 && segmentAt(chart, point.index) === segmentAt(chart, last.index);
    if (follows) runs.at(-1)!.push(point);
    else runs.push([point]);
    last = point;
  }
  return runs;
};

/** Lowest and highest of what must be seen: values and shown limits, then the further levels that are near enough. */
export const extentOf = (
  chart: BehaviourChart,
  levels: readonly (number | null | undefined)[] = [],
  reach = Number.POSITIVE_INFINITY,
): readonly [number, number] => {
  const seen = [
    ...chart.points.map((point) => point.value),
    ...chart.segments.flatMap((segment) => [segment.lower, segment.upper, segment.centre]),
    chart.trial?.median ?? null,
  ];
  const [low, high] = extent(seen, (value) => value ?? undefined);
  if (low === undefined || high === undefined) return [0, 1];
  const span = high - low || Math.abs(high) || 1;
  const near = levels.filter(
    (level): level is number =>
      typeof level === 'number' && level >= low - reach * span && level <= high + reach * span,
  );
  const bottom = Math.min(low, ...near);
  const top = Math.max(high, ...near);
  return bottom === top ? [bottom - span / 2, top + span / 2] : [bottom, top];
};
