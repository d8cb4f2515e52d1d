import { expect, it } from 'vitest';
import { changedBy, contentOf, draftOf, moved } from './recommendations.ts';

const content = {
  title: 'Т',
  pilots: ['p'],
  sections: [
    { title: 'А', paragraphs: ['1', '2'] },
    { title: 'Б', paragraphs: [] },
  ],
};

it('a draft that nobody touched is the document itself', () => {
  expect(contentOf(draftOf(content))).toEqual(content);
});

it('alike paragraphs are different fields', () => {
  const draft = draftOf({ ...content, sections: [{ title: 'А', paragraphs: ['1', '1'] }] });
  expect(new Set(draft.sections[0]!.paragraphs.map(({ key }) => key)).size).toBe(2);
});

it('nothing moves out of its list', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

it('of another person’s version only what they changed is told', () => {
  const theirs = {
    ...content,
    title: 'Новый',
    sections: [
      { title: 'А', paragraphs: ['1', '2!'] },
      { title: 'В', paragraphs: [] },
    ],
  };
  expect(changedBy(content, theirs)).toEqual({ title: 'Новый', sections: theirs.sections, gone: ['Б'] });
  expect(changedBy(content, content)).toEqual({ title: null, sections: [], gone: [] });
});
