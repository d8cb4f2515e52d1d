import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngestReport, IngestRequest, IngestView } from '#acts';
import { type Metric, metricSchema, normalise } from '#catalogue';
import { FACT_FILES, FACTS, type Fact } from '#facts';
import { type Figure, measureCohort, measureMetric, type Scope } from '#measure';
import { FactStore } from '#store';
import { NO_GROUP, type Period, WHOLE } from '../reference/evaluate.ts';
import { parseInstant } from '../reference/instants.ts';
import type { Spec } from '../reference/spec.ts';
import type { Batch } from '../reference/world.ts';

// Canonical folders put into the product's store, and figures taken out of it as the reference gives them.

const CALENDAR = new URL('../../catalogue/calendars/ru.csv', import.meta.url).pathname;
/** The import's own clock: after every instant of the made worlds. */
const NOW = Date.UTC(2027, 0, 1) * 1000;

/** A canonical CSV file as the import hands it to the store. */
export function canonicalView(fact: Fact, path: string): IngestView {
  const header = readFileSync(path, 'utf8').split('\n', 1)[0]!.replace('\uFEFF', '').trim();
  const delimiter = header.includes(';') ? ';' : ',';
  const columns = header.split(delimiter);
  return {
    fact,
    table: { file: path, columns, csv: { path, delimiter, quote: '"', headerLines: 1 } },
    verbatim: true,
    empty: [],
    fields: Object.fromEntries(
      columns.map((name) => [name, { column: name, otherwise: 'keep', dateOrder: 'ymd', decimal: '.' }]),
    ),
  };
}

export interface Stored {
  readonly store: FactStore;
  readonly folder: string;
  readonly zone: string;
  readonly close: () => void;
}

/** An empty store in a folder of its own. */
export async function openStore(zone: string): Promise<Stored> {
  const folder = mkdtempSync(join(tmpdir(), 'luchshe-stored-'));
  const calendars = new Map([['ru', readFileSync(CALENDAR, 'utf8')]]);
  const store = await FactStore.open({ directory: folder, zone, calendars, memoryLimit: '300MB' });
  const close = (): void => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, folder, zone, close };
}

let digests = 0;

/** One import of a canonical folder (or of some of its facts). */
export function take(
  { store, zone }: Stored,
  batch: Batch,
  more: Partial<IngestRequest> & { readonly facts?: readonly Fact[] } = {},
): Promise<IngestReport> {
  const { facts = FACTS, ...rest } = more;
  const views = facts
    .map((fact) => [fact, join(batch.folder, `${FACT_FILES[fact]}.csv`)] as const)
    .filter(([, path]) => existsSync(path))
    .map(([fact, path]) => canonicalView(fact, path));
  digests += 1;
  const request: IngestRequest = {
    views,
    source: batch.source ?? batch.folder,
    zone,
    digest: `made ${digests}`,
    actor: 'test',
    now: NOW,
    ...(batch.horizon === undefined ? {} : { horizon: parseInstant(batch.horizon, zone, 'end') }),
    ...rest,
  };
  return store.ingest(request, () => undefined, new AbortController().signal);
}

export const metricOf = (spec: Spec): Metric => normalise(metricSchema.parse(spec));

export interface Asked {
  readonly scope?: Scope;
  readonly split?: string;
  /** By start cohort. */
  readonly cohort?: boolean;
}

/** Figures by period and group, groups named as the reference names them. */
export async function measured(
  { store }: Stored,
  spec: Spec,
  periods: readonly Period[],
  { scope = {}, split, cohort = false }: Asked = {},
): Promise<Map<string, Map<string, Figure>>> {
  const context = await store.context();
  const request = { metric: metricOf(spec), periods, scope, split: split ?? null };
  const measure = cohort ? measureCohort : measureMetric;
  const figures = await store.session((engine) => measure(request, context, engine, context.batches));
  const byPeriod = new Map<string, Map<string, Figure>>();
  for (const figure of figures) {
    const key = split === undefined ? WHOLE : ((figure.scope[split] as string | null) ?? NO_GROUP);
    const groups = byPeriod.get(figure.period) ?? new Map<string, Figure>();
    if (groups.has(key)) throw new Error(`group ${key} twice in ${figure.period}`);
    byPeriod.set(figure.period, groups.set(key, figure));
  }
  return byPeriod;
}
