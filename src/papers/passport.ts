import type { Kpi, Level } from '#catalogue';
import { type Lang, say } from '#words';
import { amount, bound, dayText, orDash, periodText, unitName } from './format.ts';
import type { Block } from './paper.ts';

/** All that an order says of one indicator, in the paper's language; numbers in the indicator's unit. */
export interface Passport {
  readonly name: string;
  /** Null: its metric is not in the catalogue. */
  readonly kpi: Kpi | null;
  readonly level: Level;
  /** What it is measured on: «Отдел назначений», «Рождение ребёнка»; empty: the whole body. */
  readonly place: string;
  /** What is measured and what for, generated from the metric. */
  readonly definition: string;
  readonly unit: string | null;
  readonly better: 'up' | 'down' | null;
  readonly formula: string;
  readonly variables: readonly string[];
  /** Where the facts come from, one phrase. */
  readonly source: string;
  readonly collected: 'log' | 'survey' | 'typed' | null;
  readonly period: 'month' | 'quarter' | 'year';
  /** When the figure of a period is to be there; null: to be written by the body. */
  readonly due: string | null;
  readonly dataResponsible: string;
  /** Positions that answer for it. */
  readonly owners: readonly string[];
  readonly baseline: { readonly value: number; readonly period: string } | null;
  readonly targets: readonly { readonly value: number; readonly by: string | null }[];
  readonly agreed: boolean;
  readonly watch: boolean;
  readonly norm: { readonly value: number; readonly source: string } | null;
  /** What is left out and why, what the body cannot do about: one sentence each. */
  readonly limits: readonly string[];
  readonly counters: readonly string[];
  readonly reviseMonths: number;
  readonly values: readonly string[];
  /** Strategic goals that it leads up to. */
  readonly goals: readonly string[];
}

/** Fields of a passport in the order of the annex; a test asks for each of them in the paper. */
export const PASSPORT_FIELDS: readonly {
  readonly field: string;
  readonly text: (passport: Passport, lang: Lang) => string;
}[] = [
  { field: 'name', text: ({ name }) => name },
  { field: 'kpi', text: ({ kpi }, lang) => (kpi === null ? '—' : say(lang, `paper.kpi.${kpi}`)) },
  { field: 'definition', text: ({ definition }) => orDash(definition) },
  { field: 'unit', text: ({ unit }, lang) => orDash(unitName(lang, unit)) },
  { field: 'better', text: ({ better }, lang) => (better === null ? '—' : say(lang, `paper.better.${better}`)) },
  { field: 'formula', text: ({ formula }) => orDash(formula) },
  { field: 'variables', text: ({ variables }) => orDash(variables.join('\n')) },
  { field: 'source', text: ({ source }) => orDash(source) },
  { field: 'collected', text: ({ collected }, lang) => (collected ? say(lang, `paper.collected.${collected}`) : '—') },
  { field: 'period', text: ({ period }, lang) => say(lang, `paper.every.${period}`) },
  { field: 'due', text: ({ due }, lang) => due ?? say(lang, 'paper.toFill') },
  { field: 'dataResponsible', text: ({ dataResponsible }, lang) => dataResponsible || say(lang, 'paper.toFill') },
  { field: 'owners', text: ({ owners }, lang) => owners.join('\n') || say(lang, 'paper.nobody') },
  {
    field: 'baseline',
    text: ({ baseline, unit }, lang) =>
      baseline === null
        ? say(lang, 'paper.noBaseline')
        : `${amount(lang, baseline.value, unit)} (${periodText(lang, baseline.period)})`,
  },
  { field: 'targets', text: targetText },
  {
    field: 'norm',
    text: ({ norm, unit, better }, lang) =>
      norm === null ? say(lang, 'paper.noNorm') : `${bound(lang, norm.value, unit, better)}: ${norm.source}`,
  },
  { field: 'limits', text: ({ limits }) => orDash(limits.join('\n')) },
  { field: 'counters', text: ({ counters }) => orDash(counters.map((name) => `«${name}»`).join(', ')) },
  { field: 'revision', text: ({ reviseMonths }, lang) => say(lang, 'paper.revision', { months: reviseMonths }) },
  { field: 'values', text: ({ values }) => orDash(values.join('\n')) },
  { field: 'goals', text: ({ goals }) => orDash(goals.join('\n')) },
];

export function targetText({ targets, unit, better, watch, agreed }: Passport, lang: Lang): string {
  if (targets.length === 0) return say(lang, watch ? 'paper.watched' : 'paper.noTarget');
  const asked = targets.map(({ value, by }) =>
    by === null
      ? bound(lang, value, unit, better)
      : say(lang, 'paper.targetBy', { amount: bound(lang, value, unit, better), day: dayText(lang, by) }),
  );
  return [...asked, ...(agreed ? [] : [say(lang, 'paper.notAgreed')])].join('\n');
}

/** One passport as a table of fields. */
export const passportTable = (passport: Passport, lang: Lang): Block => ({
  kind: 'table',
  columns: [
    { title: say(lang, 'paper.column.no'), share: 9, align: 'center' },
    { title: say(lang, 'paper.column.field'), share: 52 },
    { title: say(lang, 'paper.column.content'), share: 119 },
  ],
  rows: PASSPORT_FIELDS.map(({ field, text }, index) => [
    String(index + 1),
    say(lang, `paper.passport.${field}`),
    text(passport, lang),
  ]),
});
