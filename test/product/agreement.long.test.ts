import { describe, expect, it } from 'vitest';
import { Random } from '../reference/random.ts';
import { type Disagreement, disagreements, makeWorld, someRequest, someSpecs } from './agree.ts';

// The bigger loop of agreement.test.ts: LUCHSHE_SEEDS=FROM..TO worlds, LUCHSHE_SPECS metrics each.

const [from, to] = (process.env.LUCHSHE_SEEDS ?? '1..20').split('..').map(Number) as [number, number];
const specs = Number(process.env.LUCHSHE_SPECS ?? 120);

describe('product and reference on many made worlds', () => {
  for (let seed = from; seed <= to; seed++) {
    it(`agree on world ${seed}`, { timeout: 600_000 }, async () => {
      const random = new Random(seed * 31);
      const made = await makeWorld(seed, random.int(10, 120));
      const found: Disagreement[] = [];
      try {
        for (const spec of someSpecs(random, Math.ceil(specs / 3), specs, seed * 1000)) {
          const grain = random.pick(['month', 'quarter', 'year'] as const);
          found.push(...(await disagreements(made, spec, grain, someRequest(random))).slice(0, 2));
        }
      } finally {
        made.stored.close();
      }
      expect(found.slice(0, 12)).toEqual([]);
    });
  }
});
