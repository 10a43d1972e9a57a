// The connection that a test call is made with: the one chosen, the form for another, and the bar that shows both.
'use client';
import { useQuery } from '@tanstack/react-query';
import { Plus, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { ConnectionForm } from '@/components/connection/connection-form';
import { useTRPC } from '@/components/shell/trpc';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import type { Connector } from '@/lib/connector/model';
import { useEditor } from '../store/editor-context';

/** The connections of this connector, the one chosen, and the form that makes another. */
export function useConnectionChoice(connector: Connector) {
  const trpc = useTRPC();
  const stored = useEditor((state) => state.stored);
  const name = useEditor((state) => state.name);
  const list = useQuery(trpc.connections.list.queryOptions({ connectorId: stored.id }));
  const [chosen, setChosen] = useState<string>();
  const [adding, setAdding] = useState(false);
  const connections = list.data ?? [];
  const current = connections.find((connection) => connection.id === chosen) ?? connections[0];
  const argument: { connectionId?: string } = current ? { connectionId: current.id } : {};

  const form = (
    <ConnectionForm
      connector={{
        id: stored.id,
        name,
        brandColor: connector.brandColor,
        iconUrl: stored.iconUrl,
        parameters: connector.connectionParameters,
        security: connector.security,
      }}
      submitLabel="Create connection"
      onCancel={() => setAdding(false)}
      onCreated={(made) => {
        setChosen(made.id);
        setAdding(false);
      }}
    />
  );
  return { list, connections, current, argument, setChosen, adding, setAdding, form };
}

export function ConnectionBar({ connection }: { connection: ReturnType<typeof useConnectionChoice> }) {
  const { list, connections, current, setChosen, setAdding } = connection;
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-surface px-3 py-2 sm:px-5">
      <span className="font-medium">Connection</span>
      {connections.length > 0 ? (
        <Select
          label="Connection"
          className="w-auto max-w-80 min-w-40 flex-1"
          value={current?.id ?? ''}
          onValueChange={setChosen}
          options={connections.map((entry) => ({ value: entry.id, label: entry.name }))}
        />
      ) : (
        <span className="text-ink3">{list.isPending ? 'Looking…' : 'None yet'}</span>
      )}
      <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
        New connection
      </Button>
      <Button
        variant="ghost"
        icon={<RefreshCw aria-hidden="true" />}
        title={
          list.dataUpdatedAt
            ? `Up to date at ${new Date(list.dataUpdatedAt).toLocaleTimeString()}`
            : undefined
        }
        onClick={() => void list.refetch()}
      >
        Refresh
      </Button>
    </div>
  );
}
