import type { MetricSpec } from '#catalogue';
import type { ClientStatus } from '#facts';
import type { Journey } from '../journey.ts';
import type { ModelIndex } from './modelIndex.ts';

// A check of a model is an entry of one table (index.ts): a rule, how hard it is, what finds it, an example that fails.
// It gives codes and parameters; the sentence and the remedy are `modelCheck.RULE.reason` and `.remedy` of `words/`.

/** `error`: a hard stop, a model with one is never put in force. */
export type Severity = 'error' | 'warning';

export interface At {
  readonly of: 'model' | 'goal' | 'value' | 'position' | 'indicator' | 'link' | 'specific' | 'journey';
  readonly id: string | null;
}

export type FindingParams = Readonly<Record<string, string | number | null>>;

/** What a check found, before words. */
export interface Found {
  readonly at: At;
  /** Path in the model's JSON, such as `indicators[3]`; the readable place is made from it. */
  readonly path: string;
  readonly with?: FindingParams;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** `indicators[3] "on-time"`: path and name. */
  readonly place: string;
  readonly at: At;
  readonly with: FindingParams;
}

/** What was measured at an indicator's place over the last whole periods. */
export interface Measured {
  readonly by: 'month' | 'quarter' | 'year';
  /** `absent`: no period has a figure at all. */
  readonly state: 'measured' | 'tooFew' | 'unmeasured' | 'absent';
  /** Medians over the periods that have a figure. */
  readonly n: number | null;
  readonly value: number | null;
  /** Half the width of the interval: how far the figure moves by chance alone, in its unit. */
  readonly chance: number | null;
  /** 0…1 */
  readonly coverage: number | null;
  /** The same figure over longer periods and at wider places, nearest first. */
  readonly wider: readonly {
    readonly by: 'month' | 'quarter' | 'year';
    /** Id of the wider place; null: the same place. */
    readonly place: string | null;
    readonly n: number | null;
    readonly chance: number | null;
  }[];
}

/** `weak`: neither borne out nor contradicted. */
export type ProofOutcome = 'holds' | 'weak' | 'fails';

export const proofKey = (upper: string, lower: string): string => `${upper}\u0000${lower}`;

/** What facts tell; null fields of `ModelKnowledge` are not known, and checks that need them stay silent. */
export interface FactsKnown {
  /** Touchpoints that facts name, with those of their employees (pseudonyms as `employeeKey` makes them). */
  readonly touchpoints: ReadonlySet<string>;
  readonly employees: ReadonlySet<string>;
  /** `TOUCHPOINT\u0000EMPLOYEE` pairs that occur. */
  readonly worksAt: ReadonlySet<string>;
  /** How an employee of the model is named in these sets. */
  readonly employeeKey: (employee: string) => string;
  /** By the indicator's id. */
  readonly measured: ReadonlyMap<string, Measured>;
  /** How links stood their proof, by `proofKey`; those that were not proved are absent. */
  readonly proofs: ReadonlyMap<string, ProofOutcome>;
  /** Client statuses that occur among the services' cases. */
  readonly statuses: ReadonlyMap<string, ReadonlySet<ClientStatus>>;
}

/** What checks may know besides the model itself. */
export interface ModelKnowledge {
  readonly metrics: ReadonlyMap<string, MetricSpec>;
  /** All journeys of the installation; null: not known. */
  readonly journeys: readonly Journey[] | null;
  /** Codes that may be named; null: not known. */
  readonly places: {
    readonly bodies: ReadonlySet<string>;
    readonly units: ReadonlySet<string>;
    readonly services: ReadonlySet<string>;
  } | null;
  readonly facts: FactsKnown | null;
  /** Local day; null: not known. */
  readonly today: string | null;
}

/** Knowledge of who checks a file alone, away from any data. */
export const knowingOnly = (metrics: ModelKnowledge['metrics']): ModelKnowledge => ({
  metrics,
  journeys: null,
  places: null,
  facts: null,
  today: null,
});

/** A model's JSON with what is known around it. */
export interface Example {
  readonly model: unknown;
  readonly knowledge: ModelKnowledge;
}

export interface Check {
  readonly rule: string;
  readonly severity: Severity;
  readonly find: (index: ModelIndex, knowledge: ModelKnowledge) => Iterable<Found>;
  /** Makes the sound example (sound.ts) fail by this rule; the sound one passes it. */
  readonly spoil: (sound: SoundExample) => Example;
}

/** The sound example with its model parsed, ready to be changed. */
export interface SoundExample {
  readonly model: import('../model.ts').Model;
  readonly knowledge: ModelKnowledge;
}
