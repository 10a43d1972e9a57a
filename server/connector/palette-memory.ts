// Entries of the palette prepared for searching, kept for the environments that were searched last. What is kept is
// compared with the index before each use, so another process may change it at any time.
import type { Database } from '@/db/client';
import { listOperationEntries, readPaletteStamp } from '@/db/queries/palette';
import { type CompactEntry, expandEntry, type PaletteEntry } from '@/lib/connector/palette-index';

export interface PreparedPalette {
  stamp: string;
  /** By the id of their row. */
  entries: ReadonlyMap<number, PaletteEntry>;
  /** Words of labels and operation ids, in which a typo is forgiven. */
  words: ReadonlySet<string>;
}

const environmentsKept = 4;
const kept = new WeakMap<Database, Map<string, PreparedPalette>>();

/** All entries of an environment. Rows never change, so only those that are new are read into entries again. */
export function preparedPalette(database: Database, environmentId: string): PreparedPalette {
  const known = kept.get(database) ?? new Map<string, PreparedPalette>();
  kept.set(database, known);
  const stamp = readPaletteStamp(database, environmentId);
  const former = known.get(environmentId);
  const palette = former?.stamp === stamp ? former : prepare(database, environmentId, { stamp, former });
  known.delete(environmentId);
  known.set(environmentId, palette);
  for (const oldest of known.keys()) {
    if (known.size <= environmentsKept) break;
    known.delete(oldest);
  }
  return palette;
}

function prepare(
  database: Database,
  environmentId: string,
  { stamp, former }: { stamp: string; former: PreparedPalette | undefined },
): PreparedPalette {
  const entries = new Map<number, PaletteEntry>();
  const words = new Set<string>();
  for (const { id, entryText } of listOperationEntries(database, environmentId)) {
    const entry = former?.entries.get(id) ?? expandEntry(JSON.parse(entryText) as CompactEntry);
    entries.set(id, entry);
    for (const word of entry.text.words) words.add(word);
  }
  return { stamp, entries, words };
}
