import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { refuse } from '#facts';

export interface DirectoryLock {
  readonly release: () => void;
}

/** Gives the data directory to this process alone; refuses `data.inUse` while another one (or another house of this
 *  process) holds it. The lock is the operating system's, taken through SQLite on the file `lock`: it ends with its
 *  process, so that a kill leaves no stale lock and no reused pid can be taken for the holder. `holder.json` only says
 *  who it is. */
export function lockDirectory(folder: string, startedAt: string): DirectoryLock {
  const guard = new DatabaseSync(join(folder, 'lock'), { timeout: 200 });
  const holder = join(folder, 'holder.json');
  try {
    guard.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    guard.close();
    if (!isBusy(error)) throw error;
    return refuse('data.inUse', { with: { folder, ...readHolder(holder) } });
  }
  writeFileSync(holder, JSON.stringify({ pid: process.pid, since: startedAt }));
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      rmSync(holder, { force: true });
      guard.close();
    },
  };
}

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(error.message);

function readHolder(path: string): { pid: string; since: string } {
  try {
    const { pid, since } = JSON.parse(readFileSync(path, 'utf8'));
    return { pid: String(pid), since: String(since) };
  } catch {
    return { pid: '?', since: '?' };
  }
}
