// Where the project lies, from source and from a bundle in dist/ alike: the nearest folder above that holds the migrations.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the project folder. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations', 'meta', '_journal.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error('The folder db/migrations is missing; restore it from the release.');
    folder = above;
  }
  return folder;
}
