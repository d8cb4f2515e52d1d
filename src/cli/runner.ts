import type { ErrorView, Progress } from '#acts';
import { findAct, runAct } from '#acts';
import { Refused } from '#facts';
import {
  type House,
  LOCAL_ACTOR,
  openHouse,
  readServerNote,
  type ServerNote,
  storelessPorts,
  systemNow,
} from '#server';
import type { Lang } from '#words';

/** A refusal that came over the wire: its words are made already. */
export class RemoteRefusal extends Error {
  readonly view: ErrorView;
  constructor(view: ErrorView) {
    super(view.error.code);
    this.name = 'RemoteRefusal';
    this.view = view;
  }
}

export interface Runner {
  readonly run: (act: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export interface RunnerOptions {
  readonly folder: string;
  readonly lang: Lang;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** Acts go to the running server where there is one; else the data directory is opened here, at the first act that
 *  needs it. */
export function runnerOn(options: RunnerOptions): Runner {
  let house: House | undefined;
  const local = async (act: string, input: unknown): Promise<unknown> => {
    if (!findAct(act)?.storeless) house ??= await openHouse(options.folder);
    return runAct(act, input, {
      actor: LOCAL_ACTOR,
      now: systemNow,
      ports: house?.ports({ paths: true }) ?? storelessPorts(options.folder),
      progress: options.progress,
      signal: options.signal,
      lang: options.lang,
    });
  };
  return {
    run: async (act, input) => {
      if (house || findAct(act)?.storeless) return local(act, input);
      const server = await runningServer(options.folder);
      return server ? remote(server, act, input, options) : local(act, input);
    },
    close: async () => {
      await house?.close();
      house = undefined;
    },
  };
}

/** The server of this data directory, if it answers as the one that wrote the note: a killed server leaves its note, and
 *  another program may have taken its address. */
export async function runningServer(folder: string): Promise<ServerNote | null> {
  const note = readServerNote(folder);
  if (!note) return null;
  try {
    const response = await fetch(`${note.url}/api/health`, { signal: AbortSignal.timeout(3_000) });
    const { instance } = (await response.json()) as { instance?: unknown };
    return instance === note.instance ? note : null;
  } catch {
    return null;
  }
}

async function remote(server: ServerNote, act: string, input: unknown, options: RunnerOptions): Promise<unknown> {
  const response = await fetch(`${server.url}/api/acts/${act}`, {
    method: 'POST',
    signal: options.signal,
    headers: {
      authorization: `Bearer ${server.token}`,
      'content-type': 'application/json',
      accept: 'application/x-ndjson',
      'accept-language': options.lang,
    },
    body: JSON.stringify(input),
  });
  if (!response.body) throw new Error('the server answered nothing');
  for await (const line of linesOf(response.body)) {
    const message = JSON.parse(line) as { progress?: Progress; output?: unknown } & Partial<ErrorView>;
    if (message.progress) options.progress(message.progress);
    else if (message.error) throw new RemoteRefusal({ error: message.error, refusals: message.refusals ?? [] });
    else return message.output;
  }
  throw new Refused([{ code: 'server.gone' }]);
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  for await (const chunk of body) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [index, part] of parts.entries()) {
      pieces.push(part);
      if (index === parts.length - 1) break;
      const line = pieces.splice(0).join('');
      if (line !== '') yield line;
    }
  }
  const rest = pieces.join('');
  if (rest !== '') yield rest;
}
