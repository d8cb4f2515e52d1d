import type { Kysely } from 'kysely';
import { z } from 'zod';
import {
  type BookPort,
  DEFAULT_SETTINGS,
  DOCUMENT_KINDS,
  type IndicatorSetting,
  type SavedDocument,
  type Scope,
} from '#acts';
import { refuse } from '#facts';
import type { BookTables } from './schema.ts';

const settingsJson = z.object({
  zone: z.string(),
  language: z.enum(['ru', 'en']),
  uploadLimitBytes: z.number(),
  keepFilesHours: z.number(),
});
const scopeJson = z.record(z.string(), z.union([z.string(), z.null(), z.array(z.string())]));
const indicatorJson = z.object({
  target: z.number().nullable(),
  norm: z.object({ value: z.number(), source: z.string() }).nullable(),
  seasonal: z.boolean(),
  baseline: z.tuple([z.string(), z.string()]).nullable(),
  matters: z.number().nullable(),
});
const documentKinds = z.enum(DOCUMENT_KINDS);
const outcomes = z.enum(['done', 'refused', 'failed', 'cancelled']);

/** One scope has one spelling, whatever the order of its fields and values. */
export const scopeKey = (scope: Scope): string =>
  JSON.stringify(
    Object.keys(scope)
      .sort()
      .map((field) => {
        const value = scope[field] ?? null;
        return [field, Array.isArray(value) ? (value.length === 1 ? value[0] : [...value].sort()) : value];
      }),
  );

const scopeOf = (key: string): Scope => scopeJson.parse(Object.fromEntries(JSON.parse(key)));

/** The operational store over any Kysely dialect. Inside `transaction` only the book handed to `work` may be used: the
 *  embedded store has one connection, and another book would wait for it for ever. */
export function bookOn(db: Kysely<BookTables>): BookPort {
  const within = <T>(work: (inner: Kysely<BookTables>) => Promise<T>): Promise<T> =>
    db.isTransaction ? work(db) : db.transaction().execute(work);

  return {
    settings: async () => {
      const rows = await db.selectFrom('setting').selectAll().execute();
      const saved = Object.fromEntries(rows.map(({ name, json }) => [name, JSON.parse(json)]));
      return settingsJson.parse({ ...DEFAULT_SETTINGS, ...saved });
    },
    saveSettings: (changed) =>
      within(async (inner) => {
        for (const [name, value] of Object.entries(changed)) {
          if (value === undefined) continue;
          const json = JSON.stringify(value);
          await inner
            .insertInto('setting')
            .values({ name, json })
            .onConflict((conflict) => conflict.column('name').doUpdateSet({ json }))
            .execute();
        }
        return bookOn(inner).settings();
      }),

    mapping: async (source) => {
      const row = await db.selectFrom('mapping').selectAll().where('source', '=', source).executeTakeFirst();
      return row ? { source, mapping: JSON.parse(row.json), actor: row.actor, at: row.saved_at } : null;
    },
    mappings: async () => {
      const rows = await db.selectFrom('mapping').selectAll().orderBy('source').execute();
      return rows.map((row) => ({
        source: row.source,
        mapping: JSON.parse(row.json),
        actor: row.actor,
        at: row.saved_at,
      }));
    },
    saveMapping: async ({ source, mapping, actor, at }) => {
      const row = { json: JSON.stringify(mapping), actor, saved_at: at };
      await db
        .insertInto('mapping')
        .values({ source, ...row })
        .onConflict((conflict) => conflict.column('source').doUpdateSet(row))
        .execute();
    },

    changes: async (metric) => {
      let query = db.selectFrom('recorded_change').selectAll().orderBy('period').orderBy('recorded_at').orderBy('id');
      if (metric !== undefined) query = query.where('metric', 'in', ['', metric]);
      return (await query.execute()).map(({ recorded_at, scope, ...row }) => ({
        ...row,
        metric: row.metric === '' ? null : row.metric,
        scope: scopeOf(scope),
        rebases: row.rebases === 1,
        at: recorded_at,
      }));
    },
    addChange: async ({ at, ...change }) => {
      const row = { ...change, metric: change.metric ?? '', scope: scopeKey(change.scope), recorded_at: at };
      await db
        .insertInto('recorded_change')
        .values({ ...row, rebases: change.rebases ? 1 : 0 })
        .execute();
    },
    removeChange: async (id) => {
      const { numDeletedRows } = await db.deleteFrom('recorded_change').where('id', '=', id).executeTakeFirst();
      return numDeletedRows > 0n;
    },

    indicator: async (metric, scope) => {
      const row = await db
        .selectFrom('indicator_setting')
        .selectAll()
        .where('metric', '=', metric)
        .where('scope', '=', scopeKey(scope))
        .executeTakeFirst();
      return row ? indicatorOf(row) : null;
    },
    indicators: async () => {
      const rows = await db.selectFrom('indicator_setting').selectAll().orderBy('metric').orderBy('scope').execute();
      return rows.map(indicatorOf);
    },
    saveIndicator: async (setting) => {
      const { metric, scope, version, ...rest } = setting;
      const json = JSON.stringify(indicatorJson.parse(rest));
      const key = { metric, scope: scopeKey(scope) };
      const next = version + 1;
      const saved =
        version === 0
          ? (
              await db
                .insertInto('indicator_setting')
                .values({ ...key, json, version: next })
                .onConflict((conflict) => conflict.columns(['metric', 'scope']).doNothing())
                .executeTakeFirst()
            ).numInsertedOrUpdatedRows
          : (
              await db
                .updateTable('indicator_setting')
                .set({ json, version: next })
                .where('metric', '=', key.metric)
                .where('scope', '=', key.scope)
                .where('version', '=', version)
                .executeTakeFirst()
            ).numUpdatedRows;
      if (!saved) refuse('indicator.changedMeanwhile');
      return { ...setting, version: next };
    },

    keptFigures: async (key) => {
      const row = await db.selectFrom('kept_figure').select('json').where('key', '=', key).executeTakeFirst();
      return row ? JSON.parse(row.json) : null;
    },
    keepFigures: async (key, figures, at) => {
      const row = { json: JSON.stringify(figures), kept_at: at };
      await db
        .insertInto('kept_figure')
        .values({ key, ...row })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
        .execute();
    },
    forgetFigures: async () => {
      await db.deleteFrom('kept_figure').execute();
    },

    documents: async (kind) => (await newest(db, kind).execute()).filter((row) => row.stands === 1).map(documentOf),
    document: async (kind, id, version) => {
      let query = db.selectFrom('document').selectAll().where('kind', '=', kind).where('id', '=', id);
      if (version !== undefined) query = query.where('version', '=', version);
      const row = await query.orderBy('version', 'desc').limit(1).executeTakeFirst();
      return row ? documentOf(row) : null;
    },
    documentHistory: async (kind, id) => {
      const query = db.selectFrom('document').selectAll().where('kind', '=', kind).where('id', '=', id);
      return (await query.orderBy('version', 'desc').execute()).map(documentOf);
    },
    saveDocument: (document) =>
      within(async (inner) => {
        const { kind, id, content, stands, actor, at } = document;
        const { last } = await inner
          .selectFrom('document')
          .select((row) => row.fn.coalesce(row.fn.max('version'), row.lit(0)).as('last'))
          .where('kind', '=', kind)
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const version = Number(last) + 1;
        if (version - 1 !== document.version)
          refuse('document.changedMeanwhile', { got: id, with: { newest: version - 1, seen: document.version } });
        const json = JSON.stringify(content);
        // Two writers at once meet at the primary key: the second fails and nothing of it stays.
        await inner
          .insertInto('document')
          .values({ kind, id, version, json, stands: stands ? 1 : 0, actor, saved_at: at })
          .execute();
        return { ...document, version };
      }),

    audit: (entry) =>
      within(async (inner) => {
        const { last } = await inner
          .selectFrom('audit')
          .select((row) => row.fn.coalesce(row.fn.max('seq'), row.lit(0)).as('last'))
          .executeTakeFirstOrThrow();
        const { inputDigest, ...row } = entry;
        await inner
          .insertInto('audit')
          .values({ ...row, seq: Number(last) + 1, input_digest: inputDigest })
          .execute();
      }),
    audited: async (limit) => {
      const rows = await db.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(limit).execute();
      return rows.map(({ actor, at, act, input_digest, outcome }) => ({
        actor,
        at,
        act,
        inputDigest: input_digest,
        outcome: outcomes.parse(outcome),
      }));
    },

    transaction: (work) => within((inner) => work(bookOn(inner))),
  };
}

/** The newest version of each document of a kind. */
const newest = (db: Kysely<BookTables>, kind: string) =>
  db
    .selectFrom('document as d')
    .selectAll('d')
    .where('d.kind', '=', kind)
    .where(({ eb, selectFrom }) =>
      eb(
        'd.version',
        '=',
        selectFrom('document as n')
          .select((row) => row.fn.max('n.version').as('last'))
          .whereRef('n.kind', '=', 'd.kind')
          .whereRef('n.id', '=', 'd.id'),
      ),
    )
    .orderBy('d.id');

const documentOf = ({ kind, id, version, json, stands, actor, saved_at }: BookTables['document']): SavedDocument => ({
  kind: documentKinds.parse(kind),
  id,
  version,
  content: JSON.parse(json),
  stands: stands === 1,
  actor,
  at: saved_at,
});

type IndicatorRow = BookTables['indicator_setting'];

const indicatorOf = ({ metric, scope, json, version }: IndicatorRow): IndicatorSetting => ({
  metric,
  scope: scopeOf(scope),
  ...indicatorJson.parse(JSON.parse(json)),
  version,
});
