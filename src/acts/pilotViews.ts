import type { Group, Kpi, Level } from '#catalogue';
import type { ClosedPeriod, Decision, FigureDifference, Pilot, PilotEvidence } from '#model';
import type { Bilingual, Granularity } from './views.ts';

/** What the acts about pilots, closed periods and revision answer. */

export interface PilotView {
  readonly pilot: Omit<Pilot, 'report'>;
  /** The version to save over. */
  readonly version: number;
  readonly modelName: string;
  /** ISO instant, UTC. */
  readonly savedAt: string;
  readonly actor: string;
}

/** pilots {model?, id?} → this, newest first. */
export interface PilotsView {
  readonly pilots: readonly PilotView[];
  /** What a new pilot may be about: months with facts and a year ahead of them, oldest first, and the newest twelve
   *  with facts. Null: there are no facts. */
  readonly offered: { readonly months: readonly string[]; readonly from: string; readonly to: string } | null;
}

export interface PilotRow {
  readonly indicator: string;
  readonly name: Bilingual;
  /** The one sentence that its holder reads: the body's own, else the metric's. */
  readonly sentence: Bilingual;
  readonly kpi: Kpi;
  readonly group: Group;
  readonly level: Level;
  readonly unit: string;
  /** The position that answers for it, by name. */
  readonly owner: string | null;
  /** Positions, by id, that answer for it and may speak of it. */
  readonly holders: readonly string[];
  readonly current: { readonly period: string; readonly value: number | null; readonly n: number | null } | null;
  readonly evidence: PilotEvidence;
  /** What the program recommends, with the reasons in words. */
  readonly recommended: Decision;
  readonly reasons: readonly { readonly code: string; readonly words: Bilingual }[];
  /** What people decided; null: nothing yet. */
  readonly decided: { readonly decision: Decision; readonly reason: string } | null;
}

/** pilotReport {id} → this; of an ended pilot as it stood at its end. */
export interface PilotReportView {
  readonly id: string;
  readonly name: string;
  readonly model: string;
  readonly modelName: string;
  readonly modelVersion: number;
  readonly from: string;
  readonly to: string;
  readonly by: Granularity;
  readonly state: Pilot['state'];
  readonly rows: readonly PilotRow[];
  readonly counts: Readonly<Record<Decision, number>>;
  /** Positions of the model, in its order. */
  readonly positions: readonly { readonly id: string; readonly name: string }[];
  /** Of the pilot as a whole. */
  readonly comments: readonly { readonly text: string; readonly actor: string }[];
  readonly answer: Bilingual;
}

/** recommendations {pilots} → this: a document to edit. */
export interface RecommendationsView {
  readonly id: string;
  readonly version: number;
  /** ISO instant, UTC. */
  readonly savedAt: string;
  readonly title: string;
  readonly pilots: readonly string[];
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

export interface EditionView {
  readonly edition: number;
  readonly closed: ClosedPeriod;
  readonly actor: string;
  readonly at: string;
  /** Against the edition before it; empty for the first. */
  readonly differences: readonly FigureDifference[];
}

/** periods {model} → this. */
export interface PeriodsView {
  readonly model: string;
  readonly closed: readonly {
    readonly period: string;
    readonly editions: number;
    readonly figures: number;
    readonly actor: string;
    readonly at: string;
  }[];
  /** Whole periods with facts that are not closed yet, oldest first. */
  readonly open: readonly string[];
  /** Those of them whose figures are not ripe → the local day up to which facts must reach. */
  readonly ripens: Readonly<Record<string, string>>;
}

/** periodShow {model, period} → this: editions, newest first, and what the facts would say today. */
export interface PeriodView {
  readonly model: string;
  readonly period: string;
  readonly editions: readonly EditionView[];
  /** What differs today from the newest edition; asked for with `live`. */
  readonly drifted: readonly FigureDifference[] | null;
}

/** revision {model} → this. */
export interface RevisionView {
  readonly model: string;
  /** Local day on which the next regular revision is due; null: not in force. */
  readonly due: string | null;
  readonly overdue: boolean;
  readonly items: readonly {
    readonly indicator: string;
    readonly name: Bilingual;
    readonly code: string;
    readonly words: Bilingual;
  }[];
  readonly answer: Bilingual;
}
