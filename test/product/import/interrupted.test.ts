import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, openBench } from './kit.ts';

// An import is all or nothing, whatever ends it: a kill at any moment, Ctrl-C, a cancel from the page.

/** The command as a person gets it (`npm test` builds before it tests). */
const bin = fileURLToPath(new URL('../../../bin/luchshe.mjs', import.meta.url));

let bench: Bench;
let before: unknown;
let big: readonly string[];
beforeAll(async () => {
  bench = await openBench();
  await bench.take({
    'cases.csv': 'id,registeredAt,closedAt\nbase,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z\n',
    'events.csv': 'caseId,at,kind\nbase,2026-01-01T10:00:00Z,submit\nbase,2026-01-02T10:00:00Z,register\n',
  });
  before = await bench.state();
  // Large enough that no machine is through with it in the moments below.
  const cases: string[] = ['id,service,registeredAt,unit'];
  const events: string[] = ['caseId,at,kind,unit'];
  for (let i = 0; i < 250_000; i += 1) {
    const day = `2026-0${1 + (i % 5)}-${String(1 + (i % 27)).padStart(2, '0')}`;
    cases.push(`k${i},S${i % 9},${day}T08:00:00Z,U${i % 7}`);
    for (const [hour, kind] of [
      ['08', 'submit'],
      ['09', 'register'],
      ['10', 'request'],
      ['11', 'receive'],
    ])
      events.push(`k${i},${day}T${hour}:00:00Z,${kind},U${i % 7}`);
  }
  big = bench.put({ 'cases.csv': `${cases.join('\n')}\n`, 'events.csv': `${events.join('\n')}\n` });
});
afterAll(() => bench.close());

/** The import of the big files by a process of its own, up to the moment when it holds the data directory. */
async function importing(): Promise<{
  child: ChildProcess;
  ended: Promise<{ code: number | null; signal: string | null; err: string }>;
}> {
  const child = spawn(process.execPath, [bin, '--data', bench.data, '--lang', 'en', 'import', ...big], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LUCHSHE_DATA: undefined, LUCHSHE_LANG: undefined },
  });
  let err = '';
  child.stderr?.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<{ code: number | null; signal: string | null; err: string }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, err }));
  });
  while (!existsSync(join(bench.data, 'holder.json')) && child.exitCode === null) await wait(10);
  return { child, ended };
}

describe.skipIf(process.platform === 'win32')('another process', () => {
  it.each([0.1, 0.5, 1.2, 2.5])(
    'killed %f s after it took the directory leaves the facts whole and the directory usable',
    async (seconds) => {
      await bench.leave();
      const { child, ended } = await importing();
      await wait(seconds * 1000);
      child.kill('SIGKILL');
      expect(await ended).toMatchObject({ code: null, signal: 'SIGKILL' });
      await bench.enter();
      expect(await bench.state()).toEqual(before);
    },
  );

  it('ends cleanly at Ctrl-C: says so, exit code 130, nothing changed', async () => {
    await bench.leave();
    const { child, ended } = await importing();
    await wait(800);
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(130);
    expect(err).toMatch(/[Cc]ancel/);
    expect(existsSync(join(bench.data, 'holder.json'))).toBe(false);
    await bench.enter();
    expect(await bench.state()).toEqual(before);
  });

  it('after all that an import goes through', async () => {
    const files = { 'readings.csv': 'instrument,at,value\ni,2026-01-03,1\n' };
    const report = await bench.take(files);
    expect(report.result).toBe('taken');
    await bench.act('dropBatch', { batch: report.batch });
    expect(await bench.state()).toEqual(before);
  });
});

describe('a cancel', () => {
  it.each(['read', 'check', 'write', 'spans'])('at the stage %s leaves everything as it was', async (stage) => {
    const cancel = new AbortController();
    const stages: string[] = [];
    const progress = (step: { readonly stage: string }) => {
      stages.push(step.stage);
      if (step.stage === stage) cancel.abort();
    };
    const paths = bench.put({
      'cases.csv': 'id,registeredAt,closedAt\nc1,2026-01-01T10:00:00Z,2026-01-05T10:00:00Z\n',
      'events.csv': 'caseId,at,kind\nc1,2026-01-01T10:00:00Z,submit\nc1,2026-01-02T10:00:00Z,register\n',
    });
    await expect(bench.takePaths(paths, {}, { signal: cancel.signal, progress })).rejects.toThrow(/abort/i);
    expect(stages).toContain(stage);
    expect(await bench.state()).toEqual(before);
  });
});
