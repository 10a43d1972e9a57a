// Somebody at the screen, who knows only roles and accessible names. Works the same story by mouse or by keyboard alone.
import type { Locator, Page } from 'playwright-core';

export type Hand = 'mouse' | 'keyboard';

export interface Person {
  hand: Hand;
  page: Page;
  /** Clicks so far; a press by keyboard counts as one too. Going into a field to type is not counted. */
  clicks(): number;
  /** Presses a button, link, tab, menu entry, radio or option. */
  press(target: Locator): Promise<void>;
  /** Goes into a field and replaces its text. */
  type(target: Locator, text: string): Promise<void>;
  /** Presses what opens a file dialog and chooses a file. */
  choose(target: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

const arrowRoles = new Set([
  'menuitem',
  'menuitemradio',
  'menuitemcheckbox',
  'tab',
  'radio',
  'option',
  'treeitem',
]);

async function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement).catch(() => false);
}

/** The composite that holds the target: arrows move inside it, Tab only reaches it. */
async function sharesComposite(target: Locator): Promise<boolean> {
  return target
    .evaluate((element) => {
      const roles =
        '[role=menu],[role=menubar],[role=tablist],[role=radiogroup],[role=listbox],[role=tree],[role=toolbar]';
      const box = element.closest(roles);
      return box?.contains(document.activeElement) ?? false;
    })
    .catch(() => false);
}

async function reachByKeyboard(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'visible' });
  if (await isFocused(target)) return;
  const role = (await target.getAttribute('role')) ?? '';
  const type = (await target.getAttribute('type')) ?? '';
  const usesArrows = arrowRoles.has(role) || type === 'radio';
  for (let step = 0; step < 250; step += 1) {
    if (usesArrows && (await sharesComposite(target))) {
      if (await walkArrows(page, target)) return;
    }
    await page.keyboard.press('Tab');
    if (await isFocused(target)) return;
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

async function walkArrows(page: Page, target: Locator): Promise<boolean> {
  // Lists do not wrap round: begin at their head.
  if (['option', 'treeitem'].includes((await target.getAttribute('role')) ?? ''))
    await page.keyboard.press('Home');
  for (const key of ['ArrowDown', 'ArrowRight']) {
    for (let step = 0; step < 60; step += 1) {
      if (await isFocused(target)) return true;
      const highlighted = await target
        .evaluate((element) => element.hasAttribute('data-highlighted'))
        .catch(() => false);
      if (highlighted) return true;
      const before = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300));
      await page.keyboard.press(key);
      await drawn(page);
      const after = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300));
      if (before === after && step > 2) break;
    }
  }
  return isFocused(target);
}

/** What a key or a click brought about is on the screen. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((go) => requestAnimationFrame(() => requestAnimationFrame(() => go()))),
  );
}

type Box = Awaited<ReturnType<Locator['boundingBox']>>;

/** Where the target stands once it has stopped moving. */
async function restingBox(page: Page, target: Locator): Promise<Box> {
  let box: Box = null;
  for (let still = 0; still < 4; ) {
    await drawn(page);
    const now = await target.boundingBox();
    still = box && now && now.x === box.x && now.y === box.y ? still + 1 : 0;
    box = now;
  }
  return box;
}

/** A hand does not jump: menus stay open only for a pointer that travels into them. */
async function glideTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'visible' });
  const box = await restingBox(page, target);
  if (box) await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
}

/** A person at `page`; `hand` decides how everything is reached. */
export function createPerson(page: Page, hand: Hand): Person {
  let clicks = 0;

  async function press(target: Locator): Promise<void> {
    clicks += 1;
    if (hand === 'mouse') {
      if ((await target.getAttribute('role')) === 'menuitem') await glideTo(page, target);
      await target.click();
      return;
    }
    await reachByKeyboard(page, target);
    const isRadio =
      (await target.getAttribute('role')) === 'radio' || (await target.getAttribute('type')) === 'radio';
    await page.keyboard.press(isRadio ? 'Space' : 'Enter');
  }

  async function type(target: Locator, text: string): Promise<void> {
    if (hand === 'mouse') await target.click();
    else await reachByKeyboard(page, target);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(text);
  }

  async function choose(
    target: Locator,
    file: { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void> {
    const dialog = page.waitForEvent('filechooser');
    await press(target);
    await (await dialog).setFiles(file);
    clicks += 1;
  }

  return { hand, page, clicks: () => clicks, press, type, choose };
}
