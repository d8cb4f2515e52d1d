import type { Command } from 'commander';
import type { BatchView } from '#acts';
import type { Kit } from '../kit.ts';
import { moment, textTable } from '../table.ts';

export function batches(program: Command, { t, work }: Kit): void {
  const group = program
    .command('batches')
    .description(t('batches'))
    .option('--json', t('json'))
    .action(
      work<{ readonly json?: boolean }>(async ({ act, say, print, lang }, { json }) => {
        const list = await act<readonly BatchView[]>('listBatches', {});
        if (json) return print(JSON.stringify(list, null, 2));
        if (list.length === 0) return print(say('batches.none'));
        const columns = ['batch', 'importedAt', 'source', 'files', 'cases', 'events', 'refused'].map(
          (column, index) => ({
            title: say(`column.${column}`),
            align: index > 3 ? ('right' as const) : ('left' as const),
          }),
        );
        const rows = list.map((batch) => [
          batch.id,
          moment(batch.importedAt),
          batch.source,
          batch.files.map(({ file }) => file).join(', '),
          ...[batch.cases, batch.events, batch.refused].map((count) => count.toLocaleString(lang)),
        ]);
        print(textTable(columns, rows));
      }),
    );
  group
    .command('drop')
    .description(t('batches.drop'))
    .argument('<batch>', t('batches.drop.batch'))
    .action(
      work(async ({ act, say, print }, _options, batch) => {
        await act('dropBatch', { batch });
        print(say('batches.dropped', { batch }));
      }),
    );
}
