// The ⋯ of a step, on its card and in the inspector.
'use client';
import { Copy, GitFork, MoreHorizontal, Pencil, Plus, Repeat, SquareDashed, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/menu';
import { builtInActions } from '@/lib/flow/built-in';
import type { Edit, InsertPlace } from '@/lib/flow/edits/edit';
import { may } from '@/lib/flow/may';
import { placeAfter, placeBeside } from '../step/insert-place';
import { useDesignerContext } from '../store/designer-context';
import { deleteStep, makeEdit } from '../store/gestures';

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

function wrapper(type: string) {
  return builtInActions.find((each) => each.type === type)?.make();
}

function StepMenuItems({ name, title, isTrigger }: StepMenuProps) {
  const { store } = useDesignerContext();
  const { flow } = store.getState();
  const reason = (edit: Edit) => {
    const allowed = may(flow, edit);
    return allowed === true ? undefined : allowed;
  };
  const beginAdd = (place: InsertPlace) => {
    const anchor = document.querySelector<HTMLElement>(`[data-step="${CSS.escape(name)}"]`);
    if (anchor) store.getState().beginAdd({ place, anchor });
  };
  const beside = placeBeside(flow.definition, name);
  const scope = wrapper('Scope');
  const each = wrapper('Foreach');
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
      {!isTrigger && (
        <>
          <MenuItem
            icon={<Copy aria-hidden="true" />}
            disabledReason={reason({ type: 'duplicate-action', action: name })}
            onSelect={() => makeEdit(store, { type: 'duplicate-action', action: name })}
          >
            Duplicate
          </MenuItem>
          {scope && (
            <MenuItem
              icon={<SquareDashed aria-hidden="true" />}
              disabledReason={reason({ type: 'wrap-action', action: name, label: 'Scope', container: scope })}
              onSelect={() =>
                makeEdit(store, { type: 'wrap-action', action: name, label: 'Scope', container: scope })
              }
            >
              Put into a scope
            </MenuItem>
          )}
          {each && (
            <MenuItem
              icon={<Repeat aria-hidden="true" />}
              disabledReason={reason({
                type: 'wrap-action',
                action: name,
                label: 'Apply to each',
                container: each,
              })}
              onSelect={() =>
                makeEdit(store, {
                  type: 'wrap-action',
                  action: name,
                  label: 'Apply to each',
                  container: each,
                })
              }
            >
              Repeat for each item of a list
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem
            danger
            icon={<Trash2 aria-hidden="true" />}
            shortcut="Del"
            disabledReason={reason({ type: 'remove-action', action: name })}
            onSelect={() => deleteStep(store, name, title)}
          >
            Delete
          </MenuItem>
        </>
      )}
    </>
  );
}
