import { isAscii, isUtf8 } from 'node:buffer';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { refuse } from '#facts';
import { wholeLines } from './scan.ts';
import { cut, type Limits } from './staged.ts';

/** The encoding that a byte order mark states. */
export const markedEncoding = (head: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** Whether bytes that are no UTF-8 look like Russian in CP1251: most high bytes are letters or the usual signs. In
 *  CP866 and in binary data most are not. */
export const looksCp1251 = (bytes: Buffer): boolean => {
  let high = 0;
  let usual = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc0 || USUAL.has(byte)) usual++;
  }
  return high > 0 && usual / high >= 0.85;
};
/** Ё ё № « » – — … “ ” „ no-break space, • ° § */
const USUAL = new Set([0xa8, 0xb8, 0xb9, 0xab, 0xbb, 0x96, 0x97, 0x85, 0x93, 0x94, 0x84, 0xa0, 0x95, 0xb0, 0xa7]);

/** Rewrites a file as UTF-8, line by line as it stands. With `watchMixed` a line that is proper UTF-8 among lines that
 *  are not is refused (`file.mixedEncoding`). Lone CR (old Mac) become line breaks. */
export const transcode = async (
  from: string,
  to: string,
  encoding: string,
  options: { file: string; limits: Limits; signal?: AbortSignal | undefined; watchMixed: boolean },
): Promise<void> => {
  const out = createWriteStream(to);
  try {
    const decoder = decoderOf(encoding, options.file);
    let line = 1;
    const wide = encoding.startsWith('utf-16');
    const pieces = wide
      ? rawPieces(from, options.signal)
      : wholeLines(from, options.file, options.limits, options.signal);
    for await (const { piece } of pieces) {
      if (options.watchMixed) line = watch(piece, line, options.file);
      const text = decoder.decode(piece, { stream: true }).replace(/\r(?!\n|$)/g, '\n');
      if (!out.write(text)) await once(out, 'drain');
    }
    out.end(decoder.decode());
    await finished(out);
  } catch (error) {
    out.destroy();
    throw error;
  }
};

const decoderOf = (encoding: string, file: string): TextDecoder => {
  try {
    return new TextDecoder(encoding);
  } catch {
    return refuse('file.encoding', { file, got: encoding });
  }
};

async function* rawPieces(path: string, signal?: AbortSignal): AsyncGenerator<{ piece: Buffer }> {
  const { createReadStream } = await import('node:fs');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal }))
    yield { piece: chunk as Buffer };
}

const watch = (piece: Buffer, firstLine: number, file: string): number => {
  let line = firstLine;
  for (let start = 0; start < piece.length; line++) {
    const found = piece.indexOf(10, start);
    const end = found < 0 ? piece.length : found;
    const text = piece.subarray(start, end);
    if (!isAscii(text) && isUtf8(text))
      refuse('file.mixedEncoding', { file, line, got: cut(text.toString('utf8').trim()) });
    start = end + 1;
  }
  return line;
};
