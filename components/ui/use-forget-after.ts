// A form that was sent shows its texts until the next page is there; what was kept of them is forgotten then.
'use client';
import { useCallback, useEffect, useRef } from 'react';

/** Answers a function to call when the form was sent: as soon as the component goes, `kept` is forgotten. */
export function useForgetAfter(...kept: { forget(): void }[]): () => void {
  const isSent = useRef(false);
  const latest = useRef(kept);
  latest.current = kept;
  useEffect(
    () => () => {
      if (isSent.current) for (const one of latest.current) one.forget();
    },
    [],
  );
  return useCallback(() => {
    isSent.current = true;
  }, []);
}
