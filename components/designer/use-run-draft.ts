// Ctrl Enter: runs the draft at once when nothing has to be asked or corrected first, else opens the Run pane.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { showRun } from '@/components/run/run-store';
import { listTriggerInputs } from '@/components/run/trigger-inputs';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import { useDesignerContext } from './store/designer-context';
import { useCurrentProblems } from './store/use-current-problems';

/** `flush` stores what is pending; true when everything is stored. */
export function useRunDraft(flowId: string, flush: () => Promise<boolean>): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store, runStore } = useDesignerContext();
  const { checkAfresh } = useCurrentProblems();
  const { mutateAsync: start } = useMutation(trpc.runs.start.mutationOptions());
  const starting = useRef(false);

  const isReady = useCallback(async () => {
    if (listTriggerInputs(store.getState().flow.definition).length > 0) return false;
    const problems = await checkAfresh();
    return !problems.some(({ severity }) => severity === 'error' || severity === 'warning');
  }, [checkAfresh, store]);

  return useCallback(async () => {
    // A key that is held down repeats; it asks for one run.
    if (starting.current) return;
    starting.current = true;
    try {
      if (!(await isReady()) || !(await flush())) {
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
