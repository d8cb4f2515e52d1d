import { IntlMessageFormat } from 'intl-messageformat';

export type Lang = 'ru' | 'en';
export const LANGS: readonly Lang[] = ['ru', 'en'];

/** Numbers are formatted by the message (`{n, number}`), plurals by `{n, plural, …}`; null becomes an empty string. */
export type Params = Readonly<Record<string, string | number | null | undefined>>;

/** Code → ICU message; a nested object adds a step to the code: `{ 'date.impossible': { reason, remedy } }` is
 *  `date.impossible.reason` and `date.impossible.remedy`. */
export interface Messages {
  readonly [code: string]: string | Messages;
}

/** One area of the product in both languages, with the same codes and the same parameters (a test holds it). */
export interface Words {
  readonly ru: Messages;
  readonly en: Messages;
}

export interface Speaker {
  /** The sentence of `code`; the code itself where no such sentence exists, so that nothing is ever blank. */
  say(lang: Lang, code: string, params?: Params): string;
  bilingual(code: string, params?: Params): { readonly ru: string; readonly en: string };
  has(code: string): boolean;
}

/** Dotted code → ICU message of one language. */
export function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const code = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') flat.set(code, value);
    else for (const [inner, text] of flatten(value, code)) flat.set(inner, text);
  }
  return flat;
}

/** Speaks the codes of the given areas. Messages are parsed at their first use and kept. */
export function speaker(...areas: readonly Words[]): Speaker {
  const gather = (lang: Lang) => new Map(areas.flatMap((area) => [...flatten(area[lang])]));
  let tables: Readonly<Record<Lang, ReadonlyMap<string, string>>> | undefined;
  const formats: Record<Lang, Map<string, IntlMessageFormat>> = { ru: new Map(), en: new Map() };

  const table = (lang: Lang) => {
    tables ??= { ru: gather('ru'), en: gather('en') };
    return tables[lang];
  };

  const say = (lang: Lang, code: string, params: Params = {}): string => {
    let format = formats[lang].get(code);
    if (!format) {
      const message = table(lang).get(code);
      if (message === undefined) return code;
      format = new IntlMessageFormat(message, lang, undefined, { ignoreTag: true });
      formats[lang].set(code, format);
    }
    return unguarded(typographic(String(format.format(guarded(complete(format, params))))));
  };

  return {
    say,
    bilingual: (code, params) => ({ ru: say('ru', code, params), en: say('en', code, params) }),
    has: (code) => table('ru').has(code),
  };
}

/** Parameters that quote what stands in a file or an input keep its signs; `question` is a sentence made already. */
const FOUND = ['got', 'values', 'question'];
/** Stands for a hyphen that must stay one: of Unicode's private use, in no text that people write. */
const GUARD = '\uE001';

const guarded = (params: Record<string, string | number>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      FOUND.includes(name) && typeof value === 'string' ? value.replaceAll('-', GUARD) : value,
    ]),
  );

const unguarded = (text: string): string => text.replaceAll(GUARD, '-');

/** ICU writes negative numbers with a hyphen: a minus belongs there, and between two numbers a dash keeps them apart. */
const typographic = (text: string): string => text.replace(/(^|[\s(«“„–—−…])-(?=\d)/g, '$1\u2212');

/** A parameter that nobody gave must not break the sentence that reports the trouble. */
function complete(format: IntlMessageFormat, params: Params): Record<string, string | number> {
  const given: Record<string, string | number> = {};
  for (const name of parametersOf(format)) given[name] = '';
  for (const [name, value] of Object.entries(params)) given[name] = value ?? '';
  return given;
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the parameters of a message, those inside plural and select branches included. */
export function parametersOf(format: IntlMessageFormat): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      // 0 is literal text and 7 is `#`, the number of the plural around it: neither names a parameter.
      if (element.type === 0 || element.type === 7) continue;
      names.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(format.getAst());
  return names;
}
