// The rows of the connectors list.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { useTRPC } from '@/components/shell/trpc';
import { Badge } from '@/components/ui/badge';
import { BrandTile } from '@/components/ui/brand-tile';
import { countColumn, menuColumn, modifiedColumn } from '@/components/ui/columns';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { RowLink } from '@/components/ui/table';
import type { Severity } from '@/lib/problem';
import { ConnectorRowMenu } from './connector-row-menu';

type Row = inferOutput<ReturnType<typeof useTRPC>['connectors']['list']>[number];

const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    header: 'Name',
    sort: (row) => row.name,
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <BrandTile name={row.name} color={row.brandColor} iconUrl={row.iconUrl} size={24} />
        <RowLink href={`/connectors/${row.id}/edit/general`}>{row.name}</RowLink>
        {row.hasDraft && (
          <Badge dot="warn" className="hidden md:inline-flex">
            Edited
          </Badge>
        )}
      </span>
    ),
  },
  {
    key: 'host',
    header: 'Host',
    from: 'md',
    sort: (row) => row.host,
    cell: (row) => <code className="text-ink2">{row.host}</code>,
  },
  countColumn('Operations', (row) => row.operations, 'sm'),
  {
    key: 'problems',
    header: 'Issues',
    sort: (row) => row.problems.error * 1e6 + row.problems.warning * 1e3 + row.problems.info,
    cell: (row) => <Issues problems={row.problems} />,
  },
  countColumn('Connections', (row) => row.connections, 'lg'),
  countColumn('Flows', (row) => row.flows, 'lg'),
  modifiedColumn('sm'),
  menuColumn((row) => <ConnectorRowMenu connector={row} />),
];

const words: Partial<Record<Severity, [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
};

function Issues({ problems }: { problems: Record<Severity, number> }) {
  const shown = (['error', 'warning', 'info'] as const).filter((severity) => problems[severity] > 0);
  if (shown.length === 0) return <span className="text-ink3">none</span>;
  return (
    <span className="flex gap-3">
      {shown.map((severity) => {
        const [one, many] = words[severity] ?? ['', ''];
        const count = problems[severity];
        return (
          <span
            key={severity}
            className="flex items-center gap-1"
            title={`${count} ${count === 1 ? one : many}`}
          >
            <SeverityIcon severity={severity} label={count === 1 ? one : many} />
            {count}
          </span>
        );
      })}
    </span>
  );
}

export function ConnectorTable({ rows }: { rows: readonly Row[] }) {
  return (
    <DataTable
      label="Custom connectors"
      rows={rows}
      columns={columns}
      rowKey={(row) => row.id}
      initialSort="name"
    />
  );
}
