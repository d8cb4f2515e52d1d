import type { Level } from '#catalogue';
import type { Goal, Indicator, Link, LinkKind, Model, ModelState, Severity, Value } from '#model';
import type { Bilingual, FigureState, Granularity } from './views.ts';

/** What the acts about models answer. Words are in both languages; nothing is to be computed by who reads them. */

/** What a finding speaks of, so that a page can lead there. */
export interface FindingAt {
  readonly of: 'model' | 'goal' | 'value' | 'position' | 'indicator' | 'link' | 'specific' | 'journey';
  /** Of a link: `UPPER → LOWER`. Null: the model as a whole. */
  readonly id: string | null;
}

/** One thing that a check found: a hard stop, or a warning. */
export interface FindingView {
  readonly rule: string;
  readonly severity: Severity;
  /** Readable path in the file, such as `indicators[3] "on-time"` or `positions[0] "Эксперт"`. */
  readonly place: string;
  readonly at: FindingAt;
  readonly reason: Bilingual;
  readonly remedy: Bilingual;
}

/** modelCheck, modelCheckOnFacts → this. Errors are hard stops. */
export interface ModelCheckView {
  readonly errors: readonly FindingView[];
  readonly warnings: readonly FindingView[];
  /** How many findings each rule has: a page is given the first hundred of each. */
  readonly counts?: Readonly<Record<string, number>>;
}

/** One line of the list of models. */
export interface ModelSummary {
  readonly id: string;
  /** The version to save over. */
  readonly version: number;
  readonly name: string;
  readonly body: string | null;
  /** The journey that it is about; null: the whole body. */
  readonly journey: string | null;
  readonly state: ModelState;
  readonly inForceFrom: string | null;
  /** The first day on which it no longer binds; null: none is written. */
  readonly inForceTo: string | null;
  /** `state` as of today: a model put in force from a later day `waits`, one whose successor's day has come is superseded. */
  readonly today: ModelState | 'waits';
  readonly order: Model['order'];
  readonly follows: string | null;
  readonly goals: number;
  readonly positions: number;
  readonly indicators: number;
  /** ISO instant, UTC. */
  readonly savedAt: string;
  readonly actor: string;
}

/** What of a model waits for people: the next regular revision, and whole periods that are not closed. */
export interface ModelDue {
  /** Local day. */
  readonly revision: string;
  readonly overdue: boolean;
  readonly periods: number;
}

/** models {} → this. `due`: of models in force, by id. */
export interface ModelsView {
  readonly models: readonly ModelSummary[];
  readonly due: Readonly<Record<string, ModelDue>>;
}

/** A step of the chain from an indicator up to a strategic goal; its name is the indicator's or the goal's. */
export interface ChainStep {
  readonly of: 'goal' | 'indicator';
  readonly id: string;
  /** How the step before it hangs on this one; of the first step (the indicator itself) null. */
  readonly link: LinkKind | null;
}

/** What a metric, with its parameters, tells of every indicator that has it. `known: false`: the catalogue has none. */
export interface MetricTold {
  readonly known: boolean;
  readonly name: Bilingual;
  readonly kpi: 'informing' | 'effort' | 'speed' | 'resolution' | 'culture' | null;
  readonly group: 'objective' | 'subjective' | null;
  readonly unit: string | null;
  readonly better: 'up' | 'down' | null;
  readonly provenance: 'log' | 'survey' | 'typed' | null;
  readonly roll: string | null;
  readonly sentence: Bilingual;
  readonly counters: readonly { readonly metric: string; readonly name: Bilingual; readonly inModel: boolean }[];
}

/** An indicator beside what the model says of it: a large model has thousands, so what metrics tell stands once. */
export interface IndicatorResolved {
  readonly id: string;
  readonly metric: string;
  readonly owner: string | null;
  /** Key of `metricsTold`. */
  readonly told: string;
  /** The body's own name, else the metric's. */
  readonly name: Bilingual;
  /** The body's own sentence for its holder; null: the one that the metric tells. */
  readonly sentence: Bilingual | null;
  /** From the indicator itself up to a goal, the shortest way; empty: there is none. */
  readonly chain: readonly ChainStep[];
}

export interface PositionResolved {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  /** Ids of the indicators that it answers for, shared ones too. */
  readonly holds: readonly string[];
  readonly count: number;
  readonly most: number;
  readonly shared: number;
}

/** modelShow {id, version?} → this. */
export interface ModelShowView extends ModelSummary {
  readonly model: Model;
  readonly indicatorsResolved: readonly IndicatorResolved[];
  readonly metricsTold: Readonly<Record<string, MetricTold>>;
  readonly positionsResolved: readonly PositionResolved[];
  /** Values by which indicators serve them; empty list: none does. */
  readonly valuesServed: readonly { readonly value: Value; readonly indicators: readonly string[] }[];
  readonly goalsServed: readonly { readonly goal: Goal; readonly indicators: readonly string[] }[];
  readonly checks: ModelCheckView;
  /** Whether saving is allowed at all: drafts and pilots. */
  readonly editable: boolean;
  /** States that it may move to. */
  readonly moves: readonly ModelState[];
}

/** saveModel {model, version} → this. */
export interface ModelSavedView {
  readonly id: string;
  readonly version: number;
  readonly checks: ModelCheckView;
}

/** modelVersions {id} → this, newest first. */
export interface ModelVersionsView {
  readonly id: string;
  readonly versions: readonly {
    readonly version: number;
    readonly savedAt: string;
    readonly actor: string;
    readonly name: string;
    readonly state: ModelState;
    /** False where this version took the model away. */
    readonly stands: boolean;
  }[];
}

export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface ThingChange {
  readonly of: 'model' | 'goal' | 'value' | 'position' | 'indicator' | 'link' | 'specific';
  readonly id: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

export interface ThingNamed {
  readonly of: ThingChange['of'];
  readonly id: string;
  readonly name: string;
}

/** A figure as a comparison or a proposal shows it. */
export interface FigureShort {
  readonly value: number | null;
  readonly n: number | null;
  readonly interval: readonly [number | null, number | null] | null;
  readonly unit: string;
  readonly state: FigureState;
}

/** compareModels {before: {id, version?}, after: {id, version?}, period?} → this. */
export interface ModelComparisonView {
  readonly added: readonly ThingNamed[];
  readonly removed: readonly ThingNamed[];
  readonly changed: readonly ThingChange[];
  /** What it does to figures: indicators whose figure is computed in another way now. Null: nothing measured. */
  readonly figures: {
    readonly period: string;
    readonly by: Granularity;
    readonly rows: readonly {
      readonly id: string;
      readonly name: string;
      readonly before: FigureShort | null;
      readonly after: FigureShort | null;
      readonly same: boolean;
    }[];
  } | null;
}

/** startersList {} → this. */
export interface StartersView {
  readonly starters: readonly {
    readonly id: string;
    readonly name: Bilingual;
    readonly goal: Bilingual;
    readonly clients: readonly string[];
    readonly body: readonly { readonly metric: string; readonly name: Bilingual }[];
    readonly watch: readonly { readonly metric: string; readonly name: Bilingual }[];
    readonly positions: readonly {
      readonly name: Bilingual;
      readonly level: string;
      readonly metrics: readonly {
        readonly metric: string;
        readonly name: Bilingual;
        readonly shared: boolean;
      }[];
    }[];
  }[];
  /** Both ways of rolling out, and why one life situation first. */
  readonly rollouts: readonly {
    readonly kind: 'lifeSituation' | 'wholeBody';
    readonly recommended: boolean;
    readonly why: Bilingual;
  }[];
}

/** A lower indicator that may be chosen. Reasons are codes with words, best first. */
export interface ProposalView {
  /** What to add to the model when it is chosen. */
  readonly indicator: Indicator;
  readonly link: Link;
  readonly metricName: Bilingual;
  readonly sentence: Bilingual;
  readonly kpi: NonNullable<MetricTold['kpi']>;
  readonly group: NonNullable<MetricTold['group']>;
  readonly unit: string;
  readonly reasons: readonly { readonly code: string; readonly text: Bilingual }[];
  /** What speaks against it. */
  readonly cautions: readonly { readonly code: string; readonly text: Bilingual }[];
  /** Already in the model. */
  readonly chosen: boolean;
  readonly counters: readonly string[];
}

/** proposeDecomposition {model, indicator, journey?} → this. */
export interface DecompositionView {
  readonly top: { readonly id: string; readonly metric: string; readonly name: Bilingual };
  readonly journey: string | null;
  readonly places: readonly {
    readonly of: 'journey' | 'unit' | 'touchpoint' | 'position';
    readonly id: string;
    readonly name: string;
    /** Of a position: how many of five it holds. */
    readonly held: number | null;
    readonly proposals: readonly ProposalView[];
  }[];
}

/** linkProofs {model | id, from, to} → this: one proof for each link. */
export interface LinkProofsView {
  readonly from: string;
  readonly to: string;
  readonly proofs: readonly LinkProof[];
}

export interface LinkProof {
  readonly upper: string;
  readonly lower: readonly string[];
  readonly kind: LinkKind;
  /** holds · fails · weak (a driver whose interval holds 0) · notAdditive (shared, pooled) · unknown */
  readonly outcome: 'holds' | 'fails' | 'weak' | 'notAdditive' | 'unknown';
  readonly sentence: Bilingual;
  /** Of identities: both sides in the upper one's unit, and what is left over. */
  readonly identity: {
    readonly whole: number;
    readonly parts: readonly { readonly place: string | null; readonly value: number; readonly n: number | null }[];
    readonly sum: number;
    readonly difference: number;
  } | null;
  /** Of budgets: shares 0…1 of past cases. */
  readonly backtest: {
    readonly cases: number;
    readonly target: number;
    readonly metThen: number;
    readonly metWithBudgets: number | null;
  } | null;
  /** Of drivers: Spearman's rank correlation over months. */
  readonly relation: {
    readonly months: number;
    readonly rho: number | null;
    readonly interval: readonly [number, number] | null;
  } | null;
  /** Of pooled and shared: the mean beside, which does add up. */
  readonly beside: { readonly mean: number; readonly unit: string; readonly n: number } | null;
}

/** discussion {model, about} → this; `about` is the id of an indicator, placed or proposed. */
export interface DiscussionView {
  readonly model: string;
  readonly about: string;
  readonly remarks: readonly {
    readonly id: string;
    readonly stance: 'for' | 'against' | 'question' | null;
    readonly text: string;
    readonly from: string;
    readonly actor: string;
    readonly at: string;
  }[];
}

/** discussions {model} → this: remarks by what they are about. */
export interface DiscussionsView {
  readonly model: string;
  readonly remarks: Readonly<Record<string, number>>;
}

/** knownValues {} → these. */
export interface KnownValueView {
  readonly id: string;
  readonly of: 'declaration' | 'people' | 'business' | 'internal';
  readonly name: Bilingual;
  /** The document that it comes from. */
  readonly source: Bilingual;
  readonly clients: readonly ('citizen' | 'organisation' | 'internal')[];
}
