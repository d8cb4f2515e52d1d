import type { Micros } from '#time';

/** Settings of the installation. A legal number is a setting with a default, never code. */
export interface Settings {
  /** IANA zone of the reporting periods and of times without an offset. */
  readonly zone: string;
  readonly language: 'ru' | 'en';
  /** Largest file that the page may upload, bytes. */
  readonly uploadLimitBytes: number;
  /** Uploads and downloads older than this are removed, hours. */
  readonly keepFilesHours: number;
}

export const DEFAULT_SETTINGS: Settings = {
  zone: 'Europe/Moscow',
  language: 'ru',
  uploadLimitBytes: 20 * 1024 ** 3,
  keepFilesHours: 48,
};

/** A recorded change: what happened in the body, and from which period on. `metric` null: of every indicator. */
export interface Change {
  readonly id: string;
  readonly metric: string | null;
  readonly scope: Scope;
  readonly period: string;
  readonly title: string;
  readonly reason: string;
  readonly rebases: boolean;
  readonly actor: string;
  readonly at: Micros;
}

/** Fields an indicator is fixed by; `{}` is the whole body. */
export type Scope = Readonly<Record<string, string | null | readonly string[]>>;

/** What a person set for an indicator: a metric in a scope. */
export interface IndicatorSetting {
  readonly metric: string;
  readonly scope: Scope;
  readonly target: number | null;
  readonly norm: { readonly value: number; readonly source: string } | null;
  readonly seasonal: boolean;
  /** Periods of the baseline, inclusive; null: all points. */
  readonly baseline: readonly [string, string] | null;
  /** The change that matters, in the metric's unit; null: the default of design § 5. */
  readonly matters: number | null;
  /** Raised by each saving; a saving from an older version is refused (`indicator.changedMeanwhile`). */
  readonly version: number;
}

export interface SavedMapping {
  readonly source: string;
  readonly mapping: unknown;
  readonly actor: string;
  readonly at: Micros;
}

export interface AuditEntry {
  readonly actor: string;
  readonly at: Micros;
  readonly act: string;
  /** SHA-256 of the input as JSON, hex. */
  readonly inputDigest: string;
  readonly outcome: 'done' | 'refused' | 'failed' | 'cancelled';
}

/** Kinds of documents that people edit: each one is a JSON value with versions. */
export const DOCUMENT_KINDS = [
  'journey',
  'metric',
  'model',
  'pilot',
  'period',
  'comment',
  'organisation',
  'recommendations',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One saved version of a document. Versions count from 1; each saving is kept, so that undoing is saving an old one. */
export interface SavedDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly content: unknown;
  /** False where this version took the document away. */
  readonly stands: boolean;
  readonly actor: string;
  readonly at: Micros;
}

/** The operational store: everything a person decided, and figures kept as published. Never facts. */
export interface BookPort {
  readonly settings: () => Promise<Settings>;
  readonly saveSettings: (changed: Partial<Settings>) => Promise<Settings>;

  readonly mapping: (source: string) => Promise<SavedMapping | null>;
  readonly mappings: () => Promise<readonly SavedMapping[]>;
  readonly saveMapping: (mapping: SavedMapping) => Promise<void>;

  /** Oldest period first. With a metric: its own changes and those of every indicator. */
  readonly changes: (metric?: string) => Promise<readonly Change[]>;
  readonly addChange: (change: Change) => Promise<void>;
  /** False where no such change is. */
  readonly removeChange: (id: string) => Promise<boolean>;

  readonly indicator: (metric: string, scope: Scope) => Promise<IndicatorSetting | null>;
  readonly indicators: () => Promise<readonly IndicatorSetting[]>;
  /** Saves over the version that `setting` carries (0: new) and answers the new one. */
  readonly saveIndicator: (setting: IndicatorSetting) => Promise<IndicatorSetting>;

  /** Figures kept under a key that names everything they depend on (spec, scope, period, batches); null: not kept. */
  readonly keptFigures: (key: string) => Promise<unknown | null>;
  readonly keepFigures: (key: string, figures: unknown, at: Micros) => Promise<void>;
  readonly forgetFigures: () => Promise<void>;

  /** The newest version of each document of a kind that stands, by id. */
  readonly documents: (kind: DocumentKind) => Promise<readonly SavedDocument[]>;
  /** The newest version, or that one; null where there is none. */
  readonly document: (kind: DocumentKind, id: string, version?: number) => Promise<SavedDocument | null>;
  /** All versions, newest first. */
  readonly documentHistory: (kind: DocumentKind, id: string) => Promise<readonly SavedDocument[]>;
  /** Saves over the version that the person saw (0: new) and answers what stands then; where another one was saved
   *  meanwhile it is refused (`document.changedMeanwhile`, with the newest version) and nothing changes. */
  readonly saveDocument: (document: SavedDocument) => Promise<SavedDocument>;

  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** Newest first. */
  readonly audited: (limit: number) => Promise<readonly AuditEntry[]>;

  /** The one door for several changes that belong together: all or none. */
  readonly transaction: <T>(work: (book: BookPort) => Promise<T>) => Promise<T>;
}
