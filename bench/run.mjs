#!/usr/bin/env node
// Measures import and metrics against the bare machine and prints ratios; see README.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, bundle } from './build.mjs';
import { median } from './contenders.mjs';
import { writeXes } from './xes.mjs';

const FILES = {
  case: 'cases',
  event: 'events',
  answer: 'answers',
  invitation: 'invitations',
  text: 'texts',
  reading: 'readings',
  organisation: 'organisation',
};
const MONTHS = 24;

const { values: options } = parseArgs({
  options: {
    cases: { type: 'string' },
    keep: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const cases = Number(options.cases ?? (options.quick ? 30_000 : 1_000_000));
if (!Number.isInteger(cases) || cases < 1) throw new RangeError(`--cases: ${options.cases}`);
const repeats = cases > 300_000 ? 1 : options.quick ? 1 : 3;
const say = (text) => process.stderr.write(`${text}\n`);

const child = fileURLToPath(new URL('child.mjs', import.meta.url));
const contend = async (name, input) => {
  const { out } = await run([child, name, JSON.stringify(input)]);
  return JSON.parse(out.trim().split('\n').at(-1));
};

/** Runs Node with `args`; answers what it printed, seconds, CPU seconds and peak memory in bytes (null: not told). */
async function run(args) {
  const begun = performance.now();
  const process_ = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err, peak, cpu] = ['', '', null, null];
  process_.stdout.on('data', (text) => {
    out += text;
  });
  process_.stderr.on('data', (text) => {
    err = (err + text).slice(-4000);
  });
  const look = setInterval(() => {
    try {
      const high = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${process_.pid}/status`, 'utf8'));
      const stat = readFileSync(`/proc/${process_.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      if (high) peak = Number(high[1]) * 1024;
      cpu = (Number(stat[11]) + Number(stat[12])) / 100;
    } catch {
      // Gone, or not Linux.
    }
  }, 50);
  const code = await new Promise((resolve) => process_.on('close', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}\n${err}\n${out.slice(-2000)}`);
  return { out, seconds: (performance.now() - begun) / 1000, cpu, peak };
}

const home = options.keep ?? mkdtempSync(join(tmpdir(), 'luchshe-bench-'));
mkdirSync(home, { recursive: true });
try {
  await build();
  const result = await bench();
  if (options.json) console.log(JSON.stringify(result, null, 2));
  else print(result);
} finally {
  if (!options.keep) rmSync(home, { recursive: true, force: true });
}

async function bench() {
  const made = await makeFiles();
  const files = Object.fromEntries(Object.entries(FILES).map(([fact, file]) => [fact, join(made.dir, `${file}.csv`)]));
  const bytes = Object.values(files).reduce((sum, file) => sum + statSync(file).size, 0);
  const rows = Object.values(made.rows).reduce((sum, count) => sum + count, 0);
  const data = join(home, 'data');
  const main = join(bundle, 'main.js');
  const load = (folder, more) => {
    rmSync(folder, { recursive: true, force: true });
    return run([main, 'import', '--data', folder, '--json', ...more]);
  };

  const [bare, imports] = [[], []];
  for (let turn = 0; turn < repeats; turn += 1) {
    say(`reading ${turn + 1} of ${repeats} …`);
    bare.push(await contend('readCsv', { files }));
    say(`importing ${turn + 1} of ${repeats} …`);
    imports.push(await load(data, ['--horizon', made.horizon, ...Object.values(files)]));
    bare.push(await contend('readCsv', { files }));
  }
  const log = join(home, 'log.xes');
  if (!existsSync(log)) {
    say('writing an XES log …');
    await writeXes(files.event, log, 100e6);
  }
  const [parses, xes] = [[], []];
  const xesData = join(home, 'data-xes');
  for (let turn = 0; turn < repeats; turn += 1) {
    say(`XES ${turn + 1} of ${repeats} …`);
    parses.push(await contend('parseXes', { file: log }));
    xes.push(await load(xesData, [log]));
  }
  rmSync(xesData, { recursive: true, force: true });
  say('measuring …');
  const measured = await contend('measureAll', { folder: data, months: MONTHS, repeats: Math.max(2, repeats) });
  const stored = statSync(join(data, 'facts.duckdb')).size;
  if (!options.keep) rmSync(data, { recursive: true, force: true });

  const of = (list, field = 'seconds') => median(list.map((one) => one[field]));
  const peak = (list) => (list.some((one) => one.peak === null) ? null : Math.max(...list.map((one) => one.peak)));
  const versus = (ours, theirs) => ({
    seconds: of(ours),
    cpu: of(ours, 'cpu'),
    bareSeconds: of(theirs),
    bareCpu: of(theirs, 'cpu'),
    repeats: ours.length,
  });
  const csv = versus(imports, bare);
  const log_ = versus(xes, parses);
  const all = versus(measured.passes, measured.scans);
  return {
    machine: { cpus: cpus().length, model: cpus()[0]?.model ?? '', node: process.version },
    cases: made.rows.case,
    events: made.rows.event,
    import: {
      ...csv,
      rows,
      bytes,
      stored,
      rowsPerSecond: rows / csv.seconds,
      bareRowsPerSecond: rows / csv.bareSeconds,
      ratio: csv.bareSeconds / csv.seconds,
      cpuRatio: csv.bareCpu / csv.cpu,
      peakBytes: peak(imports),
    },
    xes: { ...log_, bytes: statSync(log).size, ratio: log_.bareSeconds / log_.seconds, peakBytes: peak(xes) },
    measure: {
      ...all,
      metrics: measured.metrics,
      figures: measured.figures,
      scans: all.seconds / all.bareSeconds,
      cpuScans: all.cpu / all.bareCpu,
      slowest: measured.slowest,
    },
  };
}

/** The demo's files; made once where they are kept. */
async function makeFiles() {
  const dir = join(home, `demo-${cases}`);
  const note = join(dir, 'made.json');
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8'));
  say(`making ${cases} cases …`);
  const { generateDemo } = await import(join(bundle, 'demo.js'));
  const made = { dir, ...(await generateDemo({ dir, cases, seed: 7 })) };
  writeFileSync(note, JSON.stringify(made));
  return made;
}

function print(result) {
  const { import: csv, xes, measure, machine } = result;
  const mb = (bytes) => (bytes === null ? '?' : `${Math.round(bytes / 1e6)} MB`);
  const s = (seconds) => `${seconds.toFixed(2)} s`;
  const both = (one) => [`${s(one.seconds)} (${s(one.cpu)} CPU)`, `${s(one.bareSeconds)} (${s(one.bareCpu)} CPU)`];
  const table = [
    ['', 'Luchshe', 'bare', 'ratio', 'by CPU', 'aim'],
    ['import, CSV', ...both(csv), csv.ratio.toFixed(3), csv.cpuRatio.toFixed(3), '≥ 0.15'],
    ['rows a second', Math.round(csv.rowsPerSecond), Math.round(csv.bareRowsPerSecond), '', '', ''],
    ['peak memory', mb(csv.peakBytes), '', '', '', '< 1000 MB'],
    ['import, XES', ...both(xes), xes.ratio.toFixed(3), (xes.bareCpu / xes.cpu).toFixed(3), ''],
    [
      'MB a second',
      (xes.bytes / 1e6 / xes.seconds).toFixed(1),
      (xes.bytes / 1e6 / xes.bareSeconds).toFixed(1),
      '',
      '',
      '',
    ],
    ['peak memory', mb(xes.peakBytes), '', '', '', '< 1000 MB'],
    [
      `${measure.metrics} metrics × ${MONTHS} months`,
      ...both(measure),
      `${measure.scans.toFixed(1)} scans`,
      `${measure.cpuScans.toFixed(1)} scans`,
      '≤ 30 scans',
    ],
  ].map((row) => row.map(String));
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  console.log(
    `${result.cases} cases, ${result.events} events, ${csv.rows} rows, ${mb(csv.bytes)} of CSV, stored in ${mb(csv.stored)}`,
  );
  console.log(`${machine.cpus} × ${machine.model}, Node ${machine.node}; medians of ${csv.repeats}\n`);
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  console.log('\nslowest metrics');
  for (const { id, seconds } of measure.slowest) console.log(`  ${(seconds * 1000).toFixed(0).padStart(7)} ms  ${id}`);
}
