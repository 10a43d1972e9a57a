// Solutions: what groups flows and connectors so that they move together.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { AppShell } from '../shell/app-shell';
import { useTRPC } from '../shell/trpc';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ListFilter, matchesFilter } from '../ui/list-filter';
import { ListPage } from '../ui/list-page';
import { QueryRegion } from '../ui/query-region';
import { useKept } from '../ui/use-kept';
import { useUrlState } from '../ui/use-url-state';
import { NewSolutionDialog } from './new-solution-dialog';
import { SolutionTable } from './solution-table';

export function SolutionListPage() {
  const trpc = useTRPC();
  const solutions = useQuery(trpc.solutions.list.queryOptions());
  useQuery(trpc.solutions.publishers.queryOptions());
  const [filter, setFilter] = useUrlState('q');
  const creating = useKept<boolean>('new-solution.open', false);
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => creating.set(true)}>
      New solution
    </Button>
  );
  const shown = (solutions.data ?? []).filter((row) =>
    matchesFilter(filter, row.displayName, row.uniqueName, row.publisher),
  );
  return (
    <AppShell breadcrumb={[{ label: 'Solutions' }]} actions={add}>
      <ListPage
        tools={
          solutions.data?.length !== 0 && (
            <ListFilter label="Filter solutions" value={filter} onChange={setFilter} />
          )
        }
      >
        <QueryRegion query={solutions} what="The solutions">
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                title="No solutions yet."
                actions={
                  <Button icon={<Plus aria-hidden="true" />} onClick={() => creating.set(true)}>
                    New solution
                  </Button>
                }
              >
                Solutions group flows and connectors so you can move them together.
              </EmptyState>
            ) : shown.length === 0 ? (
              <EmptyState
                title={`No solutions match “${filter}”.`}
                actions={<Button onClick={() => setFilter('')}>Clear filter</Button>}
              />
            ) : (
              <SolutionTable rows={shown} />
            )
          }
        </QueryRegion>
      </ListPage>
      {creating.value && <NewSolutionDialog onClose={creating.forget} />}
    </AppShell>
  );
}
