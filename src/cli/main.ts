// The command line's entry: runs one command and turns whatever comes of it into words and an exit code:
// 0 done · 1 refused or failed · 2 the command line itself was wrong · 130 cancelled by Ctrl-C.
import { CommanderError } from 'commander';
import { LANGS, type Lang, say } from '#words';
import { programIn } from './program.ts';
import { errorViewOf, refusalLines } from './refusal.ts';

const args = process.argv.slice(2);
const lang = langOf(args);
const cancel = new AbortController();
// The first Ctrl-C cancels and lets the work end cleanly, the second one does not wait.
process.on('SIGINT', () => (cancel.signal.aborted ? process.exit(130) : cancel.abort()));
process.on('SIGTERM', () => cancel.abort());
// `luchshe … | head` closes our output early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await programIn(lang, cancel.signal).parseAsync(args, { from: 'user' });
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usage(error) : failure(error);
}
// Stores with worker threads may keep the loop alive for a moment; the answer is complete here.
process.stdout.write('', () => process.exit());

/** The language must be known before the options are read: their help is made of it. */
function langOf(words: readonly string[]): Lang {
  const at = words.indexOf('--lang');
  const joined = words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const asked = joined ?? (at < 0 ? process.env.LUCHSHE_LANG : words[at + 1]);
  return LANGS.find((each) => each === asked) ?? 'ru';
}

function usage(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  if (error.code === 'commander.help') return 2;
  const [what = '', value = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const own = /(usage\.\w+)\s*$/.exec(error.message)?.[1];
  const reason = own ? say(lang, own) : (/Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? '');
  process.stderr.write(`${say(lang, `usage.${error.code.replace('commander.', '')}`, { what, value, reason })}\n`);
  process.stderr.write(`${say(lang, 'usage.seeHelp')}\n`);
  return 2;
}

function failure(error: unknown): number {
  const { view, bug } = errorViewOf(error, cancel.signal);
  if (bug) {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n${say(lang, 'usage.bug')}\n`);
    return 1;
  }
  for (const line of refusalLines(view.refusals, lang)) process.stderr.write(`${line}\n`);
  if (view.error.code === 'cancelled') return 130;
  return 1;
}
