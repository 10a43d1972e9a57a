// The palette beside a + of the canvas.
'use client';
import { Popover } from 'radix-ui';
import { useRef } from 'react';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { PaletteContent } from './palette-content';
import { useAddStep } from './use-add-step';

export function AddPopover() {
  const { store } = useDesignerContext();
  const adding = useDesigner((state) => state.adding);
  const addStep = useAddStep();
  const added = useRef(false);
  if (!adding) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && store.getState().beginAdd(undefined)}>
      <Popover.Anchor virtualRef={{ current: adding.anchor }} />
      <Popover.Portal>
        <Popover.Content
          aria-label="Add a step"
          side="right"
          align="start"
          sideOffset={10}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!added.current) adding.anchor.focus();
            added.current = false;
          }}
          className="z-30 flex h-[min(460px,var(--radix-popover-content-available-height))] w-80 animate-pop flex-col overflow-hidden rounded-card bg-raised shadow-float outline-none"
        >
          <PaletteContent
            popover
            onPick={(id) => {
              added.current = true;
              addStep(id, adding.place);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
