// What can be done with a connector from a list.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DeleteDialog } from '@/components/shell/delete-dialog';
import { useTRPC, useTRPCClient } from '@/components/shell/trpc';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { RowMenu } from '@/components/ui/row-menu';
import { saveTextFile } from '@/components/ui/save-file';
import { notify, notifyError } from '@/components/ui/toast';

interface ConnectorRowMenuProps {
  connector: { id: string; name: string };
}

export function ConnectorRowMenu({ connector }: ConnectorRowMenuProps) {
  const client = useTRPCClient();
  const [deleting, setDeleting] = useState(false);
  const download = async () => {
    try {
      const { fileName, text } = await client.connectors.download.query({ id: connector.id });
      saveTextFile(fileName, text);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <>
      <RowMenu name={connector.name}>
        <MenuItem icon={<Pencil aria-hidden="true" />} href={`/connectors/${connector.id}/edit/general`}>
          Edit
        </MenuItem>
        <MenuItem icon={<FileUp aria-hidden="true" />} href={`/connectors/${connector.id}/update`}>
          Update from OpenAPI file
        </MenuItem>
        <MenuItem icon={<Download aria-hidden="true" />} onSelect={download}>
          Download
        </MenuItem>
        <MenuSeparator />
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setDeleting(true)}>
          Delete
        </MenuItem>
      </RowMenu>
      {deleting && <DeleteConnector connector={connector} onClose={() => setDeleting(false)} />}
    </>
  );
}

function DeleteConnector({ connector, onClose }: ConnectorRowMenuProps & { onClose: () => void }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(trpc.connectors.dependents.queryOptions({ id: connector.id }));
  const remove = useMutation({
    ...trpc.connectors.remove.mutationOptions(),
    onSuccess: () => {
      notify(`Deleted the connector ${connector.name}.`);
      onClose();
      for (const noun of [trpc.connectors, trpc.solutions, trpc.connections])
        queryClient.invalidateQueries({ queryKey: noun.pathKey() });
    },
  });
  return (
    <DeleteDialog
      what="connector"
      name={connector.name}
      lookup={{ error, refetch }}
      dependents={
        data && [
          {
            label: 'Flows that use it',
            items: data.flows.map((flow) => ({ ...flow, href: `/flows/${flow.id}` })),
          },
          { label: 'Connections', items: data.connections },
        ]
      }
      consequence="The flows stop working at its steps, and its connections are deleted with it."
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onDelete={() => remove.mutate({ id: connector.id, confirm: true })}
    />
  );
}
