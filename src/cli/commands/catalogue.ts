import type { Command } from 'commander';
import type { Kit } from '../kit.ts';
import { readJson } from '../read.ts';

export function catalogue(program: Command, { t, work }: Kit): void {
  const group = program.command('catalogue').description(t('catalogue'));
  group
    .command('list')
    .description(t('catalogue.list'))
    .option('--json', t('json'))
    .action(
      work<{ readonly json?: boolean }>(async ({ act, print }) => {
        print(JSON.stringify(await act('catalogueList', {}), null, 2));
      }),
    );
  group
    .command('show')
    .description(t('catalogue.show'))
    .argument('<id>', t('catalogue.show.id'))
    .option('--json', t('json'))
    .action(
      work<{ readonly json?: boolean }>(async ({ act, print }, _options, metric) => {
        print(JSON.stringify(await act('catalogueShow', { metric }), null, 2));
      }),
    );
  group
    .command('check')
    .description(t('catalogue.check'))
    .argument('<file>', t('catalogue.check.file'))
    .option('--json', t('json'))
    .action(
      work<{ readonly json?: boolean }>(async ({ act, print }, _options, file = '') => {
        print(JSON.stringify(await act('catalogueCheck', { spec: await readJson(file) }), null, 2));
      }),
    );
}
