// Which query was meant where one found nothing: each word that is nowhere becomes the nearest one that is known.
import type { PaletteEntry } from './entries';
import { isOneTypoAway } from './typo';

const shortest = 4;

/** Only words that begin alike, or have about the same length, can be what was meant. */
function isCandidate(typed: string, word: string): boolean {
  return typed.charCodeAt(0) === word.charCodeAt(0) || Math.abs(typed.length - word.length) <= 1;
}

/** The words with each that none of `entries` has replaced by the nearest one of theirs; undefined where none is near. */
export function suggestWords(entries: Iterable<PaletteEntry>, words: readonly string[]): string | undefined {
  const long = words.filter((word) => word.length >= shortest);
  const known = new Map<string, number>();
  for (const entry of entries) {
    for (const word of entry.text.words)
      if (long.some((text) => isCandidate(text, word))) known.set(word, (known.get(word) ?? 0) + 1);
  }
  let changed = false;
  const better = words.map((text) => {
    if (text.length < shortest || known.has(text)) return text;
    const near = [...known].filter(([each]) => isNear(text, each)).sort((a, b) => b[1] - a[1])[0];
    if (!near) return text;
    changed = true;
    return near[0];
  });
  return changed ? better.join(' ') : undefined;
}

function isNear(typed: string, word: string): boolean {
  if (isOneTypoAway(typed, word)) return true;
  return typed.charCodeAt(0) === word.charCodeAt(0) && isOneTypoAway(typed, word.slice(0, typed.length), 2);
}
