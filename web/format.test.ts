import { describe, expect, it } from 'vitest';
import { createFormat, decimalsFor } from './format.ts';

const ru = createFormat('ru');
const en = createFormat('en');
const plain = (text: string): string => text.replaceAll('\u00a0', '~').replaceAll('\u2060', '');

describe('numbers', () => {
  it('Russian: decimal comma, no-break space in thousands, a real minus', () => {
    expect(plain(ru.number(1281))).toBe('1~281');
    expect(ru.number(14.7, 1)).toBe('14,7');
    expect(ru.number(-0.9, 1)).toBe('−0,9');
  });
  it('English: decimal point and comma in thousands', () => {
    expect(en.number(1281)).toBe('1,281');
    expect(en.number(-0.9, 1)).toBe('−0.9');
  });
  it('nothing is negative nothing', () => {
    expect(ru.number(-0.01, 1)).toBe('0,0');
  });
});

describe('units agree with the number as it is written', () => {
  it('5 дней, 14,7 дня, 1 день, 21 день, 2 дня, 5,0 дня', () => {
    expect(plain(ru.value(5, 'days', 0))).toBe('5~дней');
    expect(plain(ru.value(14.7, 'days', 1))).toBe('14,7~дня');
    expect(plain(ru.value(1, 'days', 0))).toBe('1~день');
    expect(plain(ru.value(21, 'days', 0))).toBe('21~день');
    expect(plain(ru.value(2, 'days', 0))).toBe('2~дня');
    expect(plain(ru.value(5, 'days', 1))).toBe('5,0~дня');
  });
  it('per cent: with a space in Russian, without in English', () => {
    expect(plain(ru.value(95.9, '%', 1))).toBe('95,9~%');
    expect(en.value(95.9, '%', 1)).toBe('95.9%');
  });
  it('a count has no unit word', () => {
    expect(ru.value(0.66, 'count', 2)).toBe('0,66');
  });
});

describe('ranges', () => {
  it('an en dash without spaces, kept together', () => {
    expect(ru.range(14.3, 15.1, 1)).toBe('14,3\u2060–\u206015,1');
  });
  it('below zero in words, for a dash would read as a minus', () => {
    expect(plain(ru.range(-5, 3, 0))).toBe('от~−5 до~3');
    expect(plain(en.range(-5, 3, 0))).toBe('from~−5 to~3');
  });
  it('an open side in words', () => {
    expect(plain(ru.range(null, 3, 0))).toBe('до~3');
    expect(plain(ru.range(3, null, 0))).toBe('от~3');
    expect(ru.range(null, null, 0)).toBe('');
  });
});

describe('digits follow the noise', () => {
  it('a wide interval leaves whole numbers, a narrow one two digits at most', () => {
    expect(decimalsFor('%', [63, 72])).toBe(0);
    expect(decimalsFor('days', [14.3, 15.1])).toBe(1);
    expect(decimalsFor('count', [0.6, 0.72])).toBe(2);
    expect(decimalsFor('days', [14.7, 14.7001])).toBe(2);
  });
  it('without an interval the unit decides', () => {
    expect(decimalsFor('days', null)).toBe(1);
    expect(decimalsFor('points', [null, 3])).toBe(0);
  });
});

describe('periods', () => {
  it('months, quarters, years, days in words', () => {
    expect(plain(ru.period('2026-10'))).toBe('октябрь~2026');
    expect(plain(ru.period('2026-Q1'))).toBe('1-й~квартал 2026');
    expect(plain(ru.period('2026'))).toBe('2026~год');
    expect(plain(ru.period('2026-11-24'))).toBe('24~ноября~2026');
    expect(plain(en.period('2026-10'))).toBe('October~2026');
    expect(plain(en.period('2026-Q1'))).toBe('Q1~2026');
  });
  it('short on axes', () => {
    expect(plain(ru.periodShort('2026-10'))).toBe('окт~26');
    expect(plain(ru.periodShort('2024-09'))).toBe('сен~24');
    expect(plain(en.periodShort('2024-09'))).toBe('Sep~24');
  });
});

it('names with numbers sort the way people count', () => {
  expect(['МСП-10', 'МСП-2', 'МСП-1'].sort(ru.compare)).toEqual(['МСП-1', 'МСП-2', 'МСП-10']);
});
