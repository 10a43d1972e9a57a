// A piece of place kept in the URL (?name=value), so that a link or a reload shows the same.
'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** The default is left out of the URL. Changing it adds no step to the browser's history. */
export function useUrlState(name: string, initial = ''): [string, (value: string) => void] {
  const parameters = useSearchParams();
  const path = usePathname();
  const set = useCallback(
    (value: string) => {
      const next = new URLSearchParams(window.location.search);
      if (value === initial) next.delete(name);
      else next.set(name, value);
      const query = next.toString();
      window.history.replaceState(null, '', query ? `${path}?${query}` : path);
    },
    [name, initial, path],
  );
  return [parameters.get(name) ?? initial, set];
}
