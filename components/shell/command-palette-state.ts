// Whether the search is open; a tiny store, so that a button anywhere can open it.
import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

export function setCommandPaletteOpen(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

export function openCommandPalette(): void {
  setCommandPaletteOpen(true);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useCommandPaletteOpen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => open,
    () => false,
  );
}
