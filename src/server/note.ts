import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where a running server can be reached and how its owner proves to be local: `DIR/server.json`, mode 0600. */
const serverJson = z.object({ url: z.string(), pid: z.number(), token: z.string(), instance: z.string() });
export type ServerNote = z.infer<typeof serverJson>;

/** The note of a server that was started on this folder; null where there is none (a killed server leaves its own). */
export function readServerNote(folder: string): ServerNote | null {
  try {
    return serverJson.parse(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8')));
  } catch {
    return null;
  }
}
