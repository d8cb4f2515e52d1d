import type { Refusal } from '#facts';
import { bilingual, hasWords } from '#words';
import type { Bilingual } from './views.ts';

export type WordedRefusal = Refusal & { readonly reason: Bilingual; readonly remedy: Bilingual };

/** A refusal with its sentences: what is wrong, and how to mend it. */
export const worded = (refusal: Refusal): WordedRefusal => ({
  ...refusal,
  reason: sentenceOf(refusal),
  remedy: hasWords(`${refusal.code}.remedy`) ? said(refusal, `${refusal.code}.remedy`) : { ru: '', en: '' },
});

/** The sentence of a note, or what a refusal says is wrong. */
export const sentenceOf = (refusal: Refusal): Bilingual =>
  said(refusal, hasWords(refusal.code) ? refusal.code : `${refusal.code}.reason`);

function said({ with: more, ...place }: Refusal, code: string): Bilingual {
  const { file, line, field, got } = place;
  return bilingual(code, { file, line, field, got, ...more });
}
