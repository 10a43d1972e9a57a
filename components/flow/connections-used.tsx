// Which connections a flow uses, and whether they work.
'use client';
import { useQuery } from '@tanstack/react-query';
import { ConnectionStatus } from '../connection/connection-status';
import { useTRPC } from '../shell/trpc';
import { BrandTile } from '../ui/brand-tile';
import { Panel } from '../ui/panel';
import { QueryRegion } from '../ui/query-region';

type References = Record<string, { apiId: string; connectionId?: string | undefined }>;

export function ConnectionsUsed({ references }: { references: References }) {
  const trpc = useTRPC();
  const connections = useQuery(trpc.connections.list.queryOptions());
  const connectors = useQuery(trpc.connectors.list.queryOptions());
  const used = Object.entries(references);
  if (used.length === 0)
    return (
      <Panel title="Connections" padded>
        <p className="text-ink2">No step of this flow needs a connection.</p>
      </Panel>
    );
  return (
    <Panel title="Connections">
      <QueryRegion query={connections} what="The connections">
        {(all) => (
          <ul>
            {used.map(([key, reference]) => {
              const connection = all.find((one) => one.id === reference.connectionId);
              const connector = connectors.data?.find((one) => one.apiId === reference.apiId);
              const name = connector?.name ?? connection?.connectorName ?? key;
              return (
                <li key={key} className="flex items-center gap-3 border-t border-line px-4 py-2">
                  <BrandTile
                    name={name}
                    color={connector?.brandColor}
                    iconUrl={connector?.iconUrl}
                    size={24}
                  />
                  <div className="min-w-0 flex-1">
                    <p className="truncate">{connection?.name ?? 'No connection chosen'}</p>
                    <p className="truncate text-small text-ink3">{name}</p>
                  </div>
                  {connection && <ConnectionStatus connection={connection} />}
                </li>
              );
            })}
          </ul>
        )}
      </QueryRegion>
    </Panel>
  );
}
