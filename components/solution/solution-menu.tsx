// Rename and delete a solution.
'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DeleteDialog } from '../shell/delete-dialog';
import { useTRPC } from '../shell/trpc';
import { MenuItem } from '../ui/menu';
import { RenameDialog } from '../ui/rename-dialog';
import { RowMenu } from '../ui/row-menu';
import { notify } from '../ui/toast';

export interface SolutionMenuProps {
  solution: { id: string; displayName: string };
  onDeleted?: (() => void) | undefined;
  variant?: 'ghost' | 'secondary' | undefined;
}

export function SolutionMenu({ solution, onDeleted, variant }: SolutionMenuProps) {
  const [open, setOpen] = useState<'rename' | 'delete'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <RowMenu name={solution.displayName} variant={variant}>
        <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setOpen('rename')}>
          Rename
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onSelect={() => setOpen('delete')}>
          Delete
        </MenuItem>
      </RowMenu>
      {open === 'rename' && <RenameSolution solution={solution} onClose={close} />}
      {open === 'delete' && <DeleteSolution solution={solution} onClose={close} onDeleted={onDeleted} />}
    </>
  );
}

function useReload(): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: trpc.solutions.pathKey() });
}

function RenameSolution({
  solution,
  onClose,
}: {
  solution: SolutionMenuProps['solution'];
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const reload = useReload();
  const rename = useMutation({
    ...trpc.solutions.rename.mutationOptions(),
    onSuccess: () => {
      reload();
      onClose();
    },
  });
  return (
    <RenameDialog
      title="Rename solution"
      label="Display name"
      value={solution.displayName}
      busy={rename.isPending}
      error={rename.error}
      onClose={onClose}
      onSave={(displayName) => rename.mutate({ id: solution.id, displayName })}
    />
  );
}

function DeleteSolution({ solution, onClose, onDeleted }: { onClose: () => void } & SolutionMenuProps) {
  const trpc = useTRPC();
  const reload = useReload();
  const { data, error, refetch } = useQuery(trpc.solutions.dependents.queryOptions({ id: solution.id }));
  const remove = useMutation({
    ...trpc.solutions.remove.mutationOptions(),
    onSuccess: () => {
      notify(`Deleted the solution ${solution.displayName}.`);
      onClose();
      onDeleted?.();
      reload();
    },
  });
  return (
    <DeleteDialog
      what="solution"
      name={solution.displayName}
      lookup={{ error, refetch }}
      dependents={
        data && [
          { label: 'Connectors', items: data.connectors },
          { label: 'Flows', items: data.flows },
        ]
      }
      consequence="A solution is deleted empty. Delete these first."
      blocking
      unused="It is empty."
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onDelete={() => remove.mutate({ id: solution.id })}
    />
  );
}
