// Screenshots that the stories make, light and dark, each checked by axe. They land in tests/.artifacts/screens.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
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
