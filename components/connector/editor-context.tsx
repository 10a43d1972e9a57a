// Gives the connector editor its store, saves the draft behind it, and keeps unsaved work in this browser.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '@/components/shell/trpc';
import { describeError } from '@/components/ui/describe-error';
import {
  createEditorStore,
  type EditorActions,
  type EditorState,
  type EditorStore,
  type StoredConnector,
} from './editor-store';

const Context = createContext<EditorStore | undefined>(undefined);
const saveDelay = 500;

/** The store of the connector being edited. */
export function useEditorStore(): EditorStore {
  const store = useContext(Context);
  if (!store) throw new Error('useEditorStore needs a ConnectorEditorProvider above it.');
  return store;
}

/** One part of the editing state; renders again only when that part changes. */
export function useEditor<T>(select: (state: EditorState & EditorActions) => T): T {
  return useStore(useEditorStore(), select);
}

const journalKey = (id: string) => `flowright:connector:${id}`;

interface Journal {
  revision: number;
  definitionText: string;
  propertiesText: string;
  name: string;
}

/** Work that a reload interrupted before it was saved, if it still fits what the server has. */
function readJournal(stored: StoredConnector): StoredConnector | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(journalKey(stored.id)) ?? 'null') as Journal | null;
    if (!kept || kept.revision !== stored.revision) return undefined;
    return {
      ...stored,
      definitionText: kept.definitionText,
      propertiesText: kept.propertiesText,
      name: kept.name,
    };
  } catch {
    return undefined;
  }
}

function writeJournal(id: string, journal: Journal | undefined): void {
  try {
    if (journal) localStorage.setItem(journalKey(id), JSON.stringify(journal));
    else localStorage.removeItem(journalKey(id));
  } catch {
    // A full or forbidden store loses only the safety net; the server save still runs.
  }
}

/** Saves what is unsaved now; resolves to the revision that holds it. */
export function useSaveNow(): (store: EditorStore) => Promise<number> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const save = useMutation(trpc.connectors.saveDraft.mutationOptions());
  return async (store) => {
    const { stored, texts, markSaving, markSaved, markUnsaved } = store.getState();
    if (store.getState().save === 'saved') return stored.revision;
    const sent = texts();
    markSaving();
    try {
      const { revision } = await save.mutateAsync({ id: stored.id, revision: stored.revision, ...sent });
      markSaved(revision, sent);
      writeJournal(stored.id, undefined);
      void queries.invalidateQueries({ queryKey: trpc.connectors.list.queryKey() });
      return revision;
    } catch (error) {
      const { message, code } = describeError(error);
      markUnsaved(code === 'STALE_EDIT' ? 'stale' : 'unsaved', message);
      throw error;
    }
  };
}

/** Tabs are routes, so the provider comes and goes; the store of a connector stays while the page does. */
const opened = new Map<string, EditorStore>();

function openStore(stored: StoredConnector): EditorStore {
  const known = opened.get(stored.id);
  if (known) {
    const { save, stored: held, reload } = known.getState();
    if (save === 'saved' && held.revision !== stored.revision) reload(stored);
    return known;
  }
  const created = createEditorStore(stored);
  const kept = readJournal(stored);
  if (kept) {
    created.getState().reload(kept);
    created.setState({ save: 'unsaved' });
  }
  opened.set(stored.id, created);
  return created;
}

export function ConnectorEditorProvider({
  stored,
  children,
}: {
  stored: StoredConnector;
  children: ReactNode;
}) {
  const [store] = useState(() => openStore(stored));
  const saveNow = useSaveNow();
  const latest = useRef(saveNow);
  latest.current = saveNow;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void latest.current(store).catch(() => undefined), saveDelay);
    };
    const keep = () => {
      const { save, stored: base, texts } = store.getState();
      if (save !== 'saved') writeJournal(base.id, { revision: base.revision, ...texts() });
    };
    if (store.getState().save === 'unsaved') schedule();
    const stop = store.subscribe((state, former) => {
      const edited =
        state.document !== former.document ||
        state.properties !== former.properties ||
        state.name !== former.name;
      if (edited && state.save === 'unsaved') schedule();
      if (former.save === 'saving' && state.save === 'unsaved' && !state.saveMessage) schedule();
    });
    window.addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      stop();
      keep();
      window.removeEventListener('pagehide', keep);
    };
  }, [store]);

  return <Context.Provider value={store}>{children}</Context.Provider>;
}
