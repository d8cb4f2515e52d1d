import { text as streamText } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import type { JudgementView } from '#acts';
import type { Kit } from '../kit.ts';
import { bounds, number, span } from '../options.ts';
import { readText } from '../read.ts';
import type { Shell } from '../shell.ts';
import { shown, textTable } from '../table.ts';

interface Options {
  readonly better: 'up' | 'down';
  readonly target?: number;
  readonly norm?: number;
  readonly bounds?: [number | null, number | null];
  readonly baseline?: [string, string];
  readonly format: 'table' | 'json';
  readonly json?: boolean;
}

export function judge(program: Command, { t, work }: Kit): void {
  program
    .command('judge')
    .description(t('judge'))
    .argument('<file>', t('judge.file'))
    .addOption(new Option('--better <way>', t('judge.better')).choices(['up', 'down']).default('up'))
    .option('--target <number>', t('judge.target'), number)
    .option('--norm <number>', t('judge.norm'), number)
    .option('--bounds <low,high>', t('judge.bounds'), bounds)
    .option('--baseline <from..to>', t('judge.baseline'), span)
    .addOption(new Option('--format <format>', t('format')).choices(['table', 'json']).default('table'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { format, json, ...options }, file = '') => {
        const text = file === '-' ? await streamText(process.stdin) : await readText(file);
        const judgement = await shell.act<JudgementView>('judge', { text, ...options });
        if (json || format === 'json') shell.print(JSON.stringify(judgement, null, 2));
        else printJudgement(shell, judgement);
      }),
    );
}

function printJudgement(shell: Shell, judgement: JudgementView): void {
  const { lang, say, print } = shell;
  const rows = judgement.points.map(({ period, value, rules }) => [
    period,
    shown(value, lang),
    rules.map((rule) => say(`judged.rule.${rule}`)).join(', '),
  ]);
  const columns = [
    { title: say('column.period') },
    { title: say('column.value'), align: 'right' as const },
    { title: say('column.rules') },
  ];
  print(textTable(columns, rows));
  print('');
  if (judgement.centre !== null) print(say('judged.centre', { centre: shown(judgement.centre, lang) }));
  const { lower, upper } = judgement;
  if (lower !== null && upper !== null) {
    print(say('judged.limits', { lower: shown(lower, lang), upper: shown(upper, lang) }));
  }
  if (judgement.excludedRanges.length > 0) {
    print(say('judged.excluded', { periods: judgement.excludedRanges.join(', ') }));
  }
  print(`${say(`judged.verdict.${judgement.verdict.kind}`)}. ${judgement.verdict.reason[lang]}`);
  for (const kind of ['target', 'norm'] as const) {
    const target = judgement[kind];
    if (!target) continue;
    const parts = [say(`judged.${kind}`, { value: shown(target.value, lang) })];
    if (target.class) parts.push(say(`judged.class.${target.class}`));
    if (target.proposal) parts.push(say(`judged.proposal.${target.proposal}`));
    print(parts.join(' '));
  }
}
