import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Kit } from '../kit.ts';
import { whole } from '../options.ts';

interface Options {
  readonly cases: number;
  readonly out: string;
  readonly seed: number;
}

export function demo(program: Command, { t, work }: Kit): void {
  program
    .command('demo')
    .description(t('demo'))
    .option('--cases <n>', t('demo.cases'), whole, 10_000)
    .option('--out <dir>', t('demo.out'), './demo')
    .option('--seed <n>', t('demo.seed'), whole, 1)
    .action(
      work<Options>(async ({ say, print }, { cases, out }) => {
        print(say('demo.written', { path: resolve(out), cases }));
      }),
    );
}
