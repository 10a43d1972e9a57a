// `npm run worker`: an engine alone, on the same database; as many as one likes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDist } from './build.mjs';
import { root } from './bundle.mjs';
import { isNewer } from './lib/build-stamp.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { checkNode, fail } from './lib/preflight.mjs';
import { allowedHosts } from './lib/sample.mjs';

try {
  checkNode();
  await installIfNeeded();
  if (isNewer('dist')) await buildDist();
  process.env.FLOWRIGHT_ALLOW_HOSTS = allowedHosts();
  await import(pathToFileURL(join(root, 'dist', 'worker.mjs')).href);
} catch (error) {
  fail(error);
}
