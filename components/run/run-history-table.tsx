// Runs, newest first, kept up to date while one looks; Refresh is there and never needed.
'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Status, StatusIcon } from '@/components/ui/status-icon';
import { RowLink, Table, Td, Th, Tr } from '@/components/ui/table';
import { clockText, durationText } from '@/components/ui/units';
import { useUrlState } from '@/components/ui/use-url-state';
import type { RunStatus } from '@/lib/engine/record';
import { titleOf } from '@/lib/flow/title';
import { isOver } from './run-model';
import { useTick } from './use-tick';

const statuses: readonly { value: RunStatus; label: string }[] = [
  { value: 'Succeeded', label: 'Succeeded' },
  { value: 'Failed', label: 'Failed' },
  { value: 'Running', label: 'In progress' },
  { value: 'Waiting', label: 'Waiting' },
  { value: 'Cancelled', label: 'Cancelled' },
  { value: 'TimedOut', label: 'Timed out' },
];

export interface RunRow {
  id: string;
  flowId: string;
  flowName: string;
  status: RunStatus;
  kind: 'draft' | 'live';
  version?: number | undefined;
  trigger: string;
  startedAt: number;
  finishedAt?: number | undefined;
  duration?: number | undefined;
  error?: { code: string; message: string; action?: string | undefined } | undefined;
  inDoubt: number;
}

const pageSize = 50;
const mostRows = 200;
const busyMs = 1_000;
const idleMs = 3_000;

export function RunHistoryTable({ flowId }: { flowId?: string | undefined }) {
  const trpc = useTRPC();
  const [status, setStatus] = useUrlState('status');
  const chosen = statuses.find((each) => each.value === status)?.value;
  const [limit, setLimit] = useState(pageSize);
  const runs = useQuery(
    trpc.runs.list.queryOptions(
      { limit, ...(flowId ? { flowId } : {}), ...(chosen ? { status: chosen } : {}) },
      {
        placeholderData: keepPreviousData,
        refetchInterval: (query) =>
          query.state.data?.runs.some((run) => !isOver(run.status)) ? busyMs : idleMs,
      },
    ),
  );
  const rows = runs.data?.runs ?? [];
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
      {runs.data && rows.length === 0 && (
        <NoRuns filtered={chosen !== undefined} onClear={() => setStatus('')} />
      )}
      {rows.length > 0 && (
        <div className="overflow-x-auto">
          <RunTable rows={rows} withFlow={flowId === undefined} />
        </div>
      )}
      {runs.data?.next !== undefined && limit < mostRows && (
        <div className="border-t border-line p-2 text-center">
          <Button
            size="small"
            variant="ghost"
            busy={runs.isPlaceholderData}
            onClick={() => setLimit(Math.min(limit + pageSize, mostRows))}
          >
            Show older runs
          </Button>
        </div>
      )}
    </section>
  );
}

function NoRuns({ filtered, onClear }: { filtered: boolean; onClear(): void }) {
  if (!filtered)
    return <EmptyState title="No runs yet.">Press Run to start one. It appears here at once.</EmptyState>;
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

function RunTable({ rows, withFlow }: { rows: readonly RunRow[]; withFlow: boolean }) {
  const now = useTick(rows.some((run) => !isOver(run.status)) ? 500 : undefined);
  return (
    <Table label="Run history">
      <thead>
        <tr>
          <Th>Start</Th>
          {withFlow && <Th>Flow</Th>}
          <Th>Status</Th>
          <Th>Duration</Th>
          <Th>Trigger</Th>
          <Th>Version</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => (
          <Tr key={run.id}>
            <Td className="whitespace-nowrap">
              <RowLink href={`/flows/${run.flowId}/runs/${run.id}`}>
                <RelativeTime time={run.startedAt} />
              </RowLink>
              <span className="pl-2 text-small text-ink3" suppressHydrationWarning>
                {clockText(run.startedAt)}
              </span>
            </Td>
            {withFlow && <Td className="max-w-60 truncate">{run.flowName}</Td>}
            <Td>
              <RunState run={run} />
            </Td>
            <Td className="whitespace-nowrap">
              {durationText(run.duration ?? Math.max(0, (run.finishedAt ?? now) - run.startedAt))}
            </Td>
            <Td className="max-w-56 truncate text-ink2">
              {run.trigger === 'manual' ? 'Manually trigger a flow' : titleOf(run.trigger)}
            </Td>
            <Td>{run.kind === 'draft' ? <Badge>Draft</Badge> : <Badge>Version {run.version}</Badge>}</Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function RunState({ run }: { run: RunRow }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Status status={run.status} />
      {run.inDoubt > 0 && (
        <span className="flex items-center gap-1 whitespace-nowrap text-warn">
          <StatusIcon status="InDoubt" decorative />
          {run.inDoubt} to decide
        </span>
      )}
      {run.error && (
        <span className="max-w-72 min-w-0 truncate text-small text-ink2" title={run.error.message}>
          {run.error.action ? `${titleOf(run.error.action)}: ` : ''}
          {run.error.message}
        </span>
      )}
    </span>
  );
}
