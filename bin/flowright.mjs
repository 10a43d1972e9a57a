#!/usr/bin/env -S node --disallow-code-generation-from-strings --disable-proto=delete
// The command line. Builds it first where it is missing or older than its sources; what is said about that goes to
// standard error, because standard output belongs to the command.
import { buildDist } from '../scripts/build.mjs';
import { isNewer } from '../scripts/lib/build-stamp.mjs';
import { installIfNeeded } from '../scripts/lib/install.mjs';
import { fail } from '../scripts/lib/preflight.mjs';
import { endWithStarter, isStrict, startStrictly } from '../scripts/lib/strict.mjs';

if (isStrict()) {
  endWithStarter();
  await prepare().catch(fail);
  await import(new URL('../dist/cli.mjs', import.meta.url).href);
} else startStrictly();

async function prepare() {
  const tell = (text) => console.error(text);
  await installIfNeeded(tell);
  if (!isNewer('dist')) return;
  tell('Building the command line …');
  await buildDist();
}
