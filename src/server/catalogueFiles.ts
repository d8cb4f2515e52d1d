import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CataloguePort } from '#acts';
import { type Catalogue, type CatalogueEntry, loadCatalogue } from '#catalogue';
import { Refused } from '#facts';
import { parseJson } from './json.ts';
import { catalogueFolder } from './place.ts';

const TABLES = ['order.json', 'questions.json', 'instruments.json', 'models.json', 'values.json'];

/** The product's catalogue with the body's own metrics from `FOLDER/catalogue/metrics/*.json` over it. */
export function catalogueOf(folder: string): CataloguePort {
  const own = join(folder, 'catalogue');
  let known: { readonly state: string; readonly catalogue: Promise<Catalogue> } | undefined;
  return {
    load: async () => {
      const state = await stateOf(join(own, 'metrics'));
      if (known?.state !== state) known = { state, catalogue: read(own) };
      return known.catalogue;
    },
    save: async (spec) => {
      const metrics = join(own, 'metrics');
      await mkdir(metrics, { recursive: true });
      // Beside it first: whoever reads meanwhile finds the former file or the new one, whole.
      const beside = join(metrics, `.${spec.id}.${randomUUID()}.tmp`);
      try {
        await writeFile(beside, `${JSON.stringify(spec, null, 2)}\n`, { flush: true });
        await rename(beside, join(metrics, `${spec.id}.json`));
      } catch (error) {
        await rm(beside, { force: true });
        throw error;
      }
    },
    remove: (id) => rm(join(own, 'metrics', `${id}.json`)),
  };
}

async function read(own: string): Promise<Catalogue> {
  const [product, body, tables] = await Promise.all([
    metricsIn(catalogueFolder),
    ownMetrics(own),
    Promise.all(TABLES.map((file) => entry(catalogueFolder, file))),
  ]);
  // Under the same name the body's file stands in the product's place: that is how a body changes parameters.
  const replaced = new Set(body.map(({ file }) => file));
  const shipped = new Set(product.map(({ file }) => file));
  return loadCatalogue([
    ...tables,
    ...product.filter(({ file }) => !replaced.has(file)),
    ...body.map((entry) => ({ ...entry, replaces: shipped.has(entry.file) })),
  ]);
}

async function metricNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'metrics')).catch(() => []);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => `metrics/${name}`);
}

const metricsIn = async (folder: string): Promise<readonly CatalogueEntry[]> =>
  Promise.all((await metricNames(folder)).map((file) => entry(folder, file)));

/** What a body laid down: a file that is no JSON is told as such and holds nothing else up. */
async function ownMetrics(folder: string): Promise<readonly CatalogueEntry[]> {
  const names = await metricNames(folder);
  return Promise.all(
    names.map(async (file): Promise<CatalogueEntry> => {
      try {
        return { ...(await entry(folder, file)), own: true };
      } catch (error) {
        if (!(error instanceof Refused) || !error.refusals[0]) throw error;
        return { file, json: null, own: true, unread: error.refusals[0] };
      }
    }),
  );
}

async function entry(folder: string, file: string): Promise<CatalogueEntry> {
  return { file, json: parseJson(await readFile(join(folder, file), 'utf8'), file) };
}

/** Changes whenever a file of the folder is added, removed or written. */
async function stateOf(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const states = await Promise.all(
    names.sort().map(async (name) => {
      const { mtimeMs, size } = await stat(join(folder, name));
      return `${name} ${mtimeMs} ${size}`;
    }),
  );
  return states.join('\n');
}

/** Production calendars by name: the product's, the body's own `FOLDER/calendars/NAME.csv` over them. */
export async function calendarsOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const calendars = new Map<string, string>();
  for (const place of [join(catalogueFolder, 'calendars'), join(folder, 'calendars')]) {
    const names = await readdir(place).catch(() => []);
    for (const name of names.filter((each) => each.endsWith('.csv'))) {
      calendars.set(name.slice(0, -'.csv'.length), await readFile(join(place, name), 'utf8'));
    }
  }
  return calendars;
}
