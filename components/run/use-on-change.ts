// Does something when a value changes, but not when it is seen for the first time.
'use client';
import { useEffect, useRef } from 'react';

/** A value that was undefined before is seen for the first time too. */
export function useOnChange(value: string | number | undefined, act: () => void) {
  const seen = useRef(value);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const before = seen.current;
    seen.current = value;
    if (before !== undefined && before !== value) latest.current();
  }, [value]);
}
