import { parsePeriod, yearBefore } from '#time';
import { falseAlarmRate } from './chance.ts';
import { judgedValue } from './chart.ts';
import { type Comparison, compare, type Matters, verdictOfComparisons } from './compare.ts';
import { leastForLimits } from './limits.ts';
import { side } from './rules/rule.ts';
import { givesVerdict } from './rules/rules.ts';
import { rounder, stepOf } from './shown.ts';
import type { BehaviourChart, Better, ChartSegment, Reason, RuleName, SeriesPoint, Verdict } from './types.ts';

export interface VerdictOptions extends Matters {
  readonly better: Better;
  /** The period that is asked about; by default that of the last value. */
  readonly period?: string | undefined;
  /** What the chart's values are: the figures, their year-on-year differences, or days between events. */
  readonly of?: 'value' | 'yearOnYear' | 'daysBetween' | undefined;
  /** The figures themselves, where the chart shows something made of them: comparisons are of these. */
  readonly figures?: readonly SeriesPoint[] | undefined;
}

/** Better, same, worse or unclear, of the last point, with the reason (design § 5). */
export function verdictOf(chart: BehaviourChart, options: VerdictOptions): Verdict {
  const figures = options.figures ?? chart.points;
  const last = figures.findLastIndex(({ value }) => value !== null);
  const point = figures[last];
  if (point === undefined) return unclear('judge.verdict.empty');
  if (options.period !== undefined && point.period !== options.period)
    return unclear('judge.verdict.missing', { period: options.period });
  if (point.hollow)
    return point.n == null ? unclear('judge.verdict.hollowUncounted') : unclear('judge.verdict.hollow', { n: point.n });

  const of = options.of ?? 'value';
  const at = of === 'value' ? last : chart.points.findLastIndex((p) => judgedValue(p) !== null);
  // A year-on-year difference older than the figure that is asked about says nothing of it.
  const onChart = at >= 0 && (of !== 'yearOnYear' || chart.points[at]!.period === point.period);
  const segment = onChart ? chart.segments.find(({ from, to }) => at >= from && at <= to) : undefined;
  if (segment && segment.unclippedLower !== null) return byRules(chart, at, segment, of, options);

  const judged = chart.segments.at(-1);
  const points = judged
    ? chart.points.slice(judged.from, judged.to + 1).filter((p) => judgedValue(p) !== null).length
    : 0;
  const progress = { points, need: leastForLimits };
  if (of === 'daysBetween') return unclear('judge.verdict.fewEvents', progress);
  const comparisons = comparisonsOf(figures, last, of === 'yearOnYear', options);
  if (comparisons.length > 0) return verdictOfComparisons(comparisons, options.better, progress);
  return unclear(of === 'yearOnYear' ? 'judge.verdict.noYear' : 'judge.verdict.alone', progress);
}

/** What the rules that mark a point say together. Sides: 1 above the centre, −1 below. */
export function kindOf(sides: readonly (-1 | 0 | 1)[], better: 'up' | 'down'): Verdict['kind'] {
  const good = better === 'up' ? 1 : -1;
  const [anyGood, anyBad] = [sides.includes(good), sides.includes(good === 1 ? -1 : 1)];
  return anyGood ? (anyBad ? 'unclear' : 'better') : anyBad ? 'worse' : 'same';
}

/** The newest figure against its predecessor and, where there is one, the same period a year ago. */
function comparisonsOf(
  figures: readonly SeriesPoint[],
  last: number,
  yearOnly: boolean,
  options: VerdictOptions,
): Comparison[] {
  const known = (point: SeriesPoint | undefined) =>
    point !== undefined && judgedValue(point) !== null ? (point as SeriesPoint & { value: number }) : null;
  const newer = known(figures[last])!;
  const previous = known(figures.slice(0, last).findLast((point) => judgedValue(point) !== null));
  const named = parsePeriod(newer.period) === null ? null : yearBefore(newer.period);
  const year = named === null ? null : known(figures.slice(0, last).find(({ period }) => period === named));
  const comparisons: Comparison[] = [];
  if (previous && !yearOnly) comparisons.push(compare('previous', newer, previous, options));
  // Of a yearly series the year before is the predecessor already.
  if (year && (yearOnly || year !== previous)) comparisons.push(compare('year', newer, year, options));
  return comparisons;
}

function byRules(
  chart: BehaviourChart,
  at: number,
  segment: ChartSegment,
  of: NonNullable<VerdictOptions['of']>,
  { better, unit }: VerdictOptions,
): Verdict {
  const point = chart.points[at]!;
  const [value, centre] = [point.value!, segment.centre!];
  const marks = point.rules.filter(givesVerdict);
  const where = side(value, centre, centre);
  const round = rounder((segment.unclippedUpper! - segment.unclippedLower!) / 2, centre);
  const reason: Reason['with'] = {
    of,
    unit: unit === '%' ? 'percent' : 'none',
    step: of === 'daysBetween' ? 'point' : stepOf(point.period),
    period: point.period,
    side: where > 0 ? 'above' : 'below',
    value: round(value),
    centre: round(centre),
    lower: round(segment.lower!),
    upper: round(segment.upper!),
    limit: round(where > 0 ? segment.unclippedUpper! : segment.unclippedLower!),
    n: runLength(chart, at, segment, where),
  };
  const code = codeOf(marks, segment);
  const judged = chart.points.slice(segment.from, segment.to + 1).filter((one) => judgedValue(one) !== null).length;
  const byChance = falseAlarmRate(judged);
  if (better === null && marks.length > 0) return { ...unclear(`${code}NoDirection`, reason), byChance };
  const sides = marks.map(() => where);
  return { kind: better === null ? 'same' : kindOf(sides, better), reason: { code, with: reason }, byChance };
}

/** The strongest thing to say of a point: a shift and an outside together, else the first that holds. */
function codeOf(marks: readonly RuleName[], { unclippedLower, unclippedUpper, centre }: ChartSegment): string {
  const has = (name: RuleName) => marks.includes(name);
  if (has('shift') && has('outside')) return 'judge.verdict.shiftOutside';
  if (has('shift')) return 'judge.verdict.shift';
  if (has('outside')) return 'judge.verdict.outside';
  if (has('twoOfThree')) return 'judge.verdict.twoOfThree';
  const constant = side(unclippedUpper!, unclippedLower!, centre!) === 0;
  return constant ? 'judge.verdict.constant' : 'judge.verdict.within';
}

/** How many neighbours up to this point lie on its side of the centre. */
function runLength(chart: BehaviourChart, at: number, { from, centre }: ChartSegment, where: -1 | 0 | 1): number {
  let n = 0;
  for (let index = at; index >= from; index--) {
    const value = judgedValue(chart.points[index]!);
    if (value === null || side(value, centre!, centre!) !== where) break;
    n++;
  }
  return n;
}

const unclear = (code: string, params: Reason['with'] = {}): Verdict => ({
  kind: 'unclear',
  reason: { code, with: params },
  byChance: 0,
});
