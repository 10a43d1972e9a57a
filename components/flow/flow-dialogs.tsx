// Rename and delete a flow, from a list or from its page.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { DeleteDialog } from '../shell/delete-dialog';
import { useTRPC } from '../shell/trpc';
import { RenameDialog } from '../ui/rename-dialog';
import { notify } from '../ui/toast';

export interface FlowDialogProps {
  flow: { id: string; name: string };
  onClose: () => void;
  onDone?: (() => void) | undefined;
}

/** Everything that shows flows is asked again. */
export function useReloadFlows(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    for (const noun of [trpc.flows, trpc.solutions, trpc.runs])
      queryClient.invalidateQueries({ queryKey: noun.pathKey() });
  };
}

export function RenameFlow({ flow, onClose }: FlowDialogProps) {
  const trpc = useTRPC();
  const reload = useReloadFlows();
  const rename = useMutation({
    ...trpc.flows.rename.mutationOptions(),
    onSuccess: () => {
      reload();
      onClose();
    },
  });
  return (
    <RenameDialog
      title="Rename flow"
      label="Flow name"
      value={flow.name}
      busy={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onSave={(name) => rename.mutate({ id: flow.id, name })}
    />
  );
}

export function DeleteFlow({ flow, onClose, onDone }: FlowDialogProps) {
  const trpc = useTRPC();
  const reload = useReloadFlows();
  const { data, error, refetch } = useQuery(trpc.flows.dependents.queryOptions({ id: flow.id }));
  const remove = useMutation({
    ...trpc.flows.remove.mutationOptions(),
    onSuccess: () => {
      notify(`Deleted the flow ${flow.name}.`);
      onClose();
      onDone?.();
      reload();
    },
  });
  return (
    <DeleteDialog
      what="flow"
      name={flow.name}
      lookup={{ error, refetch }}
      dependents={
        data && [
          {
            label: 'Runs under way',
            items: data.runs.map((run) => ({ ...run, href: `/flows/${flow.id}/runs/${run.id}` })),
          },
        ]
      }
      consequence="Runs under way are cancelled. The history stays under Runs."
      unused="No run is under way. The history stays under Runs."
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onDelete={() => remove.mutate({ id: flow.id, confirm: true })}
    />
  );
}
