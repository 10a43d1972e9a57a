// Hands on what waits when the page or the component goes away, before anything that keeps the whole draft looks at it.
'use client';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';

/** Answers a function that always runs the latest `flush`, for timers. */
export function useFlush(flush: () => void): () => void {
  const latest = useRef(flush);
  latest.current = flush;
  const run = useCallback(() => latest.current(), []);
  useEffect(() => {
    window.addEventListener('pagehide', run, { capture: true });
    return () => window.removeEventListener('pagehide', run, { capture: true });
  }, [run]);
  // Layout effects end before all others: a provider above, which saves as it goes, finds the last key handed on.
  useLayoutEffect(() => run, [run]);
  return run;
}
