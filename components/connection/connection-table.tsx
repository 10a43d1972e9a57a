// The rows of the connections list.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import Link from 'next/link';
import type { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { countColumn, menuColumn, modifiedColumn } from '../ui/columns';
import { type Column, DataTable } from '../ui/data-table';
import { RelativeTime } from '../ui/relative-time';
import { ConnectionRowMenu } from './connection-row-menu';
import { ConnectionStatus } from './connection-status';

type Row = inferOutput<ReturnType<typeof useTRPC>['connections']['list']>[number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    sort: (row) => row.name,
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <BrandTile name={row.connectorName} color={row.brandColor} iconUrl={row.iconUrl} size={24} />
        <span className="font-medium">{row.name}</span>
      </span>
    ),
  },
  {
    key: 'connector',
    header: 'Connector',
    from: 'sm',
    sort: (row) => row.connectorName,
    cell: (row) => (
      <Link
        href={`/connectors/${row.connectorId}/edit/general`}
        className="text-ink2 hover:text-ink hover:underline"
      >
        {row.connectorName}
      </Link>
    ),
  },
  {
    key: 'status',
    header: 'Status',
    sort: (row) => row.status,
    cell: (row) => <ConnectionStatus connection={row} />,
  },
  {
    key: 'used',
    header: 'Last used',
    from: 'md',
    sort: (row) => row.lastUsedAt ?? 0,
    cell: (row) =>
      row.lastUsedAt ? (
        <RelativeTime time={row.lastUsedAt} className="whitespace-nowrap text-ink2" />
      ) : (
        <span className="text-ink3">never</span>
      ),
  },
  countColumn('Flows', (row) => row.flows, 'sm'),
  modifiedColumn('lg'),
  menuColumn((row) => <ConnectionRowMenu connection={row} />),
];

export function ConnectionTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      label="Connections"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      initialSort="name"
    />
  );
}
