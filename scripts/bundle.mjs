// What esbuild makes of the parts outside Next: the server, the worker, the command line, the sample API.
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Entry -> file in dist/. */
export const entries = {
  server: 'server/main.ts',
  worker: 'server/worker.ts',
  cli: 'cli/main.ts',
  sample: 'samples/contoso-invoicing/main.ts',
};

// Packages with native code, with their own bundler, or that read files beside themselves.
const external = ['better-sqlite3', 'next', 'next/*', 'next-auth', 'next-auth/*', 'pino', 'esbuild'];

/** Settings for esbuild; `splitting` lets the command line load only what a command needs. */
export function bundleOptions(entryPoints, outdir) {
  return {
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'error',
    external,
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  };
}
