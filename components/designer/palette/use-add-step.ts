// Adds the step of a palette entry: one edit, selected, announced, focus on its first field.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notify, notifyError } from '@/components/ui/toast';
import type { PaletteEntry } from '@/lib/connector/palette/entries';
import { findOperation, makeConnectorAction } from '@/lib/flow/connector-action';
import type { Edit, InsertPlace } from '@/lib/flow/edits/edit';
import { builtInOfEntry } from '@/lib/flow/palette-entries';
import { titleOf } from '@/lib/flow/title';
import { listTriggers } from '@/lib/flow/tree';
import { stepPosition } from '../step/use-step';
import { type Catalog, findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import { makeEdit, notifyDone } from '../store/gestures';
import { type ConnectionFacts, chooseConnection } from './choose-connection';
import { keepRecent } from './recent';
import { findEntry, ownerOf } from './use-entries';

interface AddStepFacts extends ConnectionFacts {
  catalog: Catalog;
}

function toEdit(entry: PaletteEntry, place: InsertPlace, facts: AddStepFacts): Edit | undefined {
  const builtIn = builtInOfEntry(entry);
  if (builtIn?.role === 'trigger')
    return { type: 'set-trigger', label: builtIn.label, trigger: builtIn.make() };
  if (builtIn) return { type: 'add-action', label: builtIn.label, action: builtIn.make(), place };
  const connector = findConnector(facts.catalog, entry.owner);
  const operation = connector && findOperation(connector.connector, entry.operationId);
  if (!connector || !operation || operation.kind === 'trigger') return undefined;
  const connectionId = chooseConnection(connector, facts);
  return {
    type: 'add-action',
    label: entry.label,
    action: makeConnectorAction(connector.apiId, operation),
    place,
    connection: { apiId: connector.apiId, ...(connectionId === undefined ? {} : { connectionId }) },
  };
}

interface Wanted {
  entryId: string;
  place: InsertPlace;
  /** Shown with an Undo, where it is not plain to see what happened. */
  said: string | undefined;
}

export function useAddStep() {
  const trpc = useTRPC();
  const { store, catalog, palette } = useDesignerContext();
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  const add = useCallback(
    ({ entryId, place, said }: Wanted, known: Catalog) => {
      const entry = findEntry(entryId, known);
      const { connectionReferences: references } = store.getState().flow;
      const facts = { catalog: known, references, connections: connections ?? [] };
      const edit = entry && toEdit(entry, place, facts);
      if (!edit) {
        notify('This step is no longer in its connector.');
        return;
      }
      const result = makeEdit(store, edit);
      if (!result.ok) return;
      if (said !== undefined) notifyDone(store, said);
      keepRecent(entryId);
      const { selected, flow, requestFocus, beginAdd, show } = store.getState();
      beginAdd(undefined);
      show('inspector');
      if (selected === undefined) return;
      requestFocus();
      const after = place.after ?? listTriggers(flow.definition)[0]?.name ?? 'the start';
      announce(
        `${titleOf(selected)} added after ${titleOf(after)}, ${stepPosition(flow.definition, selected)}.`,
      );
    },
    [connections, store],
  );
  return useCallback(
    (entryId: string, place: InsertPlace, said?: string) => {
      const owner = ownerOf(entryId);
      const wanted = { entryId, place, said };
      if (owner === undefined || findConnector(catalog, owner)) add(wanted, catalog);
      else palette.load(owner).then((loaded) => add(wanted, loaded), notifyError);
    },
    [add, catalog, palette],
  );
}
