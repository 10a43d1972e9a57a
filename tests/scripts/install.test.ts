// An installation that failed: the sentence names the cause, also where the output speaks of several things.
import { describe, expect, it } from 'vitest';

/** Plain JavaScript, so its types are said here. */
const { sentenceFor } = (await import(new URL('../../scripts/lib/install.mjs', import.meta.url).href)) as {
  sentenceFor(output: string): string;
};

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
