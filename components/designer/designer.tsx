// The open flow: its store, kept stored; keys that work everywhere; canvas, palette and inspector around it.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseStoredDefinition } from '@/components/run/stored-definition';
import { useTRPC } from '@/components/shell/trpc';
import { readInAddress } from '@/components/ui/address';
import { describeError } from '@/components/ui/describe-error';
import { listTriggers } from '@/lib/flow/tree';
import { DesignerFrame } from './designer-frame';
import { type OpenFlow, parseReferences, toFlow } from './open-flow';
import { type Autosave, startAutosave } from './store/autosave';
import type { Catalog } from './store/catalog';
import { DesignerProvider } from './store/designer-context';
import { createDesignerStore, type DesignerStore, hasStep } from './store/designer-store';
import { createJournal, type Journal, type JournalEntry } from './store/journal';
import type { PaletteSource } from './store/palette-source';
import { useReferencedConnectors } from './store/use-connectors';
import { useSelectionInAddress } from './store/use-selection-in-address';

/** Puts the changes that this browser kept onto the stored draft they were made on. */
function restore(store: DesignerStore, entry: JournalEntry) {
  const definition = parseStoredDefinition(entry.definitionText);
  const connectionReferences = parseReferences(entry.referencesText);
  store.getState().apply({ type: 'set-definition', definition, connectionReferences });
}

function openStore(
  flow: OpenFlow,
  journal: Journal,
): { store: DesignerStore; leftover: JournalEntry | undefined } {
  const parsed = toFlow(flow);
  const asked = readInAddress('action');
  const only = listTriggers(parsed.definition)[0]?.name;
  const store = createDesignerStore({
    flow: parsed,
    definitionText: flow.definitionText,
    revision: flow.revision,
    at: flow.modifiedAt,
    selected: asked !== undefined && hasStep(parsed.definition, asked) ? asked : only,
  });
  const entry = journal.read();
  if (!entry) return { store, leftover: undefined };
  if (entry.revision !== flow.revision) return { store, leftover: entry };
  restore(store, entry);
  return { store, leftover: undefined };
}

interface DesignerProps {
  flow: OpenFlow;
  catalog: Catalog;
  palette: PaletteSource;
}

export function Designer({ flow, catalog, palette }: DesignerProps) {
  const trpc = useTRPC();
  const save = useMutation(trpc.flows.saveDraft.mutationOptions());
  const journal = useMemo(() => createJournal(flow.id, window.localStorage), [flow.id]);
  const [{ store, leftover }] = useState(() => openStore(flow, journal));
  const [kept, setKept] = useState(leftover);
  const autosave = useRef<Autosave | undefined>(undefined);
  const send = useRef(save.mutateAsync);
  send.current = save.mutateAsync;

  useEffect(() => {
    const running = startAutosave({
      store,
      journal,
      send: (draft) => send.current({ id: flow.id, ...draft }),
      isStale: (error) => describeError(error).code === 'STALE_EDIT',
    });
    autosave.current = running;
    return () => {
      void running.flush();
      running.stop();
    };
  }, [store, journal, flow.id]);
  useSelectionInAddress(store);
  useReferencedConnectors(store, catalog, palette);

  return (
    <DesignerProvider flowId={flow.id} store={store} catalog={catalog} palette={palette}>
      <DesignerFrame
        flow={flow}
        flush={() => autosave.current?.flush() ?? Promise.resolve(true)}
        leftover={kept}
        onLeftover={(use) => {
          if (kept && use) restore(store, kept);
          else journal.clear();
          setKept(undefined);
        }}
      />
    </DesignerProvider>
  );
}
