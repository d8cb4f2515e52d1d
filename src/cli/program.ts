import { Command, Option } from 'commander';
import { version } from '#server';
import { LANGS, type Lang, say } from '#words';
import { batches } from './commands/batches.ts';
import { catalogue } from './commands/catalogue.ts';
import { demo } from './commands/demo.ts';
import { explain } from './commands/explain.ts';
import { exportFacts } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import { journey } from './commands/journey.ts';
import { judge } from './commands/judge.ts';
import { links } from './commands/links.ts';
import { mapping } from './commands/mapping.ts';
import { measure } from './commands/measure.ts';
import { model } from './commands/model.ts';
import { paper } from './commands/paper.ts';
import { start } from './commands/start.ts';
import { kitOf } from './kit.ts';

/** One line per command, in the order of the help. */
const commands = [
  start,
  importFiles,
  mapping,
  batches,
  exportFacts,
  catalogue,
  measure,
  explain,
  links,
  journey,
  model,
  judge,
  paper,
  demo,
];

/** The whole command line in the person's language. Nothing is run or written before `parseAsync`. */
export function programIn(lang: Lang, signal: AbortSignal): Command {
  const kit = kitOf(lang, signal);
  const { t } = kit;
  const program = new Command('luchshe');
  program
    .description(t('luchshe'))
    .version(version, '-V, --version', t('version'))
    .addOption(new Option('--data <dir>', t('data')).env('LUCHSHE_DATA').default('./data'))
    .addOption(
      new Option('--lang <lang>', t('lang'))
        .env('LUCHSHE_LANG')
        .choices([...LANGS])
        .default('ru'),
    )
    .addHelpText('after', () => `\n${t('after')}`);
  for (const add of commands) add(program, kit);
  for (const command of [program, ...program.commands, ...program.commands.flatMap((each) => each.commands)]) {
    speak(command, lang);
  }
  return program;
}

/** Help titles and usage errors in the person's language; `main` prints the errors. */
function speak(command: Command, lang: Lang): void {
  command
    .helpOption('-h, --help', say(lang, 'help.help'))
    .configureHelp({ styleTitle: (title) => say(lang, `title.${TITLES[title] ?? 'options'}`), showGlobalOptions: true })
    .configureOutput({ outputError: () => {} })
    .exitOverride();
  if (command.commands.length > 0) command.helpCommand('help [command]', say(lang, 'help.helpCommand'));
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'usage',
  'Arguments:': 'arguments',
  'Options:': 'options',
  'Global Options:': 'global',
  'Commands:': 'commands',
};
