import { appeal, feedback } from './lines/appeals.ts';
import { colleagueRequest, employeesPulse, obstacle } from './lines/colleagues.ts';
import { abandoned, contact } from './lines/contacts.ts';
import { family } from './lines/family.ts';
import { provider } from './lines/providers.ts';
import { organisation } from './organisation.ts';
import { monthShares, type Plan } from './plan.ts';
import { Random } from './random.ts';
import { readings } from './readings.ts';
import type { Sink } from './rows.ts';
import { World } from './world.ts';

/** How often each line of work begins, against the others; what follows from it (requests, complaints, repeats) comes
 *  along with it. */
const LINES: readonly (readonly [begin: (world: World, day: number) => void, weight: number])[] = [
  [family, 330],
  [contact, 150],
  [appeal, 88],
  [colleagueRequest, 70],
  [provider, 58],
  [abandoned, 46],
  [feedback, 26],
  [obstacle, 22],
];

/** Makes the whole demo into `sink`, client by client: memory does not grow with the number of cases. Yields after each
 *  client, so that a writer can wait for its disk. */
export function* makeFacts(plan: Plan, cases: number, seed: number, sink: Sink): Generator<void> {
  const world = new World(plan, new Random(seed), sink);
  organisation(plan, sink);
  let quota = 0;
  for (const { month, firstDay, days, share } of monthShares(plan)) {
    if (month > 0) {
      readings(world, sink, firstDay, days);
      employeesPulse(world, firstDay, days);
    }
    quota += share * cases;
    while (world.made < quota) {
      const day = firstDay + world.random.whole(0, days - 1);
      world.random.weighted(LINES)(world, day);
      yield;
    }
  }
}
