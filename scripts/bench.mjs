// `npm run bench [name]`: runs the measurements of tests/bench and prints their tables. Never part of a test.
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { root, say } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

await installIfNeeded();
const { buildIfNeeded } = await import('./build.mjs');
await buildIfNeeded(say);
process.exitCode = await run(process.execPath, [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'bench',
  '--run',
  ...process.argv.slice(2),
]);
