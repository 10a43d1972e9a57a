// State of a form that survives a reload of the page, kept for this browser tab until it is sent or given up.
// Never for secrets.
'use client';
import { useCallback, useMemo, useReducer, useState, useSyncExternalStore } from 'react';
import type { JsonValue } from '@/lib/json';

const prefix = 'flowright.kept.';

/** A part of Storage, so that a test can bring its own. */
export type KeptStore = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** The store of this tab; undefined on the server and where the browser forbids it. */
function tabStore(): KeptStore | undefined {
  try {
    return typeof window === 'undefined' ? undefined : window.sessionStorage;
  } catch {
    return undefined;
  }
}

/** The value a kept text says; undefined where there is none, it does not read, or is of another kind than `initial`. */
export function parseKept<T extends JsonValue>(text: string | null, initial: T): T | undefined {
  if (text === null) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return initial === null || kindOf(value) === kindOf(initial) ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a key, or forgets it without one. A full store loses only this safety net. */
export function writeKept(store: KeptStore | undefined, key: string, value: JsonValue | undefined): void {
  try {
    if (value === undefined) store?.removeItem(prefix + key);
    else store?.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // What is there is older than what is on the screen.
    store?.removeItem(prefix + key);
  }
}

/** The text under a key, as it was written. */
export function readKept(store: KeptStore | undefined, key: string): string | null {
  return store?.getItem(prefix + key) ?? null;
}

/** Forgets everything: what one person typed must not appear to the next. */
export function forgetAllKept(store: KeptStore | undefined = tabStore()): void {
  if (!store) return;
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const key of keys) if (key?.startsWith(prefix)) store.removeItem(key);
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

export interface Kept<T> {
  value: T;
  set(next: T): void;
  /** Back to the initial value, and nothing is kept any more. */
  forget(): void;
}

/** Nothing else writes under a key while a form shows it. */
const never = () => () => undefined;

/** Like useState, kept under `key` for this browser tab; without a key nothing is kept. */
export function useKept<T extends JsonValue>(key: string | undefined, initial: T): Kept<T> {
  const [typed, setTyped] = useState<{ key: string | undefined; value: T }>();
  // What was kept before a reload is forgotten on the screen too, though nothing was typed since.
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const kept = useSyncExternalStore(
    never,
    () => (key === undefined ? null : readKept(tabStore(), key)),
    () => null,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: initial is often made anew; only the text and its key count
  const found = useMemo(() => parseKept(kept, initial), [key, kept]);

  const set = useCallback(
    (value: T) => {
      if (key !== undefined) writeKept(tabStore(), key, value);
      setTyped({ key, value });
    },
    [key],
  );
  const forget = useCallback(() => {
    if (key !== undefined) writeKept(tabStore(), key, undefined);
    setTyped(undefined);
    drawAgain();
  }, [key]);

  const isTyped = typed !== undefined && typed.key === key;
  return { value: isTyped ? typed.value : (found ?? initial), set, forget };
}
