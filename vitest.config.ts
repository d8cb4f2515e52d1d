import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Two workers end together only if what takes long begins early: a clean clone remembers no durations. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const no = LONG.findIndex((part) => moduleId.includes(part));
      return no < 0 ? LONG.length : no;
    };
    return [...rest].sort((a, b) => rank(a) - rank(b));
  }
}
const LONG = ['test/browser/', 'test/docs', 'src/cli/', 'test/product/conf', 'test/product/'];

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['**/*.long.test.ts', 'node_modules/**', 'dist/**'],
    testTimeout: 180_000,
    hookTimeout: 300_000,
    maxWorkers: 3,
    // Rooms keep no state between calls, so files of one worker share the modules once read.
    isolate: false,
    sequence: { sequencer: LongestFirst },
  },
});
