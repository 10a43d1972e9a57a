// `npm run fix`: repairs format and the order of imports.
import { join } from 'node:path';
import { installIfNeeded } from './lib/install.mjs';
import { fail, root } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

await installIfNeeded().catch(fail);
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
process.exitCode = await run(process.execPath, [biome, 'check', '--write', '.']);
