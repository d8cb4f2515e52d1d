import type { ErrorView } from './types.ts';

/** How far a long act has come. `total` null: not known; `stage` is a code that words turn into a sentence.
 *  `rate` per second and `remainingSeconds` are told from the clock of this page. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
  readonly unit: string;
  readonly rate: number | null;
  readonly remainingSeconds: number | null;
}

/** An act that the server refused: its reasons are data in both languages. `view` null: the server was not reached. */
export class ActRefused extends Error {
  readonly view: ErrorView | null;
  readonly status: number;
  constructor(status: number, view: ErrorView | null, message: string) {
    super(view?.error.code ?? message);
    this.name = 'ActRefused';
    this.status = status;
    this.view = view;
  }
}

export interface ActOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Calls an act and follows its progress. Aborting the signal cancels the act on the server too. */
export const act = async <Result>(name: string, input: unknown, options: ActOptions = {}): Promise<Result> => {
  const response = await reach(`/api/acts/${name}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/x-ndjson, application/json;q=0.9',
      // The language of the page, which need not be the browser's: some answers hold words in one language only.
      'accept-language': document.documentElement.lang,
    },
    body: JSON.stringify(input),
    signal: options.signal ?? null,
  });
  if (!response.ok) throw await refused(response);
  if (!response.headers.get('content-type')?.includes('ndjson')) return (await response.json()) as Result;
  return await lastLine<Result>(response, options.onProgress);
};

/** Sends a file's bytes; the answer is its id for acts that read uploads. `onSent` gets bytes sent. */
export const upload = (
  file: File,
  options: { signal?: AbortSignal; onSent?: (bytes: number) => void } = {},
): Promise<{ upload: string }> =>
  // fetch does not tell how much of a body is sent, XMLHttpRequest does
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = (event) => options.onSent?.(event.loaded);
    request.onload = () => {
      if (request.status < 300) resolve(request.response as { upload: string });
      else reject(new ActRefused(request.status, errorView(request.response), request.statusText));
    };
    request.onerror = () => reject(new ActRefused(0, null, 'unreachable'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });

const reach = async (address: string, init: RequestInit): Promise<Response> => {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ActRefused(0, null, 'unreachable');
  }
};

const refused = async (response: Response): Promise<ActRefused> => {
  const body = await response.json().catch(() => null);
  return new ActRefused(response.status, errorView(body), response.statusText);
};

const errorView = (body: unknown): ErrorView | null =>
  typeof body === 'object' && body !== null && 'error' in body ? (body as ErrorView) : null;

/** As the server tells it. */
export type Told = Omit<Progress, 'rate' | 'remainingSeconds'>;
type Line = { readonly progress?: Told; readonly output?: unknown; readonly error?: unknown };

const lastLine = async <Result>(response: Response, onProgress?: (progress: Progress) => void): Promise<Result> => {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const pace = paceOf();
  let pieces: string[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    // an answer of megabytes is one line in many pieces: it is looked through once, when it has come to its end
    pieces.push(value ?? '');
    if (!done && !value.includes('\n')) continue;
    const lines = pieces.join('').split('\n');
    pieces = done ? [] : [lines.pop() ?? ''];
    for (const text of lines) {
      if (text.trim() === '') continue;
      const line = JSON.parse(text) as Line;
      if (line.progress) onProgress?.(pace(line.progress));
      else if ('output' in line) return line.output as Result;
      else throw new ActRefused(response.status, errorView(line), 'refused');
    }
    if (done) throw new ActRefused(response.status, null, 'cut');
  }
};

/** Adds pace and remaining time to what the server tells, from the beginning of each stage. */
export const paceOf = (clock: () => number = () => performance.now()): ((told: Told) => Progress) => {
  let stage: string | null = null;
  let since = 0;
  let before = 0;
  return (told) => {
    if (told.stage !== stage) {
      stage = told.stage;
      since = clock();
      before = told.done;
    }
    const seconds = (clock() - since) / 1000;
    // the first second says nothing about the pace
    const rate = seconds >= 1 && told.done > before ? (told.done - before) / seconds : null;
    const remainingSeconds = rate !== null && told.total !== null ? Math.max(0, told.total - told.done) / rate : null;
    return { ...told, rate, remainingSeconds };
  };
};
