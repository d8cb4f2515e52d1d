import { describe, expect, it } from 'vitest';
import { Random } from '../reference/random.ts';
import { type Disagreement, disagreements, makeWorld, someRequest, someSpecs } from './agree.ts';

// The product's whole path, import to figure, against the plain reference on made worlds: a rotating sample of the
// catalogue's metrics and of made ones, asked by periods, scopes and splits. agreement.long.test.ts asks many more.

const WORLDS = [3, 8, 12];
const METRICS = 24;

describe('product and reference on made worlds', () => {
  for (const seed of WORLDS) {
    it(`agree on world ${seed}`, { timeout: 180_000 }, async () => {
      const random = new Random(seed);
      const made = await makeWorld(seed, 60);
      const found: Disagreement[] = [];
      try {
        for (const spec of someSpecs(random, METRICS / 3, METRICS, seed * 1000)) {
          const grain = random.pick(['month', 'quarter', 'year'] as const);
          found.push(...(await disagreements(made, spec, grain, someRequest(random))));
        }
      } finally {
        made.stored.close();
      }
      expect(found.slice(0, 5)).toEqual([]);
    });
  }
});
