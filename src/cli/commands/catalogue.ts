import type { Command } from 'commander';
import type { CheckView, MetricDetail, MetricView, WordedRefusal } from '#acts';
import type { Kit } from '../kit.ts';
import { readJson } from '../read.ts';
import { refusalLines } from '../refusal.ts';
import type { Shell } from '../shell.ts';
import { textTable } from '../table.ts';

interface Options {
  readonly json?: boolean;
}

export function catalogue(program: Command, { t, work }: Kit): void {
  const group = program.command('catalogue').description(t('catalogue'));
  group
    .command('list')
    .description(t('catalogue.list'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { json }) => {
        const { act, print, say, lang } = shell;
        const metrics = await act<readonly MetricView[]>('catalogueList', {});
        await noteFaults(shell);
        if (json) return print(JSON.stringify(metrics, null, 2));
        const titles = ['metric', 'kpi', 'group', 'name', 'unit'].map((column) => ({ title: say(`column.${column}`) }));
        const rows = metrics.map(({ id, kpi, group: side, name, unit }) => [
          id,
          say(`kpi.${kpi}`),
          say(`group.${side}`),
          name[lang],
          say(`unit.${unit}`),
        ]);
        print(textTable(titles, rows));
      }),
    );
  group
    .command('show')
    .description(t('catalogue.show'))
    .argument('<id>', t('catalogue.show.id'))
    .option('--json', t('json'))
    .action(
      work<Options>(async ({ act, print, lang }, { json }, metric) => {
        const detail = await act<MetricDetail>('catalogueShow', { metric });
        if (json) return print(JSON.stringify(detail, null, 2));
        print(`${detail.name[lang]} (${detail.id})\n`);
        for (const sentence of [detail.definition[lang], detail.formula[lang], ...detail.leaves[lang]]) print(sentence);
        print('');
        print(JSON.stringify(detail.specification, null, 2));
      }),
    );
  group
    .command('check')
    .description(t('catalogue.check'))
    .argument('<file>', t('catalogue.check.file'))
    .option('--json', t('json'))
    .action(
      work<Options>(async ({ act, print, note, say, lang, fail }, { json }, file = '') => {
        const { ok, refusals, warnings } = await act<CheckView>('catalogueCheck', { spec: await readJson(file) });
        if (json) print(JSON.stringify({ ok, refusals, warnings }, null, 2));
        else {
          for (const each of [...refusals, ...warnings]) {
            const place = each.field ? `${each.field}: ` : '';
            note(`${file}: ${place}${each.reason[lang]} ${each.remedy[lang]}`);
          }
          print(say(ok ? 'catalogue.sound' : 'catalogue.faulty', { file, n: refusals.length }));
        }
        if (!ok) fail();
      }),
    );
}

/** The body's own metrics that are left out of the catalogue, each with its place and its remedy. */
export async function noteFaults({ act, note, lang }: Shell): Promise<void> {
  const faults = await act<readonly WordedRefusal[]>('catalogueFaults', {});
  for (const line of refusalLines(faults, lang)) note(line);
}
