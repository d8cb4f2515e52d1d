import { Kysely } from 'kysely';
import type { BookPort } from '#acts';
import { bookOn } from './book.ts';
import { migrate } from './migrations.ts';
import type { BookTables } from './schema.ts';
import { sqliteDialect } from './sqlite.ts';

/** Opens (or makes) the operational store in the file `path` and brings its schema up to date. */
export async function openBook(path: string): Promise<BookPort & { readonly close: () => Promise<void> }> {
  const db = new Kysely<BookTables>({ dialect: sqliteDialect(path) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return { ...bookOn(db), close: () => db.destroy() };
}
