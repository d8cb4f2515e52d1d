import { type Lang, speaker, webWords } from '#words';

/** Codes of the sentences of the pages. */
export type WordKey = keyof typeof webWords.ru.web;
export type Params = Readonly<Record<string, string | number | null | undefined>>;

const pages = speaker(webWords);

/** The sentence of a key. Numbers inside are written the way of the language. */
export const say = (lang: Lang, key: WordKey, params?: Params): string => pages.say(lang, `web.${key}`, params);

/** For keys made of a code that the server sent: a code without words is shown as it is. */
export const sayCode = (lang: Lang, prefix: string, code: string): string =>
  pages.has(`web.${prefix}.${code}`) ? pages.say(lang, `web.${prefix}.${code}`) : code;
