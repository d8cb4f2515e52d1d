import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { type JudgeOptions, judgeSeries, type Reason, type SeriesPoint } from '../src/judge/index.ts';
import * as en from '../src/words/en/judge.ts';
import * as ru from '../src/words/ru/judge.ts';

const messages = { ru: ru.messages, en: en.messages };
const say = (lang: 'ru' | 'en', { code, with: given }: Reason): string => {
  const message = code
    .split('.')
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], messages[lang]);
  expect(message, code).toBeTypeOf('string');
  return String(new IntlMessageFormat(message as string, lang).format({ ...given } as Record<string, string | number>));
};
const both = (reason: Reason) => [say('ru', reason), say('en', reason)];

const month = (at: number) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
const series = (values: readonly number[], half?: number): SeriesPoint[] =>
  values.map((value, at) => ({
    period: month(at),
    value,
    ...(half ? { interval: [value - half, value + half] as const } : {}),
  }));
const noise = [9, 11, 10, 12, 8, 10, 11, 9, 10, 12, 9, 11];
const verdict = (points: readonly SeriesPoint[], options: Partial<JudgeOptions> = {}) =>
  both(
    judgeSeries(points, { better: 'up', baseline: points.length > 12 ? ['2020-01', '2020-12'] : null, ...options })
      .verdict.reason,
  );

describe('a verdict is one plain sentence in Russian and English', () => {
  it('a shift, as the screens say it', () => {
    const after = [13.7, 14.1, 13.9, 14.3, 14.3, 14.9, 15, 15, 15.1, 15.1, 14.8, 14.7];
    expect(verdict(series(after), { better: 'down' })).toEqual([
      'Семь\u00a0месяцев подряд выше середины 14,6.',
      'Seven months in a row above the centre, 14.6.',
    ]);
    expect(verdict(series([...noise, 8, ...new Array(21).fill(11)]))[0]).toBe('21\u00a0месяц подряд выше середины 10.');
  });

  it('a shift that is outside by now', () => {
    expect(verdict(series([...noise, ...new Array(7).fill(2)]), { unit: '%' })[0]).toBe(
      'Семь\u00a0месяцев подряд ниже середины 10\u00a0%, и уже за пределом обычного: 2\u00a0%.',
    );
  });

  it('outside, and near a limit', () => {
    expect(verdict(series([...noise, 20]))).toEqual([
      'Выше обычного: 20 при пределе 15.',
      'Above the usual: 20, limit 15.',
    ]);
    expect(verdict(series([...noise, 14.2, 10, 14.2]))[0]).toBe('Два месяца из трёх последних у верхнего предела 15.');
    expect(verdict(series([...noise, 20]), { better: null })[0]).toBe(
      'Выше обычного: 20 при пределе 15. Куда лучше, не сказано.',
    );
  });

  it('as usual', () => {
    expect(verdict(series(noise), { unit: '%' })).toEqual([
      'Колеблется как обычно, 5–15\u00a0%.',
      'Varies as usual, 5–15%.',
    ]);
    expect(verdict(series(new Array(12).fill(99.9)))[0]).toBe('Не меняется: 99,9.');
  });

  it('comparisons', () => {
    expect(verdict(series([15.6, 14.7], 0.4), { better: 'down', unit: 'days' })).toEqual([
      'На 0,9 меньше, чем месяцем раньше: 14,7 против 15,6. Случайно столько бывает редко.',
      '0.9 less than the month before: 14.7 against 15.6. Chance seldom does that.',
    ]);
    expect(verdict(series([15.6, 15.5], 3), { unit: 'days' })[0]).toBe(
      'Точек пока 2, для пределов нужно 12. Разница с прошлым месяцем меньше ошибки.',
    );
    expect(verdict(series([15.6, 15.5]))[1]).toContain('cannot be judged');
    expect(verdict(series([60, 61], 2), { unit: '%' })[0]).toMatch(/^Почти как месяцем раньше: разница от/);
  });

  it('days between events', () => {
    const days = [0, 12, 42, 49, 70, 84, 129, 132, 150, 176, 185, 218, 234, 1000];
    const eventDates = days.map((day) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString().slice(0, 10));
    expect(verdict([], { better: 'down', eventDates })[0]).toMatch(
      /^Промежуток между случаями длиннее обычного: 766 дней при пределе \d+ д/,
    );
  });

  it('target and norm', () => {
    const judgement = judgeSeries(series(noise), { better: 'down', unit: '%', target: 8.5, norm: 3 });
    expect(both(judgement.target!.reason)).toEqual([
      'Цель не больше 8,5\u00a0%: то да, то нет, 1 из 12.',
      'Target of at most 8.5%: now met, now missed, 1 of 12.',
    ]);
    expect(say('ru', judgement.norm!.reason)).toBe(
      'Норма не больше 3\u00a0%: стабильно мимо, 0 из 12; усилий людей не хватит.',
    );
  });
});

it('every code parses and both languages take the same parameters', () => {
  const flat = (node: object, path = ''): [string, string][] =>
    Object.entries(node).flatMap(
      ([key, value]) =>
        (typeof value === 'string' ? [[`${path}${key}`, value]] : flat(value, `${path}${key}.`)) as [string, string][],
    );
  const names = (text: string, lang: string) =>
    [
      ...new Set(JSON.stringify(new IntlMessageFormat(text, lang).getAst()).match(/"type":[1-6],"value":"\w+"/g)),
    ].sort();
  const english = new Map(flat(en.messages));
  const russian = flat(ru.messages);
  expect(russian.map(([code]) => code)).toEqual([...english.keys()]);
  for (const [code, text] of russian)
    expect(
      names(text, 'ru')
        .map((x) => x.slice(9))
        .sort(),
      code,
    ).toEqual(
      names(english.get(code)!, 'en')
        .map((x) => x.slice(9))
        .sort(),
    );
});

it('no Russian sentence blames or praises', () => {
  expect(JSON.stringify(ru.messages)).not.toMatch(/отклонени|нарушени|виноват|молод|отлично|!/i);
});
