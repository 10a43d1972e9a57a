// Adds the step of a palette entry: one edit, selected, announced, focus on its first field.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import type { PaletteEntry } from '@/lib/connector/palette-index';
import { findOperation, makeConnectorAction } from '@/lib/flow/connector-action';
import type { ConnectionReferences } from '@/lib/flow/definition';
import type { Edit, InsertPlace } from '@/lib/flow/edits/edit';
import { builtInOfEntry } from '@/lib/flow/palette-entries';
import { titleOf } from '@/lib/flow/title';
import { listTriggers } from '@/lib/flow/tree';
import { stepPosition } from '../step/use-step';
import { type Catalog, findConnector } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import { makeEdit } from '../store/gestures';
import { keepRecent } from './recent';
import { findEntry, ownerOf } from './use-entries';

interface KnownConnection {
  id: string;
  connectorId: string;
  /** How many flows use it. */
  flows: number;
}

/**
 * The connection a new step uses by itself: the one this flow uses already, else the only one there is. One that no
 * flow has used yet (it was made to test the connector) is offered, not taken: the first use in a flow asks.
 */
function chooseConnection(
  apiId: string,
  connectorId: string,
  { references, connections }: { references: ConnectionReferences; connections: readonly KnownConnection[] },
): string | undefined {
  const used = Object.values(references).find(
    (each) => each.apiId === apiId && each.connectionId !== undefined,
  );
  if (used) return used.connectionId;
  const own = connections.filter((each) => each.connectorId === connectorId);
  const only = own.length === 1 ? own[0] : undefined;
  return only && only.flows > 0 ? only.id : undefined;
}

interface AddStepFacts {
  catalog: Catalog;
  references: ConnectionReferences;
  connections: readonly KnownConnection[];
}

function toEdit(entry: PaletteEntry, place: InsertPlace, facts: AddStepFacts): Edit | undefined {
  const builtIn = builtInOfEntry(entry);
  if (builtIn?.role === 'trigger')
    return { type: 'set-trigger', label: builtIn.label, trigger: builtIn.make() };
  if (builtIn) return { type: 'add-action', label: builtIn.label, action: builtIn.make(), place };
  const connector = findConnector(facts.catalog, entry.owner);
  const operation = connector && findOperation(connector.connector, entry.operationId);
  if (!connector || !operation) return undefined;
  const connectionId = chooseConnection(connector.apiId, connector.id, facts);
  return {
    type: 'add-action',
    label: entry.label,
    action: makeConnectorAction(connector.apiId, operation),
    place,
    connection: { apiId: connector.apiId, ...(connectionId === undefined ? {} : { connectionId }) },
  };
}

export function useAddStep() {
  const trpc = useTRPC();
  const { store, catalog, palette } = useDesignerContext();
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  const add = useCallback(
    (entryId: string, place: InsertPlace, known: Catalog) => {
      const entry = findEntry(entryId, known);
      const { connectionReferences: references } = store.getState().flow;
      const facts = { catalog: known, references, connections: connections ?? [] };
      const edit = entry && toEdit(entry, place, facts);
      if (!edit) return;
      const result = makeEdit(store, edit);
      if (!result.ok) return;
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
    (entryId: string, place: InsertPlace) => {
      const owner = ownerOf(entryId);
      if (owner === undefined || findConnector(catalog, owner)) add(entryId, place, catalog);
      else palette.load(owner).then((loaded) => add(entryId, place, loaded), notifyError);
    },
    [add, catalog, palette],
  );
}
