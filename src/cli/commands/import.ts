import { basename, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { z } from 'zod';
import type { ImportReport, importInput, WordedRefusal } from '#acts';
import { FACTS } from '#facts';
import type { Kit } from '../kit.ts';
import { share } from '../options.ts';
import { isFile, readJson } from '../read.ts';
import { errorViewOf, refusalLines } from '../refusal.ts';
import type { Shell } from '../shell.ts';
import { textTable } from '../table.ts';

type Input = z.input<typeof importInput>;

interface Options extends Pick<Input, 'as' | 'horizon' | 'dryRun' | 'allowRefused' | 'events' | 'replaces'> {
  readonly mapping?: string;
  readonly json?: boolean;
}

export function importFiles(program: Command, { t, work }: Kit): void {
  program
    .command('import')
    .description(t('import'))
    .argument('<file...>', t('import.file'))
    .option('--mapping <file>', t('import.mapping'))
    .addOption(new Option('--as <fact>', t('import.as')).choices([...FACTS]))
    .option('--horizon <instant>', t('import.horizon'))
    .option('--dry-run', t('import.dryRun'))
    .option('--allow-refused <share>', t('import.allowRefused'), share)
    .addOption(new Option('--events <how>', t('import.events')).choices(['whole', 'added']))
    .option('--replaces <batch>', t('import.replaces'))
    .option('--json', t('json'))
    .action(
      work<Options>(async (shell, { mapping, json, ...options }, ...files) => {
        const input: Input = {
          ...options,
          files: files.map((file) => ({ path: resolve(file) })),
          mapping: mapping === undefined ? undefined : await mappingOf(mapping),
        };
        const report = await shell.act<ImportReport>('importFiles', input).catch((error: unknown) => {
          if (!json) throw error;
          printRefused(shell, files, error);
          return null;
        });
        if (!report) return;
        if (json) printJson(shell, report);
        else printReport(shell, report);
        if (isRefused(report, options.allowRefused ?? 0)) shell.fail();
      }),
    );
}

/** A file's content; what is no file goes as a name, and the act looks among the saved mappings. */
async function mappingOf(given: string): Promise<Input['mapping']> {
  return (await isFile(given)) ? ((await readJson(given)) as Record<string, unknown>) : given;
}

/** What was refused before any row was read, in the shape of a report. */
function printRefused(shell: Shell, files: readonly string[], error: unknown): void {
  const { view, bug } = errorViewOf(error, shell.signal);
  if (bug || view.error.code === 'cancelled') throw error;
  const unread = (file: string) => ({ file: basename(file), fact: null, rowsRead: 0, taken: 0, refused: 0 });
  const refusals = view.refusals.map((refusal) => asJson(refusal, shell.lang));
  const report = { result: 'refused', batch: null, files: files.map(unread), cases: 0, events: 0, refusals };
  shell.print(JSON.stringify(report, null, 2));
  for (const line of refusalLines(view.refusals, shell.lang)) shell.note(line);
  shell.fail();
}

/** A dry run that would be refused is a refusal too. */
function isRefused({ result, files }: ImportReport, allowed: number): boolean {
  if (result !== 'dryRun') return result === 'refused';
  const sum = (field: 'rowsRead' | 'refused') => files.reduce((total, file) => total + file[field], 0);
  return sum('refused') > allowed * sum('rowsRead');
}

/** The report as data: the shape of the API, with each refusal's sentences in the one language asked for. */
function printJson({ lang, print }: Shell, report: ImportReport): void {
  const refusals = report.refusals.map((refusal) => asJson(refusal, lang));
  print(JSON.stringify({ ...report, refusals, notes: report.notes.map((note) => note[lang]) }, null, 2));
}

const asJson = ({ code, file, line, field, got, reason, remedy }: WordedRefusal, lang: Shell['lang']) => ({
  code,
  file: file ?? null,
  line: line ?? null,
  field: field ?? null,
  got: got ?? null,
  reason: reason[lang],
  remedy: remedy[lang],
});

export function printReport({ lang, say, print, note }: Shell, report: ImportReport): void {
  const columns = ['file', 'fact', 'rowsRead', 'taken', 'refused'].map((column, index) => ({
    title: say(`column.${column}`),
    align: index > 1 ? ('right' as const) : ('left' as const),
  }));
  const rows = report.files.map(({ file, fact, rowsRead, taken, refused }) => [
    file,
    fact === null ? '–' : say(`fact.${fact}`),
    ...[rowsRead, taken, refused].map((count) => count.toLocaleString(lang)),
  ]);
  print(textTable(columns, rows));
  for (const remark of report.notes) print(remark[lang]);
  if (report.repeated > 0) print(say('import.repeated', { n: report.repeated }));
  for (const line of refusalLines(report.refusals, lang)) note(line);
  if (report.more > 0) note(say('import.more', { n: report.more }));
  print(say(`import.${report.result}`, { batch: report.batch, cases: report.cases, events: report.events }));
}
