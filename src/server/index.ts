// Server: the HTTP API over the registry of acts, the web app's files, and the composition root that opens a data
// directory. Translates only: no rule, no figure, no sentence of its own.
import type { ServeOptions, Serving } from './serve.ts';

export { systemNow } from './clock.ts';
export { type House, LOCAL_ACTOR, openHouse, storelessPorts } from './compose.ts';
export { errorAnswer } from './errors.ts';
export { parseJson } from './json.ts';
export { readServerNote, type ServerNote } from './note.ts';
export { version, webFolder } from './place.ts';

/** Serves an open house. The HTTP machinery is loaded here and not before: most commands never need it. */
export const serve = async (options: ServeOptions): Promise<Serving> => (await import('./serve.ts')).serve(options);
