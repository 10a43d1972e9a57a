// The open flow: its store, kept stored; keys that work everywhere; canvas, palette and inspector around it.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { readInAddress } from '@/components/ui/address';
import { notify } from '@/components/ui/toast';
import type { Flow } from '@/lib/flow/definition';
import { listTriggers } from '@/lib/flow/tree';
import { DesignerFrame } from './designer-frame';
import { type OpenFlow, toLoadedDraft } from './open-flow';
import { type Autosave, startAutosave } from './store/autosave';
import type { Catalog } from './store/catalog';
import { DesignerProvider } from './store/designer-context';
import { createDesignerStore, type DesignerStore, hasStep } from './store/designer-store';
import { bringIn, followServer } from './store/follow-server';
import { createJournal, type Journal } from './store/journal';
import { judgeEntry, readKept } from './store/kept-flow';
import type { PaletteSource } from './store/palette-source';
import { useReferencedConnectors } from './store/use-connectors';
import { useLeftovers } from './store/use-leftovers';
import { useSelectionInAddress } from './store/use-selection-in-address';

interface OpenedStore {
  store: DesignerStore;
  /** What this window may have stored before a reload, without learning of it. */
  maybeStored: Flow[];
}

/** The store of a flow, with what this window kept of it. */
function openStore(flow: OpenFlow, journal: Journal): OpenedStore {
  const loaded = toLoadedDraft(flow);
  const { definition, ...parsed } = loaded.flow;
  const asked = readInAddress('action');
  const only = listTriggers(definition)[0]?.name;
  const store = createDesignerStore({
    ...loaded,
    selected: asked !== undefined && hasStep(definition, asked) ? asked : only,
  });
  const entry = journal.read();
  if (!entry) return { store, maybeStored: [] };
  const judged = judgeEntry(entry, loaded);
  if (judged === 'apart') journal.putAside();
  if (judged === 'stored') journal.clear();
  if (judged !== 'continues') return { store, maybeStored: [] };
  const maybeStored = [...entry.sent, entry].map((texts) => readKept(texts, parsed.origin));
  const kept = maybeStored.at(-1);
  if (kept) bringIn(store, kept, 'Bring back unsaved changes');
  return { store, maybeStored };
}

interface DesignerProps {
  flow: OpenFlow;
  /** Whose unsaved changes this browser keeps, and in which window. */
  userId: string;
  windowId: string;
  catalog: Catalog;
  palette: PaletteSource;
}

export function Designer({ flow, userId, windowId, catalog, palette }: DesignerProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { mutateAsync: saveDraft } = useMutation(trpc.flows.saveDraft.mutationOptions());
  const journal = useMemo(
    () => createJournal({ userId, flowId: flow.id, windowId }, window.localStorage),
    [userId, flow.id, windowId],
  );
  const [{ store, maybeStored }] = useState(() => openStore(flow, journal));
  const autosave = useRef<Autosave | undefined>(undefined);
  const fetchStored = useCallback(async () => {
    const query = trpc.flows.get.queryOptions({ id: flow.id }, { staleTime: 0 });
    return toLoadedDraft(await client.fetchQuery(query));
  }, [client, flow.id, trpc]);
  const leftovers = useLeftovers(store, journal, toLoadedDraft(flow));

  useEffect(() => {
    const running = startAutosave({
      store,
      journal,
      send: (draft) => saveDraft({ id: flow.id, ...draft }),
      fetchStored,
      maybeStored,
    });
    autosave.current = running;
    return () => {
      void running.flush();
      running.stop();
    };
  }, [store, journal, saveDraft, fetchStored, maybeStored, flow.id]);
  useEffect(() => {
    if (followServer(store, toLoadedDraft(flow)))
      notify('This flow was changed in another window. This is its newest version.');
  }, [store, flow]);
  useSelectionInAddress(store);
  useReferencedConnectors(store, catalog, palette);
  const flush = useCallback(() => autosave.current?.flush() ?? Promise.resolve(true), []);

  return (
    <DesignerProvider flowId={flow.id} store={store} catalog={catalog} palette={palette}>
      <DesignerFrame flow={flow} flush={flush} fetchStored={fetchStored} leftovers={leftovers} />
    </DesignerProvider>
  );
}
