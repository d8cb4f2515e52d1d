import { judgedValue } from './chart.ts';
import { side } from './rules/rule.ts';
import { rounder, stepOf } from './shown.ts';
import type { BehaviourChart, Better, ChartSegment, ProposalClass, TargetClass, TargetJudgement } from './types.ts';

export interface TargetOptions {
  readonly better: Better;
  readonly unit?: string | null | undefined;
}

/** A target, or a norm, against the current segment. Of year-on-year differences and of days between events there is
 *  no class: their limits are not the figure's. */
export function judgeTarget(
  line: 'target' | 'norm',
  value: number,
  chart: BehaviourChart,
  { better, unit }: TargetOptions,
): TargetJudgement {
  const current = chart.segments.at(-1);
  const comparable = current !== undefined && !chart.seasonal && chart.kind !== 'daysBetween';
  const kind = comparable ? targetClass(value, current, better) : null;
  const proposal = comparable && line === 'target' ? proposalClass(value, current, better) : null;
  const recent = comparable ? recentValues(chart, current) : [];
  const met = better === null ? 0 : recent.filter((one) => meets(one, value, better, value)).length;
  const spread = current?.unclippedUpper != null ? (current.unclippedUpper - current.unclippedLower!) / 2 : null;
  // A target is a number that people agreed on: shown with its own digits, but not those of a division.
  const own = Number(value.toPrecision(6));
  const digits = rounder(spread, value);
  const lastPeriod = chart.points.at(-1)?.period;
  return {
    value,
    class: kind,
    proposal,
    met,
    of: recent.length,
    reason: {
      code: `judge.${line}.${kind ?? (recent.length > 0 && better !== null ? 'counted' : 'unknown')}`,
      with: {
        value: own,
        unit: unit === '%' ? 'percent' : 'none',
        better: better ?? 'up',
        met,
        of: recent.length,
        step: lastPeriod === undefined ? 'point' : stepOf(lastPeriod),
        limit: current?.unclippedUpper == null ? null : digits(goodLimit(current, better ?? 'up')),
      },
    },
  };
}

/** Met when even the limit on the bad side meets it, missed when even the good-side limit does not; equality meets.
 *  By the unclipped limits; null without limits or direction. */
export function targetClass(target: number, segment: ChartSegment, better: Better): TargetClass | null {
  const { unclippedLower: lower, unclippedUpper: upper, centre } = segment;
  if (better === null || lower === null || upper === null || centre === null) return null;
  if (meets(better === 'up' ? lower : upper, target, better, centre)) return 'consistentlyMet';
  return meets(goodLimit(segment, better), target, better, centre) ? 'hitOrMiss' : 'consistentlyMissed';
}

/** What a proposed target asks: no more than today's centre gives, what the limits reach, or a change of the system. */
export function proposalClass(target: number, segment: ChartSegment, better: Better): ProposalClass | null {
  const { unclippedLower, centre } = segment;
  if (better === null || unclippedLower === null || centre === null) return null;
  if (meets(centre, target, better, centre)) return 'withinNoise';
  return meets(goodLimit(segment, better), target, better, centre) ? 'reachable' : 'needsSystemChange';
}

const goodLimit = (segment: ChartSegment, better: 'up' | 'down'): number =>
  better === 'up' ? segment.unclippedUpper! : segment.unclippedLower!;

function meets(value: number, target: number, better: 'up' | 'down', centre: number): boolean {
  const where = side(value, target, centre);
  return better === 'up' ? where >= 0 : where <= 0;
}

const recentValues = (chart: BehaviourChart, { from, to }: ChartSegment): number[] =>
  chart.points
    .slice(from, to + 1)
    .map(judgedValue)
    .filter((value) => value !== null)
    .slice(-12);
