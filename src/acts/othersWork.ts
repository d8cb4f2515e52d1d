import type { ActContext } from './act.ts';

/** Lets others work between two pieces of long computing, and stops where the person has gone away. */
export async function othersWork({ progress, signal }: ActContext, done: number, total: number): Promise<void> {
  progress({ stage: 'measure', done, total, unit: 'figures' });
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
