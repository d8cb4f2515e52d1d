import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Limits } from './staged.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly start: number;
  readonly packed: number;
}

export class ZipBomb extends Error {}
export class ZipBroken extends Error {}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_ENTRIES = 10_000;
/** Parts that a reader holds in memory whole (shared strings, styles, relations). */
const WHOLE_PART_BYTES = 512 * 1024 * 1024;
const STREAMED_PART = /^xl\/worksheets\/[^/]+\.xml$/i;

/** Entries by the central directory. Only what the guard needs: the reading proper is the library's. */
export const zipEntries = (file: Buffer): ZipEntry[] => {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END) end--;
  if (end < 0) throw new ZipBroken('no end of central directory');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipBomb('too many entries');
  let at = file.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw new ZipBroken('central directory');
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    if (local + 30 > file.length) throw new ZipBroken('local header');
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
      start: local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28),
      packed: file.readUInt32LE(at + 20),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
};

/** Unpacks everything to nowhere and counts: sizes that a zip states about itself are no evidence. */
export const guardZip = async (file: Buffer, entries: readonly ZipEntry[], limits: Limits): Promise<void> => {
  let total = 0;
  const most = Math.min(limits.unpackedBytes, Math.max(limits.bombBytes, limits.bombRatio * file.length));
  for (const entry of entries) {
    let part = 0;
    const count = (bytes: number): void => {
      part += bytes;
      total += bytes;
      if (total > most || (part > WHOLE_PART_BYTES && !STREAMED_PART.test(entry.name))) throw new ZipBomb(entry.name);
    };
    const packed = file.subarray(entry.start, entry.start + entry.packed);
    if (packed.length < entry.packed) throw new ZipBroken(entry.name);
    if (entry.method === 0) count(packed.length);
    else if (entry.method === 8) await inflateCounted(packed, count);
    else throw new ZipBroken(`method ${entry.method}`);
  }
};

const inflateCounted = (packed: Buffer, count: (bytes: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const inflate = createInflateRaw({ chunkSize: 256 * 1024 });
    inflate.on('data', (chunk: Buffer) => {
      try {
        count(chunk.length);
      } catch (error) {
        inflate.destroy();
        reject(error);
      }
    });
    inflate.on('end', resolve);
    inflate.on('error', (error) => reject(new ZipBroken(error.message)));
    inflate.end(packed);
  });

/** A small part, whole. */
export const zipPart = (file: Buffer, entries: readonly ZipEntry[], name: string): Buffer | undefined => {
  const entry = entries.find((one) => one.name === name);
  if (!entry) return undefined;
  const packed = file.subarray(entry.start, entry.start + entry.packed);
  return entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: 64 * 1024 * 1024 });
};

/** A part as text, piece by piece as it is asked for. */
export async function* inflatedPart(file: Buffer, entry: ZipEntry): AsyncGenerator<string> {
  const packed = file.subarray(entry.start, entry.start + entry.packed);
  const decoder = new TextDecoder('utf-8');
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += PIECE_BYTES)
      yield decoder.decode(packed.subarray(at, at + PIECE_BYTES), { stream: true });
    return;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(packed);
  for await (const piece of inflate) yield decoder.decode(piece as Buffer, { stream: true });
}
const PIECE_BYTES = 128 * 1024;
