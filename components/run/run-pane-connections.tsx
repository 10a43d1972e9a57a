// First step of the Run flow pane: the connections that the flow uses.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/components/shell/trpc';
import { BrandTile } from '@/components/ui/brand-tile';
import { Button, ButtonLink } from '@/components/ui/button';
import { ErrorPanel } from '@/components/ui/error-panel';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { SkeletonRows } from '@/components/ui/skeleton';
import { StatusIcon } from '@/components/ui/status-icon';
import type { ConnectionReferences } from '@/lib/flow/definition';

interface RunPaneConnectionsProps {
  references: ConnectionReferences;
  onContinue(): void;
  onCancel(): void;
}

export function RunPaneConnections({ references, onContinue, onCancel }: RunPaneConnectionsProps) {
  const trpc = useTRPC();
  const connections = useQuery(trpc.connections.list.queryOptions({}));
  const wanted = Object.entries(references);
  return (
    <>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        <h3 className="mb-2 font-semibold">This flow uses</h3>
        {wanted.length === 0 && (
          <p className="text-ink2">No connections. Nothing needs to be signed in for this run.</p>
        )}
        {wanted.length > 0 && connections.isPending && <SkeletonRows rows={1} label="Loading connections" />}
        {connections.isError && (
          <ErrorPanel error={connections.error} onRetry={() => void connections.refetch()} />
        )}
        {connections.data && (
          <ul className="flex flex-col gap-2">
            {wanted.map(([key, reference]) => {
              const connection = connections.data.find(({ id }) => id === reference.connectionId);
              return (
                <li key={key} className="flex items-center gap-3 rounded-card border border-line px-3 py-2.5">
                  <BrandTile
                    name={connection?.connectorName ?? key}
                    color={connection?.brandColor}
                    iconUrl={connection?.iconUrl}
                  />
                  <span className="min-w-0 flex-1">
                    <span className="block truncate font-semibold">
                      {connection?.name ?? 'No connection'}
                    </span>
                    <span className="block truncate text-small text-ink2">
                      {connection?.connectorName ?? key}
                    </span>
                  </span>
                  {connection && connection.status !== 'failing' ? (
                    <span className="flex items-center gap-1.5 text-small text-ok">
                      <StatusIcon status="Succeeded" decorative />
                      Ready
                    </span>
                  ) : (
                    <span className="flex items-center gap-2">
                      <span className="flex items-center gap-1 text-small text-err">
                        <SeverityIcon severity="error" decorative />
                        {connection ? 'Failing' : 'Missing'}
                      </span>
                      {connection && (
                        <ButtonLink href={`/connections?fix=${connection.id}`} size="small">
                          Fix connection
                        </ButtonLink>
                      )}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <footer className="flex gap-2 border-t border-line px-4 py-3">
        <Button variant="primary" onClick={onContinue}>
          Continue
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </footer>
    </>
  );
}
