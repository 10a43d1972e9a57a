// What a person does in one go: an edit with the sentence that is said about it, and its Undo.
import { announce } from '@/components/ui/live-region';
import { notify } from '@/components/ui/toast';
import { editName } from '@/lib/flow/edit-name';
import type { Edit, EditResult } from '@/lib/flow/edits/edit';
import { titleOf } from '@/lib/flow/title';
import type { DesignerStore } from './designer-store';

/** Applies an edit; a refusal is shown with its reason. */
export function makeEdit(store: DesignerStore, edit: Edit): EditResult {
  const result = store.getState().apply(edit);
  if (!result.ok) notify(result.problems[0]?.message ?? 'This change is not possible here.');
  return result;
}

/** Deletes a step and offers to take it back. */
export function deleteStep(store: DesignerStore, name: string, title = titleOf(name)) {
  const result = makeEdit(store, { type: 'remove-action', action: name });
  if (result.ok) notify(`Deleted ${title}.`, { action: { label: 'Undo', run: () => undoStep(store) } });
}

/** Moves a step and says where it went. */
export function moveStep(store: DesignerStore, edit: Extract<Edit, { type: 'move-action' }>) {
  const result = makeEdit(store, edit);
  if (result.ok) announce(`${editName(edit)}, done.`);
}

/** Takes the last edit back. */
export function undoStep(store: DesignerStore) {
  const name = store.getState().undo();
  announce(name ? `Undid: ${name}.` : 'Nothing to undo.');
}

/** Makes the last undone edit again. */
export function redoStep(store: DesignerStore) {
  const name = store.getState().redo();
  announce(name ? `Redid: ${name}.` : 'Nothing to redo.');
}
