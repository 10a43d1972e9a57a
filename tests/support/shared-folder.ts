// Where the shared papers and data lie: beside the project. Tests that need them skip, saying so, where they are absent.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Absolute path of `../shared` with a trailing slash, or undefined where it is absent. */
export function sharedFolder(): string | undefined {
  if (existsSync(`${folder}data/README.md`)) return folder;
  console.warn('skipped: ../shared is absent, so its data cannot be tested against');
  return undefined;
}
