// Two projects: `unit` needs nothing but Node, `product` starts processes and a browser.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const slow = ['tests/stories/**', 'tests/e2e/**', 'tests/crash/**'];

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
          pool: 'forks',
          testTimeout: 30_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'product',
          include: slow.map((folder) => `${folder.replace('/**', '')}/**/*.test.ts`),
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
