// Server: the HTTP API over the registry of acts, the web app's files, and the composition root that opens a data
// directory. Translates only: no rule, no figure, no sentence of its own.
export { LOCAL_ACTOR } from './actRoutes.ts';
export { systemNow } from './clock.ts';
export { type House, openHouse, storelessPorts } from './compose.ts';
export { errorAnswer, worded } from './errors.ts';
export { version, webFolder } from './place.ts';
export { readServerNote, type ServerNote, type Serving, serve } from './serve.ts';
