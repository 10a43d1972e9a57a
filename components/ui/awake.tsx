// Controls that were drawn by the server wait until the page listens: a press or a letter before that would be lost.
'use client';
import { type ReactNode, useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;

/** True once the page runs in the browser. */
function useAwake(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}

/** Keeps its controls disabled, without looking so, until the page listens. */
export function Awake({ children }: { children: ReactNode }) {
  const awake = useAwake();
  return (
    <fieldset role="presentation" disabled={!awake} data-waking={awake ? undefined : ''} className="contents">
      {children}
    </fieldset>
  );
}
