// Cancels a run; a refusal is shown.
'use client';
import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { announce } from '@/components/ui/live-region';
import { notifyError } from '@/components/ui/toast';

export function useCancelRun(runId: string | undefined) {
  const trpc = useTRPC();
  return useMutation(
    trpc.runs.cancel.mutationOptions({
      onSuccess: () => announce(runId ? 'The run is being cancelled.' : ''),
      onError: notifyError,
    }),
  );
}
