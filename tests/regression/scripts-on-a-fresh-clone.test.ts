// On a fresh clone `npm run dev`, `worker`, `build` and `fix` ended in a stack trace, because they needed packages before
// anything had installed them. Each script installs first; where that fails it ends with one sentence.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '@/db/project-root';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowright-fresh-'));
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin/npm'), '#!/bin/sh\necho "npm error code ENOTFOUND" >&2\nexit 1\n');
  chmodSync(join(folder, 'bin/npm'), 0o755);
  for (const part of ['scripts', 'package.json', 'package-lock.json'])
    cpSync(join(projectRoot(), part), join(folder, 'tree', part), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('a script on a fresh clone', () => {
  it.each(['start', 'dev', 'worker', 'build', 'fix', 'check', 'bench', 'test'])(
    '%s installs first',
    (name) => {
      const ended = spawnSync(process.execPath, [join(folder, 'tree/scripts', `${name}.mjs`)], {
        env: { ...process.env, PATH: join(folder, 'bin'), PORT: '0', SAMPLE_PORT: '0' },
        encoding: 'utf8',
      });
      expect(ended.status).toBe(1);
      expect(ended.stdout).toMatch(/^Installing packages\. .*\n/);
      expect(ended.stderr).toMatch(/^The package registry cannot be reached\. .*, then start again\.\n$/);
    },
  );
});
