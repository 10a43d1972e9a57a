// What can be done about a run from its page: edit its flow, run it again with other inputs, or with the same ones.
'use client';
import { useMutation } from '@tanstack/react-query';
import { Pencil, Play, RefreshCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/designer/store/designer-context';
import { useTRPC } from '@/components/shell/trpc';
import { Button, ButtonLink } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';
import { listTriggers } from '@/lib/flow/tree';
import type { RunHead } from './run-model';
import type { RunStore } from './run-store';

export function RunActions({ run, store }: { run: RunHead; store: RunStore }) {
  const isOver = useStore(store, (view) => view.run?.finishedAt !== undefined);
  const isButton = useDesigner((state) => listTriggers(state.flow.definition)[0]?.trigger.kind === 'Button');
  return (
    <>
      <ButtonLink href={`/flows/${run.flowId}/edit`} icon={<Pencil aria-hidden="true" />}>
        Edit flow
      </ButtonLink>
      {run.kind === 'live' && isOver && <Resubmit run={run} />}
      {run.kind === 'live' && isButton && (
        <ButtonLink href={`/flows/${run.flowId}?run=1`} icon={<Play aria-hidden="true" />}>
          Run again
        </ButtonLink>
      )}
    </>
  );
}

function Resubmit({ run }: { run: RunHead }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const resubmit = useMutation(
    trpc.runs.resubmit.mutationOptions({
      onSuccess({ runId }) {
        announce('Your flow run successfully started.');
        router.push(`/flows/${run.flowId}/runs/${runId}`);
      },
      onError: notifyError,
      onSettled: () => setAsking(false),
    }),
  );
  return (
    <>
      <Button icon={<RefreshCw aria-hidden="true" />} onClick={() => setAsking(true)}>
        Resubmit
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Resubmit this run?"
        description="The live version runs with what the trigger received in this run. Its calls are sent again."
        confirmLabel="Resubmit"
        busy={resubmit.isPending}
        onConfirm={() => resubmit.mutate({ runId: run.id })}
      />
    </>
  );
}
