// Installs what is missing and builds what is stale, so that `npm start` and `npm test` need no step before them.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Luchshe needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** Newest modification below `path`, in milliseconds; 0 where nothing is. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = 0;
  for (const name of readdirSync(path)) latest = Math.max(latest, newest(join(path, name)));
  return latest;
}

const npmCli = process.env.npm_execpath;
const npm = (...args) => (npmCli ? run(process.execPath, [npmCli, ...args]) : run('npm', args));

const lockStamp = at('node_modules', '.luchshe-installed');
if (newest(lockStamp) < newest(at('package-lock.json'))) {
  // npm ci begins by emptying node_modules: through a link that would be the packages of another folder.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error(
      `${at('node_modules')} is a symbolic link, and installing would empty the folder that it leads to.\n` +
        'Remove the link (not what it leads to) and run the command again.',
    );
    process.exit(1);
  }
  console.log('Installing packages …');
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(lockStamp, '');
}

const builds = [
  {
    name: 'server',
    from: ['src', 'catalogue', 'rolldown.config.ts', 'package.json'],
    to: 'dist/node/main.js',
    bin: 'rolldown',
    args: ['-c', 'rolldown.config.ts', '--logLevel', 'warn'],
  },
  {
    name: 'web app',
    from: ['web', 'src', 'vite.config.ts', 'package.json'],
    to: 'dist/web/index.html',
    bin: 'vite',
    args: ['build', '--logLevel', 'warn'],
  },
];
for (const build of builds) {
  if (newest(at(build.to)) > Math.max(...build.from.map((path) => newest(at(path))))) continue;
  console.log(`Building the ${build.name} …`);
  // Chunks carry a digest in their names: those of older builds would stay for ever.
  rmSync(dirname(at(build.to)), { recursive: true, force: true });
  const manifest = { rolldown: 'node_modules/rolldown/bin/cli.mjs', vite: 'node_modules/vite/bin/vite.js' }[build.bin];
  run(process.execPath, [at(manifest), ...build.args]);
}
