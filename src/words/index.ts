// Words: every sentence that a person reads, in Russian and English, by code. Imports nothing.
// No rule, number or decision lives here: others hand in a code and its parameters.
//
// In the browser take your own area only, and the bundle stays free of the rest:
//   import { speaker, webWords } from '#words';
//   const { say } = speaker(webWords);
// `say` and `bilingual` below know all areas and are for the server and the command line. A table is a pair of files
// `ru/AREA.ts`, `en/AREA.ts`, each `export const messages = { code: 'ICU message' | { reason, remedy } }`, and one line in areas.ts.
import * as areas from './areas.ts';
import { type Lang, type Params, type Speaker, speaker } from './speaker.ts';

export * from './areas.ts';
export { LANGS, type Lang, type Messages, type Params, type Speaker, speaker, type Words } from './speaker.ts';

let everything: Speaker | undefined;
const all = (): Speaker => {
  everything ??= speaker(...Object.values(areas));
  return everything;
};

/** The sentence of `code` in `lang`, of whatever area. */
export const say = (lang: Lang, code: string, params?: Params): string => all().say(lang, code, params);
/** The sentence of `code` in both languages, as the API answers it. */
export const bilingual = (code: string, params?: Params): { readonly ru: string; readonly en: string } =>
  all().bilingual(code, params);
/** Whether any area has a sentence for `code`. */
export const hasWords = (code: string): boolean => all().has(code);
