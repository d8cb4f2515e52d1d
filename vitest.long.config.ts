import { defineConfig } from 'vitest/config';

/** Longer trials: bigger made worlds, more seeds. `npm run test:long`. */
export default defineConfig({
  test: {
    include: ['src/**/*.long.test.ts', 'web/**/*.long.test.{ts,tsx}', 'test/**/*.long.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
