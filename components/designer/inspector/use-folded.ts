// Which fields are folded away: advanced ones that were empty when the step was opened. What is typed into one later does
// not make it jump out of the fold.
'use client';
import { useRef } from 'react';

interface Foldable {
  key: string;
  advanced: boolean;
  filled: boolean;
}

/** The keys of the folded fields. */
export function useFolded(fields: readonly Foldable[]): ReadonlySet<string> {
  const decided = useRef(new Map<string, boolean>());
  for (const { key, advanced, filled } of fields)
    if (!decided.current.has(key)) decided.current.set(key, advanced && !filled);
  return new Set(fields.flatMap(({ key }) => (decided.current.get(key) ? [key] : [])));
}
