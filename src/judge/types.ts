/** One point of a series handed to the judge, oldest first. `value` null: a missing period. */
export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly n?: number | null;
  readonly interval?: readonly [number | null, number | null] | null;
  /** n below `judge`: drawn hollow, no part in limits and rules. */
  readonly hollow?: boolean;
}

export type RuleName = 'outside' | 'shift' | 'trend' | 'twoOfThree';
export type VerdictKind = 'better' | 'same' | 'worse' | 'unclear';

/** A sentence as data: `words/` makes ru and en of it. */
export interface Reason {
  readonly code: string;
  readonly with: Readonly<Record<string, string | number | null>>;
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: Reason;
}

/** A stretch of the chart with its own centre and limits (rebased at recorded changes only). Indices into `points`, inclusive. */
export interface ChartSegment {
  readonly from: number;
  readonly to: number;
  /** Last index that the limits were computed from; the limits go on dotted after it. */
  readonly baselineTo: number;
  readonly centre: number | null;
  /** Limits as shown (clipped by the unit's bounds) and as used by the rules; null under 12 baseline points. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unclippedLower: number | null;
  readonly unclippedUpper: number | null;
  readonly meanMovingRange: number | null;
  /** Periods at which the left-out moving ranges end. */
  readonly excludedRanges: readonly string[];
}

export interface ChartPoint extends SeriesPoint {
  readonly rules: readonly RuleName[];
}

export type ChartKind = 'behaviour' | 'trialRun' | 'daysBetween' | 'short';

export interface BehaviourChart {
  readonly kind: ChartKind;
  readonly points: readonly ChartPoint[];
  readonly segments: readonly ChartSegment[];
  /** Trial run chart (8 to 11 points): the median and its two tests. */
  readonly trial: {
    readonly median: number;
    readonly longestRun: number;
    readonly longestRunLimit: number;
    readonly crossings: number;
    readonly crossingsLimit: number;
    readonly signal: boolean;
  } | null;
  /** Values are year-on-year differences (the seasonal flag). */
  readonly seasonal: boolean;
}

export type TargetClass = 'consistentlyMet' | 'hitOrMiss' | 'consistentlyMissed';
export type ProposalClass = 'withinNoise' | 'reachable' | 'needsSystemChange';

export interface TargetJudgement {
  readonly value: number;
  readonly class: TargetClass | null;
  readonly proposal: ProposalClass | null;
}

export interface Judgement {
  readonly chart: BehaviourChart;
  readonly verdict: Verdict;
  readonly target: TargetJudgement | null;
  readonly norm: TargetJudgement | null;
}
