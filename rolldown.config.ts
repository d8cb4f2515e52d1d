import { defineConfig } from 'rolldown';

/** The server and the command line become one bundle; packages stay in node_modules. */
export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('#'),
  output: { dir: 'dist/node', format: 'esm', entryFileNames: '[name].js', sourcemap: true },
});
