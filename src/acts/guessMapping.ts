import { defineAct } from './act.ts';
import { guessInput } from './inputs.ts';
import type { Guessed } from './readerPort.ts';
import type { Bilingual } from './views.ts';
import { sentenceOf } from './worded.ts';

/** A guess with its words: what it is about, what it asks, what was noticed in the files. */
export type GuessView = Omit<Guessed, 'unsettled' | 'notes'> & {
  readonly unsettled: readonly (Guessed['unsettled'][number] & { readonly reason: Bilingual })[];
  readonly notes: readonly Bilingual[];
};

export const guessMapping = defineAct({
  name: 'guessMapping',
  summary: 'Guesses how files map to facts, says how sure each guess is, and shows a preview.',
  input: guessInput,
  cancels: true,
  run: async ({ ports, signal, progress, lang }, { files, as }): Promise<GuessView> => {
    const opened = await Promise.all(files.map((file) => ports.files.open(file)));
    const { zone } = await ports.book.settings();
    const { questions } = await ports.catalogue.load();
    const guessed = await ports.files.temporary((folder) =>
      ports.reader.guess(opened, {
        folder,
        as,
        zone,
        lang,
        signal,
        questions: [...questions.values()],
        progress: (done, total) => progress({ stage: 'read', done, total, unit: 'bytes' }),
      }),
    );
    return {
      ...guessed,
      unsettled: guessed.unsettled.map((one) => ({
        ...one,
        reason: sentenceOf({ code: one.code, with: questionParams(one) }),
      })),
      notes: guessed.notes.map(sentenceOf),
    };
  },
});

const questionParams = ({ where, values, candidates }: Guessed['unsettled'][number]) => ({
  table: where.table,
  column: where.column ?? '',
  values: values.join(', '),
  candidates: candidates.join(', '),
});
