// An act that takes a while: pressed again before it is over, as by a double click, it is not done twice.
'use client';
import { useCallback, useRef, useState } from 'react';

/** `run` does nothing while a former call goes on. */
export function useOneAtATime<A extends unknown[]>(act: (...given: A) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const going = useRef(false);
  const latest = useRef(act);
  latest.current = act;
  const run = useCallback(async (...given: A) => {
    if (going.current) return;
    going.current = true;
    setBusy(true);
    try {
      await latest.current(...given);
    } finally {
      going.current = false;
      setBusy(false);
    }
  }, []);
  return { run, busy };
}
