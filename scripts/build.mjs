// `npm run build`: esbuild for dist/, then Next for the pages. `--without-pages` stops after dist/.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleOptions, entries, root } from './bundle.mjs';
import { isNewer, readSources, writeStamp } from './lib/build-stamp.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { fail, say } from './lib/preflight.mjs';
import { run } from './lib/run.mjs';

/** Chunks of earlier builds go last, so that what runs meanwhile finds its files; other folders in dist/ are not ours. */
export async function buildDist() {
  const sources = readSources('dist');
  const { build } = await import('esbuild');
  const { metafile } = await build({ ...bundleOptions(entries, join(root, 'dist')), metafile: true });
  const made = new Set(Object.keys(metafile.outputs).map((path) => join(root, path)));
  const chunks = join(root, 'dist/chunks');
  for (const name of await readdir(chunks)) {
    if (!made.has(join(chunks, name))) await rm(join(chunks, name));
  }
  writeStamp('dist', sources);
}

export async function buildPages() {
  const sources = readSources('pages');
  const code = await run(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    quiet: true,
    env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('The pages could not be built; the lines above say why.');
  writeStamp('pages', sources);
}

/** Builds what is older than its sources. */
export async function buildIfNeeded() {
  if (isNewer('dist')) {
    say('Building the server …');
    await buildDist();
  }
  if (isNewer('pages')) {
    say('Building the pages (about half a minute) …');
    await buildPages();
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    await installIfNeeded();
    await buildDist();
    if (!process.argv.includes('--without-pages')) await buildPages();
  } catch (error) {
    fail(error);
  }
}
