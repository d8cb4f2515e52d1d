import { CommanderError } from 'commander';
import { LANGS, type Lang, say } from '#words';
import { programIn } from './program.ts';
import { errorViewOf, refusalLines } from './refusal.ts';

/** Runs one command and turns whatever comes of it into words and an exit code:
 *  0 done · 1 refused or failed · 2 the command line itself was wrong · 130 cancelled by Ctrl-C (`signal`). */
export async function commandLine(args: readonly string[], signal: AbortSignal): Promise<number> {
  const lang = langOf(args);
  try {
    await programIn(lang, signal).parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return error instanceof CommanderError ? usage(error, lang) : failure(error, lang, signal);
  }
}

/** The language must be known before the options are read: their help is made of it. */
function langOf(words: readonly string[]): Lang {
  const at = words.indexOf('--lang');
  const joined = words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const asked = joined ?? (at < 0 ? process.env.LUCHSHE_LANG : words[at + 1]);
  return LANGS.find((each) => each === asked) ?? 'ru';
}

function usage(error: CommanderError, lang: Lang): number {
  if (error.exitCode === 0) return 0;
  if (error.code === 'commander.help') return 2;
  const [what = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const own = /(usage\.\w+)\s*$/.exec(error.message)?.[1];
  const reason = own ? say(lang, own) : (/Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? '');
  process.stderr.write(`${say(lang, `usage.${error.code.replace('commander.', '')}`, { what, value, reason })}\n`);
  process.stderr.write(`${say(lang, 'usage.seeHelp')}\n`);
  return 2;
}

function failure(error: unknown, lang: Lang, signal: AbortSignal): number {
  const { view, bug } = errorViewOf(error, signal);
  if (bug) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n${say(lang, 'usage.bug')}\n`);
    return 1;
  }
  for (const line of refusalLines(view.refusals, lang)) process.stderr.write(`${line}\n`);
  if (view.error.code === 'cancelled') return 130;
  return 1;
}
