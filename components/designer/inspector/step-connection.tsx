// The connection of a step: a chip with a switcher, or, the first time, the form that makes one.
'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Plus } from 'lucide-react';
import { useState } from 'react';
import { ConnectionForm } from '@/components/connection/connection-form';
import { useTRPC } from '@/components/shell/trpc';
import { cx } from '@/components/ui/class-names';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/menu';
import { Skeleton } from '@/components/ui/skeleton';
import { notify } from '@/components/ui/toast';
import type { CatalogEntry } from '../store/catalog';
import { useDesignerContext } from '../store/designer-context';
import { deleteStep, makeEdit, wasJustAdded } from '../store/gestures';

interface StepConnectionProps {
  name: string;
  entry: CatalogEntry;
  connectionId: string | undefined;
  readOnly: boolean;
}

export function StepConnection({ name, entry, connectionId, readOnly }: StepConnectionProps) {
  const trpc = useTRPC();
  const { store } = useDesignerContext();
  const [making, setMaking] = useState(false);
  const list = useQuery(trpc.connections.list.queryOptions({ connectorId: entry.id }));
  const connections = list.data ?? [];
  const current = connections.find((each) => each.id === connectionId);

  function choose(id: string) {
    makeEdit(store, { type: 'use-connection', step: name, apiId: entry.apiId, connectionId: id });
    setMaking(false);
    store.getState().requestFocus();
  }

  /** Takes back a step that was added a moment ago; any other one stays, with all that was typed into it. */
  function cancelFirstUse() {
    const state = store.getState();
    if (wasJustAdded(state, name)) deleteStep(store, name);
    else state.select(undefined);
  }

  if (connectionId === undefined && list.isPending) return <Skeleton className="h-8 w-full" />;
  if (making || (connectionId === undefined && !readOnly)) {
    return (
      <>
        {!making && connections.length > 0 && <Existing connections={connections} onChoose={choose} />}
        <ConnectionForm
          key={entry.id}
          connector={{
            id: entry.id,
            name: entry.name,
            brandColor: entry.brandColor,
            iconUrl: entry.iconUrl,
            parameters: entry.connector.connectionParameters,
            security: entry.connector.security,
          }}
          submitLabel="Create"
          onCreated={({ id, name: made, problem }) => {
            choose(id);
            if (problem === undefined) notify(`Connected with ${made}.`);
          }}
          onCancel={making ? () => setMaking(false) : cancelFirstUse}
        />
      </>
    );
  }
  return (
    <div>
      <div className="mb-1 font-medium">Connection</div>
      <Menu
        trigger={
          <button
            type="button"
            disabled={readOnly}
            className="flex h-control w-full items-center gap-2 rounded-control border border-lineS bg-surface px-2.5 text-left disabled:bg-sunken"
          >
            <span
              aria-hidden="true"
              className={cx(
                'size-2 rounded-full',
                current && current.status !== 'failing' ? 'bg-ok' : 'bg-err',
              )}
            />
            <span className="min-w-0 flex-1 truncate">
              {current?.name ?? (list.isPending ? 'Loading…' : 'This connection is gone')}
            </span>
            {current?.status === 'failing' && <span className="text-small text-err">Failing</span>}
            <ChevronDown aria-hidden="true" className="text-ink3" />
          </button>
        }
      >
        <MenuLabel>Connections of {entry.name}</MenuLabel>
        {connections.map((each) => (
          <MenuItem
            key={each.id}
            checked={each.id === connectionId}
            description={each.status === 'failing' ? (each.lastError ?? 'Failing') : undefined}
            onSelect={() => choose(each.id)}
          >
            {each.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Plus aria-hidden="true" />} onSelect={() => setMaking(true)}>
          New connection
        </MenuItem>
        <MenuItem href="/connections">Manage connections</MenuItem>
      </Menu>
      {current?.status === 'failing' && (
        <p className="mt-1 text-small text-err">
          {current.lastError ?? 'The last call with this connection failed.'}
        </p>
      )}
    </div>
  );
}

interface ExistingProps {
  connections: readonly { id: string; name: string; status: string }[];
  onChoose(id: string): void;
}

function Existing({ connections, onChoose }: ExistingProps) {
  return (
    <div>
      <div className="mb-1 font-medium">Use a connection you have</div>
      <ul className="divide-y divide-line rounded-control border border-line">
        {connections.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              onClick={() => onChoose(each.id)}
              className="flex h-row w-full items-center gap-2 px-2.5 text-left hover:bg-hover"
            >
              <span
                aria-hidden="true"
                className={cx('size-2 rounded-full', each.status === 'failing' ? 'bg-err' : 'bg-ok')}
              />
              {each.name}
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-4 border-t border-line" />
    </div>
  );
}
