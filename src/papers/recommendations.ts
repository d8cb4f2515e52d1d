import { type Lang, say } from '#words';
import { dayText, orDash } from './format.ts';
import type { Block, Paper } from './paper.ts';
import { annexCorner, genitive, type Order } from './requisites.ts';

/** Methodical recommendations from several pilots, in the paper's language: a draft that people go on writing. */
export interface RecommendationsInput {
  /** The body that issues them. */
  readonly body: string;
  /** Null: a draft that no order approves yet. */
  readonly order: Order | null;
  readonly pilots: readonly {
    readonly name: string;
    readonly body: string;
    readonly from: string;
    readonly to: string;
    readonly indicators: number;
    readonly kept: number;
    readonly changed: number;
    readonly dropped: number;
  }[];
  /** What worked, and in which pilots. */
  readonly worked: readonly { readonly what: string; readonly where: readonly string[] }[];
  /** Typical mistakes with their remedy. */
  readonly mistakes: readonly { readonly what: string; readonly where: readonly string[]; readonly remedy: string }[];
  /** Each metric that was tried: in how many pilots it was kept, changed, dropped, and what is to be watched. */
  readonly metrics: readonly {
    readonly name: string;
    readonly kept: number;
    readonly changed: number;
    readonly dropped: number;
    readonly note: string;
  }[];
}

export function recommendationsPaper(input: RecommendationsInput, lang: Lang): Paper {
  const t = (code: string, params = {}) => say(lang, `paper.recommend.${code}`, params);
  const title = t('title');
  return {
    title: title.replaceAll('\n', ' '),
    lang,
    sections: [
      {
        page: 'a4',
        blocks: [
          input.order === null
            ? { kind: 'corner', groups: [[t('draft')]] }
            : annexCorner(lang, { number: null, order: input.order, approves: 'recommendations' }),
          { kind: 'title', lines: [...title.split('\n'), lang === 'ru' ? genitive(input.body) : input.body] },
          { kind: 'heading', text: t('1') },
          { kind: 'text', text: t('general', { pilots: input.pilots.length }) },
          { kind: 'text', text: t('edit') },
          pilotTable(input, lang),
          { kind: 'heading', text: t('2') },
          ...itemsOr(
            input.worked.map(({ what, where }) => withPlaces(what, where, lang)),
            t('nothingWorked'),
          ),
          { kind: 'heading', text: t('3') },
          ...mistakeBlocks(input, lang),
          { kind: 'heading', text: t('4') },
          metricTable(input, lang),
          { kind: 'heading', text: t('5') },
          { kind: 'list', items: STEPS.map((step) => t(`step.${step}`)) },
        ],
      },
    ],
  };
}
/** The order of work that every body may follow (design § 6): words only. */
const STEPS = ['journey', 'few', 'pair', 'readable', 'pilot', 'ask', 'agree', 'revise'] as const;

const withPlaces = (what: string, where: readonly string[], lang: Lang): string =>
  where.length === 0
    ? what
    : say(lang, 'paper.recommend.where', { what: what.replace(/\.$/, ''), where: where.join(', ') });

const itemsOr = (items: readonly string[], nothing: string): readonly Block[] =>
  items.length === 0 ? [{ kind: 'text', text: nothing }] : [{ kind: 'list', items }];

function pilotTable({ pilots }: RecommendationsInput, lang: Lang): Block {
  const t = (code: string) => say(lang, `paper.recommend.${code}`);
  return {
    kind: 'table',
    columns: [
      { title: t('pilot'), share: 50 },
      { title: t('body'), share: 44 },
      { title: t('when'), share: 36 },
      { title: t('tried'), share: 18, align: 'right' },
      { title: t('outcome'), share: 32 },
    ],
    rows: pilots.map(({ name, body, from, to, indicators, kept, changed, dropped }) => [
      name,
      body,
      `${dayText(lang, from)} – ${dayText(lang, to)}`,
      String(indicators),
      say(lang, 'paper.recommend.counts', { kept, changed, dropped }),
    ]),
  };
}

const mistakeBlocks = ({ mistakes }: RecommendationsInput, lang: Lang): readonly Block[] =>
  mistakes.length === 0
    ? [{ kind: 'text', text: say(lang, 'paper.recommend.noMistakes') }]
    : [
        {
          kind: 'table',
          columns: [
            { title: say(lang, 'paper.recommend.mistake'), share: 70 },
            { title: say(lang, 'paper.recommend.seenIn'), share: 40 },
            { title: say(lang, 'paper.recommend.remedy'), share: 70 },
          ],
          rows: mistakes.map(({ what, where, remedy }) => [what, orDash(where.join('\n')), orDash(remedy)]),
        },
      ];

function metricTable({ metrics }: RecommendationsInput, lang: Lang): Block {
  const t = (code: string) => say(lang, `paper.recommend.${code}`);
  return {
    kind: 'table',
    columns: [
      { title: say(lang, 'paper.column.indicator'), share: 62 },
      { title: t('kept'), share: 20, align: 'right' },
      { title: t('changed'), share: 20, align: 'right' },
      { title: t('dropped'), share: 20, align: 'right' },
      { title: t('watchFor'), share: 58 },
    ],
    rows: metrics.map(({ name, kept, changed, dropped, note }) => [
      name,
      String(kept),
      String(changed),
      String(dropped),
      orDash(note),
    ]),
  };
}
