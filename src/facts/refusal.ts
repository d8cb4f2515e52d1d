/** A refusal is data: the code names the rule, the words come from `words/` by code (conventions § 3.4). */
export interface Refusal {
  readonly code: string;
  readonly file?: string;
  /** 1-based line of the file (or row of the sheet) where the offending record begins. */
  readonly line?: number;
  readonly field?: string;
  /** The offending text as found, cut to 200 characters. */
  readonly got?: string;
  /** Further parameters for the sentence. */
  readonly with?: Readonly<Record<string, string | number>>;
}

/** Thrown where a whole operation cannot go on; carries one or more refusals. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.name = 'Refused';
    this.refusals = refusals;
  }
}

export const refuse = (code: string, more: Omit<Refusal, 'code'> = {}): never => {
  throw new Refused([{ code, ...more }]);
};
