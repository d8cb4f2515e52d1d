#!/usr/bin/env node
// A model of thousands: how long its checks, its answer and its page take beside what cannot be spared; see README.md.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, bundle } from './build.mjs';
import { catalogueEntries, median } from './contenders.mjs';

const { values: options } = parseArgs({
  options: {
    positions: { type: 'string', default: '2000' },
    indicators: { type: 'string', default: '5000' },
    json: { type: 'boolean', default: false },
  },
});
const TURNS = 7;
const METRICS = ['documents-asked', 'nobodys-time'];

/** So many positions, each with its share of touchpoint indicators below two of the body. */
function bigModel(positions, indicators) {
  const goal = { id: 'g', name: 'Решить с первого раза' };
  const tops = METRICS.map((metric) => ({ id: metric, metric, level: 'body', goals: [goal.id], target: { value: 3 } }));
  const parts = Array.from({ length: indicators - tops.length }, (_, no) => ({
    id: `i${no}`,
    metric: METRICS[no % METRICS.length],
    level: 'touchpoint',
    owner: `p${no % positions}`,
    place: { touchpoint: `t${no}` },
  }));
  return {
    format: 'luchshe-model/1',
    id: 'big',
    name: 'Большая модель',
    clients: ['citizen'],
    goals: [goal],
    positions: Array.from({ length: positions }, (_, no) => ({
      id: `p${no}`,
      name: `Специалист ${no}`,
      level: 'touchpoint',
      touchpoints: [`t${no}`],
    })),
    indicators: [...tops, ...parts],
    links: parts.map(({ id, metric }) => ({ upper: metric, lower: id, kind: 'sumOfParts' })),
  };
}

async function timed(work) {
  const seconds = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const began = performance.now();
    await work();
    seconds.push((performance.now() - began) / 1000);
  }
  return median(seconds);
}

/** The checks beside reading the same model from its text, which any answer begins with. */
async function checks(json) {
  const [{ checkModel, knowingOnly, modelSchema }, { loadCatalogue }] = await Promise.all(
    ['model', 'catalogue'].map((room) => import(join(bundle, `${room}.js`))),
  );
  const knowledge = knowingOnly(loadCatalogue(catalogueEntries()).metrics);
  const model = modelSchema.parse(JSON.parse(json));
  return {
    seconds: await timed(() => checkModel(model, knowledge)),
    bareSeconds: await timed(() => modelSchema.parse(JSON.parse(json))),
  };
}

/** The model's page in Chromium beside the guide, which asks the server for nothing; and one filter on it. */
async function page(url) {
  const [{ chromium }, carried] = await Promise.all([import('playwright-core'), import('@sparticuz/chromium')]);
  const own = ['/usr/bin/chromium', '/usr/bin/google-chrome-stable'].find(existsSync);
  const executablePath = process.env.CHROMIUM_PATH ?? own ?? (await carried.default.executablePath());
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'ru-RU' });
    const open = async (path) => {
      await tab.goto(url + path);
      await tab.locator('main h1').waitFor();
      await tab.waitForFunction(() => document.querySelector('main .bar, main [aria-busy="true"]') === null);
    };
    await open('/model/big');
    const bareSeconds = await timed(() => open('/guide'));
    const seconds = await timed(() => open('/model/big'));
    let no = 0;
    const filter = await timed(async () => {
      no += 1;
      await tab.locator('form.filters input').first().fill(`Специалист 10${no}`);
      await tab.waitForFunction(
        (name) => document.querySelector('main thead th.pos')?.textContent.trim().endsWith(name),
        `10${no}`,
      );
    });
    return { seconds, bareSeconds, filter };
  } finally {
    await browser.close();
  }
}

async function served(work) {
  const data = mkdtempSync(join(tmpdir(), 'luchshe-bench-'));
  const root = fileURLToPath(new URL('..', import.meta.url));
  const server = spawn(process.execPath, ['bin/luchshe.mjs', 'start', '--port', '0', '--data', data], {
    cwd: root,
    stdio: 'ignore',
  });
  try {
    const note = join(data, 'server.json');
    for (let wait = 0; wait < 300 && !existsSync(note); wait += 1) await new Promise((go) => setTimeout(go, 100));
    return await work(JSON.parse(readFileSync(note, 'utf8')).url);
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await gone;
    rmSync(data, { recursive: true, force: true });
  }
}

const counts = { positions: Number(options.positions), indicators: Number(options.indicators) };
await build();
const model = bigModel(counts.positions, counts.indicators);
const result = await served(async (url) => {
  const act = async (name, input) => {
    const reply = await fetch(`${url}/api/acts/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${name}: ${text.slice(0, 500)}`);
    return text;
  };
  await act('importModel', { model, version: 0 });
  const bytes = (await act('modelShow', { id: 'big' })).length;
  return {
    ...counts,
    checks: await checks(JSON.stringify(model)),
    answer: { seconds: await timed(() => act('modelShow', { id: 'big' })), bytes },
    page: await page(url),
  };
});
if (options.json) console.log(JSON.stringify(result, null, 2));
else {
  const ms = (seconds) => `${Math.round(seconds * 1000)} ms`;
  const times = (one) => `${(one.seconds / one.bareSeconds).toFixed(2)} ×`;
  console.log(`${counts.positions} positions, ${counts.indicators} indicators; medians of ${TURNS}\n`);
  console.log(`checks       ${ms(result.checks.seconds)}, ${times(result.checks)} reading the model from its text`);
  console.log(`modelShow    ${ms(result.answer.seconds)}, ${(result.answer.bytes / 1e6).toFixed(1)} MB`);
  console.log(`page opens   ${ms(result.page.seconds)}, ${times(result.page)} the guide, which asks for nothing`);
  console.log(`page filters ${ms(result.page.filter)}`);
}
