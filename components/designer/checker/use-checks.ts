// Runs the checker a moment after each change and keeps what it found in the store.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { checkFlow } from '@/lib/flow/check-flow';
import { useCatalog, useDesigner, useDesignerContext } from '../store/designer-context';

const delayMs = 180;

export function useChecks() {
  const trpc = useTRPC();
  const { store } = useDesignerContext();
  const catalog = useCatalog();
  const flow = useDesigner((state) => state.flow);
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = { flow, connectors: catalog.connectors };
      store.getState().setProblems(checkFlow(connections ? { ...query, connections } : query));
    }, delayMs);
    return () => clearTimeout(timer);
  }, [flow, catalog, connections, store]);
}
