/** Why a spec is refused: the sentence and the remedy are in `words/` under the code. A warning does not refuse. */
export interface SpecRefusal {
  readonly code: string;
  /** JSON path in the spec, e.g. `measure.share.and[0].field`; empty: the whole. */
  readonly at: string;
  readonly got?: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly file?: string;
  readonly warning: boolean;
}

export const refusal = (
  code: string,
  at: string,
  more: Partial<Omit<SpecRefusal, 'code' | 'at'>> = {},
): SpecRefusal => ({
  code,
  at,
  warning: false,
  ...more,
});
