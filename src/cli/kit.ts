import type { Command } from 'commander';
import { type Lang, say } from '#words';
import { inShell, type Shell } from './shell.ts';

/** What each command's file is given to describe itself. */
export interface Kit {
  readonly lang: Lang;
  /** A help text by its code below `help.`. */
  readonly t: (code: string) => string;
  /** Turns a command's work into commander's action: a shell, the options, then the arguments in order (a variadic one
   *  comes spread). */
  readonly work: <Options>(
    work: (shell: Shell, options: Options, ...args: string[]) => Promise<void>,
    more?: { readonly stages?: boolean },
  ) => (...received: unknown[]) => Promise<void>;
}

export function kitOf(lang: Lang, signal: AbortSignal): Kit {
  return {
    lang,
    t: (code) => say(lang, `help.${code}`),
    work:
      <Options>(
        work: (shell: Shell, options: Options, ...args: string[]) => Promise<void>,
        { stages = false }: { readonly stages?: boolean } = {},
      ) =>
      async (...received) => {
        const command = received.at(-1) as Command;
        const options = received.at(-2) as Options;
        const args = received.slice(0, -2).flat() as string[];
        await inShell(command, signal, (shell) => work(shell, options, ...args), stages);
      },
  };
}
