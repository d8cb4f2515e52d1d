import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { refuse } from '#facts';
import type { Limits } from './staged.ts';

export interface Piece {
  readonly bytes: Buffer;
  /** Bytes of the file on disk that were read so far. */
  readonly done: number;
  readonly total: number;
}

/** The bytes of a file, unpacked where it is gzip. Refused: `gzip.bomb`, `gzip.broken` (also cut short). */
export async function* unpacked(
  path: string,
  file: string,
  gzip: boolean,
  limits: Limits,
  signal?: AbortSignal,
): AsyncGenerator<Piece> {
  const total = (await stat(path)).size;
  const source = createReadStream(path, { highWaterMark: 256 * 1024, signal });
  if (!gzip) {
    for await (const bytes of source) yield { bytes: bytes as Buffer, done: source.bytesRead, total };
    return;
  }
  const most = Math.min(limits.unpackedBytes, Math.max(limits.bombBytes, limits.bombRatio * total));
  const gunzip = source.pipe(createGunzip({ chunkSize: 256 * 1024 }));
  source.on('error', (error) => gunzip.destroy(error));
  let count = 0;
  try {
    for await (const bytes of gunzip) {
      count += (bytes as Buffer).length;
      if (count > most) refuse('gzip.bomb', { file, with: { bytes: count, packed: total } });
      yield { bytes: bytes as Buffer, done: source.bytesRead, total };
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))
      refuse('gzip.broken', { file, got: error.message });
    throw error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
