// Start script for the shared bench: bundles the bench server and runs it. FLOWS is the folder of w1.json, w2.json, w3.json.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { bundleOptions } from '../../scripts/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const outdir = join(here, '../../dist/bench');
mkdirSync(dirname(process.env.DB ?? '.'), { recursive: true });
await build(bundleOptions({ 'ours-server': join(here, 'ours-server.ts') }, outdir));
await stop();
await import(pathToFileURL(join(outdir, 'ours-server.mjs')).href);
