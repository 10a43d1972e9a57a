#!/usr/bin/env node
// The command line. Starts what was built; builds it first where it is missing.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundle = new URL('../dist/cli.mjs', import.meta.url);
if (!existsSync(fileURLToPath(bundle))) {
  console.error('Building the command line …');
  const { installIfNeeded } = await import('../scripts/lib/install.mjs');
  await installIfNeeded();
  const { buildDist } = await import('../scripts/build.mjs');
  await buildDist();
}
await import(bundle.href);
