// Entries of a step's menu that only actions have: they move, travel, go into containers, and go.
'use client';
import { ArrowDown, ArrowUp, Copy, CopyPlus, Repeat, Scissors, SquareDashed, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { copyText } from '@/components/ui/copy-button';
import { MenuItem, MenuSeparator } from '@/components/ui/menu';
import { notify } from '@/components/ui/toast';
import { builtInActions } from '@/lib/flow/built-in';
import type { Flow } from '@/lib/flow/definition';
import type { Edit } from '@/lib/flow/edits/edit';
import { may } from '@/lib/flow/may';
import type { MoveDirection } from '@/lib/flow/step-moves';
import { copyStep, cutStep } from '../store/clipboard';
import { useDesignerContext } from '../store/designer-context';
import type { DesignerStore } from '../store/designer-store';
import { deleteStep, makeEdit, moveStep, planMove } from '../store/gestures';

function wrapper(type: string) {
  return builtInActions.find((each) => each.type === type)?.make();
}

/** Puts a text on the clipboard from a menu, where no key was pressed that carries it. */
function copyFromMenu(make: typeof copyStep, store: DesignerStore, name: string) {
  const text = make(store, name);
  if (text === undefined) return;
  void copyText(text).then((done) => {
    if (!done)
      notify('The browser does not allow copying from the menu. Ctrl C and Ctrl X work on the card.');
  });
}

const directions: readonly { direction: MoveDirection; label: string; icon: ReactNode; shortcut: string }[] =
  [
    { direction: 'up', label: 'Move up', icon: <ArrowUp aria-hidden="true" />, shortcut: 'Alt ↑' },
    { direction: 'down', label: 'Move down', icon: <ArrowDown aria-hidden="true" />, shortcut: 'Alt ↓' },
  ];

export function ActionItems({ name, title }: { name: string; title: string }) {
  const { store } = useDesignerContext();
  const state = store.getState();
  const edit = (made: Edit) => ({
    disabledReason: whyNot(state.flow, made),
    onSelect: () => void makeEdit(store, made),
  });
  const [scope, each] = [wrapper('Scope'), wrapper('Foreach')];
  return (
    <>
      <MenuSeparator />
      {directions.map(({ direction, label, icon, shortcut }) => {
        const move = planMove(state, name, direction);
        return (
          <MenuItem
            key={direction}
            icon={icon}
            shortcut={shortcut}
            disabledReason={'reason' in move ? move.reason : undefined}
            onSelect={() => 'edit' in move && moveStep(store, move.edit)}
          >
            {label}
          </MenuItem>
        );
      })}
      <MenuSeparator />
      <MenuItem
        icon={<Copy aria-hidden="true" />}
        shortcut="Ctrl C"
        onSelect={() => copyFromMenu(copyStep, store, name)}
      >
        Copy
      </MenuItem>
      <MenuItem
        icon={<Scissors aria-hidden="true" />}
        shortcut="Ctrl X"
        disabledReason={whyNot(state.flow, { type: 'remove-action', action: name })}
        onSelect={() => copyFromMenu(cutStep, store, name)}
      >
        Cut
      </MenuItem>
      <MenuItem
        icon={<CopyPlus aria-hidden="true" />}
        shortcut="Ctrl D"
        {...edit({ type: 'duplicate-action', action: name })}
      >
        Duplicate
      </MenuItem>
      {scope && (
        <MenuItem
          icon={<SquareDashed aria-hidden="true" />}
          {...edit({ type: 'wrap-action', action: name, label: 'Scope', container: scope })}
        >
          Put into a scope
        </MenuItem>
      )}
      {each && (
        <MenuItem
          icon={<Repeat aria-hidden="true" />}
          {...edit({ type: 'wrap-action', action: name, label: 'Apply to each', container: each })}
        >
          Repeat for each item of a list
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem
        danger
        icon={<Trash2 aria-hidden="true" />}
        shortcut="Del"
        disabledReason={whyNot(state.flow, { type: 'remove-action', action: name })}
        onSelect={() => deleteStep(store, name, title)}
      >
        Delete
      </MenuItem>
    </>
  );
}

function whyNot(flow: Flow, edit: Edit): string | undefined {
  const allowed = may(flow, edit);
  return allowed === true ? undefined : allowed;
}
