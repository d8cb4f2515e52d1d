import { createHash } from 'node:crypto';
import { Refused, refuse } from '#facts';
import type { ActContext } from './act.ts';
import { findAct } from './registry.ts';

/** Runs the named act; a changing one leaves its line in the audit log, whatever came of it. */
export async function runAct(name: string, raw: unknown, context: ActContext): Promise<unknown> {
  const act = findAct(name) ?? refuse('act.unknown', { got: name });
  if (!act.changes) return act.perform(context, raw);
  const at = context.now();
  const inputDigest = createHash('sha256')
    .update(JSON.stringify(raw ?? {}))
    .digest('hex');
  const note = (outcome: 'done' | 'refused' | 'failed' | 'cancelled') =>
    context.ports.book.audit({ actor: context.actor, at, act: name, inputDigest, outcome });
  try {
    const output = await act.perform(context, raw);
    await note('done');
    return output;
  } catch (error) {
    await note(context.signal.aborted ? 'cancelled' : error instanceof Refused ? 'refused' : 'failed');
    throw error;
  }
}
