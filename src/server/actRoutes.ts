import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ActContext, type Progress, runAct } from '#acts';
import { refuse } from '#facts';
import { systemNow } from './clock.ts';
import { type House, LOCAL_ACTOR } from './compose.ts';
import { errorAnswer } from './errors.ts';
import type { Guard } from './guard.ts';

interface ActRouteOptions {
  readonly house: House;
  readonly guard: Guard;
  readonly closing: AbortSignal;
  /** Tests put an act of their own here. */
  readonly run?: typeof runAct;
}

/** `POST /api/acts/NAME` for every act of the registry. With `Accept: application/x-ndjson` the answer is a line of
 *  `{progress}` now and then and a last line of `{output}` or `{status, error, refusals}`. A client that goes away
 *  cancels the act. */
export function actRoutes(app: FastifyInstance, { house, guard, closing, run = runAct }: ActRouteOptions): void {
  const running = new Set<Promise<unknown>>();
  app.addHook('onClose', async () => {
    await Promise.allSettled(running);
  });

  app.post<{ Params: { name: string } }>('/api/acts/:name', async (request, reply) => {
    if (closing.aborted) refuse('server.closing');
    const gone = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) gone.abort();
    });
    const signal = AbortSignal.any([gone.signal, closing]);
    const context = (progress: (progress: Progress) => void): ActContext => ({
      actor: LOCAL_ACTOR,
      now: systemNow,
      ports: house.ports({ paths: guard.isLocal(request) }),
      progress,
      signal,
      lang: /^en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'ru',
    });
    const work = (progress: (progress: Progress) => void): Promise<unknown> => {
      const act = run(request.params.name, request.body, context(progress));
      running.add(act);
      void act.catch(() => {}).finally(() => running.delete(act));
      return act;
    };
    if (request.headers.accept?.includes('application/x-ndjson')) return stream(request, reply, work, signal);
    try {
      return (await work(() => {})) ?? null;
    } catch (error) {
      const { status, body } = errorAnswer(error, signal);
      if (status === 500) request.log.error(error);
      return reply.code(status).send(body);
    }
  });
}

/** Progress at most ten times a second: a page needs no more, and a slow reader would hold the work up. */
const PROGRESS_EVERY_MS = 100;
const PULSE_EVERY_MS = 20_000;

async function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  work: (progress: (progress: Progress) => void) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  reply.hijack();
  const raw = reply.raw;
  raw.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' });
  const line = (value: unknown) => raw.write(`${JSON.stringify(value)}\n`);
  raw.flushHeaders();
  // An empty line now and then keeps proxies and clients from giving up on a silent stretch of work.
  const pulse = setInterval(() => raw.write('\n'), PULSE_EVERY_MS);
  let told = 0;
  let stage = '';
  try {
    const output = await work((progress) => {
      const now = performance.now();
      if (progress.stage === stage && now - told < PROGRESS_EVERY_MS) return;
      stage = progress.stage;
      told = now;
      line({ progress });
    });
    line({ output: output ?? null });
  } catch (error) {
    const { status, body } = errorAnswer(error, signal);
    if (status === 500) request.log.error(error);
    line({ status, ...body });
  }
  clearInterval(pulse);
  raw.end();
}
