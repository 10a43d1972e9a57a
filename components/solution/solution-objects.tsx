// The connectors and flows of a solution.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import { Rows3 } from 'lucide-react';
import { ConnectorRowMenu } from '../connector/list/connector-row-menu';
import { FlowRowMenu } from '../flow/flow-row-menu';
import type { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { menuColumn, modifiedColumn } from '../ui/columns';
import { type Column, DataTable } from '../ui/data-table';
import { EmptyState } from '../ui/empty-state';
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
  modifiedColumn('sm'),
  menuColumn((row) =>
    row.kind === 'connector' ? <ConnectorRowMenu connector={row} /> : <FlowRowMenu flow={row} />,
  ),
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
