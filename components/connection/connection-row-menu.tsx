// Test, rename, replace the credentials of, or delete a connection.
'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Activity, KeyRound, TextCursorInput, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DeleteDialog } from '../shell/delete-dialog';
import { useTRPC } from '../shell/trpc';
import { MenuItem, MenuSeparator } from '../ui/menu';
import { RenameDialog } from '../ui/rename-dialog';
import { RowMenu } from '../ui/row-menu';
import { notify, notifyError } from '../ui/toast';
import { ReplaceValuesDialog } from './replace-values-dialog';
import { useReloadConnections } from './use-reload-connections';

interface ConnectionProps {
  connection: { id: string; name: string; connectorId: string };
}

type DialogProps = ConnectionProps & { onClose: () => void };

export function ConnectionRowMenu({ connection }: ConnectionProps) {
  const [open, setOpen] = useState<'rename' | 'replace' | 'delete'>();
  const test = useTest(connection);
  const close = () => setOpen(undefined);
  return (
    <>
      <RowMenu name={connection.name}>
        <MenuItem icon={<Activity aria-hidden="true" />} onSelect={test}>
          Test
        </MenuItem>
        <MenuItem icon={<TextCursorInput aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuItem icon={<KeyRound aria-hidden="true" />} onSelect={() => setOpen('replace')}>
          Replace key
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </RowMenu>
      {open === 'rename' && <RenameConnection connection={connection} onClose={close} />}
      {open === 'replace' && <ReplaceValuesDialog connection={connection} onClose={close} />}
      {open === 'delete' && <DeleteConnection connection={connection} onClose={close} />}
    </>
  );
}

function useTest(connection: ConnectionProps['connection']): () => void {
  const trpc = useTRPC();
  const reload = useReloadConnections();
  const test = useMutation({
    ...trpc.connections.test.mutationOptions(),
    onSuccess: ({ ok, message }) => {
      if (ok) notify(`${connection.name}: ${message}`);
      else notifyError(new Error(`${connection.name}: ${message}`));
    },
    onError: notifyError,
    onSettled: reload,
  });
  return () => test.mutate({ id: connection.id });
}

function RenameConnection({ connection, onClose }: DialogProps) {
  const trpc = useTRPC();
  const reload = useReloadConnections();
  const rename = useMutation({
    ...trpc.connections.rename.mutationOptions(),
    onSuccess: () => {
      reload();
      onClose();
    },
  });
  return (
    <RenameDialog
      title="Rename connection"
      label="Connection name"
      value={connection.name}
      busy={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onSave={(name) => rename.mutate({ id: connection.id, name })}
    />
  );
}

function DeleteConnection({ connection, onClose }: DialogProps) {
  const trpc = useTRPC();
  const reload = useReloadConnections();
  const { data, error, refetch } = useQuery(trpc.connections.dependents.queryOptions({ id: connection.id }));
  const remove = useMutation({
    ...trpc.connections.remove.mutationOptions(),
    onSuccess: () => {
      notify(`Deleted the connection ${connection.name}.`);
      onClose();
      reload();
    },
  });
  return (
    <DeleteDialog
      what="connection"
      name={connection.name}
      lookup={{ error, refetch }}
      dependents={
        data && [
          {
            label: 'Flows that use it',
            items: data.flows.map((flow) => ({ ...flow, href: `/flows/${flow.id}` })),
          },
        ]
      }
      consequence="These flows stop working at its steps until another connection is chosen."
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onDelete={() => remove.mutate({ id: connection.id, confirm: true })}
    />
  );
}
