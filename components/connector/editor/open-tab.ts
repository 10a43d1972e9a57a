// Tabs of the editor open at once: the editor is on the page already, so no page is asked for and nothing that is chosen
// meanwhile can cancel the way there.
import type { MouseEvent } from 'react';

/** Shows `/connectors/{id}/edit/{tab}?operation=…` of the editor that is open. */
export function openTab(href: string): void {
  window.history.pushState(null, '', href);
}

/** For every link inside the editor: a plain click on one to a tab of it opens the tab; all others go their way. */
export function openTabOnClick(event: MouseEvent, base: string): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || !link.pathname.startsWith(`${base}/`)) return;
  event.preventDefault();
  openTab(link.pathname + link.search);
}
