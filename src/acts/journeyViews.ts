import type { Design, FiveNumbers, Journey, JourneyKind } from '#model';
import type { FigureState, OptionView, ScopeView } from './views.ts';

/** What the acts of journeys answer. Codes and numbers; the page words them. All durations are calendar seconds; a mean
 *  "over all" counts runs that lack the thing as 0, so that means add up. */

/** Bounds of a 95 % interval; null: no bound on that side, or none at all. */
export type Bounds = readonly [number | null, number | null] | null;

/** A journey as it was saved. Saving over it needs its `version`. */
export interface JourneyView {
  readonly journey: Journey;
  readonly version: number;
  /** False: this version took the journey away. */
  readonly stands: boolean;
  readonly actor: string;
  readonly at: string;
}

/** POST /api/acts/journeys {} */
export interface JourneysView {
  readonly journeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: JourneyKind;
    readonly version: number;
    readonly factsJourney: string | null;
    readonly services: readonly string[];
    readonly stages: number;
    readonly touchpoints: number;
    readonly owner: Journey['owner'];
    readonly toBe: 'none' | 'planned' | 'inForce';
    readonly changedOn: string | null;
    readonly at: string;
    readonly actor: string;
  }[];
  /** Journeys and services that the facts tell of and nobody has drawn: what `discoverJourney` can begin with. */
  readonly undrawn: {
    readonly journeys: readonly { readonly value: string; readonly cases: number; readonly runs: number }[];
    readonly services: readonly { readonly value: string; readonly cases: number }[];
    readonly cases: number;
  };
}

/** POST /api/acts/journeyVersions {id}: newest first. */
export interface JourneyVersionsView {
  readonly id: string;
  readonly versions: readonly {
    readonly version: number;
    readonly stands: boolean;
    readonly actor: string;
    readonly at: string;
    readonly name: string;
  }[];
}

/** What a journey's figures stand on. */
export interface JourneyPopulation {
  /** Runs ended in the period, or, where no facts tell of runs, cases closed in it. */
  readonly of: 'run' | 'case';
  readonly n: number;
  /** Left out, by reason (facts.md § 4). */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly state: FigureState;
  /** Names of the first and last period, and their instants. */
  readonly from: string;
  readonly to: string;
  readonly fromAt: string;
  readonly toAt: string;
  readonly scope: ScopeView;
}

export type TileKind = 'work' | 'gap' | 'client' | 'agency' | 'suspension';

/** One stretch of the path: bars drawn one after another tile the mean without gap or overlap. Every second of every run
 *  is in exactly one tile. */
export interface TileView {
  /** Stable between periods and scopes. */
  readonly key: string;
  /** Key of the step whose budget it counts against. */
  readonly step: string;
  readonly kind: TileKind;
  /** Id of the design's touchpoint; null: its facts' touchpoint is not on the map, or none was recorded. */
  readonly touchpoint: string | null;
  /** The facts' touchpoint of an unmapped tile; null: mapped, or none was recorded. */
  readonly unmapped: string | null;
  /** Body that holds it (of `agency`: that is asked), or the place itself where no body stands above it; null: nobody's,
   *  the client's, or not recorded. */
  readonly body: string | null;
  /** Of a gap: bodies between which it is nobody's; alike where it lies inside one body. */
  readonly giver: string | null;
  readonly taker: string | null;
  /** Runs that have it. */
  readonly cases: number;
  /** Over all runs: the tiles' means add up to the whole's. */
  readonly meanSeconds: number;
  /** Over the runs that have it. */
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  /** Of all seconds, 0…1. */
  readonly share: number;
  /** Of a gap: share of its seconds with a recorded hand-off, 0…1; else null. */
  readonly recordedShare: number | null;
  /** Where the bar begins on the path's axis: sum of the means before it. */
  readonly startSeconds: number;
  /** A run whose time in the tile lies nearest its median, its 90th percentile. */
  readonly typical: { readonly p50: string | null; readonly p90: string | null };
}

/** The row of the table: tiles that share one budget. A touchpoint with all its owners (also the client); nobody's time
 *  between two bodies on the way to a touchpoint; a suspension. */
export interface StepView {
  readonly key: string;
  readonly kind: 'touchpoint' | 'gap' | 'suspension';
  readonly touchpoint: string | null;
  readonly unmapped: string | null;
  /** Bodies whose time it is, most seconds first; `client` among them as null. */
  readonly owners: readonly (string | null)[];
  readonly giver: string | null;
  readonly taker: string | null;
  readonly cases: number;
  readonly meanSeconds: number;
  readonly p50Seconds: number | null;
  readonly p90Seconds: number | null;
  readonly share: number;
  readonly startSeconds: number;
  /** Of the touchpoint, or of the hand-off in the design. */
  readonly budgetDays: number | null;
  /** Null without a budget. */
  readonly over: {
    /** Runs that took longer than the budget, and their share of those that have the step, 0…1. */
    readonly cases: number;
    readonly share: number;
    /** Clients' seconds beyond the budget in the period, all runs together. */
    readonly excessSeconds: number;
  } | null;
  /** By how much the end-to-end time would fall had the step kept its budget in each run, queues held fixed; null
   *  without a budget. */
  readonly fall: { readonly mean: number; readonly p50: number; readonly p90: number } | null;
  /** Seeded bootstrap over runs. */
  readonly fallInterval: { readonly p50: Bounds; readonly p90: Bounds } | null;
}

/** A run with its own strip: pieces in order of time. */
export interface TypicalRun {
  readonly id: string;
  readonly seconds: number;
  readonly pieces: readonly { readonly tile: string; readonly startSeconds: number; readonly seconds: number }[];
}

/** What happens at a touchpoint, mapped or not, in order of the path. */
export interface TouchpointFacts {
  /** Id of the design's touchpoint; null: not on the map. */
  readonly touchpoint: string | null;
  readonly unmapped: string | null;
  /** Bodies that were seen acting there, most events first. */
  readonly bodies: readonly string[];
  /** Runs that passed it. */
  readonly cases: number;
  readonly share: number;
  /** Per run of the population; documents null where no source records items. */
  readonly visits: number | null;
  readonly documents: number | null;
  readonly documentsKnown: number | null;
  /** Mean seconds beside the critical path: they do not lengthen it. */
  readonly besideSeconds: number;
  readonly budgetDays: number | null;
  /** Subjective metrics answered there: share of 4–5, in %. Different questions, never one number. */
  readonly satisfaction: readonly {
    readonly metric: string;
    readonly question: string;
    readonly value: number | null;
    readonly n: number | null;
    readonly interval: Bounds;
    readonly state: FigureState;
  }[];
}

/** POST /api/acts/journeyPicture {id, version?, design?, from?, to?, scope?} */
export interface JourneyPictureView {
  readonly journey: {
    readonly id: string;
    readonly name: string;
    readonly kind: JourneyKind;
    readonly version: number;
    readonly owner: Journey['owner'];
    readonly changedOn: string | null;
    readonly note: string;
    /** The design that is drawn, and which one it is. */
    readonly drawn: 'asIs' | 'toBe';
    readonly hasToBe: boolean;
    readonly inForceFrom: string | null;
    readonly expected: FiveNumbers | null;
  };
  readonly design: Design;
  readonly population: JourneyPopulation;
  /** Months with facts, oldest first, and what the page offers to choose a scope from. */
  readonly periods: readonly string[];
  readonly options: { readonly unit: readonly OptionView[]; readonly service: readonly OptionView[] };
  /** Names of bodies and units that the view speaks of, as the organisation has them. */
  readonly names: Readonly<Record<string, string>>;
  /** Null where nothing ended in the period, or too few did. */
  readonly whole: {
    readonly meanSeconds: number;
    readonly p50Seconds: number;
    readonly p90Seconds: number;
    readonly interval: { readonly mean: Bounds; readonly p50: Bounds; readonly p90: Bounds };
    readonly targetDays: number | null;
    readonly reserveDays: number | null;
    /** Sum of the design's budgets along the path. */
    readonly budgetDays: number | null;
    /** Shares of runs, 0…1. Null without a target (budgets). */
    readonly withinTarget: number | null;
    /** Had every step kept its budget. */
    readonly withinTargetIfKept: number | null;
    readonly keptEveryBudget: number | null;
    /** Mean by kind: they add up to the mean. */
    readonly kinds: Readonly<Record<TileKind, { readonly meanSeconds: number; readonly share: number }>>;
    /** Means add up; these do not: the sum over steps (absent ones as 0) beside the whole's own. */
    readonly sums: { readonly meanSeconds: number; readonly p50Seconds: number; readonly p90Seconds: number };
    readonly typical: { readonly p50: readonly TypicalRun[]; readonly p90: readonly TypicalRun[] };
  } | null;
  readonly steps: readonly StepView[];
  readonly tiles: readonly TileView[];
  /** Step whose budget kept would take most off the 90th percentile; step with most seconds. Often not the same. */
  readonly weakest: string | null;
  readonly largest: string | null;
  /** Lanes from top to bottom, in order of the path; the client's first, nobody's before the first body that receives. */
  readonly lanes: readonly { readonly kind: 'client' | 'nobody' | 'body'; readonly body: string | null }[];
  /** Passes from body to body along the path, in order of their number. */
  readonly handOffs: readonly {
    readonly giver: string;
    readonly taker: string;
    /** Runs in which it happened, and how often in all. */
    readonly cases: number;
    readonly passes: number;
    /** Nobody's seconds between the two, over all runs; null: none was seen (they follow at once). */
    readonly meanSeconds: number | null;
    readonly recordedShare: number | null;
    readonly budgetDays: number | null;
  }[];
  readonly touchpoints: readonly TouchpointFacts[];
  /** The same stretch of periods one year before; null where the facts do not reach back. */
  readonly yearBefore: {
    readonly from: string;
    readonly to: string;
    readonly n: number;
    readonly meanSeconds: number;
    readonly steps: Readonly<Record<string, number>>;
  } | null;
}

/** POST /api/acts/journeyVariants {id, design?, from?, to?, scope?, limit?} */
export interface JourneyVariantsView {
  readonly population: JourneyPopulation;
  /** Median of the whole population, that excess is told against. */
  readonly p50Seconds: number | null;
  readonly variants: readonly {
    /** Ids of the design's touchpoints, or facts' touchpoints that are not on the map; neighbours alike are one. */
    readonly path: readonly { readonly touchpoint: string | null; readonly unmapped: string | null }[];
    readonly cases: number;
    readonly share: number;
    readonly meanSeconds: number;
    readonly p50Seconds: number;
    readonly p90Seconds: number;
    /** Excess of its median over the whole's × its number: what it costs clients; below 0 it helps. */
    readonly hurtSeconds: number;
    /** Among the shown ones that hurt, the most first: 1, 2, …; null: it does not. */
    readonly hurts: number | null;
    readonly example: string;
  }[];
  /** Variants beyond the limit. */
  readonly rest: { readonly variants: number; readonly cases: number };
}

/** POST /api/acts/discoverJourney {factsJourney?, services?, from?, to?, name?} */
export interface DiscoveredView {
  /** A draft that `saveJourney` takes as version 0. */
  readonly journey: Journey;
  readonly population: JourneyPopulation;
  /** Where the touchpoints come from: the facts' touchpoint, or activities where none is recorded. */
  readonly from: 'touchpoint' | 'activity';
  readonly evidence: readonly {
    readonly touchpoint: string;
    readonly facts: readonly string[];
    readonly cases: number;
    readonly share: number;
    readonly events: number;
    /** Mean place on the way, 0 (first) … 1 (last). */
    readonly position: number;
    readonly bodies: readonly { readonly body: string | null; readonly events: number }[];
    readonly units: readonly { readonly unit: string | null; readonly events: number }[];
    readonly kinds: readonly { readonly kind: string; readonly events: number }[];
    readonly meanSeconds: number | null;
    readonly p50Seconds: number | null;
    /** Per run. */
    readonly visits: number;
    readonly documents: number | null;
    /** Runs with an `issue` or a `pay` there: where nearly all have one, runs are proposed to end there. */
    readonly results: number;
    /** The budget is a proposal: the median rounded up to half a day; null: no time was seen there. */
    readonly proposedBudgetDays: number | null;
  }[];
  readonly handOffs: readonly {
    readonly giver: string;
    readonly taker: string;
    readonly cases: number;
    readonly meanSeconds: number | null;
  }[];
  /** What was seen in too few runs to be proposed. */
  readonly rare: readonly { readonly facts: string; readonly cases: number }[];
}

/** POST /api/acts/journeyPromise {id, from?, to?, scope?}: null `inForceFrom`: there is no promise yet. */
export interface JourneyPromiseView {
  readonly inForceFrom: string | null;
  readonly order: string;
  /** Runs begun since then and ended in the period. */
  readonly runs: number;
  readonly asDesigned: { readonly runs: number; readonly share: number | null; readonly interval: Bounds };
  readonly steps: readonly {
    readonly touchpoint: string;
    readonly missed: PromiseBreach;
    readonly doubled: PromiseBreach;
    readonly outOfOrder: PromiseBreach;
    /** Runs that stayed there longer than its budget; null without one. */
    readonly overBudget: PromiseBreach | null;
  }[];
  /** Facts' touchpoints that the design does not know. */
  readonly unknown: readonly { readonly facts: string; readonly runs: number; readonly examples: readonly string[] }[];
}
export interface PromiseBreach {
  readonly runs: number;
  readonly share: number | null;
  readonly examples: readonly string[];
}

/** POST /api/acts/beforeAfter {id, months?, scope?} */
export interface BeforeAfterView {
  readonly changedOn: string | null;
  readonly before: FiveSide | null;
  readonly after: FiveSide | null;
  readonly expected: FiveNumbers | null;
  /** Of after − before, where both have an interval. */
  readonly difference:
    | {
        readonly [which in keyof FiveNumbers]: { readonly value: number; readonly interval: Bounds } | null;
      }
    | null;
}
export interface FiveSide {
  readonly fromAt: string;
  readonly toAt: string;
  readonly runs: number;
  readonly numbers: {
    /** Means over runs; days are the median. Null: not recorded, or too few runs. */
    readonly [which in keyof FiveNumbers]: {
      readonly value: number;
      readonly n: number;
      readonly interval: Bounds;
    } | null;
  };
}
