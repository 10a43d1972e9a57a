// What was typed but not yet stored, kept in this browser so that a reload or a crash loses nothing.
import { isJsonObject } from '@/lib/json';

/** One unsaved state of a flow. */
export interface JournalEntry {
  /** The stored revision these changes are made on. */
  revision: number;
  /** JSON text of the definition. */
  definitionText: string;
  /** JSON text of the connection references. */
  referencesText: string;
  /** Number of changes since the last store. */
  changes: number;
  /** Epoch ms of the last change. */
  at: number;
}

export interface Journal {
  read(): JournalEntry | undefined;
  write(entry: JournalEntry): void;
  clear(): void;
}

function parseEntry(text: string | null): JournalEntry | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (!isJsonObject(value)) return undefined;
    const { revision, definitionText, referencesText, changes, at } = value;
    if (typeof revision !== 'number' || typeof definitionText !== 'string') return undefined;
    if (typeof referencesText !== 'string' || typeof changes !== 'number' || typeof at !== 'number') {
      return undefined;
    }
    return { revision, definitionText, referencesText, changes, at };
  } catch {
    return undefined;
  }
}

/** A journal in `storage` under the flow's id. A full or forbidden storage loses the net, never the edit. */
export function createJournal(
  flowId: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Journal {
  const key = `flowright.draft.${flowId}`;
  return {
    read: () => parseEntry(storage.getItem(key)),
    write(entry) {
      try {
        storage.setItem(key, JSON.stringify(entry));
      } catch {
        // The server copy follows within a second; the journal is only the second net.
      }
    },
    clear: () => storage.removeItem(key),
  };
}
