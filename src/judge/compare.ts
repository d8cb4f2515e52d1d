import { difference, type Interval } from '#measure';
import { parsePeriod, previousPeriod } from '#time';
import { comparisonAlarmRate } from './chance.ts';
import { rounder, stepOf } from './shown.ts';
import type { Better, NaturalBounds, Reason, SeriesPoint, Verdict } from './types.ts';

/** What a change must be to matter: a number in the indicator's unit, or what its unit tells. */
export interface Matters {
  readonly matters?: number | null | undefined;
  readonly unit?: string | null | undefined;
  readonly bounds?: NaturalBounds | null | undefined;
}

/** Newer against older, by the interval of their difference (facts.md § 4). */
export interface Comparison {
  readonly against: 'previous' | 'year';
  readonly newer: SeriesPoint & { readonly value: number };
  readonly older: SeriesPoint & { readonly value: number };
  readonly difference: number;
  readonly interval: Interval | null;
  /** `alike`: 0 is inside and the interval is narrower than twice the change that matters. */
  readonly finding: 'more' | 'less' | 'alike' | 'unclear';
}

type Known = SeriesPoint & { readonly value: number };

/** Compares two points that have values. */
export function compare(against: Comparison['against'], newer: Known, older: Known, matters: Matters): Comparison {
  const interval = difference(
    { value: newer.value, interval: newer.interval ?? null },
    { value: older.value, interval: older.interval ?? null },
  );
  const [lower, upper] = interval ?? [null, null];
  const width = lower === null || upper === null ? Infinity : upper - lower;
  const finding =
    lower !== null && lower > 0
      ? 'more'
      : upper !== null && upper < 0
        ? 'less'
        : width < 2 * changeThatMatters(older.value, matters)
          ? 'alike'
          : 'unclear';
  return { against, newer, older, difference: newer.value - older.value, interval, finding };
}

/** 5 points for shares and net, a tenth of the older value for the rest, unless the indicator says otherwise. Without
 *  a unit the bounds tell a share (0…100) or a net score (−100…100). */
export function changeThatMatters(older: number, { matters, unit, bounds }: Matters): number {
  if (matters != null) return matters;
  const [least, most] = bounds ?? [null, null];
  const inPoints = unit != null ? unit === '%' || unit === 'points' : most === 100 && (least === 0 || least === -100);
  return inPoints ? 5 : Math.abs(older) / 10;
}

/** The verdict of one or two comparisons: one good way and none bad is better, one bad and none good is worse, both is
 *  unclear; the same only where all are alike. `points`: how many are judged so far, `need`: how many give limits. */
export function verdictOfComparisons(
  comparisons: readonly Comparison[],
  better: Better,
  progress: { readonly points: number; readonly need: number },
): Verdict {
  const more = comparisons.find(({ finding }) => finding === 'more');
  const less = comparisons.find(({ finding }) => finding === 'less');
  const unclear = comparisons.find(({ finding }) => finding === 'unclear');
  const byChance = comparisonAlarmRate(comparisons.filter(({ interval }) => interval !== null).length);
  const verdict = (kind: Verdict['kind'], code: string, of: Comparison, more: Reason['with'] = {}): Verdict => ({
    kind,
    reason: { code: `judge.verdict.${code}`, with: { ...paramsOf(of), ...more } },
    byChance,
  });
  const moved = more ?? less;
  if (more && less) return verdict('unclear', 'disagree', more);
  if (moved && better === null) return verdict('unclear', 'changedNoDirection', moved);
  if (moved) return verdict((better === 'up') === (moved === more) ? 'better' : 'worse', 'changed', moved);
  if (!unclear) return verdict('same', 'alike', comparisons[0]!);
  return verdict('unclear', unclear.interval === null ? 'noInterval' : 'tooWide', unclear, progress);
}

function paramsOf({ against, newer, older, difference: d, interval }: Comparison): Reason['with'] {
  const [lower, upper] = interval ?? [null, null];
  const round = rounder(lower === null || upper === null ? null : (upper - lower) / 2, older.value);
  return {
    against,
    // Across missing periods the older one is not «last month», only the last time.
    step: follows(newer.period, older.period) ? stepOf(newer.period) : 'point',
    side: d > 0 ? 'above' : 'below',
    value: round(newer.value),
    than: round(older.value),
    by: round(Math.abs(d)),
    lower: lower === null ? null : round(lower),
    upper: upper === null ? null : round(upper),
    period: newer.period,
    olderPeriod: older.period,
  };
}

const follows = (newer: string, older: string): boolean =>
  parsePeriod(newer) !== null && previousPeriod(newer) === older;
