import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { FindingView, ModelCheckView, ModelSavedView, ModelsView } from '#acts';
import { Refused } from '#facts';
import { bilingual } from '#words';
import type { Kit } from '../kit.ts';
import { readJson } from '../read.ts';
import { textTable } from '../table.ts';

interface Options {
  readonly json?: boolean;
  readonly facts?: boolean;
}

export function model(program: Command, { t, work }: Kit): void {
  const group = program.command('model').description(t('model'));
  group
    .command('list')
    .description(t('model.list'))
    .option('--json', t('json'))
    .action(
      work<Options>(async ({ act, print, say: word }, { json }) => {
        const { models } = await act<ModelsView>('models', {});
        if (json) return print(JSON.stringify(models, null, 2));
        const titles = ['model', 'name', 'state', 'indicators'].map((column) => ({ title: word(`column.${column}`) }));
        print(
          textTable(
            titles,
            models.map(({ id, name, state, indicators }) => [
              id,
              name,
              word(`model.state.${state}`),
              String(indicators),
            ]),
          ),
        );
      }),
    );
  group
    .command('export')
    .description(t('model.export'))
    .argument('<id>', t('model.id'))
    .option('--out <file>', t('model.export.out'))
    .action(
      work<{ readonly out?: string }>(async ({ act, print, note, say: word }, { out }, id) => {
        const text = JSON.stringify(await act('exportModel', { id }), null, 2);
        if (out === undefined) return print(text);
        await writeFile(out, `${text}\n`);
        note(word('model.exported', { file: out }));
      }),
    );
  group
    .command('import')
    .description(t('model.import'))
    .argument('<file>', t('model.check.file'))
    .action(
      work<Options>(async ({ act, print, say: word }, _, file = '') => {
        const { id, checks } = await act<ModelSavedView>('importModel', { model: await readJson(file) });
        const found = { errors: checks.errors.length, warnings: checks.warnings.length };
        print(word('model.imported', { id, ...found }));
      }),
    );
  group
    .command('check')
    .description(t('model.check'))
    .argument('<file>', t('model.check.file'))
    .option('--facts', t('model.check.facts'))
    .option('--json', t('json'))
    .action(
      work<Options>(async ({ act, print, note, say: word, lang, fail }, { json, facts }, file = '') => {
        const name = facts ? 'modelCheckOnFacts' : 'modelCheck';
        const given = await fileOf(file);
        const { errors, warnings } =
          'finding' in given
            ? { errors: [given.finding], warnings: [] }
            : await act<ModelCheckView>(name, { model: given.model, ...(facts ? { most: 1_000_000 } : {}) });
        const short = ({ rule, place, reason, remedy }: FindingView) => ({
          rule,
          place,
          reason: reason[lang],
          remedy: remedy[lang],
        });
        if (json) print(JSON.stringify({ errors: errors.map(short), warnings: warnings.map(short) }, null, 2));
        else {
          for (const [kind, findings] of [['error', errors] as const, ['warning', warnings] as const]) {
            for (const { place, reason, remedy } of findings)
              note(`${word(`model.${kind}`)} ${place}: ${reason[lang]} ${remedy[lang]}`);
          }
          print(
            word(errors.length ? 'model.stopped' : 'model.passes', {
              file,
              errors: errors.length,
              warnings: warnings.length,
            }),
          );
        }
        if (errors.length > 0) fail();
      }),
    );
}

/** A file that is not JSON is one more finding: whoever reads the answer as JSON gets one. A missing file is refused. */
async function fileOf(file: string): Promise<{ readonly model: unknown } | { readonly finding: FindingView }> {
  try {
    return { model: await readJson(file) };
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusals[0] : undefined;
    if (refusal?.code !== 'file.notJson') throw error;
    const params = { file, line: refusal.line, ...refusal.with };
    return {
      finding: {
        rule: 'file.notJson',
        severity: 'error',
        place: file,
        at: { of: 'model', id: null },
        reason: bilingual('file.notJson.reason', params),
        remedy: bilingual('file.notJson.remedy', params),
      },
    };
  }
}
