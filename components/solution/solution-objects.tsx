// The connectors and flows of a solution.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Rows3 } from 'lucide-react';
import { ConnectorRowMenu } from '../connector/connector-row-menu';
import { FlowRowMenu } from '../flow/flow-row-menu';
import type { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { type Column, DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/table';

type Row = inferOutput<ReturnType<typeof useTRPC>['solutions']['get']>['objects'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    sort: (row) => row.name,
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        {row.kind === 'connector' ? (
          <BrandTile name={row.name} color={row.brandColor} iconUrl={row.iconUrl} size={24} />
        ) : (
          <span className="grid size-6 shrink-0 place-items-center rounded-chip bg-sunken text-ink2">
            <Rows3 aria-hidden="true" className="size-3.5!" />
          </span>
        )}
        <RowLink href={row.kind === 'connector' ? `/connectors/${row.id}/edit/general` : `/flows/${row.id}`}>
          {row.name}
        </RowLink>
      </span>
    ),
  },
  {
    key: 'type',
    header: 'Type',
    from: 'sm',
    sort: (row) => row.type,
    cell: (row) => <span className="text-ink2">{row.type}</span>,
  },
  {
    key: 'modified',
    header: 'Modified',
    from: 'sm',
    sort: (row) => row.modifiedAt,
    cell: (row) => <RelativeTime time={row.modifiedAt} className="whitespace-nowrap text-ink2" />,
  },
  {
    key: 'menu',
    header: <span className="sr-only">Actions</span>,
    align: 'right',
    className: 'w-12',
    cell: (row) =>
      row.kind === 'connector' ? <ConnectorRowMenu connector={row} /> : <FlowRowMenu flow={row} />,
  },
];

export function SolutionObjects({ rows }: { rows: readonly Row[] }) {
  if (rows.length === 0) return <EmptyState title="No objects match this filter." />;
  return (
    <DataTable
      label="Objects"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      initialSort="-modified"
    />
  );
}
