import type { FastifyRequest } from 'fastify';
import type { ActContext } from '#acts';
import { systemNow } from './clock.ts';
import { type House, LOCAL_ACTOR } from './compose.ts';

// What the routes share that give files to take away.

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** In what an act runs that only reads for a file: nobody watches its progress, and only a closing server cancels it. */
export const exportContext = (
  { house, closing }: { readonly house: House; readonly closing: AbortSignal },
  lang: ActContext['lang'],
): ActContext => ({
  actor: LOCAL_ACTOR,
  now: systemNow,
  ports: house.ports({ paths: false }),
  progress: () => undefined,
  signal: closing,
  lang,
});

/** The language that is asked for in the address, else the reader's own. */
export const askedLang = ({
  query,
  headers,
}: FastifyRequest<{ Querystring: { readonly lang?: string } }>): ActContext['lang'] =>
  /^en\b/i.test(query.lang ?? headers['accept-language'] ?? '') ? 'en' : 'ru';
