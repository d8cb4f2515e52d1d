import type { Command } from 'commander';
import type { z } from 'zod';
import type { ExplainView, explainInput } from '#acts';
import type { Kit } from '../kit.ts';
import { scope, whole } from '../options.ts';
import type { Shell } from '../shell.ts';
import { moment, shown, textTable } from '../table.ts';
import { metricOf } from './measure.ts';

type Input = z.input<typeof explainInput>;

interface Options extends Pick<Input, 'period' | 'cohort' | 'limit' | 'offset'> {
  readonly metric: string;
  readonly for?: Input['scope'];
  readonly json?: boolean;
}

export function explain(program: Command, { t, work }: Kit): void {
  program
    .command('explain')
    .description(t('explain'))
    .requiredOption('--metric <id|file>', t('measure.metric'))
    .requiredOption('--period <period>', t('explain.period'))
    .option('--for <field=value>', t('measure.for'), scope)
    .option('--cohort', t('measure.cohort'))
    .option('--limit <n>', t('explain.limit'), whole, 50)
    .option('--offset <n>', t('explain.offset'), whole, 0)
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { metric, for: fixed, json, ...options }) => {
        const input: Input = { ...options, metric: await metricOf(metric), scope: fixed };
        const view = await shell.act<ExplainView>('explain', input);
        if (json) shell.print(JSON.stringify(view, null, 2));
        else printExplained(shell, view);
      }),
    );
}

function printExplained({ lang, say, print }: Shell, view: ExplainView): void {
  print(view.definition[lang]);
  print(view.formulaWithNumbers[lang]);
  if (view.hidden) {
    print(say('explain.hidden'));
    return;
  }
  print(`\n${view.query}\n`);
  const columns = ['case', 'at', 'unit', 'service', 'numerator', 'denominator', 'leftOut'].map((column) => ({
    title: say(`column.${column}`),
  }));
  const part = (value: number | string | null) => (typeof value === 'string' ? value : shown(value, lang));
  const rows = view.cases.map((row) => [
    row.id,
    moment(row.at),
    row.unit ?? '–',
    row.service ?? '–',
    part(row.numerator),
    part(row.denominator),
    row.leftOut === null ? '' : say(`leftOut.${row.leftOut}`),
  ]);
  print(textTable(columns, rows));
  if (view.total > view.cases.length) print(say('explain.more', { shown: view.cases.length, total: view.total }));
}
