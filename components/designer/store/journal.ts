// What was typed but not yet stored, kept in this browser so that a reload or a crash loses nothing. Each window keeps
// its own; what cannot be put onto the stored draft is put aside until its maker decides. Keys carry the person's id:
// nobody else on the same browser gets to see it, and it is still there after signing out.
import { isJsonObject, type JsonValue } from '@/lib/json';

/** The texts of a flow. */
export interface KeptTexts {
  /** JSON text of the definition. */
  definitionText: string;
  /** JSON text of the connection references. */
  referencesText: string;
}

/** One unsaved state of a flow. */
export interface JournalEntry extends KeptTexts {
  /** The stored revision these changes are made on. */
  revision: number;
  /** What was sent to the server and not answered, where more was typed since: it may be stored. */
  sent: KeptTexts[];
  /** Number of changes since the last store. */
  changes: number;
  /** Epoch ms of the last change. */
  at: number;
}

/** An entry that waits for a decision. */
export interface Leftover {
  key: string;
  entry: JournalEntry;
}

export interface Journal {
  /** What this window kept. */
  read(): JournalEntry | undefined;
  write(entry: JournalEntry): void;
  clear(): void;
  /** Takes what this window kept out of the way of what is typed next. */
  putAside(): void;
  /** What was put aside, and what was kept by windows that `isOpen` does not know; the latest first. */
  listLeftovers(isOpen: (windowId: string, entry: JournalEntry) => boolean): Leftover[];
  forget(key: string): void;
}

export interface JournalOwner {
  userId: string;
  flowId: string;
  windowId: string;
}

export type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

function readTexts(value: JsonValue | undefined): KeptTexts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { definitionText, referencesText } = value;
  if (typeof definitionText !== 'string' || typeof referencesText !== 'string') return undefined;
  return { definitionText, referencesText };
}

function parseEntry(text: string | null): JournalEntry | undefined {
  if (text === null) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    const texts = readTexts(value);
    if (!texts || !isJsonObject(value)) return undefined;
    const { revision, changes, at } = value;
    if (typeof revision !== 'number' || typeof changes !== 'number' || typeof at !== 'number')
      return undefined;
    const sent = Array.isArray(value.sent) ? value.sent.flatMap((each) => readTexts(each) ?? []) : [];
    return { ...texts, revision, sent, changes, at };
  } catch {
    return undefined;
  }
}

const aside = 'aside-';

/** A journal in `storage`. A full or forbidden storage loses the net, never the edit. */
export function createJournal({ userId, flowId, windowId }: JournalOwner, storage: JournalStorage): Journal {
  const prefix = `flowright.draft.${userId}.${flowId}.`;
  const own = prefix + windowId;
  const read = (key: string) => parseEntry(storage.getItem(key));
  const write = (key: string, entry: JournalEntry) => {
    try {
      storage.setItem(key, JSON.stringify(entry));
    } catch {
      // The server copy follows within a second; the journal is only the second net.
    }
  };
  return {
    read: () => read(own),
    write: (entry) => write(own, entry),
    clear: () => storage.removeItem(own),
    putAside() {
      const entry = read(own);
      // Removed first, so that the room it takes is there for it.
      storage.removeItem(own);
      if (entry) write(`${prefix}${aside}${entry.at}`, entry);
    },
    listLeftovers(isOpen) {
      const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      return keys
        .flatMap((key): Leftover[] => {
          if (!key?.startsWith(prefix) || key === own) return [];
          const entry = read(key);
          const owner = key.slice(prefix.length);
          if (!entry || (!owner.startsWith(aside) && isOpen(owner, entry))) return [];
          return [{ key, entry }];
        })
        .sort((a, b) => b.entry.at - a.entry.at);
    },
    forget: (key) => storage.removeItem(key),
  };
}
