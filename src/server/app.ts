import { existsSync } from 'node:fs';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import { type FastifyBaseLogger, type FastifyInstance, fastify } from 'fastify';
import type { Progress, runAct } from '#acts';
import { refuse } from '#facts';
import { actRoutes } from './actRoutes.ts';
import type { House } from './compose.ts';
import { errorAnswer } from './errors.ts';
import { exportRoutes } from './exportRoutes.ts';
import { guardOf } from './guard.ts';
import { openapi } from './openapi.ts';
import { paperRoutes } from './paperRoutes.ts';
import { uploadRoutes } from './uploads.ts';

export interface AppOptions {
  readonly house: House;
  readonly version: string;
  /** Who holds it may name paths of this machine. */
  readonly token: string;
  /** Tells this run of the server from another that took over its address. */
  readonly instance: string;
  /** Names beside localhost under which the server may be asked. */
  readonly hosts: readonly string[];
  /** Folder of the built web app; absent in tests. */
  readonly web?: string;
  readonly closing: AbortSignal;
  /** How far the loading of the first data has come; null when there is nothing to wait for. */
  readonly loading?: () => Progress | null;
  readonly logger?: FastifyBaseLogger;
  readonly run?: typeof runAct;
}

/** Largest JSON body of an act, bytes: series and specs are small, files go through uploads. */
const BODY_LIMIT = 32 * 1024 ** 2;

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { house, closing, loading = () => null } = options;
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    requestTimeout: 0,
    ...(options.logger ? { loggerInstance: options.logger } : {}),
  });
  // Only JSON that says so: a form or a script of another site cannot send that without asking first.
  app.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Charts and headless parts place elements by inline styles.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // The server speaks plain HTTP on this machine; a proxy that adds TLS adds these itself.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });

  const guard = guardOf(options);
  app.addHook('onRequest', async (request) => guard.check(request));
  app.setErrorHandler((error, request, reply) => {
    const { status, body } = errorAnswer(error);
    if (status === 500) request.log.error(error);
    return reply.code(status).send(body);
  });

  app.get('/api/health', async (_request, reply) => {
    const first = loading();
    const isReady = first === null && !closing.aborted;
    return reply
      .code(isReady ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ready: isReady, version: options.version, instance: options.instance, loading: first });
  });
  app.get('/api/openapi.json', async () => openapi(options.version));
  exportRoutes(app, { house, closing });
  paperRoutes(app, { house, closing });
  actRoutes(app, { house, guard, closing, run: options.run });
  uploadRoutes(app, house);
  await webRoutes(app, options.web);
  return app;
}

/** The web app: hashed assets for ever, any other address the page itself, which knows its own routes. */
async function webRoutes(app: FastifyInstance, web: string | undefined): Promise<void> {
  const page = web !== undefined && existsSync(join(web, 'index.html'));
  if (page) {
    await app.register(staticFiles, {
      root: web,
      wildcard: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url);
    if (page && wantsPage) return reply.sendFile('index.html');
    return refuse('page.unknown', { got: request.url });
  });
}
