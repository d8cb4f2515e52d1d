import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textCounts } from './textCounts.ts';

const sentences = (text: string): number => textCounts(text).sentences;

describe('syllables and words', () => {
  it('every Russian vowel is a syllable', () => {
    expect(textCounts('Ёлка, яблоко и вьюга')).toEqual({ words: 4, sentences: 1, syllables: 2 + 3 + 1 + 2 });
  });
  it('a word has a letter; hyphens join; numbers are no words', () => {
    expect(textCounts('Какой-то закон № 59-ФЗ от 02.05.2006, 30 дней').words).toBe(5);
    expect(textCounts('12 345,00 — № 7')).toEqual({ words: 0, sentences: 0, syllables: 0 });
  });
  it('a word without a vowel is a word', () => {
    expect(textCounts('в с к')).toEqual({ words: 3, sentences: 1, syllables: 0 });
  });
  it('English counts groups of vowels', () => {
    expect(textCounts('We have made a decision', 'en')).toEqual({
      words: 5,
      sentences: 1,
      syllables: 1 + 1 + 1 + 1 + 3,
    });
  });
});

describe('sentences', () => {
  it.each([
    ['Решение принято. Ответ направлен! Есть вопросы? Звоните…', 4],
    ['Согласно ст. 12 и п. 3 ч. 2 Закона срок истёк.', 1],
    ['Приезжайте в г. Озёрск, ул. Лесная, д. 5, кв. 7.', 1],
    ['Нужны паспорт, справка и т. д. Их примет МФЦ.', 1],
    ['Ответ подготовила И. И. Петрова. Её телефон 22-33.', 2],
    ['Сумма 3.5 тыс. рублей, подробно на gosuslugi.ru и в МФЦ.', 1],
    ['Закон действует с 2006 г. и применяется сейчас.', 1],
    ['Он спросил: «Когда ответ?» и ушёл.', 1],
    ['Он спросил: «Когда ответ?» Ответили сразу.', 2],
    ['Приложите:\n1. Паспорт\n2. СНИЛС;\n— справку о доходах', 4],
    ['Приложите: • паспорт • СНИЛС', 3],
    ['Уважаемая Анна Петровна\nВаше обращение рассмотрено.', 2],
    ['Срок вырос до 30 дней. 5 марта он истёк.', 2],
    ['', 0],
    ['\n\n — \n', 0],
  ])('%j: %i', (text, expected) => {
    expect(sentences(text)).toBe(expected);
  });

  it('a text with a word has a sentence, and no more sentences than words', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'аБв г.!?\n1«»-') }), (text) => {
        const { words, sentences: ends } = textCounts(text);
        expect(ends).toBeLessThanOrEqual(words);
        expect(ends > 0).toBe(words > 0);
      }),
    );
  });

  it('parts on lines of their own add up', () => {
    const parts = ['Решение принято. Ответ направлен.', 'Согласно ст. 5 срок истёк.'];
    const whole = textCounts(parts.join('\n'));
    const sum = parts.map((part) => textCounts(part));
    expect(whole.words).toBe(sum[0]!.words + sum[1]!.words);
    expect(whole.sentences).toBe(3);
    expect(whole.syllables).toBe(sum[0]!.syllables + sum[1]!.syllables);
  });
});
