// All checks, then all tests; ends with the plain line that CI reads.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
const tool = (path) => join(root, 'node_modules', path);

if (node('scripts/prepare.mjs') !== 0) process.exit(1);

const checks = [
  ['types', [tool('typescript/bin/tsc'), '-p', '.']],
  ['format and lint', [tool('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=warn', '.']],
  [
    'rooms',
    [tool('dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.cjs', 'src', 'web'],
  ],
  ['dead code', [tool('knip/bin/knip.js')]],
];
let passed = 0;
let failed = 0;
// Side by side: each of them uses one core.
const told = await Promise.all(
  checks.map(
    ([name, args]) =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
        let said = '';
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
        child.on('close', (code) => resolve({ name, status: code ?? 1, said }));
      }),
  ),
);
for (const { name, status, said } of told) {
  process.stdout.write(said);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name}`);
  if (status === 0) passed += 1;
  else failed += 1;
}

const report = join(tmpdir(), `luchshe-tests-${process.pid}.json`);
const long = process.argv.includes('--long') ? ['--config', 'vitest.long.config.ts'] : [];
const status = node(
  tool('vitest/vitest.mjs'),
  'run',
  ...long,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
);
let skipped = 0;
try {
  const counts = JSON.parse(readFileSync(report, 'utf8'));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  skipped += counts.numPendingTests + counts.numTodoTests;
  rmSync(report);
} catch {
  failed += 1;
}
if (status !== 0 && failed === 0) failed = 1;
if (skipped) console.log(`${skipped} skipped: they say why by their names`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
