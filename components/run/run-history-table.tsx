// Runs, newest first, kept up to date while one looks; Refresh is there and never needed.
'use client';
import { RotateCw } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useUrlState } from '@/components/ui/use-url-state';
import type { RunStatus } from '@/lib/engine/record';
import { type RunRow, runColumns } from './run-columns';
import { isOver } from './run-model';
import { useRunHistory } from './use-run-history';
import { useTick } from './use-tick';

const statuses: readonly { value: RunStatus; label: string }[] = [
  { value: 'Succeeded', label: 'Succeeded' },
  { value: 'Failed', label: 'Failed' },
  { value: 'Running', label: 'In progress' },
  { value: 'Waiting', label: 'Waiting' },
  { value: 'Cancelled', label: 'Cancelled' },
  { value: 'TimedOut', label: 'Timed out' },
];

interface RunHistoryTableProps {
  flowId?: string | undefined;
  /** How a first run comes about. */
  hint: string;
}

export function RunHistoryTable({ flowId, hint }: RunHistoryTableProps) {
  const [status, setStatus] = useUrlState('status');
  const chosen = statuses.find((each) => each.value === status)?.value;
  const runs = useRunHistory({ ...(flowId ? { flowId } : {}), ...(chosen ? { status: chosen } : {}) });
  const rows = useMemo(() => runs.data?.pages.flatMap((page) => page.runs), [runs.data]);
  const clockAhead = (runs.data?.pages[0]?.now ?? runs.dataUpdatedAt) - runs.dataUpdatedAt;
  return (
    <section aria-label="Run history" className="min-w-0 rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-2 px-3 py-2.5">
        <h2 className="flex-1 text-panel font-semibold">Run history</h2>
        <div className="w-36">
          <Select
            size="small"
            label="Status"
            value={status}
            onValueChange={setStatus}
            options={[{ value: '', label: 'Any status' }, ...statuses]}
          />
        </div>
        <Button size="small" icon={<RotateCw aria-hidden="true" />} onClick={() => void runs.refetch()}>
          Refresh
        </Button>
      </header>
      {runs.isPending && <SkeletonRows rows={4} label="Runs are loading" />}
      {runs.isError && (
        <ErrorPanel
          error={runs.error}
          title="The runs could not be loaded."
          onRetry={() => void runs.refetch()}
        />
      )}
      {rows?.length === 0 && (
        <NoRuns filtered={chosen !== undefined} hint={hint} onClear={() => setStatus('')} />
      )}
      {rows && rows.length > 0 && (
        <div className="overflow-x-auto">
          <RunTable rows={rows} withFlow={flowId === undefined} clockAhead={clockAhead} />
        </div>
      )}
      {runs.hasNextPage && (
        <div className="border-t border-line p-2 text-center">
          <Button
            size="small"
            variant="ghost"
            busy={runs.isFetchingNextPage}
            onClick={() => void runs.fetchNextPage()}
          >
            Show older runs
          </Button>
        </div>
      )}
    </section>
  );
}

function NoRuns({ filtered, hint, onClear }: { filtered: boolean; hint: string; onClear(): void }) {
  if (!filtered) return <EmptyState title="No runs yet.">{hint}</EmptyState>;
  return (
    <EmptyState
      title="No runs match this status."
      actions={
        <Button size="small" onClick={onClear}>
          Clear filter
        </Button>
      }
    />
  );
}

interface RunTableProps {
  rows: readonly RunRow[];
  withFlow: boolean;
  clockAhead: number;
}

function RunTable({ rows, withFlow, clockAhead }: RunTableProps) {
  const goesOn = rows.some((run) => !isOver(run.status));
  const now = useTick(goesOn ? 500 : undefined, clockAhead);
  const columns = useMemo(() => runColumns({ withFlow, now }), [withFlow, now]);
  return (
    <DataTable label="Run history" rows={rows} columns={columns} rowKey={(run) => run.id} initialSort="" />
  );
}
