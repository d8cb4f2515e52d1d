import type { Refusal } from '#facts';
import type { BehaviourChart, TargetJudgement, VerdictKind } from '#judge';

/** What the API answers. Words are already in both languages, figures already judged: the browser computes none. */

export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

export type Granularity = 'month' | 'quarter' | 'year';
/** Fields that a figure was fixed or split by; null is the group without a value. */
export type ScopeView = Readonly<Record<string, string | null | readonly (string | null)[]>>;

export type FigureState = 'final' | 'preliminary' | 'tooFew' | 'unmeasured';

export interface FigureView {
  readonly metric: string;
  readonly period: string;
  readonly scope: ScopeView;
  readonly value: number | null;
  readonly unit: string;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly interval: readonly [number | null, number | null] | null;
  readonly intervalMethod: string | null;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly coverage: number | null;
  readonly state: FigureState;
  /** n ≥ min.judge */
  readonly judged: boolean;
  /** Of `worst`: the group that the value belongs to. */
  readonly group?: string | null;
  /** Of a start cohort: how its n cases stand at the horizon (closed as counted, in another way, still open). */
  readonly cohort?: { readonly closed: number; readonly otherwise: number; readonly open: number };
  /** Why it is hidden, where another rule than min.show hides it. */
  readonly hidden?: 'complementary';
  readonly spec: string;
  readonly batches: readonly string[];
}

export interface VerdictView {
  readonly kind: VerdictKind;
  readonly reason: Bilingual;
}

/** A recorded change: a solid numbered rule on charts; it rebases the chart only where `rebases`. */
export interface ChangeView {
  readonly id: string;
  readonly period: string;
  readonly title: string;
  readonly reason: string;
  readonly rebases: boolean;
  readonly actor: string;
  readonly at: string;
}

/** One indicator as a card of the scoreboard. */
export interface CardView {
  readonly metric: string;
  readonly kpi: 'informing' | 'effort' | 'speed' | 'resolution' | 'culture';
  readonly group: 'objective' | 'subjective';
  readonly name: Bilingual;
  readonly definition: Bilingual;
  readonly better: 'up' | 'down';
  readonly unit: string;
  readonly provenance: 'log' | 'survey' | 'typed';
  readonly headline: boolean;
  readonly core: boolean;
  /** The figure of the period asked for (null: the metric has no figure at all in that period). */
  readonly current: FigureView | null;
  readonly chart: BehaviourChart;
  readonly verdict: VerdictView;
  readonly target: TargetJudgement | null;
  readonly norm: TargetJudgement | null;
}

export interface OptionView {
  readonly value: string;
  readonly label: string;
}

/** POST /api/acts/scoreboard {by?, period?, scope?} */
export interface ScoreboardView {
  readonly empty: boolean;
  readonly by: Granularity;
  readonly period: string | null;
  /** Periods with facts, oldest first: what the period filter offers. */
  readonly periods: readonly string[];
  readonly horizon: string | null;
  readonly scope: ScopeView;
  readonly options: {
    readonly unit: readonly OptionView[];
    readonly service: readonly OptionView[];
    readonly clientStatus: readonly OptionView[];
  };
  readonly kpis: readonly {
    readonly kpi: CardView['kpi'];
    readonly headline: { readonly objective: CardView | null; readonly subjective: CardView | null };
    /** Objective better while subjective worse, or the reverse: a question, never an accusation. */
    readonly parted: Bilingual | null;
    readonly others: readonly CardView[];
  }[];
  /** How many indicators are judged, how many are marked, and how many marks chance alone would give. */
  readonly marks: { readonly judged: number; readonly marked: number; readonly byChance: number };
  /** One to three sentences made from the verdicts. */
  readonly answer: Bilingual;
}

export interface DistributionView {
  readonly unit: string;
  /** Bin edges, k + 1 of them; counts of this period and of the year before, k each. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
  readonly before: readonly number[] | null;
  readonly beforePeriod: string | null;
}

/** POST /api/acts/indicator {metric, by?, period?, scope?} */
export interface IndicatorView extends CardView {
  readonly by: Granularity;
  readonly period: string | null;
  readonly periods: readonly string[];
  readonly scope: ScopeView;
  readonly options: ScoreboardView['options'];
  readonly formula: Bilingual;
  /** What the figure leaves out and why, one sentence each. */
  readonly leaves: readonly Bilingual[];
  readonly counter: readonly { readonly metric: string; readonly name: Bilingual }[];
  readonly levels: readonly string[];
  readonly series: readonly FigureView[];
  readonly changes: readonly ChangeView[];
  readonly seasonal: boolean;
  readonly comparison: {
    readonly withPeriod: string;
    readonly difference: number | null;
    readonly interval: readonly [number | null, number | null] | null;
    readonly sentence: Bilingual;
  } | null;
  readonly distribution: DistributionView | null;
  /** By name, never by rank. */
  readonly breakdowns: readonly { readonly field: string; readonly figures: readonly FigureView[] }[];
  readonly specification: unknown;
}

export interface ExplainCaseView {
  readonly id: string;
  readonly numerator: number | string | null;
  readonly denominator: number | string | null;
  /** null: used; else why it was left out. */
  readonly leftOut: string | null;
  readonly met: boolean | null;
  readonly at: string | null;
  readonly unit: string | null;
  readonly service: string | null;
}

/** POST /api/acts/explain {metric, period, scope?, limit?, offset?} */
export interface ExplainView {
  readonly figure: FigureView;
  readonly hidden: boolean;
  readonly definition: Bilingual;
  readonly formula: Bilingual;
  readonly formulaWithNumbers: Bilingual;
  readonly query: string;
  readonly total: number;
  readonly cases: readonly ExplainCaseView[];
}

export interface FileReport {
  readonly file: string;
  readonly fact: string | null;
  readonly rowsRead: number;
  readonly taken: number;
  readonly refused: number;
}

/** POST /api/acts/importFiles; words of refusals are made by the reader from `words/`. */
export interface ImportReport {
  readonly batch: string | null;
  /** taken · unchanged (same bytes, same mapping) · refused · dryRun */
  readonly result: 'taken' | 'unchanged' | 'refused' | 'dryRun';
  readonly files: readonly FileReport[];
  readonly cases: number;
  readonly events: number;
  readonly repeated: number;
  readonly horizon: string | null;
  readonly refusals: readonly (Refusal & { readonly remedy: Bilingual; readonly reason: Bilingual })[];
  readonly notes: readonly Bilingual[];
  /** Refused rows beyond those listed. */
  readonly more: number;
}

export interface BatchView {
  readonly id: string;
  readonly importedAt: string;
  readonly actor: string;
  readonly source: string;
  readonly files: readonly FileReport[];
  readonly horizon: string;
  readonly cases: number;
  readonly events: number;
  readonly refused: number;
}

/** Every error of the API: HTTP 4xx with this body. */
export interface ErrorView {
  readonly error: { readonly code: string; readonly reason: Bilingual; readonly remedy: Bilingual };
  readonly refusals: readonly (Refusal & { readonly remedy: Bilingual; readonly reason: Bilingual })[];
}
