import { defineAct } from './act.ts';
import { guessInput } from './inputs.ts';

export const guessMapping = defineAct({
  name: 'guessMapping',
  summary: 'Guesses how files map to facts, says how sure each guess is, and shows a preview.',
  input: guessInput,
  cancels: true,
  run: async ({ ports, signal }, { files, as }) => {
    const opened = await Promise.all(files.map((file) => ports.files.open(file)));
    const { zone } = await ports.book.settings();
    return ports.reader.guess(opened, { as, zone, signal });
  },
});
