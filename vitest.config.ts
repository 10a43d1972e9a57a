// Two projects: `unit` needs nothing but Node and runs under the rules of the worker; `product` starts processes and a browser.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Plain JavaScript, so its types are said here. */
const { strictFlags } = (await import(new URL('./scripts/lib/strict.mjs', import.meta.url).href)) as {
  strictFlags: string[];
};
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const slow = ['tests/stories/**', 'tests/crash/**'];
/** Measured in a browser, whose driver does not work under the rules of the worker. */
const inBrowser = ['tests/bench/*-paint.bench.ts'];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: slow,
          benchmark: { include: ['tests/bench/*.bench.ts'], exclude: inBrowser },
          pool: 'forks',
          execArgv: strictFlags,
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'product',
          include: slow.map((folder) => `${folder.replace('/**', '')}/**/*.test.ts`),
          benchmark: { include: inBrowser },
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
