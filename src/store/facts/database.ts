import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { SCHEMA } from './schema.ts';

/** One statement runner over a DuckDB connection; values are always parameters or quoted by `quote`. */
export class Connection {
  readonly raw: DuckDBConnection;
  constructor(raw: DuckDBConnection) {
    this.raw = raw;
  }

  async run(sql: string): Promise<number> {
    const result = await this.raw.run(sql);
    return result.rowsChanged;
  }

  /** Rows as objects; BIGINT and HUGEINT become numbers (micros and counts stay below 2^53). */
  async rows<T = Record<string, unknown>>(sql: string): Promise<T[]> {
    const reader = await this.raw.runAndReadAll(sql);
    const names = reader.columnNames();
    return reader.getRows().map((row) => {
      const object: Record<string, unknown> = {};
      for (let index = 0; index < names.length; index += 1) object[names[index]!] = plain(row[index]!);
      return object as T;
    });
  }

  async one<T = Record<string, unknown>>(sql: string): Promise<T | undefined> {
    return (await this.rows<T>(sql))[0];
  }

  async number(sql: string): Promise<number> {
    const row = await this.one<Record<string, unknown>>(sql);
    const value = row ? Object.values(row)[0] : null;
    return typeof value === 'number' ? value : 0;
  }

  close(): void {
    this.raw.closeSync();
  }
}

function plain(value: DuckDBValue): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value;
  if ('items' in value && Array.isArray(value.items)) return value.items.map((item) => plain(item as DuckDBValue));
  if ('entries' in value && typeof value.entries === 'object' && !Array.isArray(value.entries)) {
    return Object.fromEntries(
      Object.entries(value.entries as Record<string, DuckDBValue>).map(([k, v]) => [k, plain(v)]),
    );
  }
  return value;
}

/** A SQL text literal. */
export const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A quoted SQL name. */
export const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The name of the database that an import stages its rows in. */
export const STAGE = 'stage';

/** The fact store's file and its connections. One process owns the file (DuckDB locks it). */
export class FactDatabase {
  private readonly instance: DuckDBInstance;
  private readonly stage: string;
  private constructor(instance: DuckDBInstance, directory: string) {
    this.instance = instance;
    this.stage = join(directory, 'facts.stage');
  }

  static async open(directory: string, memoryLimit = '448MB'): Promise<FactDatabase> {
    mkdirSync(directory, { recursive: true });
    const instance = await DuckDBInstance.create(join(directory, 'facts.duckdb'), {
      threads: '2',
      memory_limit: memoryLimit,
      temp_directory: join(directory, 'facts.tmp'),
      // Never download: everything the store uses is built in.
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const database = new FactDatabase(instance, directory);
    database.clearStage();
    const connection = await database.connect();
    try {
      for (const statement of SCHEMA) await connection.run(statement);
    } finally {
      connection.close();
    }
    return database;
  }

  async connect(): Promise<Connection> {
    return new Connection(await this.instance.connect());
  }

  /** Gives `work` an empty database beside the facts, for one at a time. It is a file, since there rows lie packed: as
   *  temporary tables they would fill the memory and be written out unpacked. */
  async withStage<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
    this.clearStage();
    await connection.run(`ATTACH ${quote(this.stage)} AS ${STAGE} (STORAGE_VERSION 'latest')`);
    try {
      return await work();
    } finally {
      await connection.run(`DETACH ${STAGE}`);
      this.clearStage();
    }
  }

  /** A process that was killed leaves it behind. */
  private clearStage(): void {
    for (const file of [this.stage, `${this.stage}.wal`]) rmSync(file, { force: true });
  }

  close(): void {
    this.instance.closeSync();
  }
}
