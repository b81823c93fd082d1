import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where a library is installed. Looked for from here upwards, because a bundle of this file lies elsewhere than the file, but
 * below the same folder; a bundler would put a number of its own in the place of a path that it resolves.
 */
export function installedFolder(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const found = join(/* turbopackIgnore: true */ folder, 'node_modules', name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed`);
  }
}
