import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Argument, type Command, Option } from 'commander';
import { refuse } from '#facts';
import { makePaper, PAPERS } from '#papers';
import type { Kit } from '../kit.ts';
import { whole } from '../options.ts';

interface Options {
  readonly model?: string;
  readonly pilot?: string;
  readonly journey?: string;
  readonly recommendations?: string;
  readonly modelVersion?: number;
  readonly out?: string;
}

/** Papers are made here from what acts answer, also where a server holds the data directory. */
export function paper(program: Command, { t, work }: Kit): void {
  program
    .command('paper')
    .description(t('paper'))
    .addArgument(new Argument('<name>', t('paper.name')).choices(Object.keys(PAPERS)))
    .option('--model <id>', t('paper.model'))
    .option('--pilot <id>', t('paper.pilot'))
    .option('--journey <id>', t('paper.journey'))
    .option('--recommendations <id>', t('paper.recommendations'))
    .option('--model-version <n>', t('paper.version'), whole)
    .addOption(
      new Option('--approves <kind>', t('paper.approves')).choices(['list', 'model', 'methodology', 'regulation']),
    )
    .option('--annex <n>', t('paper.annex'), whole)
    .option('--issuer <name>', t('paper.issuer'))
    .option('--about <title>', t('paper.about'))
    .option('--position <id>', t('paper.position'))
    .addOption(new Option('--design <design>', t('paper.design')).choices(['asIs', 'toBe']))
    .option('--long-kept', t('paper.longKept'))
    .option('--font <name>', t('paper.font'))
    .option('--out <file>', t('paper.out'))
    .action(
      work<Options>(async ({ act, lang, print, say }, options, name = '') => {
        const { model, pilot, journey, recommendations, modelVersion: version, out, ...asked } = options;
        const subject = PAPERS[name] ?? refuse('paper.unknown', { got: name });
        const id = { model, pilot, journey, recommendations }[subject];
        if (id === undefined) refuse('paper.subjectMissing', { got: name, with: { subject } });
        const made = await makePaper(name, { ...asked, id, version }, act, lang);
        const path = resolve(out ?? made.name);
        await writeFile(path, made.bytes);
        print(say('paper.written', { path }));
      }),
    );
}
