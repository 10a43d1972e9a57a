// One flow: what it is, what it uses, how its runs went, and the button that starts it.
'use client';
import { useQuery } from '@tanstack/react-query';
import { RunHistoryTable } from '../run/run-history-table';
import { RunPaneSheet } from '../run/run-pane-sheet';
import { AppShell } from '../shell/app-shell';
import { NotFound } from '../shell/not-found';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { QueryRegion } from '../ui/query-region';
import { Skeleton } from '../ui/skeleton';
import { useUrlState } from '../ui/use-url-state';
import { ConnectionsUsed } from './connections-used';
import { FlowActions } from './flow-actions';
import { FlowDetails } from './flow-details';
import { FlowStageBadge } from './flow-stage';
import { reasonNotToRun } from './reason-not-to-run';

export function FlowPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const flow = useQuery(trpc.flows.get.queryOptions({ id }));
  const [running, setRunning] = useUrlState('run');
  const { data } = flow;
  const reason = data && reasonNotToRun(data);
  if (!data && flow.error && describeError(flow.error).code === 'NOT_FOUND')
    return <NotFound what="flow" back={{ href: '/flows', label: 'Go to flows' }} />;
  const way = data?.solutionId
    ? { label: data.solutionName ?? 'Solution', href: `/solutions/${data.solutionId}` }
    : { label: 'Flows', href: '/flows' };
  return (
    <AppShell
      back={{ href: way.href, label: `Back to ${way.label}` }}
      breadcrumb={[way, { label: data?.name ?? '' }]}
      status={data && <FlowStageBadge flow={data} />}
      actions={data && <FlowActions flow={data} onRun={() => setRunning('1')} />}
    >
      {running === '1' && reason !== undefined && (
        <p role="status" className="mb-4 max-w-350 rounded-card bg-warn-soft px-4 py-2 text-warn">
          It cannot be run now. {reason}
        </p>
      )}
      <div className="grid max-w-350 gap-4 xl:grid-cols-[minmax(280px,360px)_1fr] xl:items-start">
        <div className="grid min-w-0 gap-4">
          <QueryRegion query={flow} what="The flow" skeleton={<Skeleton className="h-40" />}>
            {(loaded) => (
              <>
                <FlowDetails flow={loaded} />
                <ConnectionsUsed flow={loaded} />
              </>
            )}
          </QueryRegion>
        </div>
        <RunHistoryTable flowId={id} hint={reason ?? 'Press Run to start one. It appears here at once.'} />
      </div>
      {running === '1' && data && reason === undefined && (
        <RunPaneSheet flowId={id} onClose={() => setRunning('')} />
      )}
    </AppShell>
  );
}
