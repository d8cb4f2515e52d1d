import { resolve } from 'node:path';
import { Argument, type Command } from 'commander';
import { EXPORTS, type ExportView } from '#acts';
import type { Kit } from '../kit.ts';

export function exportFacts(program: Command, { t, work }: Kit): void {
  program
    .command('export')
    .description(t('export'))
    .addArgument(new Argument('<fact>', t('export.fact')).choices([...EXPORTS]))
    .option('--out <dir>', t('export.out'), '.')
    .option('--json', t('json'))
    .action(
      work<{ readonly out: string; readonly json?: boolean }>(async ({ act, say, print }, { out, json }, fact) => {
        const view = await act<ExportView>('exportFacts', { fact, out: resolve(out) });
        if (json) return print(JSON.stringify(view, null, 2));
        for (const { path, rows } of view.files) print(say('export.written', { path, rows }));
      }),
    );
}
