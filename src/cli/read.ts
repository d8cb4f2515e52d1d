import { readFile, stat } from 'node:fs/promises';
import { refuse } from '#facts';

/** The text of a small file that a person named; refuses `file.missing`, `file.notAFile`. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return refuse('file.missing', { file: path });
    if (error.code === 'EISDIR') return refuse('file.notAFile', { file: path });
    throw error;
  });
}

/** A JSON file that a person named; refuses `file.notJson` too. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return refuse('file.notJson', { file: path, with: { found: error instanceof Error ? error.message : '' } });
  }
}

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
