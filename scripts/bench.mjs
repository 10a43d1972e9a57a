// `npm run bench [name]`: runs the measurements of tests/bench and prints their tables. Never part of a test.
// Without a name, also the time from start to first page.
import { join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { fail, root } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

await installIfNeeded().catch(fail);
await buildIfNeeded().catch(fail);
process.exitCode = await run(process.execPath, [
  join(root, 'node_modules/vitest/vitest.mjs'),
  'bench',
  '--run',
  ...process.argv.slice(2),
]);
if (process.argv.length === 2) await run(process.execPath, [join(root, 'tests/bench/start.mjs')]);
