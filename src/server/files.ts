import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { FilesPort, InputFile } from '#acts';
import { refuse } from '#facts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Files of a data directory: `uploads/ID/NAME`, `downloads/ID/NAME`, `temp/…`. `paths`: whether the caller may name
 *  paths of this machine: the holder of the local token may, a page in a browser may not. */
export function filesOf(folder: string, { paths }: { readonly paths: boolean }): FilesPort {
  const own = (path: string): string => {
    if (!paths) return refuse('file.pathForbidden', { file: path });
    if (!isAbsolute(path)) return refuse('file.pathRelative', { file: path });
    return path;
  };
  return {
    open: async (file) => ('path' in file ? inputFile(own(file.path)) : uploaded(folder, file.upload)),
    output: async (path) => {
      if (path !== undefined) {
        await mkdir(own(path), { recursive: true });
        return { path, address: () => null };
      }
      const id = randomUUID();
      const made = join(folder, 'downloads', id);
      await mkdir(made, { recursive: true });
      return { path: made, address: (file) => `/api/downloads/${id}/${encodeURIComponent(basename(file))}` };
    },
    write: async (to, name, text) => {
      const path = join(to, randomUUID());
      await writeFile(path, text, { flag: 'wx' });
      return { name, path, bytes: Buffer.byteLength(text) };
    },
    temporary: async (work) => {
      await mkdir(join(folder, 'temp'), { recursive: true });
      const made = await mkdtemp(join(folder, 'temp', 't-'));
      try {
        return await work(made);
      } finally {
        await rm(made, { recursive: true, force: true });
      }
    },
  };
}

/** Where a new upload is to be written. The name keeps its letters but loses its folders and control characters. */
export async function newUpload(folder: string, name: string): Promise<{ id: string; path: string; name: string }> {
  const bare = [...(name.split(/[/\\]/).at(-1) ?? '')]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('');
  const safe = bare.replace(/^\.+$/, '').slice(0, 120) || 'file';
  const id = randomUUID();
  await mkdir(join(folder, 'uploads', id), { recursive: true });
  return { id, path: join(folder, 'uploads', id, safe), name: safe };
}

export const dropUpload = (folder: string, id: string): Promise<void> =>
  rm(join(folder, 'uploads', id), { recursive: true, force: true });

/** A file that waits for download; refuses `file.missing`. */
export async function download(folder: string, id: string, name: string): Promise<ReturnType<typeof createReadStream>> {
  if (!UUID.test(id) || basename(name) !== name) refuse('file.missing', { file: name });
  const { path } = await inputFile(join(folder, 'downloads', id, name));
  return createReadStream(path);
}

/** Removes what a killed process left in `temp`, and uploads and downloads last touched before `oldestMs`. */
export async function tidy(folder: string, oldestMs: number): Promise<void> {
  await rm(join(folder, 'temp'), { recursive: true, force: true });
  for (const kind of ['uploads', 'downloads']) {
    const names = await readdir(join(folder, kind)).catch(() => []);
    for (const name of names) {
      const path = join(folder, kind, name);
      const made = await stat(path).catch(() => null);
      if (made && made.mtimeMs < oldestMs) await rm(path, { recursive: true, force: true });
    }
  }
}

async function inputFile(path: string): Promise<InputFile> {
  const found = await stat(path).catch(() => null);
  if (!found) return refuse('file.missing', { file: path });
  if (!found.isFile()) return refuse('file.notAFile', { file: path });
  return { name: basename(path), path, bytes: found.size };
}

async function uploaded(folder: string, id: string): Promise<InputFile> {
  const names = UUID.test(id) ? await readdir(join(folder, 'uploads', id)).catch(() => []) : [];
  const name = names[0];
  return name === undefined ? refuse('file.missing', { file: id }) : inputFile(join(folder, 'uploads', id, name));
}
