// What a person does in one go: an edit with the sentence that is said about it, and its Undo.
import { announce } from '@/components/ui/live-region';
import { notify } from '@/components/ui/toast';
import type { Edit, EditResult } from '@/lib/flow/edits/edit';
import { listLeftBehind } from '@/lib/flow/left-behind';
import { may } from '@/lib/flow/may';
import { findMove, type MoveDirection } from '@/lib/flow/step-moves';
import { titleOf } from '@/lib/flow/title';
import { stepPosition } from '../step/use-step';
import { type DesignerState, type DesignerStore, hasStep } from './designer-store';

/** Applies an edit; a refusal is shown with its reason. */
export function makeEdit(store: DesignerStore, edit: Edit): EditResult {
  const result = store.getState().apply(edit);
  if (!result.ok) notify(result.problems[0]?.message ?? 'This change is not possible here.');
  return result;
}

/** Says what was done last, with an Undo that takes back just that: not what was done since. */
export function notifyDone(store: DesignerStore, text: string) {
  const done = store.getState().history.past.at(-1);
  const run = () => {
    if (done && store.getState().history.past.at(-1) === done) undoStep(store);
    else notify('Something else was changed since. Ctrl Z takes changes back one by one.');
  };
  notify(text, { action: { label: 'Undo', run } });
}

/** Deletes a step, says which others still use it, and offers to take it back. */
export function deleteStep(store: DesignerStore, name: string, title = titleOf(name)) {
  const { definition } = store.getState().flow;
  const result = makeEdit(store, { type: 'remove-action', action: name });
  if (!result.ok) return;
  const users = listLeftBehind(definition, result.flow.definition);
  notifyDone(store, [`Deleted ${title}.`, usersText(users)].filter(Boolean).join(' '));
}

/** "For each invoice and 2 more steps still use it." */
function usersText([first, ...more]: readonly string[]): string {
  if (first === undefined) return '';
  if (more.length === 0) return `${titleOf(first)} still uses it.`;
  return `${titleOf(first)} and ${more.length === 1 ? '1 more step' : `${more.length} more steps`} still use it.`;
}

/** Moves a step and says where it went. */
export function moveStep(store: DesignerStore, edit: Extract<Edit, { type: 'move-action' }>) {
  const result = makeEdit(store, edit);
  if (!result.ok) return;
  const position = stepPosition(result.flow.definition, edit.action);
  announce(`${titleOf(edit.action)} is now ${position}.`);
}

export type MoveByOne = { edit: Extract<Edit, { type: 'move-action' }> } | { reason: string };

/** The edit that moves a step by one, or why it is not possible. */
export function planMove(
  { flow }: Pick<DesignerState, 'flow'>,
  action: string,
  direction: MoveDirection,
): MoveByOne {
  const target = findMove(flow.definition, action, direction);
  if ('reason' in target) return target;
  const edit = { type: 'move-action', action, place: target.place } as const;
  const allowed = may(flow, edit);
  return allowed === true ? { edit } : { reason: allowed };
}

/** Moves a step by one; false, with the reason shown, where that is not possible. */
export function moveStepByOne(store: DesignerStore, action: string, direction: MoveDirection): boolean {
  const move = planMove(store.getState(), action, direction);
  if ('reason' in move) {
    notify(move.reason);
    return false;
  }
  moveStep(store, move.edit);
  return true;
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

/** True for a step that the last edit added and nothing was done to since. */
export function wasJustAdded({ history }: Pick<DesignerState, 'history'>, name: string): boolean {
  const last = history.past.at(-1);
  return last?.edit.type === 'add-action' && !hasStep(last.before.definition, name);
}
