// Entries of the palette prepared for searching, kept for the environments that were searched last. What is kept is
// compared with the index before each use, so another process may change it at any time. Preparing thousands takes part
// of a second, so it goes in slices between which everything else has its turn.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { listConnectorEntries, listConnectorPalettes, readPaletteStamp } from '@/db/queries/palette';
import { columnsOf } from '@/lib/connector/palette/columns';
import { type CompactEntry, expandEntry, type PaletteEntry } from '@/lib/connector/palette/entries';
import { builtInEntries } from '@/lib/flow/palette-entries';

export interface PreparedPalette {
  stamp: string;
  /** Built-in steps first, then the operations in the order of the palette. */
  entries: readonly PaletteEntry[];
  /** Position of an operation by the id of its row. */
  positions: ReadonlyMap<number, number>;
  /** Words of labels and operation ids, in which a typo is forgiven. */
  words: ReadonlySet<string>;
}

const environmentsKept = 4;
const sliceMs = 8;
const kept = new WeakMap<Database, Map<string, Promise<PreparedPalette>>>();

/** All entries of an environment. Rows never change, so only those that are new are read into entries again. */
export async function preparedPalette(database: Database, environmentId: string): Promise<PreparedPalette> {
  const known = kept.get(database) ?? new Map<string, Promise<PreparedPalette>>();
  kept.set(database, known);
  const former = await known.get(environmentId)?.catch(() => undefined);
  const isFresh = former?.stamp === readPaletteStamp(database, environmentId);
  const palette = isFresh ? Promise.resolve(former) : prepare(database, environmentId, former);
  known.delete(environmentId);
  known.set(environmentId, palette);
  for (const oldest of known.keys()) {
    if (known.size <= environmentsKept) break;
    known.delete(oldest);
  }
  return palette;
}

/** Reads connector by connector. What changes meanwhile is found by the next search, which compares stamps again. */
async function prepare(
  database: Database,
  environmentId: string,
  former: PreparedPalette | undefined,
): Promise<PreparedPalette> {
  const stamp = readPaletteStamp(database, environmentId);
  const entries = [...builtInEntries];
  const positions = new Map<number, number>();
  const words = new Set<string>();
  let began = performance.now();
  for (const connector of listConnectorPalettes(database, environmentId)) {
    for (const { id, entryText } of listConnectorEntries(database, environmentId, connector.id)) {
      const known = former?.entries[former.positions.get(id) ?? -1];
      const entry = known ?? expandEntry(JSON.parse(entryText) as CompactEntry);
      positions.set(id, entries.push(entry) - 1);
      for (const word of entry.text.words) words.add(word);
      if (performance.now() - began < sliceMs) continue;
      await nextTurn();
      began = performance.now();
    }
  }
  await nextTurn();
  columnsOf(entries);
  return { stamp, entries, positions, words };
}
