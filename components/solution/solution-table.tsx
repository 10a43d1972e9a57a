// The rows of the solutions list.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { useTRPC } from '../shell/trpc';
import { type Column, DataTable } from '../ui/data-table';
import { RelativeTime } from '../ui/relative-time';
import { RowLink } from '../ui/table';
import { SolutionMenu } from './solution-menu';

type Row = inferOutput<ReturnType<typeof useTRPC>['solutions']['list']>[number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    sort: (row) => row.displayName,
    cell: (row) => <RowLink href={`/solutions/${row.id}`}>{row.displayName}</RowLink>,
  },
  {
    key: 'publisher',
    header: 'Publisher',
    from: 'md',
    sort: (row) => row.publisher,
    cell: (row) => <span className="text-ink2">{row.publisher}</span>,
  },
  {
    key: 'version',
    header: 'Version',
    from: 'lg',
    cell: (row) => <span className="text-ink2">{row.version}</span>,
  },
  {
    key: 'connectors',
    header: 'Connectors',
    from: 'sm',
    align: 'right',
    sort: (row) => row.connectors,
    cell: (row) => row.connectors,
  },
  {
    key: 'flows',
    header: 'Flows',
    from: 'sm',
    align: 'right',
    sort: (row) => row.flows,
    cell: (row) => row.flows,
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
    cell: (row) => <SolutionMenu solution={row} />,
  },
];

export function SolutionTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      label="Solutions"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      initialSort="-modified"
    />
  );
}
