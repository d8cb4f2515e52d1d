import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BookPort, FactPort, Ports, ReaderPort } from '#acts';
import { lockDirectory, openBook } from '#store';
import { filesOf, tidy } from './files.ts';

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
  await mkdir(folder, { recursive: true });
  const lock = lockDirectory(folder, new Date().toISOString());
  const closing: (() => Promise<void> | void)[] = [() => lock.release()];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const book = await openBook(join(folder, 'book.sqlite'));
    closing.push(book.close);
    const { keepFilesHours } = await book.settings();
    await tidy(folder, Date.now() - keepFilesHours * 3_600_000);
    const facts = {} as FactPort;
    const reader = {} as ReaderPort;
    return { folder, book, close, ports: (rights) => ({ book, facts, reader, files: filesOf(folder, rights) }) };
  } catch (error) {
    await close();
    throw error;
  }
}
