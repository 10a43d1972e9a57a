// A change that is told with an Undo beside it: deleting never asks, it can be taken back.
import { notify } from '@/components/ui/toast';
import type { DocumentChange } from '@/lib/problem';
import type { EditorStore } from './editor-store';

let steps = 0;

/** Changes the definition as a step of its own. `told` says what was done; its Undo takes back this step only. */
export function changeUndoably(
  store: EditorStore,
  { changes, told }: { changes: DocumentChange[]; told: string },
): void {
  steps += 1;
  const label = `step ${steps}`;
  const former = store.getState().document;
  store.getState().change(label, changes);
  if (store.getState().document === former) return;
  notify(told, {
    action: {
      label: 'Undo',
      run: () => {
        const { past, undo } = store.getState();
        if (past.at(-1)?.label === label) undo();
        else notify('Something was changed since then. Undo that first, in the menu.');
      },
    },
  });
}

/** A label for a change that is never one step with another. */
export function ownStep(what: string): string {
  steps += 1;
  return `${what} ${steps}`;
}
