import { DatabaseSync } from '@photostructure/sqlite';
import { type SqliteDatabase, SqliteDialect } from 'kysely';

/** The SQLite dialect over `@photostructure/sqlite` (the API of node:sqlite, which Node 20 lacks). */
export function sqliteDialect(path: string): SqliteDialect {
  return new SqliteDialect({ database: async () => openDatabase(path) });
}

/** Each acknowledged commit is on the disk: WAL with a full sync. A reader of the file waits instead of failing. */
function openDatabase(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return {
    close: () => {
      // Statements that were not collected yet keep the file open a little longer: leave nothing to them.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}
