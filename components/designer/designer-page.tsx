// /flows/[id]/edit: loads a flow and its connectors, then hands them to the designer.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { NotFound } from '@/components/shell/not-found';
import { useTRPC } from '@/components/shell/trpc';
import { describeError } from '@/components/ui/describe-error';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Designer } from './designer';
import { DesignerSkeleton } from './designer-skeleton';
import { toFlow } from './open-flow';
import { useConnectors } from './store/use-connectors';
import { useWindowId } from './store/window-id';

export function DesignerPage({ id }: { id: string }) {
  const trpc = useTRPC();
  // The designer keeps its own state from here on, so it must begin with what the server has now, not with a cached copy.
  const [openedAt] = useState(() => Date.now());
  const flow = useQuery(trpc.flows.get.queryOptions({ id }, { refetchOnMount: 'always' }));
  const stored = useMemo(() => flow.data && toFlow(flow.data), [flow.data]);
  const connectors = useConnectors(stored);
  const account = useQuery({ ...trpc.account.me.queryOptions(), staleTime: 60_000 });
  const userId = account.data?.id;
  const windowId = useWindowId();
  const isFresh = flow.dataUpdatedAt >= openedAt;
  if (flow.data && connectors.ready && isFresh && userId !== undefined && windowId !== undefined) {
    return <Designer key={id} flow={flow.data} userId={userId} windowId={windowId} {...connectors.ready} />;
  }
  const error = flow.error ?? connectors.error ?? account.error;
  if (flow.error && describeError(flow.error).code === 'NOT_FOUND') {
    return <NotFound what="flow" back={{ href: '/flows', label: 'Go to flows' }} />;
  }
  return (
    <AppShell breadcrumb={[{ label: 'Flows', href: '/flows' }, { label: 'Designer' }]} flush>
      {error ? (
        <ErrorPanel
          error={error}
          title="The flow could not be loaded."
          onRetry={() => {
            void flow.refetch();
            void account.refetch();
            connectors.retry();
          }}
        />
      ) : (
        <DesignerSkeleton />
      )}
    </AppShell>
  );
}
