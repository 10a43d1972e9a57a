// The rows of the solutions list.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { useTRPC } from '../shell/trpc';
import { countColumn, menuColumn, modifiedColumn } from '../ui/columns';
import { type Column, DataTable } from '../ui/data-table';
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
  countColumn('Connectors', (row) => row.connectors, 'sm'),
  countColumn('Flows', (row) => row.flows, 'sm'),
  modifiedColumn('sm'),
  menuColumn((row) => <SolutionMenu solution={row} />),
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
