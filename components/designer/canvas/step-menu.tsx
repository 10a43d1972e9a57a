// The ⋯ of a step, on its card and in the inspector.
'use client';
import { GitFork, MoreHorizontal, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem } from '@/components/ui/menu';
import type { InsertPlace } from '@/lib/flow/edits/edit';
import { placeAfter, placeBeside } from '../step/insert-place';
import { useDesignerContext } from '../store/designer-context';
import { ActionItems } from './action-items';

interface StepMenuProps {
  name: string;
  title: string;
  isTrigger: boolean;
  /** In the inspector it stands in line and is always visible. */
  inline?: boolean | undefined;
}

export function StepMenu(props: StepMenuProps) {
  const [open, setOpen] = useState(false);
  const trigger = (
    <IconButton
      icon={<MoreHorizontal aria-hidden="true" />}
      label={`More for ${props.title}`}
      size="small"
      tabIndex={props.inline ? 0 : -1}
      className={
        props.inline
          ? ''
          : 'nodrag nopan absolute! top-1.5 right-1.5 bg-surface opacity-0 group-hover:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100'
      }
    />
  );
  return (
    <Menu trigger={trigger} align="end" open={open} onOpenChange={setOpen}>
      {open && <StepMenuItems {...props} />}
    </Menu>
  );
}

function StepMenuItems({ name, title, isTrigger }: StepMenuProps) {
  const { store } = useDesignerContext();
  const { flow } = store.getState();
  const beginAdd = (place: InsertPlace) => {
    const anchor = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(name)}"]`);
    if (anchor) store.getState().beginAdd({ place, anchor });
  };
  const beside = placeBeside(flow.definition, name);
  return (
    <>
      <MenuItem
        icon={<Pencil aria-hidden="true" />}
        shortcut="F2"
        onSelect={() => store.getState().requestRename(name)}
      >
        Rename
      </MenuItem>
      <MenuItem
        icon={<Plus aria-hidden="true" />}
        shortcut="N"
        onSelect={() => beginAdd(placeAfter(flow.definition, name))}
      >
        Add a step after
      </MenuItem>
      <MenuItem
        icon={<GitFork aria-hidden="true" />}
        disabledReason={beside ? undefined : 'No step runs after this one yet.'}
        onSelect={() => beside && beginAdd(beside)}
      >
        Add a parallel branch
      </MenuItem>
      {!isTrigger && <ActionItems name={name} title={title} />}
    </>
  );
}
