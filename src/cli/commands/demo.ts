import { resolve } from 'node:path';
import type { Command } from 'commander';
import { DEMO_CASES } from '../demoData.ts';
import type { Kit } from '../kit.ts';
import { whole } from '../options.ts';

interface Options {
  readonly cases: number;
  readonly out: string;
  readonly seed?: number;
}

export function demo(program: Command, { t, work }: Kit): void {
  program
    .command('demo')
    .description(t('demo'))
    .option('--cases <n>', t('demo.cases'), whole, DEMO_CASES)
    .option('--out <dir>', t('demo.out'), './demo')
    .option('--seed <n>', t('demo.seed'), whole)
    .action(
      work<Options>(async ({ say, print, note }, { cases, out, seed }) => {
        note(say('progress.demo'));
        const dir = resolve(out);
        const { generateDemo } = await import('#demo');
        const made = await generateDemo({ dir, cases, seed, end: new Date().toISOString().slice(0, 10) });
        print(say('demo.written', { path: dir, cases: made.rows.case, horizon: made.horizon }));
      }),
    );
}
