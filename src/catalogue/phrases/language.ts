// What the two languages share: a noun with its forms, what may stand beside it, clauses about it.

/** Forms that sentences need; English tells only the number. */
export type Form = 'nomSg' | 'genSg' | 'accSg' | 'nomPl' | 'genPl' | 'prepPl';
export type Gender = 'm' | 'f' | 'n';
export type Forms = Readonly<Record<Form, string>>;

export interface Noun {
  readonly forms: Forms;
  readonly gender: Gender;
  /** English only: takes no article («nobody's time»). */
  readonly bare?: true;
}

/** Words beside a noun: before it (adjective), right after it, or after it between commas (participle, clause). */
export interface Beside {
  readonly slot: 'before' | 'after' | 'inserted';
  readonly text: (form: Form, gender: Gender) => string;
  readonly at: readonly string[];
}

/** How a clause hangs on its noun: «по которым», «у которых», «в которых», «после которых», «на которые». */
export type Lead = 'over' | 'of' | 'in' | 'after' | 'on';

/** A condition as a clause. `window` is kept apart, so that clauses with the same one say it once. */
export interface Clause {
  readonly lead: Lead;
  readonly window: string;
  readonly text: string;
  readonly at: readonly string[];
  /** Made of several: in brackets where it stands beside others, so that «и» and «или» are not read across. */
  readonly group?: true;
}

export interface Phrase {
  readonly nouns: readonly Noun[];
  readonly besides: readonly Beside[];
  readonly clauses: readonly Clause[];
  /** Paths that the nouns speak for. */
  readonly at: readonly string[];
}

/** A piece of a sentence and the node of the spec that it words. */
export interface Spoken {
  readonly path: string;
  readonly text: string;
}

export const fixed = (slot: Beside['slot'], text: string, at: readonly string[]): Beside => ({
  slot,
  text: () => text,
  at,
});
