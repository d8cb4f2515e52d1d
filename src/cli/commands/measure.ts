import { type Command, Option } from 'commander';
import type { z } from 'zod';
import type { FigureView, measureInput, ScopeView } from '#acts';
import type { Kit } from '../kit.ts';
import { repeated, scope } from '../options.ts';
import { readJson } from '../read.ts';
import type { Shell } from '../shell.ts';
import { csvLine, shown, textTable } from '../table.ts';
import { noteFaults } from './catalogue.ts';

type Input = z.input<typeof measureInput>;

interface Options extends Pick<Input, 'from' | 'to' | 'by' | 'split' | 'cohort'> {
  readonly metric: string[];
  readonly for?: Input['scope'];
  readonly format: 'table' | 'json' | 'csv';
  readonly json?: boolean;
}

export function measure(program: Command, { t, work }: Kit): void {
  program
    .command('measure')
    .description(t('measure'))
    .requiredOption('--metric <id|file|all>', t('measure.metric'), repeated)
    .requiredOption('--from <period>', t('measure.from'))
    .requiredOption('--to <period>', t('measure.to'))
    .addOption(new Option('--by <step>', t('measure.by')).choices(['month', 'quarter', 'year']).default('month'))
    .option('--for <field=value>', t('measure.for'), scope)
    .option('--split <field>', t('measure.split'), repeated)
    .option('--cohort', t('measure.cohort'))
    .addOption(new Option('--format <format>', t('format')).choices(['table', 'json', 'csv']).default('table'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { metric, for: fixed, format, json, ...options }) => {
        const metrics = metric.includes('all') ? ('all' as const) : await Promise.all(metric.map(metricOf));
        const input: Input = { ...options, metrics, scope: fixed };
        if (metrics === 'all') await noteFaults(shell);
        const figures = await shell.act<readonly FigureView[]>('measure', input);
        printFigures(shell, figures, json ? 'json' : format);
      }),
    );
}

/** An id of the catalogue, or the spec that lies in a JSON file. */
export const metricOf = async (metric: string): Promise<string | Record<string, unknown>> =>
  /\.json$/i.test(metric) ? ((await readJson(metric)) as Record<string, unknown>) : metric;

function printFigures({ lang, say, print }: Shell, figures: readonly FigureView[], format: Options['format']): void {
  if (format === 'json') {
    print(JSON.stringify(figures, null, 2));
    return;
  }
  if (format === 'csv') {
    print(csvLine(CSV_COLUMNS));
    for (const figure of figures) print(csvLine(csvCells(figure)));
    return;
  }
  if (figures.length === 0) {
    print(say('measure.none'));
    return;
  }
  const ends = figures.some(({ cohort }) => cohort) ? ENDS : [];
  const columns = ['metric', 'period', 'scope', 'value', 'unit', 'interval', 'n', ...ends, 'state'].map((column) => ({
    title: say(`column.${column}`),
    align: ['value', 'n', ...ENDS].includes(column) ? ('right' as const) : ('left' as const),
  }));
  const rows = figures.map((figure) => [
    figure.metric,
    figure.period,
    scopeText(figure.scope),
    shown(figure.value, lang),
    say(`unit.${figure.unit}`),
    figure.interval ? figure.interval.map((bound) => shown(bound, lang)).join(' … ') : '',
    shown(figure.n, lang),
    ...ends.map((end) => shown(figure.cohort?.[end], lang)),
    say(`state.${figure.state}`),
  ]);
  print(textTable(columns, rows));
}

/** How the cases of a start cohort stand: closed as counted, in another way, still open. */
const ENDS = ['closed', 'otherwise', 'open'] as const;

const scopeText = (scope: ScopeView): string =>
  Object.entries(scope)
    .map(([field, value]) => `${field}=${Array.isArray(value) ? value.join('|') : (value ?? '')}`)
    .join(' ');

const CSV_COLUMNS = [
  'metric',
  'period',
  'scope',
  'value',
  'unit',
  'n',
  'numerator',
  'denominator',
  'lower',
  'upper',
  'intervalMethod',
  'leftOut',
  'coverage',
  'state',
  'spec',
  ...ENDS,
];

const csvCells = (figure: FigureView): (string | number | null)[] => [
  figure.metric,
  figure.period,
  scopeText(figure.scope),
  figure.value,
  figure.unit,
  figure.n,
  figure.numerator,
  figure.denominator,
  figure.interval?.[0] ?? null,
  figure.interval?.[1] ?? null,
  figure.intervalMethod,
  Object.entries(figure.leftOut)
    .map(([reason, rows]) => `${reason}=${rows}`)
    .join(' '),
  figure.coverage,
  figure.state,
  figure.spec,
  ...ENDS.map((end) => figure.cohort?.[end] ?? null),
];
