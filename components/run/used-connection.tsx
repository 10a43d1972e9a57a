// One connector that a flow uses: its tile, the connection its steps call it with, and how that stands.
'use client';
import type { inferOutput } from '@trpc/tanstack-react-query';
import type { ReactNode } from 'react';
import type { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { StatusIcon } from '@/components/ui/status-icon';

export type UsedConnectionView = inferOutput<
  ReturnType<typeof useTRPC>['flows']['runForm']
>['connections'][number];

interface UsedConnectionProps {
  connection: UsedConnectionView;
  size?: 24 | 32 | undefined;
  /** What mends it, where it is broken. */
  children?: ReactNode;
}

const broken = {
  failing: 'Failing',
  missing: 'Missing',
  'no-connector': 'Connector not found',
} as const;

export function isBroken(state: UsedConnectionView['state']): state is keyof typeof broken {
  return state in broken;
}

export function UsedConnection({ connection, size = 32, children }: UsedConnectionProps) {
  const { connectorName, name, state, lastError } = connection;
  const absent = state === 'missing' || state === 'no-connector';
  return (
    <>
      <BrandTile
        name={connectorName}
        color={connection.brandColor}
        iconUrl={connection.iconUrl}
        size={size}
      />
      <span className="min-w-36 flex-1">
        <span className="block truncate font-medium">
          {name ?? (absent ? 'No connection chosen' : 'A connection of somebody else')}
        </span>
        <span className="block truncate text-small text-ink2">{connectorName}</span>
      </span>
      {isBroken(state) ? (
        <span className="flex shrink-0 flex-wrap items-center justify-end gap-2">
          <span className="flex items-center gap-1 text-small text-err" title={lastError}>
            <SeverityIcon severity="error" decorative />
            {broken[state]}
          </span>
          {children}
        </span>
      ) : (
        <span className="flex shrink-0 items-center gap-1.5 text-small text-ok">
          <StatusIcon status="Succeeded" decorative />
          Ready
        </span>
      )}
    </>
  );
}
