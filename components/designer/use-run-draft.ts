// Ctrl Enter: runs the draft at once when nothing has to be asked or corrected first, else opens the Run pane.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { showRun } from '@/components/run/run-store';
import { listTriggerInputs } from '@/components/run/trigger-inputs';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import { checkFlow } from '@/lib/flow/check-flow';
import { useDesignerContext } from './store/designer-context';

/** `flush` stores what is pending; true when everything is stored. */
export function useRunDraft(flowId: string, flush: () => Promise<boolean>): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store, runStore, catalog } = useDesignerContext();
  const connections = useQuery(trpc.connections.list.queryOptions({})).data;
  const { mutateAsync: start } = useMutation(trpc.runs.start.mutationOptions());
  const starting = useRef(false);

  const isReady = useCallback(() => {
    const { flow } = store.getState();
    if (!connections || listTriggerInputs(flow.definition).length > 0) return false;
    const problems = checkFlow({ flow, connectors: catalog.connectors, connections });
    return !problems.some(({ severity }) => severity === 'error' || severity === 'warning');
  }, [catalog, connections, store]);

  return useCallback(async () => {
    // A key that is held down repeats; it asks for one run.
    if (starting.current) return;
    if (!isReady()) {
      store.getState().show('run');
      return;
    }
    starting.current = true;
    try {
      if (!(await flush())) {
        store.getState().show('run');
        return;
      }
      const { revision } = store.getState();
      const { runId } = await start({ flowId, draft: true, revision, inputs: {} });
      showRun(runStore, runId);
      announce('Your flow run successfully started.');
      void client.invalidateQueries({ queryKey: trpc.runs.list.queryKey() });
    } catch (error) {
      notifyError(error);
    } finally {
      starting.current = false;
    }
  }, [client, flowId, flush, isReady, runStore, start, store, trpc]);
}
