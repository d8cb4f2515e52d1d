/** One point of a series handed to the judge, oldest first. `value` null: a missing period. */
export interface SeriesPoint {
  readonly period: string;
  readonly value: number | null;
  readonly n?: number | null;
  readonly interval?: readonly [number | null, number | null] | null;
  /** n below `judge`: drawn hollow, no part in limits and rules. */
  readonly hollow?: boolean;
}

/** What a unit can be at all; null: no bound on that side. */
export type NaturalBounds = readonly [lower: number | null, upper: number | null];

/** Which way is better for the client; null: nobody said. */
export type Better = 'up' | 'down' | null;

export type RuleName = 'outside' | 'shift' | 'trend' | 'twoOfThree';
export type VerdictKind = 'better' | 'same' | 'worse' | 'unclear';

/** A sentence as data: `words/` makes ru and en of it. Numbers are already rounded to what the chart can tell. */
export interface Reason {
  readonly code: string;
  readonly with: Readonly<Record<string, string | number | null>>;
}

export interface Verdict {
  readonly kind: VerdictKind;
  readonly reason: Reason;
  /** Chance of better or worse here though nothing changed; 0 where nothing could be judged. */
  readonly byChance: number;
}

/** A stretch of the chart with its own centre and limits (rebased at recorded changes only). Indices into `points`, inclusive. */
export interface ChartSegment {
  readonly from: number;
  readonly to: number;
  /** Last index that the limits were computed from; the limits go on dotted after it. */
  readonly baselineTo: number;
  /** Mean of the baseline's points; null when there is none. */
  readonly centre: number | null;
  /** Limits as shown (clipped by the unit's bounds) and as used by the rules; null under 12 baseline points. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly unclippedLower: number | null;
  readonly unclippedUpper: number | null;
  /** Without the left-out ranges. Null also for days between events, whose ranges are of transformed days. */
  readonly meanMovingRange: number | null;
  /** Periods at which the left-out moving ranges end. */
  readonly excludedRanges: readonly string[];
}

export interface ChartPoint extends SeriesPoint {
  readonly rules: readonly RuleName[];
}

export type ChartKind = 'behaviour' | 'trialRun' | 'daysBetween' | 'short';

export interface TrialRun {
  readonly median: number;
  readonly longestRun: number;
  /** A longer run is a signal. */
  readonly longestRunLimit: number;
  readonly crossings: number;
  /** Fewer crossings are a signal. */
  readonly crossingsLimit: number;
  readonly signal: boolean;
}

export interface BehaviourChart {
  readonly kind: ChartKind;
  readonly points: readonly ChartPoint[];
  readonly segments: readonly ChartSegment[];
  /** Trial run chart (8 to 11 points): the median and its two tests. */
  readonly trial: TrialRun | null;
  /** Values are year-on-year differences (the seasonal flag). */
  readonly seasonal: boolean;
}

export type TargetClass = 'consistentlyMet' | 'hitOrMiss' | 'consistentlyMissed';
export type ProposalClass = 'withinNoise' | 'reachable' | 'needsSystemChange';

export interface TargetJudgement {
  readonly value: number;
  /** Null where there are no limits to judge by. */
  readonly class: TargetClass | null;
  /** What the value would be as a proposed target; null without limits, and always for a norm: nobody proposes it. */
  readonly proposal: ProposalClass | null;
  /** Of the last `of` judged points (at most 12, of the current segment) `met` met it. */
  readonly met: number;
  readonly of: number;
  readonly reason: Reason;
}

export interface Judgement {
  readonly chart: BehaviourChart;
  readonly verdict: Verdict;
  readonly target: TargetJudgement | null;
  readonly norm: TargetJudgement | null;
}
