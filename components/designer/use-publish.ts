// Save: store the draft, check it, make a version of it live.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import { checkFlow } from '@/lib/flow/check-flow';
import type { OpenFlow } from './open-flow';
import { useDesigner, useDesignerContext } from './store/designer-context';

export interface Publish {
  save(): Promise<void>;
  busy: boolean;
  /** Live version, 0 before the first. */
  version: number;
  /** The draft is what is live. */
  justPublished: boolean;
  /** Says that the flow is ready until something else is done. */
  ready: boolean;
  dismiss(): void;
}

export function usePublish(flow: OpenFlow, flush: () => Promise<boolean>): Publish {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store, catalog } = useDesignerContext();
  const mutation = useMutation(trpc.flows.publish.mutationOptions());
  const [version, setVersion] = useState(flow.version);
  const [published, setPublished] = useState<object>();
  const [ready, setReady] = useState(false);
  const current = useDesigner((state) => state.flow);

  const save = useCallback(async () => {
    const state = store.getState();
    const problems = checkFlow({ flow: state.flow, connectors: catalog.connectors });
    state.setProblems(problems);
    const stored = await flush();
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    if (errors > 0) {
      store.setState({ showMessages: true, panel: 'checker' });
      announce(
        `Not saved as a version: ${errors} ${errors === 1 ? 'error' : 'errors'} to correct. The draft is kept.`,
        true,
      );
      return;
    }
    if (!stored) {
      announce('Not saved. The changes are kept in this browser.', true);
      return;
    }
    try {
      const before = store.getState();
      const made = await mutation.mutateAsync({ id: flow.id, revision: before.revision });
      setVersion(made.version);
      setPublished(before.flow);
      setReady(true);
      announce(`Saved and live, version ${made.version}. Your flow is ready to go.`);
      void client.invalidateQueries({ queryKey: trpc.flows.list.queryKey() });
    } catch (error) {
      notifyError(error);
    }
  }, [catalog, client, flow.id, flush, mutation, store, trpc]);

  return {
    save,
    busy: mutation.isPending,
    version,
    justPublished: published === current,
    ready: ready && published === current,
    dismiss: () => setReady(false),
  };
}
