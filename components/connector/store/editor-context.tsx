// Gives the connector editor its store, saves the draft behind it, and keeps unsaved work in this browser.
'use client';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useReach } from '@/components/shell/reach';
import { readJournal } from './draft-journal';
import {
  createEditorStore,
  type EditorActions,
  type EditorState,
  type EditorStore,
  type StoredConnector,
} from './editor-store';
import { keepUnsaved, useSaveNow } from './save-draft';

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

/** Tabs are routes, so the provider comes and goes; the store of a connector stays while the page does. */
const opened = new Map<string, EditorStore>();

function openStore(stored: StoredConnector): EditorStore {
  // On the server nothing is kept: the map would outlive the request.
  if (typeof window === 'undefined') return createEditorStore(stored);
  const known = opened.get(stored.id);
  if (known) return known;
  const created = createEditorStore(stored);
  opened.set(stored.id, created);
  const kept = readJournal(localStorage, stored);
  if (kept) created.getState().restore(kept.work, kept.save);
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

  useEffect(() => store.getState().refresh(stored), [store, stored]);

  // A save that found no server is tried again as soon as there is one.
  const isReachable = useReach();
  useEffect(() => {
    const { save, saveMessage } = store.getState();
    if (isReachable && save === 'unsaved' && saveMessage) void latest.current(store).catch(() => undefined);
  }, [store, isReachable]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => void latest.current(store).catch(() => keepUnsaved(store));
    const schedule = () => {
      clearTimeout(timer);
      timer = setTimeout(save, saveDelay);
    };
    const keep = () => keepUnsaved(store);
    const keepWhenHidden = () => document.visibilityState === 'hidden' && keep();
    if (store.getState().save === 'unsaved') schedule();
    const stop = store.subscribe((state, former) => {
      const isEdited =
        state.document !== former.document ||
        state.properties !== former.properties ||
        state.name !== former.name;
      if (state.save === 'unsaved' && (isEdited || (former.save === 'saving' && !state.saveMessage)))
        schedule();
    });
    window.addEventListener('pagehide', keep);
    document.addEventListener('visibilitychange', keepWhenHidden);
    return () => {
      clearTimeout(timer);
      stop();
      keep();
      if (store.getState().save === 'unsaved') save();
      window.removeEventListener('pagehide', keep);
      document.removeEventListener('visibilitychange', keepWhenHidden);
    };
  }, [store]);

  return <Context.Provider value={store}>{children}</Context.Provider>;
}
