// Finds a browser for the tests: CHROME_PATH, an installed Chromium or Chrome, Playwright's own; else tries to install one.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
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

/** Path of a browser that is there, or undefined. */
export function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist. Correct it, or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places, chromium.executablePath()].find((path) => path && existsSync(path));
}

/** The same, after trying to install one. Throws one sentence when there is none. */
export async function ensureBrowser(say) {
  const present = findBrowser();
  if (present) return present;
  for (const install of installers()) {
    say(`No browser found: ${install.what} …`);
    const code = await run(install.command, install.args, { onOutput: () => {} }).catch(() => 1);
    const found = code === 0 ? findBrowser() : undefined;
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
