// The Run flow pane over a page that has no place of its own for it, such as the flow's page.
'use client';
import { Dialog } from 'radix-ui';
import { RunPane, type RunPaneProps } from './run-pane';

export function RunPaneSheet(props: RunPaneProps) {
  return (
    <Dialog.Root open modal={false} onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          className="fixed inset-y-0 right-0 z-30 w-full max-w-105 animate-panel border-l border-line shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">Run flow</Dialog.Title>
          <RunPane {...props} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
