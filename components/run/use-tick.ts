// The present time, again and again while something is under way.
'use client';
import { useEffect, useState } from 'react';

/**
 * Epoch ms; stands still when `everyMs` is undefined. Times of runs are the server's: to compare with them, name how many
 * ms its clock is ahead of this browser's.
 */
export function useTick(everyMs: number | undefined, clockAhead = 0): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (everyMs === undefined) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now + clockAhead;
}
