// Save: store the draft, check it, make a version of it live.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { describeError } from '@/components/ui/describe-error';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import { useOneAtATime } from '@/components/ui/use-one-at-a-time';
import type { Flow } from '@/lib/flow/definition';
import { useDesigner, useDesignerContext } from './store/designer-context';
import { followServer } from './store/follow-server';
import type { LoadedDraft } from './store/save-state';
import { useCurrentProblems } from './store/use-current-problems';

/** How the last Save ended, for as long as that is worth saying. */
export type SaveOutcome = 'ready' | 'errors' | 'newer';

export interface Publish {
  save(): Promise<void>;
  busy: boolean;
  outcome: SaveOutcome | undefined;
  dismiss(): void;
}

interface PublishOptions {
  flowId: string;
  /** Stores what is pending; true when everything is stored. */
  flush(): Promise<boolean>;
  fetchStored(): Promise<LoadedDraft>;
}

/** `1 error`, `2 errors` */
export function countErrors(errors: number): string {
  return `${errors} ${errors === 1 ? 'error' : 'errors'}`;
}

export function usePublish({ flowId, flush, fetchStored }: PublishOptions): Publish {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { store } = useDesignerContext();
  const { checkAfresh } = useCurrentProblems();
  const { mutateAsync: publish } = useMutation(trpc.flows.publish.mutationOptions());
  const [last, setLast] = useState<{ outcome: SaveOutcome; flow: Flow }>();
  const current = useDesigner((state) => state.flow);
  const hasErrors = useDesigner((state) => state.problems.some(({ severity }) => severity === 'error'));

  const { run: save, busy } = useOneAtATime(async () => {
    const end = (outcome: SaveOutcome) => setLast({ outcome, flow: store.getState().flow });
    setLast(undefined);
    const [stored, problems] = await Promise.all([flush(), checkAfresh()]);
    store.getState().setProblems(problems);
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    if (errors > 0) {
      store.setState({ showMessages: true, panel: 'checker' });
      announce(`Not saved as a version: ${countErrors(errors)} to correct. The draft is kept.`, true);
      end('errors');
      return;
    }
    if (!stored) {
      announce('Not saved. The changes are kept in this browser.', true);
      return;
    }
    try {
      const { version } = await publish({ id: flowId, revision: store.getState().revision });
      store.getState().markPublished(version);
      announce(`Saved and live, version ${version}. Your flow is ready to go.`);
      end('ready');
      // What is on the screen was read before: the address of the trigger is made only now.
      await client.invalidateQueries({ queryKey: trpc.flows.pathKey() });
    } catch (error) {
      if (describeError(error).code !== 'STALE_EDIT') notifyError(error);
      else if (followServer(store, await fetchStored())) end('newer');
    }
  });

  const isWorthSaying = last && (last.outcome === 'errors' ? hasErrors : last.flow === current);
  return {
    save,
    busy,
    outcome: isWorthSaying ? last.outcome : undefined,
    dismiss: () => setLast(undefined),
  };
}
