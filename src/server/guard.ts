import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { FastifyRequest } from 'fastify';
import { refuse } from '#facts';

export interface Guard {
  /** Refuses `request.foreign` for a request that a page of another site may have caused. */
  readonly check: (request: FastifyRequest) => void;
  /** Whether the request carries the local token (from `server.json`, readable by its owner only). */
  readonly isLocal: (request: FastifyRequest) => boolean;
}

/** There are no accounts yet: what protects is that only pages of this server may ask it.
 *  A foreign name in `Host` is DNS rebinding; a foreign `Origin` is another site's page. */
export function guardOf({ token, hosts }: { readonly token: string; readonly hosts: readonly string[] }): Guard {
  const names = new Set(['localhost', hostname().toLowerCase(), ...hosts.map((host) => host.toLowerCase())]);
  const isOurs = (name: string): boolean => names.has(name) || isIP(name.replace(/^\[|\]$/g, '')) !== 0;

  return {
    check: (request) => {
      const { host = '', origin } = request.headers;
      if (!isOurs(host.replace(/:\d+$/, '').toLowerCase())) refuse('request.foreign', { got: host });
      if (request.headers['sec-fetch-site'] === 'cross-site' && request.method !== 'GET') refuse('request.foreign');
      if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
        refuse('request.foreign', { got: origin });
      }
    },
    isLocal: (request) => request.headers.authorization === `Bearer ${token}`,
  };
}
