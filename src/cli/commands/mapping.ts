import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { GuessView } from '#acts';
import { FACTS } from '#facts';
import type { Kit } from '../kit.ts';

interface Options {
  readonly out?: string;
  readonly as?: string;
}

export function mapping(program: Command, { t, work }: Kit): void {
  program
    .command('mapping')
    .description(t('mapping'))
    .command('guess')
    .description(t('mapping.guess'))
    .argument('<file...>', t('import.file'))
    .option('--out <file>', t('mapping.guess.out'))
    .addOption(new Option('--as <fact>', t('import.as')).choices([...FACTS]))
    .action(
      work<Options>(async ({ act, say, print, note, lang }, { out, as }, ...files) => {
        const guess = await act<GuessView>('guessMapping', {
          files: files.map((path) => ({ path: resolve(path) })),
          as,
        });
        for (const remark of guess.notes) note(remark[lang]);
        for (const { reason } of guess.unsettled) note(`? ${reason[lang]}`);
        const json = `${JSON.stringify(guess.mapping, null, 2)}\n`;
        if (out === undefined) return print(json.trimEnd());
        await writeFile(out, json);
        note(say(guess.sure ? 'mapping.written' : 'mapping.writtenUnsure', { path: out }));
      }),
    );
}
