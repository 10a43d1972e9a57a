// Stores the draft within a second of an edit, one request at a time; says plainly when it cannot.
import type { StoreApi } from 'zustand/vanilla';
import type { DesignerState } from './designer-store';
import type { Journal } from './journal';

const delayMs = 600;
const journalDelayMs = 120;
const retryMs = [2_000, 5_000, 15_000, 30_000];

/** What the server is asked to keep. */
export interface DraftToStore {
  revision: number;
  definitionText: string;
  references: DesignerState['flow']['connectionReferences'];
}

export interface AutosaveOptions {
  store: StoreApi<DesignerState>;
  journal: Journal;
  send(draft: DraftToStore): Promise<{ revision: number; savedAt: number }>;
  /** True when the error means that another window stored first. */
  isStale(error: unknown): boolean;
}

export interface Autosave {
  /** Stores what is pending now; resolves to true when nothing is pending any more. */
  flush(): Promise<boolean>;
  stop(): void;
}

/** Watches the store and keeps the draft on the server equal to it. */
export function startAutosave({ store, journal, send, isStale }: AutosaveOptions): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let journalTimer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | undefined;
  let failures = 0;
  let stopped = false;

  function writeJournal() {
    clearTimeout(journalTimer);
    journalTimer = undefined;
    const { flow, revision, changes } = store.getState();
    if (changes === 0) return;
    journal.write({
      revision,
      definitionText: JSON.stringify(flow.definition),
      referencesText: JSON.stringify(flow.connectionReferences),
      changes,
      at: Date.now(),
    });
  }

  function schedule(ms: number) {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function storeOnce(): Promise<boolean> {
    const before = store.getState();
    if (before.changes === 0) return true;
    if (before.save.state === 'stale') return false;
    store.setState({ save: { ...before.save, state: 'saving' } });
    const text = before.toText();
    try {
      const stored = await send({
        revision: before.revision,
        definitionText: text,
        references: before.flow.connectionReferences,
      });
      failures = 0;
      const changes = store.getState().changes - before.changes;
      store
        .getState()
        .markStored({ text, flow: before.flow, revision: stored.revision, at: stored.savedAt, changes });
      if (changes === 0) journal.clear();
      else writeJournal();
      return changes === 0;
    } catch (error) {
      writeJournal();
      const state = isStale(error) ? 'stale' : 'failed';
      store.setState((now) => ({ save: { ...now.save, state } }));
      if (state === 'failed') schedule(retryMs[Math.min(failures++, retryMs.length - 1)] ?? 30_000);
      return false;
    }
  }

  /** Stores until nothing is pending; what was changed during a request goes with the next one. */
  async function storeAll(): Promise<boolean> {
    while (!(await storeOnce())) if (store.getState().save.state !== 'saved') return false;
    return true;
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer);
    running ??= storeAll().finally(() => {
      running = undefined;
    });
    return running;
  }

  const unsubscribe = store.subscribe((now, before) => {
    if (now.flow === before.flow || now.changes === 0 || now.changes === before.changes) return;
    journalTimer ??= setTimeout(writeJournal, journalDelayMs);
    if (now.save.state !== 'stale') schedule(delayMs);
  });

  const onHide = () => writeJournal();
  window.addEventListener('pagehide', onHide);
  if (store.getState().changes > 0) schedule(delayMs);

  return {
    flush,
    stop() {
      stopped = true;
      writeJournal();
      clearTimeout(timer);
      clearTimeout(journalTimer);
      window.removeEventListener('pagehide', onHide);
      unsubscribe();
    },
  };
}
