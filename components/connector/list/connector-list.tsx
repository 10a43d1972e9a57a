// All connectors of the environment. The whole page takes an OpenAPI file.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { AppShell } from '@/components/shell/app-shell';
import { useTRPC } from '@/components/shell/trpc';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { DropZone } from '@/components/ui/file-button';
import { ListFilter, matchesFilter } from '@/components/ui/list-filter';
import { ListPage } from '@/components/ui/list-page';
import { QueryRegion } from '@/components/ui/query-region';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import { useUrlState } from '@/components/ui/use-url-state';
import { leaveDroppedFile } from '../import/dropped-file';
import { BuiltInList } from './built-in-list';
import { ConnectorTable } from './connector-table';

export function ConnectorList() {
  const router = useRouter();
  const [tab, setTab] = useUrlState('tab', 'custom');
  const take = (file: File) => {
    leaveDroppedFile(file);
    router.push('/connectors/new');
  };
  return (
    <AppShell
      breadcrumb={[{ label: 'Connectors' }]}
      actions={
        <ButtonLink variant="primary" href="/connectors/new" icon={<Plus aria-hidden="true" />}>
          New connector
        </ButtonLink>
      }
    >
      <DropZone onFile={take} hint="Drop to import this OpenAPI file" className="min-h-full">
        <Tabs
          value={tab === 'built-in' ? tab : 'custom'}
          onValueChange={setTab}
          className="flex max-w-350 flex-col gap-4"
        >
          <TabList label="Connectors">
            <Tab value="custom">Custom</Tab>
            <Tab value="built-in">Built-in</Tab>
          </TabList>
          <TabPanel value="custom">
            <CustomConnectors />
          </TabPanel>
          <TabPanel value="built-in">
            <BuiltInList />
          </TabPanel>
        </Tabs>
      </DropZone>
    </AppShell>
  );
}

function CustomConnectors() {
  const trpc = useTRPC();
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  const [filter, setFilter] = useUrlState('q');
  const shown = (connectors.data ?? []).filter((row) =>
    matchesFilter(filter, row.name, row.host, row.description),
  );
  return (
    <ListPage
      tools={
        connectors.data?.length !== 0 && (
          <>
            <ListFilter label="Filter connectors" value={filter} onChange={setFilter} />
            <span className="ml-auto hidden text-small text-ink3 md:inline">
              Drop an OpenAPI file anywhere to import it.
            </span>
          </>
        )
      }
    >
      <QueryRegion query={connectors} what="The connectors">
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              title="No custom connectors in this environment."
              actions={<ButtonLink href="/connectors/new">New connector</ButtonLink>}
            >
              Drop an OpenAPI file here, or start from a blank connector.
            </EmptyState>
          ) : shown.length === 0 ? (
            <EmptyState
              title={`No connectors match “${filter}”.`}
              actions={<Button onClick={() => setFilter('')}>Clear filter</Button>}
            />
          ) : (
            <ConnectorTable rows={shown} />
          )
        }
      </QueryRegion>
    </ListPage>
  );
}
