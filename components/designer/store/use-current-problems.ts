// What the checker says of the flow at this moment, for all who ask: the panel, Save and Run.
'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { checkFlow, type FlowProblem } from '@/lib/flow/check-flow';
import { listUnstoredProblems } from '../fields/unstored';
import { useUnstoredStore } from '../fields/use-unstored';
import { useDesignerContext } from './designer-context';

interface CurrentProblems {
  /** Checks the flow of the store; another function when connectors or connections changed. */
  check(): FlowProblem[];
  /** The same with the connections as they are now on the server; those known before where it does not answer. */
  checkAfresh(): Promise<FlowProblem[]>;
}

export function useCurrentProblems(): CurrentProblems {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store, catalog } = useDesignerContext();
  const { connectors } = catalog;
  const { data: connections } = useQuery(trpc.connections.list.queryOptions({}));
  const unstored = useUnstoredStore();
  const find = useCallback(
    (known: typeof connections) => {
      const { flow } = store.getState();
      return [
        ...listUnstoredProblems(unstored.getState().entries, flow.definition),
        ...checkFlow({ flow, connectors, ...(known ? { connections: known } : {}) }),
      ];
    },
    [store, connectors, unstored],
  );
  const check = useCallback(() => find(connections), [find, connections]);
  const checkAfresh = useCallback(async () => {
    const query = trpc.connections.list.queryOptions({}, { staleTime: 0 });
    const known = await client.fetchQuery(query).catch(() => client.getQueryData(query.queryKey));
    return find(known);
  }, [find, client, trpc]);
  return { check, checkAfresh };
}
