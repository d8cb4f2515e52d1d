import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** As `CHROMIUM_PATH`: the one of npm even where the system has its own. */
const CARRIED = 'npm';

/** Headless Chromium: the one named by `CHROMIUM_PATH`, else the system's, else the one that npm carries. */
export async function launchChromium(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? systemChromium();
  if (own && own !== CARRIED) return chromium.launch({ executablePath: own, args: QUIET });
  const { folder, executablePath, args } = await carriedChromium();
  const browser = await chromium.launch({ executablePath, args: [...new Set([...args, ...QUIET])] });
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return browser;
}

function systemChromium(): string | undefined {
  if (process.platform === 'win32') return undefined;
  for (const name of NAMES) {
    const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim();
    if (found !== '' && existsSync(found)) return found;
  }
  return undefined;
}

/** It unpacks itself and the system libraries that it needs, but the latter only where it believes to run on Lambda, and
 *  an older unpacking in the same place is taken for its own: hence an environment and a folder set before the import. */
async function carriedChromium(): Promise<{ folder: string; executablePath: string; args: readonly string[] }> {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'luchshe-chromium-'));
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  process.env.TMPDIR = folder;
  try {
    const { default: carried } = await import('@sparticuz/chromium');
    return { folder, executablePath: await carried.executablePath(), args: carried.args };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
