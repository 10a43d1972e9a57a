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

export function ConnectionListPage() {
  const trpc = useTRPC();
  const connections = useQuery(trpc.connections.list.queryOptions());
  const [filter, setFilter] = useUrlState('q');
  const [creating, setCreating] = useState(false);
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
      {creating && <NewConnectionDialog onClose={() => setCreating(false)} />}
    </AppShell>
  );
}
