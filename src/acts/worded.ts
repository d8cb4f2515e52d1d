import type { Refusal } from '#facts';
import { hasWords, type Lang, say } from '#words';
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

/** A question that a person must settle is a sentence of its own (`with.question`: its code). */
function said({ with: more, ...place }: Refusal, code: string): Bilingual {
  const { file, line, field, got } = place;
  const params = { file, line, field, got, ...more };
  const asked = `${more?.question}.reason`;
  const inLang = (lang: Lang) =>
    say(lang, code, hasWords(asked) ? { ...params, question: say(lang, asked, params) } : params);
  return { ru: inLang('ru'), en: inLang('en') };
}
