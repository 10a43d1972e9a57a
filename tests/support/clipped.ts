// Texts that do not fit where they stand: headings, buttons, labels, tabs and table heads that are cut or spill over.
import type { Page } from 'playwright-core';

/** One line for each clipped text that cannot be read in full by a title or a tooltip. */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wanted = 'h1,h2,h3,h4,label,button,[role=tab],[role=button],th,legend,[role=radio]';
    const isShown = (element: HTMLElement) => {
      const box = element.getBoundingClientRect();
      const { visibility, clipPath } = getComputedStyle(element);
      return box.width > 2 && box.height > 2 && visibility === 'visible' && clipPath === 'none';
    };
    return [...document.querySelectorAll<HTMLElement>(wanted)]
      .filter((element) => isShown(element) && element.textContent?.trim() !== '')
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => !element.closest('[title]'))
      .map((element) => `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 60)}”`);
  });
}
