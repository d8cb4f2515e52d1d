import { randomBytes, randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Progress } from '#acts';
import { refuse } from '#facts';
import { buildApp } from './app.ts';
import type { House } from './compose.ts';
import type { ServerNote } from './note.ts';

export interface ServeOptions {
  readonly house: House;
  readonly port: number;
  readonly host: string;
  readonly hosts?: readonly string[];
  readonly version: string;
  readonly web?: string;
  readonly loading?: () => Progress | null;
}

export interface Serving {
  readonly url: string;
  /** Stops accepting, aborts running acts, waits for them, and takes `server.json` away. The house stays open. */
  readonly stop: () => Promise<void>;
}

/** Serves an open house; refuses `server.portTaken`, `server.portForbidden`, `server.hostUnknown`. */
export async function serve({ house, port, host, hosts = [], version, web, loading }: ServeOptions): Promise<Serving> {
  const closing = new AbortController();
  const token = randomBytes(32).toString('base64url');
  const instance = randomUUID();
  const logger = pino({ level: 'warn' }, pino.destination({ dest: join(house.folder, 'server.log'), sync: true }));
  const app = await buildApp({
    house,
    version,
    token,
    instance,
    hosts: [host, ...hosts],
    web,
    closing: closing.signal,
    loading,
    logger,
  });
  await app.listen({ port, host }).catch(async (error: NodeJS.ErrnoException) => {
    await app.close();
    const code = LISTEN_ERRORS[error.code ?? ''];
    if (code) refuse(code, { with: { port: String(port), host } });
    throw error;
  });
  const address = app.server.address();
  const taken = address !== null && typeof address === 'object' ? address.port : port;
  const shown = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const url = `http://${shown}:${taken}`;
  const note: ServerNote = { url, pid: process.pid, token, instance };
  const path = join(house.folder, 'server.json');
  writeFileSync(`${path}.new`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return {
    url,
    stop: async () => {
      closing.abort();
      rmSync(path, { force: true });
      await app.close();
    },
  };
}

const LISTEN_ERRORS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'server.portTaken',
  EACCES: 'server.portForbidden',
  EADDRNOTAVAIL: 'server.hostUnknown',
  ENOTFOUND: 'server.hostUnknown',
};
