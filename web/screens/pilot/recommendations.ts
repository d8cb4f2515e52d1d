import { act } from '../../client/act.ts';
import type { RecommendationsView } from '../../client/types.ts';

// The document while it is edited. Sections and paragraphs have ids of the page, so that what moves keeps its field.

export interface Paragraph {
  readonly key: number;
  readonly text: string;
}
export interface Section {
  readonly key: number;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
}
export interface Draft {
  readonly title: string;
  readonly pilots: readonly string[];
  readonly sections: readonly Section[];
}
export type Content = Pick<RecommendationsView, 'title' | 'pilots' | 'sections'>;

let newest = 0;
export const paragraph = (text: string): Paragraph => ({ key: ++newest, text });
export const section = (title: string, texts: readonly string[]): Section => ({
  key: ++newest,
  title,
  paragraphs: texts.map(paragraph),
});

export const draftOf = ({ title, pilots, sections }: Content): Draft => ({
  title,
  pilots,
  sections: sections.map((one) => section(one.title, one.paragraphs)),
});

export const contentOf = ({ title, pilots, sections }: Draft): Content => ({
  title,
  pilots,
  sections: sections.map((one) => ({ title: one.title, paragraphs: one.paragraphs.map(({ text }) => text) })),
});

export const sameContent = (a: Content, b: Content): boolean =>
  JSON.stringify([a.title, a.sections]) === JSON.stringify([b.title, b.sections]);

/** The list with one of its things a step further up or down. */
export const moved = <T>(list: readonly T[], at: number, by: -1 | 1): readonly T[] => {
  const to = at + by;
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
};

/** What another person made of the document: sections that read otherwise now, and titles of those that are gone. */
export function changedBy(
  base: Content,
  theirs: Content,
): { readonly title: string | null; readonly sections: Content['sections']; readonly gone: readonly string[] } {
  const known = new Set(base.sections.map((one) => JSON.stringify(one)));
  const titles = new Set(theirs.sections.map(({ title }) => title));
  return {
    title: theirs.title === base.title ? null : theirs.title,
    sections: theirs.sections.filter((one) => !known.has(JSON.stringify(one))),
    gone: base.sections.map(({ title }) => title).filter((title) => !titles.has(title)),
  };
}

export const saveRecommendations = (id: string, version: number, content: Content): Promise<RecommendationsView> =>
  act('saveRecommendations', { id, version, content });

export const showRecommendations = async (id: string): Promise<RecommendationsView> =>
  (await act<readonly RecommendationsView[]>('recommendationsShow', { id }))[0]!;
