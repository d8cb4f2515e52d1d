import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('a linked node_modules is refused before anything is installed: npm would empty what it leads to', () => {
  const clone = mkdtempSync(join(tmpdir(), 'luchshe-prepare-'));
  try {
    const elsewhere = join(clone, 'elsewhere');
    mkdirSync(join(clone, 'scripts'));
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'kept'), '');
    symlinkSync(elsewhere, join(clone, 'node_modules'));
    copyFileSync(join(import.meta.dirname, '../scripts/prepare.mjs'), join(clone, 'scripts/prepare.mjs'));
    writeFileSync(join(clone, 'package-lock.json'), '{}');
    // A stand-in for npm, which would leave a trace.
    const npm = join(clone, 'npm.cjs');
    writeFileSync(npm, `require('node:fs').writeFileSync(${JSON.stringify(join(clone, 'called'))}, '')`);
    const { status, stderr } = spawnSync(process.execPath, [join(clone, 'scripts/prepare.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, npm_execpath: npm },
    });
    expect([status, stderr]).toEqual([1, expect.stringContaining('is a symbolic link')]);
    expect([existsSync(join(elsewhere, 'kept')), existsSync(join(clone, 'called'))]).toEqual([true, false]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
