// All connections of the environment: stored credentials, never shown again.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { AppShell } from '../shell/app-shell';
import { useTRPC } from '../shell/trpc';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ListFilter, matchesFilter } from '../ui/list-filter';
import { ListPage } from '../ui/list-page';
import { QueryRegion } from '../ui/query-region';
import { useUrlState } from '../ui/use-url-state';
import { ConnectionTable } from './connection-table';
import { NewConnectionDialog } from './new-connection-dialog';
import { ReplaceValuesDialog } from './replace-values-dialog';

export function ConnectionListPage() {
  const trpc = useTRPC();
  const connections = useQuery(trpc.connections.list.queryOptions());
  const [filter, setFilter] = useUrlState('q');
  const [fix, setFix] = useUrlState('fix');
  const [creating, setCreating] = useState(false);
  const broken = connections.data?.find((row) => row.id === fix);
  const shown = (connections.data ?? []).filter((row) =>
    matchesFilter(filter, row.name, row.connectorName, row.status),
  );
  return (
    <AppShell
      breadcrumb={[{ label: 'Connections' }]}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
          New connection
        </Button>
      }
    >
      {fix !== '' && connections.data && !broken && (
        <p
          role="status"
          className="mb-4 flex max-w-350 items-center gap-3 rounded-control border border-line bg-surface px-3 py-2"
        >
          <span className="min-w-0 flex-1">
            The connection to mend is not here. It was deleted, or the link belongs to another environment.
          </span>
          <Button size="small" variant="ghost" onClick={() => setFix('')}>
            Close
          </Button>
        </p>
      )}
      <ListPage
        tools={
          connections.data?.length !== 0 && (
            <ListFilter label="Filter connections" value={filter} onChange={setFilter} />
          )
        }
      >
        <QueryRegion query={connections} what="The connections">
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                title="No connections."
                actions={
                  <ButtonLink variant="ghost" href="/connectors">
                    Go to connectors
                  </ButtonLink>
                }
              >
                They are made the first time you use a connector; nothing to do here yet.
              </EmptyState>
            ) : shown.length === 0 ? (
              <EmptyState
                title={`No connections match “${filter}”.`}
                actions={<Button onClick={() => setFilter('')}>Clear filter</Button>}
              />
            ) : (
              <ConnectionTable rows={shown} />
            )
          }
        </QueryRegion>
      </ListPage>
      {broken && <ReplaceValuesDialog key={broken.id} connection={broken} onClose={() => setFix('')} />}
      {creating && <NewConnectionDialog onClose={() => setCreating(false)} />}
    </AppShell>
  );
}
