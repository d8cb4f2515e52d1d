import type { ProposalClass, RuleName, TargetClass } from '#judge';
import type { Bilingual, VerdictView } from './views.ts';

interface TargetView {
  readonly value: number;
  readonly class: TargetClass | null;
  readonly proposal: ProposalClass | null;
}

/** What `judge` answers: limits are null under 12 points; `rules` name why a point is marked. */
export interface JudgementView {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly meanMovingRange: number | null;
  readonly excludedRanges: readonly string[];
  readonly points: readonly {
    readonly period: string;
    readonly value: number | null;
    readonly rules: readonly RuleName[];
  }[];
  readonly verdict: VerdictView;
  readonly target: TargetView | null;
  readonly norm: TargetView | null;
  readonly notes?: readonly Bilingual[];
}
