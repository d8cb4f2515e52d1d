import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DiscussionsView, DiscussionView, ModelSavedView } from '#acts';
import { Refused } from '#facts';
import { type Bench, openBench } from './import/kit.ts';

// What people say of indicators, through the acts.

let bench: Bench;
const act = <T>(name: string, input: unknown): Promise<T> => bench.act<T>(name, input);
const MODEL = 'talked-of';
const say = (about: string, text: string, more: object = {}) =>
  act<DiscussionView>('addRemark', { model: MODEL, about, text, ...more });

beforeAll(async () => {
  bench = await openBench();
  await act<ModelSavedView>('applyStarter', { starter: 'permits', id: MODEL, name: 'Разрешения' });
});
afterAll(() => bench.close());

describe('a discussion of an indicator', () => {
  it('keeps what was said in order, with who, when and on which side', async () => {
    expect((await act<DiscussionView>('discussion', { model: MODEL, about: 'stage-time' })).remarks).toEqual([]);
    await say('stage-time', ' Это в наших руках ', { stance: 'for', from: 'Эксперт' });
    const { remarks } = await say('stage-time', 'А очередь?', { stance: 'question' });
    expect(remarks).toMatchObject([
      { text: 'Это в наших руках', stance: 'for', from: 'Эксперт' },
      { text: 'А очередь?', stance: 'question', from: '' },
    ]);
    for (const { actor, at } of remarks) {
      expect(actor).not.toBe('');
      expect(Number.isNaN(Date.parse(at))).toBe(false);
    }
    expect(await act<DiscussionView>('discussion', { model: MODEL, about: 'stage-time' })).toMatchObject({ remarks });
  });

  it('hears everybody who speaks at once', async () => {
    const words = Array.from({ length: 4 }, (_, no) => `слово ${no}`);
    await Promise.all(words.map((text) => say('crowded', text)));
    const { remarks } = await act<DiscussionView>('discussion', { model: MODEL, about: 'crowded' });
    expect(remarks.map(({ text }) => text).sort()).toEqual(words);
  });

  it('is counted for its own model alone', async () => {
    await act<ModelSavedView>('applyStarter', { starter: 'permits', id: 'silent', name: 'Другая' });
    expect(await act<DiscussionsView>('discussions', { model: MODEL })).toEqual({
      model: MODEL,
      remarks: { 'stage-time': 2, crowded: 4 },
    });
    expect((await act<DiscussionsView>('discussions', { model: 'silent' })).remarks).toEqual({});
  });

  it('refuses empty words and models that are not there', async () => {
    const refused = async (input: object) => {
      const error = await act('addRemark', input).catch((thrown: unknown) => thrown);
      return error instanceof Refused ? error.refusals.map(({ code, field }) => [code, field]) : error;
    };
    expect(await refused({ model: MODEL, about: 'x', text: '   ' })).toEqual([['input.invalid', 'text']]);
    expect(await refused({ model: 'nowhere', about: 'x', text: 'слово' })).toEqual([['document.unknown', 'id']]);
  });
});
