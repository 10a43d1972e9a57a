// Whether the packages are installed, and for which cause an installation failed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Plain JavaScript, so its types are said here. */
interface Install {
  isInstalled(root: string): Promise<boolean>;
  sentenceFor(output: string): string;
}

const { isInstalled, sentenceFor } = (await import(
  new URL('../../scripts/lib/install.mjs', import.meta.url).href
)) as Install;

describe('packages', () => {
  const packages = { '': {}, 'node_modules/better-sqlite3': { version: '1.0.0' } };
  const works = 'module.exports = class { close() {} };';
  const fails = 'throw new Error("compiled against a different Node.js version");';
  let root: string;
  let stamp: string;

  function write(path: string, text: string): void {
    writeFileSync(join(root, path), text);
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'flowright-install-'));
    stamp = join(root, 'node_modules/.flowright-installed');
    mkdirSync(join(root, 'node_modules/better-sqlite3'), { recursive: true });
    write('package-lock.json', JSON.stringify({ packages }));
    write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    write('node_modules/better-sqlite3/package.json', '{"name":"better-sqlite3"}');
    write('node_modules/better-sqlite3/index.js', works);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('installed by hand are taken, and noted so that the driver is not tried at each start', async () => {
    expect(await isInstalled(root)).toBe(true);
    write('node_modules/better-sqlite3/index.js', fails);
    expect(await isInstalled(root)).toBe(true);
  });

  it('of another Node are taken only where the driver loads', async () => {
    await isInstalled(root);
    const own = readFileSync(stamp, 'utf8');
    writeFileSync(stamp, own.replace(process.versions.modules, '1'));
    write('node_modules/better-sqlite3/index.js', fails);
    expect(await isInstalled(root)).toBe(false);
    write('node_modules/better-sqlite3/index.js', works);
    expect(await isInstalled(root)).toBe(true);
    expect(readFileSync(stamp, 'utf8')).toBe(own);
  });

  it('are missing when one has another version than the lock says, or none is there', async () => {
    await isInstalled(root);
    const changed = { ...packages, 'node_modules/better-sqlite3': { version: '1.0.1' } };
    write('package-lock.json', JSON.stringify({ packages: changed }));
    expect(await isInstalled(root)).toBe(false);
    rmSync(join(root, 'node_modules'), { recursive: true });
    expect(await isInstalled(root)).toBe(false);
  });
});

const compiler = /^The database engine could not be compiled\. Install a C\+\+ compiler, make and Python 3 /;
const prefix =
  'npm error command failed\nnpm error command sh -c prebuild-install || node-gyp rebuild --release\n';

describe('an installation that failed', () => {
  const cases: [what: string, output: string, sentence: RegExp][] = [
    ['a missing make', `${prefix}npm error gyp ERR! stack Error: not found: make`, compiler],
    [
      'a missing compiler',
      `${prefix}npm error make: cc: No such file or directory\nnpm error gyp ERR! stack Error: \`make\` failed with exit code: 2`,
      compiler,
    ],
    [
      'a missing C++ compiler',
      `${prefix}npm error /bin/sh: 1: g++: not found\nnpm error gyp ERR! not ok`,
      compiler,
    ],
    [
      'a missing Python',
      `${prefix}npm error gyp ERR! stack Error: Could not find any Python installation to use`,
      compiler,
    ],
    [
      'a missing compiler where the ready-made build could not be fetched either',
      `npm error prebuild-install warn install getaddrinfo ENOTFOUND github.com\n${prefix}npm error gyp ERR! stack Error: not found: make`,
      compiler,
    ],
    [
      'headers of Node that cannot be fetched',
      `${prefix}npm error gyp ERR! stack FetchError: request to https://nodejs.org/v20.20.2/node-v20.20.2-headers.tar.gz failed, reason: getaddrinfo ENOTFOUND nodejs.org`,
      /headers of Node to compile it can be downloaded\. Check the network/,
    ],
    [
      'headers of Node behind a proxy',
      `${prefix}npm error gyp ERR! stack is related to network connectivity. In most cases you are behind a proxy`,
      /headers of Node to compile it can be downloaded\. Check the network/,
    ],
    [
      'a compiler that is too old',
      `${prefix}npm error src/better_sqlite3.cpp:1:1: error: unrecognized option\nnpm error gyp ERR! build error`,
      /could not be compiled\. It needs a compiler that knows C\+\+20/,
    ],
    ['no network', 'npm error code ENOTFOUND', /registry cannot be reached/],
    [
      'no permission',
      "npm error EACCES: permission denied, mkdir 'node_modules'",
      /may not be written by this user/,
    ],
    ['no room', 'npm error ENOSPC', /disk is full/],
    ['something else', 'npm error what is this', /could not be installed:\nnpm error what is this/],
  ];

  it.each(cases)('for %s says so', (_what, output, sentence) => {
    expect(sentenceFor(output)).toMatch(sentence);
  });
});
