import type { Measure } from '../tree.ts';

/** A figure's formula: named terms and what is done with them. `rule` takes the two terms' letters or numbers; `each` is
 *  said where nothing is divided (quantiles, distinct values), or after the rule (the worst group). */
export interface Formula {
  readonly terms: readonly (readonly [letter: string, text: string])[];
  readonly rule: ((numerator: string, denominator: string) => string) | null;
  readonly each: string | null;
}

/** A duration told by start cohort: by which date, what is read, and which value of it is the figure. */
export interface Cohort {
  readonly period: string;
  readonly value: string;
  readonly rule: string;
  /** How the cases stand: in brackets after their number. */
  readonly stand: (closed: string, otherwise: string, open: string) => string;
}

/** What a language says of one metric. Texts are fragments; index.ts makes sentences of them. */
export interface Report {
  main(): string;
  period(): string;
  attribution(): string;
  direction(): string;
  formula(): Formula;
  /** Of a quantile alone. */
  cohort(measure: Extract<Measure, { kind: 'quantile' }>): Cohort;
  leaves(): readonly string[];
  readonly figureWord: string;
}
