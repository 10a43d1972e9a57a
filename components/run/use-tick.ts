// The present time, again and again while something is under way.
'use client';
import { useEffect, useState } from 'react';

/** Epoch ms; stands still when `everyMs` is undefined. */
export function useTick(everyMs: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
