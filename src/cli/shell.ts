import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Lang, type Params, say } from '#words';
import { type ProgressLine, progressLine } from './progress.ts';
import { type RunnerOptions, runnerOn } from './runner.ts';

/** What a command works with: acts, the two outputs, and words in the person's language. */
export interface Shell {
  readonly lang: Lang;
  /** The data directory, absolute. */
  readonly folder: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  readonly act: <T>(name: string, input: unknown) => Promise<T>;
  readonly say: (code: string, params?: Params) => string;
  /** One line on stdout. */
  readonly print: (text: string) => void;
  /** One line on stderr. */
  readonly note: (text: string) => void;
  readonly progress: ProgressLine;
  /** The command did its work but the answer is a refusal: exit code 1. */
  readonly fail: () => void;
}

/** Runs a command's work with a shell made from its options; ends what the shell opened, whatever happens. */
export async function inShell(
  command: Command,
  signal: AbortSignal,
  work: (shell: Shell) => Promise<void>,
  stages = false,
): Promise<void> {
  const { data, lang } = command.optsWithGlobals<{ data: string; lang: Lang }>();
  const progress = progressLine(lang, stages);
  const options: RunnerOptions = { folder: resolve(data), lang, signal, progress: progress.show };
  const runner = runnerOn(options);
  const note = (text: string) => process.stderr.write(`${text}\n`);
  try {
    await work({
      lang,
      folder: options.folder,
      signal,
      progress,
      act: async <T>(name: string, input: unknown) => (await runner.run(name, input).finally(progress.clear)) as T,
      say: (code, params) => say(lang, code, params),
      print: (text) => process.stdout.write(`${text}\n`),
      note,
      fail: () => {
        process.exitCode = 1;
      },
    });
  } finally {
    await runner.close();
  }
}
