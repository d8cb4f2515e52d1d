import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';

/** Forward only: a migration that was published is never edited, a mistake is mended by the next one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-begin': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('setting')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('json', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('mapping')
        .addColumn('source', 'text', (column) => column.primaryKey())
        .addColumn('json', 'text', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('saved_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('recorded_change')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('metric', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('period', 'text', (column) => column.notNull())
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('reason', 'text', (column) => column.notNull())
        .addColumn('rebases', 'integer', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('recorded_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('indicator_setting')
        .addColumn('metric', 'text', (column) => column.notNull())
        .addColumn('scope', 'text', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('indicator_setting_key', ['metric', 'scope'])
        .execute();
      await db.schema
        .createTable('kept_figure')
        .addColumn('key', 'text', (column) => column.primaryKey())
        .addColumn('json', 'text', (column) => column.notNull())
        .addColumn('kept_at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('audit')
        .addColumn('seq', 'integer', (column) => column.primaryKey())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .addColumn('act', 'text', (column) => column.notNull())
        .addColumn('input_digest', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0002-documents': {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable('document')
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('json', 'text', (column) => column.notNull())
        .addColumn('stands', 'integer', (column) => column.notNull())
        .addColumn('actor', 'text', (column) => column.notNull())
        .addColumn('saved_at', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('document_key', ['kind', 'id', 'version'])
        .execute();
    },
  },
};

/** Brings the store to the newest schema; a failing migration leaves the previous one and throws. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const provider: MigrationProvider = { getMigrations: async () => ({ ...migrations }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
