import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import * as areas from './areas.ts';
import { flatten, parametersOf, speaker } from './speaker.ts';

const named = Object.entries(areas);

describe.each(named)('%s', (_name, area) => {
  const ru = flatten(area.ru);
  const en = flatten(area.en);

  it('has the same codes in Russian and English', () => {
    expect([...ru.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('parses in both languages and takes the same parameters', () => {
    for (const [code, message] of ru) {
      const parameters = (text: string, lang: string) =>
        [...parametersOf(new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }))].sort();
      expect(parameters(message, 'ru'), code).toEqual(parameters(en.get(code) ?? '', 'en'));
    }
  });

  it('gives every Russian plural its forms for one, few and many', () => {
    for (const [code, message] of ru) {
      for (const plural of message.matchAll(/\{\w+, plural,((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g)) {
        const forms = plural[1] ?? '';
        for (const form of ['one', 'few', 'other']) expect(forms, code).toMatch(new RegExp(`\\b${form} *\\{`));
      }
    }
  });
});

it('no code has a sentence in two areas', () => {
  const seen = new Map<string, string>();
  for (const [name, area] of named) {
    for (const code of flatten(area.ru).keys()) {
      expect(seen.get(code), code).toBeUndefined();
      seen.set(code, name);
    }
  }
});

describe('a speaker', () => {
  const { say, bilingual } = speaker({
    ru: { rows: '{n, plural, one {# строка} few {# строки} many {# строк} other {# строки}}', a: { b: 'в {file}' } },
    en: { rows: '{n, plural, one {# row} other {# rows}}', a: { b: 'in {file}' } },
  });

  it('declines Russian numbers', () => {
    expect([1, 3, 5, 21].map((n) => say('ru', 'rows', { n }))).toEqual([
      '1 строка',
      '3 строки',
      '5 строк',
      '21 строка',
    ]);
  });

  it('reaches nested messages by a dotted code, in both languages', () => {
    expect(bilingual('a.b', { file: 'x.csv' })).toEqual({ ru: 'в x.csv', en: 'in x.csv' });
  });

  it('writes a minus before a negative number, and quotes what was found as it stands', () => {
    const { say: told } = speaker({
      ru: { below: 'значение {n, number}, найдено «{got}»', range: '{values}' },
      en: { below: 'value {n, number}, found “{got}”', range: '{values}' },
    });
    expect(told('ru', 'below', { n: -1, got: '-1' })).toBe('значение −1, найдено «-1»');
    expect(told('en', 'below', { n: -1, got: 'a -1' })).toBe('value −1, found “a -1”');
    expect(told('ru', 'range', { values: '-1, 2' })).toBe('-1, 2');
  });

  it('says the code where it has no sentence, and leaves a missing parameter empty', () => {
    expect(say('en', 'no.such')).toBe('no.such');
    expect(say('en', 'a.b')).toBe('in ');
  });
});
