import type { Vocabulary } from '../asked.ts';
import type { Measure, Metric } from '../tree.ts';
import type { Unit } from '../words-of-grammar.ts';
import { EnReport } from './en/report.ts';
import * as en from './en/words.ts';
import type { Spoken } from './language.ts';
import type { Report } from './report.ts';
import { RuReport } from './ru/report.ts';
import * as ru from './ru/words.ts';
import { sentence, typeset } from './typeset.ts';

export type { Spoken } from './language.ts';

export type Lang = 'ru' | 'en';
/** The longest main sentence that is not warned of, in words. */
export const LONGEST_SENTENCE = 30;

const report = (metric: Metric, lang: Lang, vocabulary: Vocabulary): Report & { readonly spoken: readonly Spoken[] } =>
  lang === 'ru' ? new RuReport(metric, vocabulary) : new EnReport(metric, vocabulary);

/** What is measured, over which rows: one sentence. */
export const mainSentence = (metric: Metric, lang: Lang, vocabulary: Vocabulary): string =>
  sentence(report(metric, lang, vocabulary).main());

/** Main sentence, period, direction: «Доля … . По дате закрытия; полно через 30 дней. Больше — лучше.» */
export function definition(metric: Metric, lang: Lang, vocabulary: Vocabulary): string {
  const words = report(metric, lang, vocabulary);
  return [words.main(), words.period(), words.direction()].map(sentence).join(' ');
}

/** The definition of a duration told by start cohort: its cases are put into periods by their beginning, open ones too. */
export function cohortDefinition(metric: Metric, lang: Lang, vocabulary: Vocabulary): string {
  const words = report(metric, lang, vocabulary);
  return [words.main(), words.cohort(quantileOf(metric)).period, words.direction()].map(sentence).join(' ');
}

/** Its formula line; with a figure's numbers where there are some. */
export function cohortFormula(
  metric: Metric,
  figure: (FormulaNumbers & { readonly cohort?: CohortNumbers }) | null,
  lang: Lang,
  vocabulary: Vocabulary,
): string {
  const words = report(metric, lang, vocabulary);
  const { value, rule, stand } = words.cohort(quantileOf(metric));
  const { number } = lang === 'ru' ? ru : en;
  const { n = null, cohort } = figure ?? {};
  const many =
    n === null || !cohort
      ? []
      : [`n = ${number(n)} (${stand(number(cohort.closed), number(cohort.otherwise), number(cohort.open))})`];
  const worked = figure === null || figure.value === null ? '' : ` = ${withUnit(figure.value, metric.unit, lang)}`;
  return sentence([`X = ${value}`, ...many, `${words.figureWord} = ${rule}${worked}`].join('; '));
}

function quantileOf({ id, measure }: Metric): Extract<Measure, { kind: 'quantile' }> {
  if (measure.kind !== 'quantile') throw new Error(`${id} has no start cohorts`);
  return measure;
}

/** The passport's way to say the period: «По делам, закрытым в периоде.» */
export const attribution = (metric: Metric, lang: Lang, vocabulary: Vocabulary): string =>
  sentence(report(metric, lang, vocabulary).attribution());

/** «Ч = …; З = …; показатель = Ч ÷ З × 100 %.» */
export function formulaLine(metric: Metric, lang: Lang, vocabulary: Vocabulary): string {
  const { variables, rule } = formulaParts(metric, lang, vocabulary);
  return sentence([...variables, rule].join('; '));
}

/** The formula line in its parts, as a passport asks for them apart: «Ч = …», «З = …» and «показатель = Ч ÷ З × 100 %». */
export function formulaParts(
  metric: Metric,
  lang: Lang,
  vocabulary: Vocabulary,
): { readonly variables: readonly string[]; readonly rule: string } {
  const words = report(metric, lang, vocabulary);
  const { terms, rule, each } = words.formula();
  const [top, bottom] = terms;
  const ruled = rule === null ? null : rule(top?.[0] ?? '', bottom?.[0] ?? '');
  return {
    variables: terms.map(([letter, text]) => typeset(`${letter} = ${text}`)),
    rule: typeset(`${words.figureWord} = ${[ruled, each].filter((part) => part !== null).join(', ')}`),
  };
}

/** The numbers of a figure that the formula needs; durations already in the metric's unit. */
export interface FormulaNumbers {
  readonly value: number | null;
  readonly n: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** How the cases of a start cohort stand at the horizon. */
export interface CohortNumbers {
  readonly closed: number;
  readonly otherwise: number;
  readonly open: number;
}

/** The formula line with the figure's numbers: «Ч = 82 (…); З = 100 (…); показатель = 82 ÷ 100 × 100 % = 82 %.»
 *  A figure without a value gives the plain line. */
export function formulaWithNumbers(metric: Metric, figure: FormulaNumbers, lang: Lang, vocabulary: Vocabulary): string {
  if (figure.value === null) return formulaLine(metric, lang, vocabulary);
  const words = report(metric, lang, vocabulary);
  const { number } = lang === 'ru' ? ru : en;
  const { terms, rule, each } = words.formula();
  const found = [figure.numerator, figure.denominator];
  const named = terms.map(([letter, text], index) => {
    const amount = rule === null ? null : (found[index] ?? null);
    return amount === null ? `${letter} = ${text}` : `${letter} = ${number(amount)} (${text})`;
  });
  const worked =
    rule === null || figure.numerator === null ? null : rule(number(figure.numerator), number(figure.denominator ?? 0));
  const how = [worked, rule === null || metric.measure.kind === 'worst' ? each : null]
    .filter((part) => part !== null)
    .join(', ');
  const n = rule === null && figure.n !== null ? [`n = ${number(figure.n)}`] : [];
  return sentence(
    [...named, ...n, `${words.figureWord} = ${how} = ${withUnit(figure.value, metric.unit, lang)}`].join('; '),
  );
}

/** «82,3 %», «12,5 дня», "12.5 days". */
export function withUnit(value: number, unit: Unit, lang: Lang): string {
  const text = (lang === 'ru' ? ru : en).number(value).replace('-', '−');
  if (lang === 'en') {
    const names: Partial<Record<Unit, string>> = {
      '%': '%',
      points: ' points',
      days: ' days',
      workingHours: ' working hours',
      minutes: ' minutes',
      hours: ' hours',
      per1000: ' per 1,000',
      rub: ' roubles',
    };
    return typeset(`${text}${names[unit] ?? ''}`);
  }
  const form = new Intl.PluralRules('ru').select(value);
  const pick = (one: string, few: string, many: string) => (form === 'one' ? one : form === 'many' ? many : few);
  const names: Readonly<Record<Unit, string>> = {
    '%': ' %',
    points: ` ${pick('пункт', 'пункта', 'пунктов')}`,
    days: ` ${pick('день', 'дня', 'дней')}`,
    workingHours: ` ${pick('рабочий час', 'рабочих часа', 'рабочих часов')}`,
    minutes: ` ${pick('минута', 'минуты', 'минут')}`,
    hours: ` ${pick('час', 'часа', 'часов')}`,
    count: '',
    per1000: ' на 1000',
    grade: '',
    rub: ` ${pick('рубль', 'рубля', 'рублей')}`,
  };
  return typeset(`${text}${names[unit]}`);
}

/** What the figure leaves out and why, one sentence each; both languages in the same order. */
export const leavesOut = (metric: Metric, lang: Lang, vocabulary: Vocabulary): readonly string[] =>
  report(metric, lang, vocabulary).leaves();

/** Every node of the tree that the definition and the paragraph of what is left out put into words. */
export function phrasesOf(metric: Metric, lang: Lang, vocabulary: Vocabulary): readonly Spoken[] {
  const words = report(metric, lang, vocabulary);
  words.leaves();
  return words.spoken;
}

/** Words of a sentence: what stands between spaces and holds a letter or a digit. */
export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
