// The texts of a sample that is being pasted: kept across a reload, but for header lines that look like credentials.
'use client';
import { useState } from 'react';
import { useKept } from '@/components/ui/use-kept';
import { withoutCredentials } from './sample-text';

interface KeptSample<T> {
  texts: T;
  change(part: Partial<T>): void;
  forget(): void;
}

export function useKeptSample<T extends { [name: string]: string; headers: string }>(
  key: string,
  blank: T,
): KeptSample<T> {
  const kept = useKept<T>(key, blank);
  const [headers, setHeaders] = useState(kept.value.headers);
  const texts = { ...kept.value, headers };
  return {
    texts,
    change(part) {
      const next = { ...texts, ...part };
      setHeaders(next.headers);
      kept.set({ ...next, headers: withoutCredentials(next.headers) });
    },
    forget: kept.forget,
  };
}
