// The ⋯ of the designer: what concerns the flow as a whole.
'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArrowUpRight, MoreHorizontal, Undo } from 'lucide-react';
import { useTRPC } from '@/components/shell/trpc';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { notifyError } from '@/components/ui/toast';
import { useDesigner, useDesignerContext } from './store/designer-context';
import { notifyDone } from './store/gestures';
import type { LoadedDraft } from './store/save-state';

interface DesignerMenuProps {
  /** Stores what is pending; true when everything is stored. */
  flush(): Promise<boolean>;
  fetchStored(): Promise<LoadedDraft>;
}

export function DesignerMenu(props: DesignerMenuProps) {
  const { flowId } = useDesignerContext();
  const discard = useDiscard(props);
  return (
    <Menu
      align="end"
      trigger={<IconButton icon={<MoreHorizontal aria-hidden="true" />} label="More for this flow" />}
    >
      <MenuItem
        icon={<Undo aria-hidden="true" />}
        description="Back to what is live."
        disabledReason={discard.reason}
        onSelect={() => void discard.run()}
      >
        Discard draft
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<ArrowUpRight aria-hidden="true" />} href={`/flows/${flowId}`}>
        Go to the flow page
      </MenuItem>
    </Menu>
  );
}

/** Makes the draft what is live again. The draft comes back by Undo. */
function useDiscard({ flush, fetchStored }: DesignerMenuProps) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { flowId, store } = useDesignerContext();
  const { mutateAsync: discardDraft } = useMutation(trpc.flows.discardDraft.mutationOptions());
  const version = useDesigner((state) => state.version);
  const isEdited = useDesigner((state) => state.edited || state.changes > 0);
  const run = async () => {
    try {
      // What is pending is part of the draft that Undo gives back; where it cannot be stored, a bar says why.
      if (!(await flush())) return;
      await discardDraft({ id: flowId, revision: store.getState().revision });
      store.getState().load(await fetchStored(), 'Discard draft');
      notifyDone(store, `The draft was discarded. This is version ${version}.`);
      await client.invalidateQueries({ queryKey: trpc.flows.pathKey() });
    } catch (error) {
      notifyError(error);
    }
  };
  if (version === 0) return { run, reason: 'This flow was never saved, so there is nothing to go back to.' };
  return { run, reason: isEdited ? undefined : 'This is what is live.' };
}
