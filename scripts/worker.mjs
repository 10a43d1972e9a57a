// `npm run worker`: an engine alone, on the same database; as many as one likes.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildDist } from './build.mjs';
import { root } from './bundle.mjs';
import { isNewer } from './lib/build-stamp.mjs';

if (isNewer('dist')) await buildDist();
await import(pathToFileURL(join(root, 'dist', 'worker.mjs')).href);
