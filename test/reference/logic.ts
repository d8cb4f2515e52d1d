// Kleene's three values. The third carries why it is unknown, since a figure tells its left-out rows by reason.

export class Missing {
  readonly negative: boolean;
  readonly unrecorded: boolean;
  constructor(negative: boolean, unrecorded: boolean) {
    this.negative = negative;
    this.unrecorded = unrecorded;
  }
}
export const NULL = new Missing(false, false);
export const NEGATIVE = new Missing(true, false);
export const UNRECORDED = new Missing(false, true);

export type Tri = boolean | Missing;
export const isMissing = (value: unknown): value is Missing => value instanceof Missing;

/** Why a value of several parts is missing: all the reasons of its missing parts. */
export function together(parts: readonly unknown[]): Missing {
  const missing = parts.filter(isMissing);
  return new Missing(
    missing.some((part) => part.negative),
    missing.some((part) => part.unrecorded),
  );
}

export function and(parts: readonly Tri[]): Tri {
  if (parts.includes(false)) return false;
  return parts.some(isMissing) ? together(parts) : true;
}

export function or(parts: readonly Tri[]): Tri {
  if (parts.includes(true)) return true;
  return parts.some(isMissing) ? together(parts) : false;
}

export const not = (value: Tri): Tri => (isMissing(value) ? value : !value);

/** The reason under which a row is left out (facts.md § 4: negative, unrecorded, null, in this order). */
export const reasonOf = (missing: Missing): 'negative' | 'unrecorded' | 'null' =>
  missing.negative ? 'negative' : missing.unrecorded ? 'unrecorded' : 'null';
