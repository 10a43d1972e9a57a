// Finds a browser for the tests: CHROME_PATH, an installed Chromium or Chrome, Playwright's own; else tries to install one.
// A file that is there may still be a stub, or lack libraries: what counts is that it starts.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './preflight.mjs';
import { run } from './run.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Every place where a browser may be, best first. */
async function listPlaces(env) {
  const { chromium } = await import('playwright-core');
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places, chromium.executablePath()];
}

/** Path of the first browser that starts, or undefined. Throws one sentence when CHROME_PATH names none. */
export async function findBrowser({ env = process.env, candidates } = {}) {
  const named = env.CHROME_PATH;
  if (named) {
    const fault = !existsSync(named)
      ? 'does not exist'
      : (await starts(named))
        ? undefined
        : 'does not start';
    if (fault === undefined) return named;
    throw new Error(`CHROME_PATH names ${named}, which ${fault}. Correct it, or unset it.`);
  }
  for (const path of candidates ?? (await listPlaces(env))) {
    if (path && existsSync(path) && (await starts(path))) return path;
  }
  return undefined;
}

/** Chromium answers `--version` without opening anything; on Windows it opens a window instead of answering. */
function starts(path) {
  if (process.platform === 'win32') return true;
  return new Promise((done) => {
    execFile(path, ['--version'], { timeout: 15_000 }, (error, output) =>
      done(error === null && /\d+\.\d+/.test(output)),
    );
  });
}

/** The same, after trying to install one. Throws one sentence when there is none. */
export async function ensureBrowser(tell) {
  const present = await findBrowser();
  if (present) return present;
  for (const { what, command, args } of installers()) {
    tell(`No browser found: ${what} …`);
    const code = await run(command, args, { onOutput: () => {} }).catch(() => 1);
    const found = code === 0 ? await findBrowser() : undefined;
    if (found) return found;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome, and none could be installed. Install one, or name it: CHROME_PATH=/path/to/chrome npm test.',
  );
}

function installers() {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const system = [
    { what: 'asking the system for its packages', command: 'apt-get', args: ['update', '-qq'] },
    {
      what: 'installing the system package chromium',
      command: 'apt-get',
      args: ['install', '-y', '-qq', 'chromium'],
    },
  ];
  const own = {
    what: "installing Playwright's Chromium",
    command: process.execPath,
    args: [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'],
  };
  return asRoot ? [...system, own] : [own];
}
