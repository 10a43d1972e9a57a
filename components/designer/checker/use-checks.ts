// Runs the checker a moment after each change and keeps what it found in the store.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useTRPC } from '@/components/shell/trpc';
import { checkFlow } from '@/lib/flow/check-flow';
import { listUnstoredProblems } from '../fields/unstored';
import { useUnstoredStore } from '../fields/use-unstored';
import { useCatalog, useDesigner, useDesignerContext } from '../store/designer-context';

const delayMs = 180;

export function useChecks() {
  const trpc = useTRPC();
  const { store } = useDesignerContext();
  const catalog = useCatalog();
  const flow = useDesigner((state) => state.flow);
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  const unstored = useStore(useUnstoredStore(), (state) => state.entries);
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = { flow, connectors: catalog.connectors };
      const found = checkFlow(connections ? { ...query, connections } : query);
      store.getState().setProblems([...listUnstoredProblems(unstored, flow.definition), ...found]);
    }, delayMs);
    return () => clearTimeout(timer);
  }, [flow, catalog, connections, store, unstored]);
}
