import { readFile, stat } from 'node:fs/promises';
import { refuse } from '#facts';
import { parseJson } from '#server';

/** The text of a small file that a person named; refuses `file.missing`, `file.notAFile`. */
export async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return refuse('file.missing', { file: path });
    if (error.code === 'EISDIR') return refuse('file.notAFile', { file: path });
    throw error;
  });
}

/** A JSON file that a person named; refuses `file.notJson` too. */
export const readJson = async (path: string): Promise<unknown> => parseJson(await readText(path), path);

export const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
