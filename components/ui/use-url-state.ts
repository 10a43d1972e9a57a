// A piece of place kept in the URL (?name=value), so that a link or a reload shows the same.
'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';
import { setInAddress } from './address';

/** The default is left out of the URL. Changing it adds no step to the browser's history. */
export function useUrlState(name: string, initial = ''): [string, (value: string) => void] {
  const parameters = useSearchParams();
  const set = useCallback(
    (value: string) => setInAddress(name, value === initial ? undefined : value),
    [name, initial],
  );
  return [parameters.get(name) ?? initial, set];
}
