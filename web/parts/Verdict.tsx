import type { VerdictKind, VerdictView } from '../client/types.ts';
import { useLanguage } from '../language.tsx';

/** The sign alone, for tables; `label` where no word stands beside it. */
export const Sign = ({ kind, label }: { readonly kind: VerdictKind; readonly label?: string }) =>
  label ? (
    <svg className={`v v-${kind}`} role="img" aria-label={label}>
      <use href={`#v-${kind}`} />
    </svg>
  ) : (
    <svg className={`v v-${kind}`} aria-hidden="true">
      <use href={`#v-${kind}`} />
    </svg>
  );

/** Sign, word and a one-sentence reason go together. */
export const Verdict = ({ verdict }: { readonly verdict: VerdictView }) => {
  const { say, pick } = useLanguage();
  return (
    <p className={`verdict is-${verdict.kind}`}>
      <Sign kind={verdict.kind} /> <b>{say(`verdict.${verdict.kind}`)}.</b> {pick(verdict.reason)}
    </p>
  );
};
