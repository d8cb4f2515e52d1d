import { type Command, Option } from 'commander';
import type { z } from 'zod';
import type { LinksView, linksInput } from '#acts';
import type { Kit } from '../kit.ts';
import { scope } from '../options.ts';
import { readJson } from '../read.ts';
import type { Shell } from '../shell.ts';
import { shown, textTable } from '../table.ts';

type Input = z.input<typeof linksInput>;
type LinkView = LinksView['links'][number];

interface Options extends Pick<Input, 'journey' | 'from' | 'to'> {
  readonly for?: Input['scope'];
  readonly budgets?: string;
  readonly format: 'table' | 'json';
  readonly json?: boolean;
}

export function links(program: Command, { t, work }: Kit): void {
  program
    .command('links')
    .description(t('links'))
    .option('--journey <id>', t('links.journey'))
    .option('--for <field=value>', t('measure.for'), scope)
    .option('--budgets <file>', t('links.budgets'))
    .option('--from <period>', t('measure.from'))
    .option('--to <period>', t('measure.to'))
    .addOption(new Option('--format <format>', t('format')).choices(['table', 'json']).default('table'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { for: fixed, budgets: file, format, json, ...options }) => {
        const budgets = file === undefined ? undefined : await readJson(file);
        const input: Input = { ...options, scope: fixed, budgets };
        const view = await shell.act<LinksView>('links', input);
        for (const { place, link } of view.unmatched)
          shell.note(shell.say('links.unmatched', { place: `budgets.${place}`, link: JSON.stringify(link) }));
        if (json || format === 'json') shell.print(JSON.stringify(view.links, null, 2));
        else printLinks(shell, view, options.journey === undefined ? 'case' : 'run');
      }),
    );
}

function printLinks(shell: Shell, { links: figures, population }: LinksView, of: 'case' | 'run'): void {
  const { lang, say, print } = shell;
  if (population.cases === 0) {
    print(say('links.none'));
    return;
  }
  const inDays = (seconds: number | null) => shown(seconds === null ? null : seconds / 86_400, lang);
  const withInterval = (value: number | undefined, interval: readonly number[] | undefined) =>
    value === undefined || interval === undefined ? '' : `${inDays(value)} (${interval.map(inDays).join(' … ')})`;
  print(
    say('links.population', {
      of,
      cases: population.cases,
      mean: inDays(population.meanSeconds),
      p50: inDays(population.p50Seconds),
      p90: inDays(population.p90Seconds),
    }),
  );
  const columns = ['link', 'cases', 'share', 'mean', 'p50', 'p90', 'budget', 'fallMean', 'fallP50', 'fallP90'];
  const rows = figures.map((figure) => [
    linkText(shell, figure.link),
    shown(figure.cases, lang),
    `${shown(100 * figure.share, lang, 1)}\u00a0%`,
    inDays(figure.meanSeconds),
    inDays(figure.p50Seconds),
    inDays(figure.p90Seconds),
    figure.budgetSeconds === null ? '' : inDays(figure.budgetSeconds),
    figure.fall === null ? '' : inDays(figure.fall.mean),
    withInterval(figure.fall?.p50, figure.interval?.p50),
    withInterval(figure.fall?.p90, figure.interval?.p90),
  ]);
  const titles = columns.map((column, i) => ({
    title: say(`links.column.${column}`),
    align: i === 0 ? ('left' as const) : ('right' as const),
  }));
  print(`\n${textTable(titles, rows)}\n`);
  printWeakest(shell, figures, inDays);
  print(say('links.reading'));
}

/** The largest part is often not the weakest link: both are named. */
function printWeakest(shell: Shell, figures: readonly LinkView[], inDays: (seconds: number) => string): void {
  const { lang, say, print } = shell;
  const largest = figures.reduce((most, one) => (one.totalSeconds > most.totalSeconds ? one : most), figures[0]!);
  const weakest = figures[0];
  // A fall that is shown as none is none to speak of.
  if (weakest?.fall && inDays(weakest.fall.p90) !== inDays(0))
    print(say('links.weakest', { link: linkText(shell, weakest.link), days: inDays(weakest.fall.p90) }));
  if (largest) {
    const share = shown(100 * largest.share, lang, 1);
    print(say('links.largest', { link: linkText(shell, largest.link), share }));
  }
}

function linkText({ say }: Shell, { kind, touchpoint, unit, body, giver, taker }: LinkView['link']): string {
  const handOff = giver === null && taker === null ? null : `${giver ?? '?'} → ${taker ?? '?'}`;
  const holder = unit === null || body === null ? (unit ?? body) : `${unit} (${body})`;
  return [say(`links.kind.${kind}`), touchpoint, holder, handOff].filter((part) => part !== null).join(' · ');
}
