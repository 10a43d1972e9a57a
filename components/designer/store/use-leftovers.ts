// Changes that this browser kept and that are not on the stored draft: of this window, or of one that is closed.
'use client';
import { useEffect, useState } from 'react';
import type { DesignerStore } from './designer-store';
import { bringIn } from './follow-server';
import type { Journal, JournalEntry, Leftover } from './journal';
import { judgeEntry, readKept } from './kept-flow';
import type { LoadedDraft } from './save-state';
import { listOpenWindows } from './window-id';

export interface Leftovers {
  /** The latest that waits for a decision. */
  entry: JournalEntry;
  /** Made on an older draft than the one that is stored. */
  older: boolean;
  /** Puts it onto the draft. */
  use(): void;
  forget(): void;
}

/** An entry of a window that nobody can ask about is left alone for as long as that window may still store it. */
const patienceMs = 60_000;

export function useLeftovers(
  store: DesignerStore,
  journal: Journal,
  stored: LoadedDraft,
): Leftovers | undefined {
  const [opened] = useState(stored);
  const [left, setLeft] = useState<readonly Leftover[]>([]);
  useEffect(() => {
    let wanted = true;
    void listOpenWindows().then((open) => {
      if (!wanted) return;
      const found = journal.listLeftovers((id, entry) =>
        open ? open.has(id) : Date.now() - entry.at < patienceMs,
      );
      const waiting = found.filter(({ entry }) => judgeEntry(entry, opened) !== 'stored');
      for (const each of found) if (!waiting.includes(each)) journal.forget(each.key);
      setLeft(waiting);
    });
    return () => {
      wanted = false;
    };
  }, [journal, opened]);
  const latest = left[0];
  if (!latest) return undefined;
  const { key, entry } = latest;
  const forget = () => {
    journal.forget(key);
    setLeft((now) => now.filter((each) => each.key !== key));
  };
  return {
    entry,
    older: entry.revision !== opened.revision,
    use() {
      bringIn(store, readKept(entry, opened.flow.origin), 'Bring back unsaved changes');
      forget();
    },
    forget,
  };
}
