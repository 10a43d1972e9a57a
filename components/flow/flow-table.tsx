// The rows of the flows list.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Hand, Webhook } from 'lucide-react';
import Link from 'next/link';
import { ToDecide } from '../run/to-decide';
import type { useTRPC } from '../shell/trpc';
import { menuColumn, modifiedColumn } from '../ui/columns';
import { type Column, DataTable } from '../ui/data-table';
import { RelativeTime } from '../ui/relative-time';
import { Status } from '../ui/status-icon';
import { RowLink } from '../ui/table';
import { FlowRowMenu } from './flow-row-menu';
import { FlowStageBadge, flowStage } from './flow-stage';
import { RunsBar } from './runs-bar';

type Row = inferOutput<ReturnType<typeof useTRPC>['flows']['list']>[number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    sort: (row) => row.name,
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <span className="text-ink3" title={row.trigger.label}>
          {row.trigger.kind === 'Button' ? <Hand aria-hidden="true" /> : <Webhook aria-hidden="true" />}
        </span>
        <RowLink href={`/flows/${row.id}`}>{row.name}</RowLink>
      </span>
    ),
  },
  {
    key: 'status',
    header: 'Status',
    sort: flowStage,
    cell: (row) => (
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <FlowStageBadge flow={row} />
        <ToDecide calls={row.inDoubt} />
      </span>
    ),
  },
  {
    key: 'last',
    header: 'Last run',
    from: 'sm',
    sort: (row) => row.lastRun?.startedAt ?? 0,
    cell: (row) =>
      row.lastRun ? <LastRun flowId={row.id} run={row.lastRun} /> : <span className="text-ink3">never</span>,
  },
  {
    key: 'day',
    header: 'Runs in 24 h',
    from: 'lg',
    sort: (row) => row.runs24h.ok + row.runs24h.failed,
    cell: (row) => <RunsBar runs={row.runs24h} />,
  },
  modifiedColumn('md'),
  {
    key: 'owner',
    header: 'Owner',
    from: 'xl',
    sort: (row) => row.owner,
    cell: (row) => <span className="text-ink2">{row.owner}</span>,
  },
  {
    key: 'solution',
    header: 'Solution',
    from: 'lg',
    sort: (row) => row.solutionName ?? '',
    cell: (row) =>
      row.solutionId && (
        <Link
          href={`/solutions/${row.solutionId}`}
          className="relative z-10 text-ink2 hover:text-ink hover:underline"
        >
          {row.solutionName}
        </Link>
      ),
  },
  menuColumn((row) => <FlowRowMenu flow={row} />),
];

function LastRun({ flowId, run }: { flowId: string; run: NonNullable<Row['lastRun']> }) {
  return (
    <Link
      href={`/flows/${flowId}/runs/${run.id}`}
      className="relative z-10 flex w-fit items-center gap-2 rounded-chip hover:underline"
    >
      <Status status={run.status} />
      <RelativeTime time={run.startedAt} className="hidden whitespace-nowrap text-ink3 lg:inline" />
    </Link>
  );
}

export function FlowTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable label="Flows" rows={rows} columns={columns} rowKey={(row) => row.id} initialSort="-modified" />
  );
}
