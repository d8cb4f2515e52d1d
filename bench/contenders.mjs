import { once } from 'node:events';
import { closeSync, createReadStream, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SaxesParser } from 'saxes';
import { bundle } from './build.mjs';

const root = new URL('..', import.meta.url);
const engine = {
  threads: '2',
  memory_limit: '448MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};
const name = (text) => `"${text.replaceAll('"', '""')}"`;

/** Seconds of wall and of CPU that `work` takes. */
async function timed(work) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - wall) / 1000, cpu: (user + system) / 1e6 };
}

function headerOf(file) {
  const bytes = Buffer.alloc(4096);
  const handle = openSync(file);
  const read = readSync(handle, bytes);
  closeSync(handle);
  return bytes.toString('utf8', 0, read).split('\n')[0].split(',');
}

/** `files`: canonical CSV by fact. Every column typed and summed, nothing written. */
async function readCsv({ files }) {
  const { FIELDS } = await import(`${bundle}facts.js`);
  const connection = await (await DuckDBInstance.create(':memory:', engine)).connect();
  const queries = Object.entries(files).map(([fact, file]) => {
    const types = { instant: 'TIMESTAMPTZ', integer: 'INTEGER', number: 'DOUBLE' };
    const sums = { instant: 'epoch_us', integer: '', number: '' };
    const columns = headerOf(file).map((column) => [column, FIELDS[fact].find((field) => field.name === column).type]);
    const typed = columns.map(([column, type]) => `'${column}': '${types[type] ?? 'VARCHAR'}'`).join(', ');
    const summed = columns.map(([column, type]) => `sum(${sums[type] ?? 'strlen'}(${name(column)}))`).join(', ');
    return `SELECT ${summed} FROM read_csv('${file}', delim=',', quote='"', escape='"', header=true, columns={${typed}}, auto_detect=false, nullstr='')`;
  });
  return timed(async () => {
    for (const query of queries) await (await connection.runAndReadAll(query)).getRows();
  });
}

async function parseXes({ file }) {
  return timed(async () => {
    const parser = new SaxesParser();
    let nodes = 0;
    parser.on('opentag', () => {
      nodes += 1;
    });
    const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 });
    stream.on('data', (text) => parser.write(text));
    await once(stream, 'end');
    parser.close();
    if (nodes === 0) throw new Error('an empty log');
  });
}

/** Columns that queries read of each stored table. A step of a query stands on a line of its own. */
function columnsRead(queries, tables) {
  const read = new Map();
  for (const line of queries.flatMap((sql) => sql.split('\n'))) {
    for (const [, table, alias] of line.matchAll(/(?:FROM|JOIN) "([^"]+)" "([^"]+)"/g)) {
      if (!tables.has(table)) continue;
      const columns = read.get(table) ?? new Set();
      const shown = alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      for (const [, column] of line.matchAll(new RegExp(`"${shown}"\\."([^"]+)"`, 'g')))
        if (tables.get(table).has(column)) columns.add(column);
      read.set(table, columns);
    }
  }
  return read;
}

/** All metrics of the catalogue over `periods` months up to the horizon, against a scan of the columns they read. */
async function measureAll({ folder, months, repeats }) {
  const [{ FactStore }, { measureMetric }, { loadCatalogue, normalise }, { periodsBetween }] = await Promise.all(
    ['store', 'measure', 'catalogue', 'time'].map((room) => import(`${bundle}${room}.js`)),
  );
  const catalogue = loadCatalogue(catalogueEntries());
  const calendars = new Map([['ru', readFileSync(new URL('catalogue/calendars/ru.csv', root), 'utf8')]]);
  const store = await FactStore.open({ directory: folder, zone: 'Europe/Moscow', calendars });
  const facts = await store.context();
  const last = new Date(facts.span.to / 1000);
  const monthOf = (back) =>
    new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  const periods = periodsBetween(monthOf(months - 1), monthOf(0), 'month', facts.zone);
  const metrics = [...catalogue.metrics.values()].map((spec) => normalise(spec));
  const queries = [];
  const one = (metric) =>
    store.session((session) => {
      const noted = {
        ...session,
        print: (...tree) => {
          const sql = session.print(...tree);
          if (queries.length < 1000) queries.push(sql);
          return sql;
        },
      };
      return measureMetric({ metric, periods, scope: {}, split: null }, facts, noted, facts.batches);
    });
  const times = new Map(metrics.map((metric) => [metric.id, []]));
  let figures = 0;
  const pass = () =>
    timed(async () => {
      figures = 0;
      for (const metric of metrics) {
        const { seconds } = await timed(async () => {
          figures += (await one(metric)).length;
        });
        times.get(metric.id).push(seconds);
      }
    });
  const passes = [await pass()];
  const scans = [];
  await store.session(async (session) => {
    const stored = await session.rows(
      "SELECT table_name AS t, column_name AS c, data_type AS d FROM information_schema.columns WHERE table_schema = 'main'",
    );
    const tables = Map.groupBy ? Map.groupBy(stored, (row) => row.t) : grouped(stored);
    const types = new Map(stored.map((row) => [`${row.t} ${row.c}`, row.d]));
    const read = columnsRead(
      queries,
      new Map([...tables].map(([table, rows]) => [table, new Set(rows.map((row) => row.c))])),
    );
    const scan = [...read]
      .filter(([, columns]) => columns.size)
      .map(([table, columns]) => {
        const sums = [...columns].map((column) => {
          const type = types.get(`${table} ${column}`);
          return `sum(${type === 'VARCHAR' ? `strlen(${name(column)})` : type === 'BOOLEAN' ? `${name(column)}::INTEGER` : name(column)})`;
        });
        return `SELECT ${sums.join(', ')} FROM ${table}`;
      });
    const bare = () =>
      timed(async () => {
        for (const sql of scan) await session.rows(sql);
      });
    for (let turn = 0; turn < repeats; turn += 1) {
      scans.push(await bare());
      if (turn > 0) passes.push(await pass());
      scans.push(await bare());
    }
  });
  store.close();
  const slowest = [...times].map(([id, list]) => ({ id, seconds: median(list) })).sort((a, b) => b.seconds - a.seconds);
  return { metrics: metrics.length, figures, passes, scans, slowest: slowest.slice(0, 10) };
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.t, [...(groups.get(row.t) ?? []), row]);
  return groups;
}

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
};

export function catalogueEntries() {
  const folder = new URL('catalogue/', root);
  const json = (file) => ({ file, json: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) });
  const top = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map(json);
  return [...top, ...readdirSync(new URL('metrics/', folder)).map((file) => json(join('metrics', file)))];
}

export const contenders = { readCsv, parseXes, measureAll };
