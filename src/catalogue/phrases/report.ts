/** A figure's formula: named terms and what is done with them. `rule` takes the two terms' letters or numbers; `each` is
 *  said where nothing is divided (quantiles, distinct values), or after the rule (the worst group). */
export interface Formula {
  readonly terms: readonly (readonly [letter: string, text: string])[];
  readonly rule: ((numerator: string, denominator: string) => string) | null;
  readonly each: string | null;
}

/** What a language says of one metric. Texts are fragments; index.ts makes sentences of them. */
export interface Report {
  main(): string;
  period(): string;
  attribution(): string;
  direction(): string;
  formula(): Formula;
  leaves(): readonly string[];
  readonly figureWord: string;
}
