import type { InputFile } from './filesPort.ts';

/** What a guess answers: a mapping as JSON, with whatever it says of its sureness and a preview. */
export interface GuessView {
  readonly mapping: unknown;
  readonly [more: string]: unknown;
}

/** Reading of foreign files, given by the room `import`. */
export interface ReaderPort {
  readonly guess: (
    files: readonly InputFile[],
    options: { readonly as?: string; readonly zone: string; readonly signal: AbortSignal },
  ) => Promise<GuessView>;
}
