// A test call that did not come back: what happened, what was sent, and what to try.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { notifyError } from '@/components/ui/toast';
import { RequestAsSent, type SentRequest } from './request-as-sent';

export interface TestFailure {
  code: string;
  message: string;
  /** The host that an administrator may allow. */
  allow?: string | undefined;
}

interface TestFailurePanelProps {
  failure: TestFailure;
  request: SentRequest;
  onRetry: () => void;
}

export function TestFailurePanel({ failure, request, onRetry }: TestFailurePanelProps) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const allow = useMutation(trpc.hosts.allow.mutationOptions());
  const allowHost = async (host: string) => {
    try {
      await allow.mutateAsync({ host });
      await queries.invalidateQueries({ queryKey: trpc.hosts.list.queryKey() });
      onRetry();
    } catch (error) {
      notifyError(error);
    }
  };
  const host = failure.allow;
  return (
    <div className="grid gap-4">
      <div role="alert" className="grid gap-2 rounded-control border border-err/50 bg-err-soft p-4">
        <p className="flex items-center gap-2 font-semibold text-err">
          <SeverityIcon severity="error" decorative /> {failure.message}
        </p>
        <div className="flex gap-2">
          {host && (
            <Button busy={allow.isPending} onClick={() => void allowHost(host)}>
              Allow {host}
            </Button>
          )}
          <Button onClick={onRetry}>Try again</Button>
        </div>
      </div>
      <RequestAsSent request={request} />
    </div>
  );
}
