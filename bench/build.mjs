// Bundles the sources as the product does, with the rooms that the bench enters as entries of their own.
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
export const bundle = fileURLToPath(new URL('../dist/bench/', import.meta.url));

export async function build() {
  const made = await rolldown({
    cwd: root,
    input: {
      main: 'src/cli/main.ts',
      ...Object.fromEntries(
        ['demo', 'store', 'measure', 'catalogue', 'model', 'time', 'facts'].map((room) => [
          room,
          `src/${room}/index.ts`,
        ]),
      ),
    },
    platform: 'node',
    external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#'),
  });
  await made.write({ dir: bundle, format: 'esm', entryFileNames: '[name].js' });
  await made.close();
}
