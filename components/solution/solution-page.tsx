// One solution: what is in it, and the menu that adds to it.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { NewFlowDialog } from '../flow/new-flow-dialog';
import { AppShell } from '../shell/app-shell';
import { NotFound } from '../shell/not-found';
import { useTRPC } from '../shell/trpc';
import { describeError } from '../ui/describe-error';
import { EmptyState } from '../ui/empty-state';
import { ListFilter, matchesFilter } from '../ui/list-filter';
import { ListPage } from '../ui/list-page';
import { QueryRegion } from '../ui/query-region';
import { useUrlState } from '../ui/use-url-state';
import { NewObjectMenu } from './new-object-menu';
import { SolutionMenu } from './solution-menu';
import { SolutionObjects } from './solution-objects';

export function SolutionPage({ id }: { id: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const solution = useQuery(trpc.solutions.get.queryOptions({ id }));
  const [filter, setFilter] = useUrlState('q');
  const [newFlow, setNewFlow] = useState(false);
  if (!solution.data && solution.error && describeError(solution.error).code === 'NOT_FOUND')
    return <NotFound what="solution" back={{ href: '/solutions', label: 'Go to solutions' }} />;
  const { data } = solution;
  const shown = (data?.objects ?? []).filter((row) => matchesFilter(filter, row.name, row.type));
  return (
    <AppShell
      breadcrumb={[{ label: 'Solutions', href: '/solutions' }, { label: data?.displayName ?? '' }]}
      status={
        data && (
          <span className="hidden truncate lg:inline">{`${data.uniqueName} · ${data.publisher} · version ${data.version}`}</span>
        )
      }
      actions={
        data && (
          <SolutionMenu variant="secondary" solution={data} onDeleted={() => router.push('/solutions')} />
        )
      }
    >
      <ListPage
        tools={
          <>
            <NewObjectMenu solutionId={id} onNewFlow={() => setNewFlow(true)} />
            {data?.objects.length !== 0 && (
              <ListFilter label="Filter objects" value={filter} onChange={setFilter} />
            )}
          </>
        }
      >
        <QueryRegion query={solution} what="The solution">
          {({ objects }) =>
            objects.length === 0 ? (
              <EmptyState title="This solution is empty.">
                Press New to make a custom connector from an OpenAPI file, then a flow that uses it.
              </EmptyState>
            ) : (
              <SolutionObjects rows={shown} />
            )
          }
        </QueryRegion>
      </ListPage>
      {newFlow && <NewFlowDialog solutionId={id} onClose={() => setNewFlow(false)} />}
    </AppShell>
  );
}
