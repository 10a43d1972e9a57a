// A real Chromium for tests: the one that `npm test` finds.
import { type Browser, chromium } from 'playwright-core';

/** Plain JavaScript, so its types are said here. */
interface FindBrowser {
  findBrowser(): Promise<string | undefined>;
}

const scripts = new URL('../../scripts/lib/find-browser.mjs', import.meta.url).href;
let found: Promise<string | undefined> | undefined;

/** Starts it headless, with everything off that would call out on its own. */
export async function launchBrowser(): Promise<Browser> {
  found ??= (import(scripts) as Promise<FindBrowser>).then(({ findBrowser }) => findBrowser());
  const executablePath = await found;
  if (executablePath === undefined)
    throw new Error('No Chromium or Chrome was found. Install one, or set CHROME_PATH to its program file.');
  return chromium.launch({
    executablePath,
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
