// All flows of the environment.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { AppShell } from '../shell/app-shell';
import { useTRPC } from '../shell/trpc';
import { Button, ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { ListFilter, matchesFilter } from '../ui/list-filter';
import { ListPage } from '../ui/list-page';
import { QueryRegion } from '../ui/query-region';
import { Select } from '../ui/select';
import { useUrlState } from '../ui/use-url-state';
import { flowStage } from './flow-stage';
import { FlowTable } from './flow-table';
import { NewFlowDialog } from './new-flow-dialog';

const stages = [
  { value: '', label: 'Any status' },
  { value: 'draft', label: 'Draft' },
  { value: 'live', label: 'Live' },
  { value: 'off', label: 'Off' },
];

export function FlowListPage() {
  const trpc = useTRPC();
  const flows = useQuery({ ...trpc.flows.list.queryOptions(), refetchInterval: 15_000 });
  const [filter, setFilter] = useUrlState('q');
  const [stage, setStage] = useUrlState('status');
  const [dialog, setDialog] = useUrlState('new');
  const shown = (flows.data ?? []).filter(
    (flow) =>
      matchesFilter(filter, flow.name, flow.trigger.label, flow.solutionName, flow.owner) &&
      (stage === '' || flowStage(flow) === stage),
  );
  const create = () => setDialog('instant');
  const clear = () => {
    setFilter('');
    setStage('');
  };
  return (
    <AppShell
      breadcrumb={[{ label: 'Flows' }]}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden="true" />} onClick={create}>
          New flow
        </Button>
      }
    >
      <ListPage
        tools={
          flows.data?.length !== 0 && (
            <>
              <ListFilter label="Filter flows" value={filter} onChange={setFilter} />
              <Select
                label="Status"
                value={stage}
                onValueChange={setStage}
                options={stages}
                className="w-36!"
              />
            </>
          )
        }
      >
        <QueryRegion query={flows} what="The flows">
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                title="No flows yet."
                actions={
                  <>
                    <Button onClick={create}>New instant flow</Button>
                    <ButtonLink variant="ghost" href="/connectors/new">
                      Import OpenAPI file
                    </ButtonLink>
                  </>
                }
              >
                A flow runs your steps in order when something happens or when you press Run.
              </EmptyState>
            ) : shown.length === 0 ? (
              <EmptyState
                title="No flows match these filters."
                actions={<Button onClick={clear}>Clear filters</Button>}
              />
            ) : (
              <FlowTable rows={shown} />
            )
          }
        </QueryRegion>
      </ListPage>
      {dialog === 'instant' && <NewFlowDialog onClose={() => setDialog('')} />}
    </AppShell>
  );
}
