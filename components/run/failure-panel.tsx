// A failed step: what happened, how to fix it, and the buttons that help.
'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDesigner, useRun } from '@/components/designer/store/designer-context';
import { useAccount } from '@/components/shell/environment';
import { useTRPC } from '@/components/shell/trpc';
import { Button, ButtonLink } from '@/components/ui/button';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { notify, notifyError } from '@/components/ui/toast';
import { readOperationCall } from '@/lib/flow/connector-action';
import type { Flow } from '@/lib/flow/definition';
import { findAction } from '@/lib/flow/tree';
import type { AttemptView } from './attempts';
import { adviseOn, hostOfFailure } from './failure-advice';
import type { RunRecord } from './run-model';

interface FailurePanelProps {
  record: RunRecord;
  attempts: readonly AttemptView[];
  /** Absent where the flow is not open for editing; a link leads to where it is. */
  onEditStep: (() => void) | undefined;
}

export function FailurePanel({ record, attempts, onEditStep }: FailurePanelProps) {
  const callsAddress = useDesigner(
    ({ flow }) => findAction(flow.definition, record.name)?.action.type === 'Http',
  );
  const advice = adviseOn(record, callsAddress);
  const host = hostOfFailure(record, attempts);
  const flowId = useRun((view) => view.run?.flowId);
  const isGone = useFlowDeleted(onEditStep === undefined);
  const connectionId = useDesigner((state) => connectionOf(state.flow, record.name));
  return (
    <section aria-label="Failure" className="rounded-card border border-err bg-err-soft/40 p-3">
      <h3 className="flex items-center gap-1.5 font-semibold text-err">
        <SeverityIcon severity="error" decorative />
        What happened
      </h3>
      <p className="mt-0.5 break-words">{advice.happened}</p>
      <h3 className="mt-2.5 font-semibold">How to fix</h3>
      <p className="mt-0.5">{advice.fix}</p>
      <div className="mt-2.5 flex flex-wrap gap-2 empty:hidden">
        {advice.actions.includes('fix-connection') && (
          <ButtonLink size="small" href={connectionId ? `/connections?fix=${connectionId}` : '/connections'}>
            Fix connection
          </ButtonLink>
        )}
        {advice.actions.includes('allow-host') && host && <AllowHost host={host} />}
        {advice.actions.includes('edit-step') &&
          !isGone &&
          (onEditStep ? (
            <Button size="small" onClick={onEditStep}>
              Edit step
            </Button>
          ) : (
            <ButtonLink size="small" href={`/flows/${flowId}/edit?action=${encodeURIComponent(record.name)}`}>
              Edit step
            </ButtonLink>
          ))}
      </div>
      {record.error && (
        <details className="mt-2.5">
          <summary className="font-semibold">Details</summary>
          <pre className="mt-1 font-mono text-small break-words whitespace-pre-wrap">
            {record.error.code}: {record.error.message}
          </pre>
        </details>
      )}
    </section>
  );
}

/** Whether the flow of the run was deleted, as the page of the run knows it. */
function useFlowDeleted(enabled: boolean): boolean {
  const trpc = useTRPC();
  const runId = useRun((view) => view.runId);
  const { data } = useQuery({
    ...trpc.runs.get.queryOptions({ id: runId ?? '' }),
    enabled: enabled && runId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ flowDeleted }) => flowDeleted,
  });
  return data === true;
}

/** The connection that a step calls with, where it has one. */
function connectionOf({ definition, connectionReferences }: Flow, step: string): string | undefined {
  const action = findAction(definition, step)?.action;
  const call = action && readOperationCall(action, connectionReferences);
  return call && connectionReferences[call.connectionName]?.connectionId;
}

/** Offers an administrator to open the door that was closed; tells others whom to ask. */
function AllowHost({ host }: { host: string }) {
  const trpc = useTRPC();
  const account = useAccount();
  const allow = useMutation(
    trpc.hosts.allow.mutationOptions({
      onSuccess: () => notify(`${host} is allowed. Run the flow again.`),
      onError: notifyError,
    }),
  );
  if (account?.role !== 'administrator') {
    return <span className="text-small text-ink2">Ask an administrator to allow {host}.</span>;
  }
  return (
    <Button
      size="small"
      busy={allow.isPending}
      disabledReason={allow.isSuccess ? 'Allowed. Run the flow again.' : undefined}
      onClick={() => allow.mutate({ host })}
    >
      Allow {host}
    </Button>
  );
}
