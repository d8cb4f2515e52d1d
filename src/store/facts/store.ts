import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  BatchView,
  FactContext,
  FactPort,
  IngestReport,
  IngestRequest,
  OrganisationKept,
  SourceView,
  StepProgress,
} from '#acts';
import type { Fact } from '#facts';
import { type Engine, printDuckDb } from '#measure';
import { formatUtc } from '#time';
import { readPieces } from './append.ts';
import { closingsDigest, writeClosings } from './closings.ts';
import { dropRows } from './cover.ts';
import { type Connection, FactDatabase } from './database.ts';
import { settleCases } from './defaults.ts';
import { deriveAll, deriveRunsOf, deriveTouched, TOUCHED } from './derive.ts';
import { exportFact } from './exporting.ts';
import { ingest } from './ingest.ts';
import { organisationKept } from './organisationKept.ts';
import { rebuildPlaces } from './places.ts';
import type { IngestSettings } from './settings.ts';

export interface FactStoreOptions {
  readonly directory: string;
  readonly zone: string;
  /** Production calendars by name: the files' text. */
  readonly calendars: ReadonlyMap<string, string>;
  readonly memoryLimit?: string;
}

interface BatchRow {
  readonly id: string;
  readonly importedAt: number;
  readonly actor: string;
  readonly source: string;
  readonly sourceNo: number;
  readonly horizon: number;
  readonly facts: string;
  readonly report: string;
  readonly recorded: string;
}

/** Facts and their batches in an embedded engine. Writers go one at a time; readers see whole batches only. */
export class FactStore implements FactPort {
  private readonly database: FactDatabase;
  private readonly settings: IngestSettings;
  private readonly reader: Connection;
  private writing: Promise<unknown> = Promise.resolve();
  private known: FactContext | null = null;
  private kept: OrganisationKept | null = null;

  private constructor(database: FactDatabase, reader: Connection, settings: IngestSettings) {
    this.database = database;
    this.reader = reader;
    this.settings = settings;
  }

  static async open(options: FactStoreOptions): Promise<FactStore> {
    const database = await FactDatabase.open(options.directory, options.memoryLimit);
    const key = keyOf(options.directory);
    return new FactStore(database, await database.connect(), { key, zone: options.zone, calendars: options.calendars });
  }

  close(): void {
    this.reader.close();
    this.database.close();
  }

  ingest(request: IngestRequest, progress: (step: StepProgress) => void, signal: AbortSignal): Promise<IngestReport> {
    return this.write((connection) =>
      this.database.withStage(connection, () => ingest(connection, request, this.settings, progress, signal)),
    );
  }

  dropBatch(id: string): Promise<void> {
    return this.write(async (connection) => {
      await connection.run('BEGIN TRANSACTION');
      try {
        const { organisation } = await dropRows(connection, id);
        await rebuildPlaces(connection, this.settings);
        await connection.run('CREATE OR REPLACE TEMP TABLE touched AS SELECT caseNo FROM dropped_case');
        await settleCases(connection, TOUCHED, null);
        const [quiet, endless] = [() => undefined, new AbortController().signal];
        if (organisation) await deriveAll(connection, this.settings, false, quiet, endless);
        else await deriveTouched(connection, this.settings, quiet, endless);
        await connection.run('DROP TABLE IF EXISTS temp.touched');
        await connection.run('DROP TABLE IF EXISTS temp.dropped_case');
        await connection.run('COMMIT');
      } catch (error) {
        await connection.run('ROLLBACK');
        throw error;
      }
    });
  }

  closeRunsAt(journey: string, touchpoints: readonly string[]): Promise<void> {
    return this.write(async (connection) => {
      await connection.run('BEGIN TRANSACTION');
      try {
        if (await writeClosings(connection, journey, touchpoints))
          await deriveRunsOf(connection, this.settings, journey);
        await connection.run('COMMIT');
      } catch (error) {
        await connection.run('ROLLBACK');
        throw error;
      }
    });
  }

  async batches(): Promise<readonly BatchView[]> {
    const rows = await this.reader.rows<BatchRow>('SELECT * FROM batch ORDER BY no DESC');
    return rows.map((row) => {
      const report = JSON.parse(row.report) as IngestReport & { readonly refused: number };
      return {
        id: row.id,
        importedAt: formatUtc(row.importedAt),
        actor: row.actor,
        source: row.source,
        files: report.files,
        horizon: formatUtc(row.horizon),
        cases: report.cases,
        events: report.events,
        refused: report.refused,
      };
    });
  }

  exportTo(fact: Fact | 'span', file: string): Promise<number> {
    return exportFact(this.reader, fact, file);
  }

  /** Each session has a connection of its own; BIGINT comes back as number. */
  async session<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    const connection = await this.database.connect();
    try {
      return await work({
        print: printDuckDb,
        run: async (sql) => {
          await connection.run(sql);
        },
        rows: <R>(sql: string) => connection.rows<R>(sql),
        read: (sql, width, take) => readPieces(connection, sql, width, take),
      });
    } finally {
      connection.close();
    }
  }

  async context(): Promise<FactContext> {
    this.known ??= await this.loadContext();
    return this.known;
  }

  async organisation(): Promise<OrganisationKept> {
    this.kept ??= await organisationKept(this.reader, this.settings);
    return this.kept;
  }

  private async loadContext(): Promise<FactContext> {
    const codes = await this.reader.rows<{ no: number; text: string }>('SELECT "no", text FROM code');
    const numbers = new Map(codes.map(({ no, text }) => [text, no]));
    const texts = new Map(codes.map(({ no, text }) => [no, text]));
    const batches = await this.reader.rows<BatchRow>('SELECT * FROM batch ORDER BY no');
    const sources = new Map<number, { name: string; kinds: Set<string>; fields: Set<string>; outcomes: boolean }>();
    const horizons: Partial<Record<Fact, number>> = {};
    for (const batch of batches) {
      const recorded = JSON.parse(batch.recorded) as { kinds: string[]; fields: string[]; outcomes: boolean };
      const source = sources.get(batch.sourceNo) ?? {
        name: batch.source,
        kinds: new Set(),
        fields: new Set(),
        outcomes: false,
      };
      for (const kind of recorded.kinds) source.kinds.add(kind);
      for (const field of recorded.fields) source.fields.add(field);
      source.outcomes ||= recorded.outcomes;
      sources.set(batch.sourceNo, source);
      for (const fact of JSON.parse(batch.facts) as Fact[])
        horizons[fact] = Math.max(horizons[fact] ?? batch.horizon, batch.horizon);
    }
    // Where only events tell of cases, they are all that is told of them.
    const made = await this.reader.one<{ horizon: number | null }>(
      'SELECT max(b.horizon) AS horizon FROM batch b WHERE b.no IN (SELECT batch FROM case_row WHERE live AND NOT given)',
    );
    if (made?.horizon != null) horizons.case = Math.max(horizons.case ?? made.horizon, made.horizon);
    const views = [...sources].map(
      ([no, one]): SourceView => ({
        no,
        name: one.name,
        kinds: [...one.kinds],
        fields: [...one.fields],
        outcomes: one.outcomes,
      }),
    );
    const places = await this.reader.rows<{ place: number; above: number; from: number; to: number }>(
      'SELECT * FROM below',
    );
    const below = new Map<string, { place: number; from: number; to: number }[]>();
    for (const { place, above, from, to } of places) {
      const name = texts.get(above)!;
      below.set(name, [...(below.get(name) ?? []), { place, from, to }]);
    }
    const units = await this.reader.rows<{ place: number }>('SELECT place FROM place WHERE NOT isBody');
    return {
      codeOf: (text) => numbers.get(text) ?? null,
      textOf: (no) => texts.get(no) ?? null,
      codesContaining: (part) => codes.filter(({ text }) => text.includes(part)).map(({ no }) => no),
      zone: this.settings.zone,
      below: (place) => below.get(place) ?? [],
      units: units.map(({ place }) => place),
      span: await this.span(horizons),
      choices: {
        unit: await this.reader.rows(
          `SELECT c.text AS value, coalesce(max(o.name), c.text) AS label FROM code c JOIN organisation_row o ON o.id = c."no" AND o.live AND o.kind = 1 GROUP BY c.text
           UNION SELECT c.text, c.text FROM code c WHERE c."no" IN (SELECT unit FROM case_row WHERE live) AND c."no" NOT IN (SELECT id FROM organisation_row WHERE live) ORDER BY value`,
        ),
        service: await this.reader.rows(
          'SELECT c.text AS value, c.text AS label FROM code c WHERE c."no" IN (SELECT service FROM case_row WHERE live) ORDER BY value',
        ),
      },
      pseudonymOf: (employee) => pseudonym(employee, this.settings.key),
      sources: views,
      horizons,
      batches: batches.map((batch) => batch.id),
      version: [...batches.map((batch) => batch.id), await closingsDigest(this.reader)].filter(Boolean).join('+'),
    };
  }

  /** From the first closing, answer or reading to the latest horizon. */
  private async span(horizons: Partial<Record<Fact, number>>): Promise<{ from: number; to: number } | null> {
    const to = Math.max(...Object.values(horizons), Number.NEGATIVE_INFINITY);
    const least = (table: string, column: string) => `SELECT min("${column}") AS moment FROM ${table} WHERE live`;
    // What was begun before the first closing belongs to a time of which the log tells too little.
    const first = [least('case_row', 'closedAt'), least('answer_row', 'at'), least('reading_row', 'at')].join(
      ' UNION ALL ',
    );
    const from = await this.reader.one<{ moment: number | null }>(
      `SELECT coalesce((SELECT min(moment) FROM (${first})), (SELECT min(moment) FROM (${least('case_row', 'registeredAt')} UNION ALL ${least('text_row', 'at')}))) AS moment`,
    );
    return from?.moment == null || !Number.isFinite(to) ? null : { from: from.moment, to };
  }

  /** Writers wait for each other; each has a connection of its own, and what was read before is forgotten. */
  private async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const turn = this.writing.then(async () => {
      const connection = await this.database.connect();
      try {
        return await work(connection);
      } finally {
        connection.close();
        this.known = null;
        this.kept = null;
      }
    });
    this.writing = turn.catch(() => undefined);
    return turn;
  }
}

/** The secret that personal keys are hashed with: beside the stores, never in them (facts.md § 1). */
function keyOf(directory: string): string {
  const file = join(directory, 'key');
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8').trim();
}

/** The same pseudonym as the import gives (encode.ts). */
const pseudonym = (employee: string, key: string): string =>
  employee.startsWith('e:')
    ? employee
    : `e:${createHash('sha256')
        .update(key + employee)
        .digest('hex')
        .slice(0, 20)}`;
