import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookPort, Ports } from '#acts';
import { calendarsOf, catalogueOf } from './catalogueFiles.ts';
import { filesOf, tidy } from './files.ts';

/** Until accounts come there is one local user. */
export const LOCAL_ACTOR = 'local';

/** An open data directory: the composition root, where each port of `acts` meets its fulfilment. */
export interface House {
  readonly folder: string;
  readonly book: BookPort;
  /** `paths`: whether the caller may name paths of this machine. */
  readonly ports: (rights: { readonly paths: boolean }) => Ports;
  readonly close: () => Promise<void>;
}

/** Opens (or makes) a data directory for this process alone; refuses `data.inUse`. */
export async function openHouse(folder: string): Promise<House> {
  // Engines are loaded when a directory is opened: most commands end sooner without them.
  const [{ FactStore, lockDirectory, openBook }, { reader }] = await Promise.all([import('#store'), import('#import')]);
  await mkdir(folder, { recursive: true });
  const lock = lockDirectory(folder, new Date().toISOString());
  const closing: (() => Promise<void> | void)[] = [() => lock.release()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const book = await openBook(join(folder, 'book.sqlite'));
    closing.push(book.close);
    const { keepFilesHours, zone } = await book.settings();
    await tidy(folder, Date.now() - keepFilesHours * 3_600_000);
    const facts = await FactStore.open({ directory: folder, zone, calendars: await calendarsOf(folder) });
    closing.push(() => facts.close());
    const catalogue = catalogueOf(folder);
    return {
      folder,
      book,
      close,
      ports: (rights) => ({ book, facts, reader, catalogue, files: filesOf(folder, rights) }),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The ports that need no store, for acts that run beside whoever holds the data directory. */
export function storelessPorts(folder: string): Ports {
  const ports: Pick<Ports, 'catalogue' | 'files'> = {
    catalogue: catalogueOf(folder),
    files: filesOf(folder, { paths: true }),
  };
  return new Proxy(ports as Ports, {
    get: (given, port) => {
      if (port in given) return Reflect.get(given, port);
      throw new Error(`a storeless act used the port ${String(port)}`);
    },
  });
}
