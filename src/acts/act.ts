import type { z } from 'zod';
import { Refused } from '#facts';
import type { Micros } from '#time';
import type { Ports } from './ports.ts';
import { misfits } from './shape.ts';

/** How far long work has come. `stage` is a code of `words/` (`progress.STAGE`); `total` null where it is not known. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: 'bytes' | 'rows' | 'cases' | 'figures';
}

/** What an act is given from the edge: who, when, with what. No act asks a clock or a file system of its own. */
export interface ActContext {
  readonly actor: string;
  readonly now: () => Micros;
  readonly ports: Ports;
  readonly progress: (progress: Progress) => void;
  /** Aborted when the person cancels or goes away: long work stops and leaves the previous state whole. */
  readonly signal: AbortSignal;
  readonly lang: 'ru' | 'en';
}

/** Something a person can do. The API and the command line find it in the registry by its name. */
export interface Act<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly name: string;
  /** One English sentence for the API description. */
  readonly summary: string;
  readonly input: Input;
  /** Shape of what it answers, for the API description. */
  readonly output?: z.ZodType;
  /** Uses neither store: runs beside whoever holds the data directory, with the ports `catalogue` and `files` alone. */
  readonly storeless?: boolean;
  /** Changes something: written to the audit log. */
  readonly changes?: boolean;
  /** Long work that listens to `signal` and reports progress. */
  readonly cancels?: boolean;
  readonly run: (context: ActContext, input: z.output<Input>) => Promise<Output>;
}

/** An act whose input was not looked at yet: what the registry holds. */
export interface AnyAct extends Omit<Act, 'run'> {
  /** Parses the raw input, then runs; an input that does not fit is refused with the place (`input.invalid`). */
  readonly perform: (context: ActContext, raw: unknown) => Promise<unknown>;
}

/** Ties an act's run to its input schema, so that inside `run` the types are trusted. */
export function defineAct<Input extends z.ZodType, Output>(act: Act<Input, Output>): AnyAct {
  const { run, ...rest } = act;
  return { ...rest, perform: async (context, raw) => run(context, parseInput(act.input, raw)) };
}

function parseInput<Input extends z.ZodType>(schema: Input, raw: unknown): z.output<Input> {
  const parsed = schema.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  throw new Refused(misfits('input.invalid', parsed.error, raw));
}
