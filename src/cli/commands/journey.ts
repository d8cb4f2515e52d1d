import type { Command } from 'commander';
import type { DiscoveredView, JourneyPictureView, JourneysView, JourneyView } from '#acts';
import type { Kit } from '../kit.ts';
import { repeated, scope, whole } from '../options.ts';
import { readJson } from '../read.ts';
import type { Shell } from '../shell.ts';
import { shown, textTable } from '../table.ts';

interface Options {
  readonly json?: boolean;
}
interface ShowOptions extends Options {
  readonly for?: Readonly<Record<string, string | null | readonly string[]>>;
  readonly from?: string;
  readonly to?: string;
  readonly toBe?: boolean;
}
interface DiscoverOptions extends Options {
  readonly journey?: string;
  readonly service?: readonly string[];
  readonly name?: string;
}

export function journey(program: Command, { t, work }: Kit): void {
  const group = program.command('journey').description(t('journey'));
  group
    .command('list')
    .description(t('journey.list'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { json }) => {
        const view = await shell.act<JourneysView>('journeys', {});
        if (json) shell.print(JSON.stringify(view, null, 2));
        else printList(shell, view);
      }),
    );
  group
    .command('show')
    .description(t('journey.show'))
    .argument('<id>', t('journey.id'))
    .option('--for <field=value>', t('measure.for'), scope)
    .option('--from <period>', t('measure.from'))
    .option('--to <period>', t('measure.to'))
    .option('--to-be', t('journey.toBe'))
    .option('--json', t('json'))
    .action(
      work<ShowOptions>(async (shell, { json, toBe, for: fixed, ...periods }, id) => {
        const design = toBe ? 'toBe' : 'asIs';
        const view = await shell.act<JourneyPictureView>('journeyPicture', { id, design, scope: fixed, ...periods });
        if (json) shell.print(JSON.stringify(view, null, 2));
        else printPicture(shell, view);
      }),
    );
  group
    .command('discover')
    .description(t('journey.discover'))
    .option('--journey <value>', t('journey.discover.journey'))
    .option('--service <service>', t('journey.discover.service'), repeated)
    .option('--name <name>', t('journey.discover.name'))
    .option('--json', t('journey.discover.json'))
    .action(
      work<DiscoverOptions>(async (shell, { json, journey: factsJourney, service, name }) => {
        const found = await shell.act<DiscoveredView>('discoverJourney', { factsJourney, services: service, name });
        if (json) shell.print(JSON.stringify(found.journey, null, 2));
        else printFound(shell, found);
      }),
    );
  group
    .command('import')
    .description(t('journey.import'))
    .argument('<file>', t('journey.import.file'))
    .option('--over <version>', t('journey.import.over'), whole)
    .action(
      work<{ readonly over?: number }>(async ({ act, print, say }, { over = 0 }, file = '') => {
        const saved = await act<JourneyView>('saveJourney', { journey: await readJson(file), version: over });
        print(say('journey.saved', { name: saved.journey.name, id: saved.journey.id, version: saved.version }));
      }),
    );
  group
    .command('export')
    .description(t('journey.export'))
    .argument('<id>', t('journey.id'))
    .action(
      work<Options>(async ({ act, print }, _, id) => {
        print(JSON.stringify((await act<JourneyView>('journeyShow', { id })).journey, null, 2));
      }),
    );
}

function printList({ say, print }: Shell, { journeys, undrawn }: JourneysView): void {
  const titles = ['id', 'name', 'version', 'touchpoints'].map((name) => ({ title: say(`journey.column.${name}`) }));
  if (journeys.length)
    print(
      textTable(
        titles,
        journeys.map(({ id, name, version, touchpoints }) => [id, name, String(version), String(touchpoints)]),
      ),
    );
  else print(say('journey.none'));
  for (const { value, cases, runs } of undrawn.journeys) print(say('journey.undrawn', { value, cases, runs }));
}

function printPicture(
  { say, print, lang }: Shell,
  { whole: all, steps, weakest, largest, design, population }: JourneyPictureView,
): void {
  if (!all) {
    print(say('journey.tooFew'));
    return;
  }
  const days = (seconds: number | null | undefined) => (seconds == null ? '' : shown(seconds / 86_400, lang));
  const names = new Map(design.touchpoints.map(({ id, name }) => [id, name]));
  const nameOf = ({ kind, touchpoint, unmapped, giver, taker }: (typeof steps)[number]) => {
    const place = (touchpoint === null ? unmapped : names.get(touchpoint)) ?? say('journey.unknownPlace');
    return kind === 'gap'
      ? say('journey.gap', { giver: giver ?? '?', taker: taker ?? '?' })
      : kind === 'suspension'
        ? say('journey.suspension', { place })
        : place;
  };
  const figures = { mean: days(all.meanSeconds), p50: days(all.p50Seconds), p90: days(all.p90Seconds) };
  print(
    say('journey.whole', { n: population.n, of: population.of, from: population.from, to: population.to, ...figures }),
  );
  const columns = ['step', 'cases', 'mean', 'share', 'p50', 'p90', 'budget', 'fallP90'] as const;
  print(
    textTable(
      columns.map((name, i) => ({
        title: say(`journey.column.${name}`),
        ...(i > 0 ? { align: 'right' as const } : {}),
      })),
      steps.map((step) => [
        nameOf(step),
        String(step.cases),
        days(step.meanSeconds),
        shown(100 * step.share, lang),
        days(step.p50Seconds),
        days(step.p90Seconds),
        step.budgetDays === null ? '' : shown(step.budgetDays, lang),
        days(step.fall?.p90),
      ]),
    ),
  );
  const named = (key: string | null) => steps.find((step) => step.key === key);
  const [weak, large] = [named(weakest), named(largest)];
  if (weak?.fall) print(say('journey.weakest', { step: nameOf(weak), days: days(weak.fall.p90) }));
  if (large) print(say('journey.largest', { step: nameOf(large), share: shown(100 * large.share, lang) }));
  print(say('journey.medians', { sum: days(all.sums.p50Seconds), p50: days(all.p50Seconds) }));
}

function printFound({ say, print, lang }: Shell, { evidence, journey: draft, population }: DiscoveredView): void {
  print(say('journey.found', { name: draft.name, n: population.n, of: population.of }));
  const names = new Map(draft.asIs.touchpoints.map(({ id, name, body }) => [id, { name, body }]));
  const columns = ['touchpoint', 'body', 'share', 'p50', 'proposed'] as const;
  print(
    textTable(
      columns.map((name, i) => ({
        title: say(`journey.column.${name}`),
        ...(i > 1 ? { align: 'right' as const } : {}),
      })),
      evidence.map(({ touchpoint, share, p50Seconds, proposedBudgetDays }) => [
        names.get(touchpoint)?.name ?? touchpoint,
        names.get(touchpoint)?.body ?? '',
        shown(100 * share, lang),
        p50Seconds === null ? '' : shown(p50Seconds / 86_400, lang),
        proposedBudgetDays === null ? '' : shown(proposedBudgetDays, lang),
      ]),
    ),
  );
  print(say('journey.foundHow'));
}
