import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package, found from the bundle as well as from the sources. */
function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

const root = packageRoot();
export const version: string = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
/** Where the built web app lies. */
export const webFolder = join(root, 'dist', 'web');
/** The product's catalogue: metrics, questions, calendars. */
export const catalogueFolder = join(root, 'catalogue');
