import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Bilingual } from './client/types.ts';
import { createFormat, type Format, type Lang } from './format.ts';
import { type Params, say, sayCode, type WordKey } from './words.ts';

/** Everything a part needs to write a sentence or a number. */
export interface Language {
  readonly lang: Lang;
  readonly say: (key: WordKey, params?: Params) => string;
  readonly sayCode: (prefix: string, code: string) => string;
  readonly pick: (text: Bilingual) => string;
  readonly format: Format;
}

export const languageOf = (lang: Lang): Language => ({
  lang,
  say: (key, params) => say(lang, key, params),
  sayCode: (prefix, code) => sayCode(lang, prefix, code),
  pick: (text) => joined(text[lang]),
  format: createFormat(lang),
});

/** A range of numbers in a sentence of the server stays on one line, as those of the page do. */
const joined = (sentence: string): string => sentence.replace(/(\d)–(?=\d)/g, '$1\u2060–\u2060');

const Current = createContext<{ language: Language; choose: (lang: Lang) => void }>({
  language: languageOf('ru'),
  choose: () => {},
});

export const useLanguage = (): Language => useContext(Current).language;
export const useChooseLanguage = (): ((lang: Lang) => void) => useContext(Current).choose;

const KEPT = 'luchshe.lang';

export const LanguageProvider = ({ children }: { readonly children: ReactNode }) => {
  const [lang, setLang] = useState<Lang>(() => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'ru'));
  const language = useMemo(() => languageOf(lang), [lang]);
  useEffect(() => {
    document.documentElement.lang = lang;
    localStorage.setItem(KEPT, lang);
  }, [lang]);
  return <Current.Provider value={{ language, choose: setLang }}>{children}</Current.Provider>;
};
