// A real Chromium for tests: the first of CHROME_PATH, an installed Chromium or Chrome, Playwright's own.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of the browser that tests use; throws a sentence that says what to do where there is none. */
export function findBrowser(): string {
  const candidates = [process.env.CHROME_PATH, ...installed, chromium.executablePath()];
  const found = candidates.find((path) => path && existsSync(path));
  if (found) return found;
  throw new Error('No Chromium or Chrome was found. Install one, or set CHROME_PATH to its program file.');
}

/** Starts it headless, with everything off that would call out on its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
