import { type Lang, say } from '#words';
import type { Block, Paper } from './paper.ts';
import { annexCorner, genitive, type Order } from './requisites.ts';

/** Methodical recommendations as people edited them, in the language in which they were written. */
export interface RecommendationsInput {
  readonly title: string;
  /** The body that issues them; empty: it is not said. */
  readonly body: string;
  /** Null: a draft that no order approves yet. */
  readonly order: Order | null;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
}

export const recommendationsPaper = ({ title, body, order, sections }: RecommendationsInput, lang: Lang): Paper => ({
  title,
  lang,
  sections: [
    {
      page: 'a4',
      blocks: [
        order === null
          ? { kind: 'corner', groups: [[say(lang, 'paper.recommend.draft')]] }
          : annexCorner(lang, { number: null, order, approves: 'recommendations' }),
        { kind: 'title', lines: [title, ...(body === '' ? [] : [lang === 'ru' ? genitive(body) : body])] },
        ...sections.flatMap(({ title: heading, paragraphs }, index): Block[] => [
          { kind: 'heading', text: `${index + 1}. ${heading}` },
          ...paragraphs.map((text): Block => ({ kind: 'text', text })),
        ]),
      ],
    },
  ],
});
