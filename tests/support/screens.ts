// Screenshots that the stories make, light and dark, each checked by axe. They land in tests/.artifacts/screens.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { seriousFaults } from './axe';

export const screensFolder = fileURLToPath(new URL('../.artifacts/screens/', import.meta.url));

async function setTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(250);
}

/** Takes `<name>-light.png` and `<name>-dark.png`; returns what axe finds serious in either. */
export async function takeScreens(page: Page, name: string): Promise<string[]> {
  mkdirSync(screensFolder, { recursive: true });
  const faults: string[] = [];
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(page, theme);
    await page.screenshot({ path: `${screensFolder}${name}-${theme}.png` });
    faults.push(...(await seriousFaults(page)).map((fault) => `${name} (${theme}): ${fault}`));
  }
  return faults;
}

/** Keeps a picture of the page as each failed test left it: `failed-<name of the test>.png`. */
export function keepFailures(current: () => Page | undefined): void {
  afterEach(async ({ task }) => {
    const page = current();
    if (task.result?.state !== 'fail' || !page || page.isClosed()) return;
    mkdirSync(screensFolder, { recursive: true });
    const name = task.name.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 80);
    await page.screenshot({ path: `${screensFolder}failed-${name}.png` });
  });
}
