import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The real product in a process of its own, over a data directory of its own.

export interface RunningHouse {
  /** Origin of the page, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** What the server answers to an act: the tests' second pair of eyes. */
  readonly act: <T>(name: string, input?: unknown) => Promise<T>;
  readonly stop: () => Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 110_000;

/** Starts `luchshe start` on a free port and waits until it is ready; `demoCases` fills it with the example. */
export async function openHouse({ demoCases }: { readonly demoCases?: number } = {}): Promise<RunningHouse> {
  build();
  const folder = mkdtempSync(join(tmpdir(), 'luchshe-browser-'));
  const demo = demoCases === undefined ? [] : ['--demo', '--cases', String(demoCases)];
  const data = join(folder, 'data');
  const child = spawn(process.execPath, ['bin/luchshe.mjs', 'start', '--port', '0', '--data', data, ...demo], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (told += String(part)));
  const orphaned = () => child.kill('SIGKILL');
  process.once('exit', orphaned);
  const stop = async () => {
    await end(child);
    process.off('exit', orphaned);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const url = await ready(child, join(data, 'server.json'));
    return { url, act: (name, input = {}) => act(url, name, input), stop };
  } catch (error) {
    await stop();
    throw new Error(`The server did not start: ${String(error)}\n${told}`);
  }
}

/** The command builds nothing while its bundle is there, and the page lies beside it. */
function build(): void {
  if (existsSync(join(root, 'dist/node/main.js')) && existsSync(join(root, 'dist/web/index.html'))) return;
  const built = spawnSync(process.execPath, ['scripts/prepare.mjs'], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}

async function ready(child: ChildProcess, note: string): Promise<string> {
  for (const until = Date.now() + READY_WITHIN_MS; Date.now() < until; ) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    if (existsSync(note)) {
      const { url } = JSON.parse(readFileSync(note, 'utf8')) as { url: string };
      const health = await fetch(`${url}/api/health`).catch(() => null);
      if (health?.ok) return url;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it was not ready within ${READY_WITHIN_MS / 1000} s`);
}

async function act<T>(url: string, name: string, input: unknown): Promise<T> {
  const response = await fetch(`${url}/api/acts/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** As Ctrl-C does; a server that does not go is a bug, but must not outlive the tests. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGINT');
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}
