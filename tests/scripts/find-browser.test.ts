// Which browser the tests use: the first that starts, not the first whose file is there.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Plain JavaScript, so its types are said here. */
interface FindBrowser {
  findBrowser(options: { env: Record<string, string>; candidates?: string[] }): Promise<string | undefined>;
}

const { findBrowser } = (await import(
  new URL('../../scripts/lib/find-browser.mjs', import.meta.url).href
)) as FindBrowser;

let folder: string;
const at = (name: string) => join(folder, name);

/** A program file that does `script` in a shell. */
function program(name: string, script: string): string {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), `#!/bin/sh\n${script}\n`);
  chmodSync(at(name), 0o755);
  return at(name);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flowright-browser-'));
  program('snap/chromium-browser', 'echo "Command requires the chromium snap to be installed." >&2; exit 1');
  program('bare/chromium', 'echo "error while loading shared libraries: libnss3.so" >&2; exit 127');
  program('silent/chromium', 'exit 0');
  program('good/google-chrome', 'echo "Google Chrome 142.0.7444.59"');
  writeFileSync(at('text'), 'no program');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(process.platform === 'win32')('a browser', () => {
  it('is the first that starts: stubs, programs without libraries and other files are passed over', async () => {
    const candidates = ['nothing', 'text', 'snap/chromium-browser', 'bare/chromium', 'silent/chromium'].map(
      at,
    );
    expect(await findBrowser({ env: {}, candidates })).toBeUndefined();
    const good = at('good/google-chrome');
    expect(await findBrowser({ env: {}, candidates: [...candidates, good] })).toBe(good);
  });

  it('is looked for in the folders of PATH, under each of its names', async () => {
    const env = { PATH: [at('snap'), at('bare'), '', at('good')].join(':') };
    expect(await findBrowser({ env })).toBe(at('good/google-chrome'));
  });

  it('is the one that CHROME_PATH names, or a sentence that says what is wrong with it', async () => {
    const good = at('good/google-chrome');
    expect(await findBrowser({ env: { CHROME_PATH: good, PATH: '' } })).toBe(good);
    await expect(findBrowser({ env: { CHROME_PATH: at('nothing') } })).rejects.toThrow(
      `CHROME_PATH names ${at('nothing')}, which does not exist. Correct it, or unset it.`,
    );
    await expect(findBrowser({ env: { CHROME_PATH: at('bare/chromium') } })).rejects.toThrow(
      `CHROME_PATH names ${at('bare/chromium')}, which does not start. Correct it, or unset it.`,
    );
  });
});
