// Runs, newest first: of one flow, or of all with a column that names the flow. New runs appear by themselves.
'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useTRPC, useTRPCClient } from '../shell/trpc';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { announce } from '../ui/live-region';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';
import { Select } from '../ui/select';
import { useUrlState } from '../ui/use-url-state';
import { RunRows } from './run-rows';

const statuses = [
  { value: '', label: 'All statuses' },
  { value: 'Succeeded', label: 'Succeeded' },
  { value: 'Failed', label: 'Failed' },
  { value: 'Running', label: 'In progress' },
  { value: 'Waiting', label: 'Waiting' },
  { value: 'Cancelled', label: 'Cancelled' },
  { value: 'TimedOut', label: 'Timed out' },
] as const;

type StatusFilter = (typeof statuses)[number]['value'];

function isStatus(text: string): text is StatusFilter {
  return statuses.some((one) => one.value === text);
}

/** While something is under way the list asks every second, else every four. */
function pollInterval(underWay: boolean): number {
  return underWay ? 1000 : 4000;
}

export interface RunHistoryTableProps {
  /** Without it the runs of all flows are listed. */
  flowId?: string | undefined;
}

export function RunHistoryTable({ flowId }: RunHistoryTableProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [chosen, setStatus] = useUrlState('status');
  const status = isStatus(chosen) ? chosen : '';
  const input = {
    ...(flowId === undefined ? {} : { flowId }),
    ...(status === '' ? {} : { status }),
    limit: 50,
  };
  const query = useInfiniteQuery({
    queryKey: [...trpc.runs.list.pathKey(), { input, type: 'infinite' }],
    queryFn: ({ pageParam, signal }) =>
      client.runs.list.query(
        { ...input, ...(pageParam === undefined ? {} : { before: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      pollInterval(state.data?.pages[0]?.runs.some((run) => run.finishedAt === undefined) ?? false),
  });
  const runs = query.data?.pages.flatMap((page) => page.runs);
  const refresh = async () => {
    await query.refetch();
    announce('Run history is up to date.');
  };
  return (
    <Panel
      title={flowId === undefined ? 'All runs' : 'Run history'}
      actions={
        <>
          <Select
            size="small"
            label="Status"
            value={status}
            onValueChange={setStatus}
            options={statuses}
            className="w-36!"
          />
          <Button size="small" variant="ghost" icon={<RotateCw aria-hidden="true" />} onClick={refresh}>
            Refresh
          </Button>
        </>
      }
    >
      <QueryRegion query={{ data: runs, error: query.error, refetch: query.refetch }} what="The runs">
        {(list) =>
          list.length === 0 ? (
            <NoRuns flowId={flowId} filtered={status !== ''} onClear={() => setStatus('')} />
          ) : (
            <>
              <RunRows runs={list} withFlow={flowId === undefined} />
              {query.hasNextPage && (
                <div className="border-t border-line p-2">
                  <Button
                    size="small"
                    variant="ghost"
                    busy={query.isFetchingNextPage}
                    onClick={() => query.fetchNextPage()}
                  >
                    Show older runs
                  </Button>
                </div>
              )}
            </>
          )
        }
      </QueryRegion>
    </Panel>
  );
}

function NoRuns({
  flowId,
  filtered,
  onClear,
}: {
  flowId: string | undefined;
  filtered: boolean;
  onClear: () => void;
}) {
  if (filtered)
    return (
      <EmptyState
        className="flex flex-col items-start gap-3 border-t border-line px-4 py-5"
        title="No runs have this status."
        actions={<Button onClick={onClear}>Clear filter</Button>}
      />
    );
  return (
    <EmptyState
      className="border-t border-line px-4 py-5"
      title={flowId === undefined ? 'No flow has run yet.' : 'This flow has not run. Press Run to start it.'}
    />
  );
}
