// Performs an edit: a new flow that shares everything untouched with the old one, or the reason as a problem.
import type { Flow } from './definition';
import { addAction } from './edits/add-action';
import {
  addConnectionReference,
  chooseConnection,
  removeConnectionReference,
  setConnectionReference,
  withoutLeftSlots,
} from './edits/connection';
import { duplicateAction } from './edits/duplicate-action';
import type { Edit, Edited, EditResult, SetDefinition } from './edits/edit';
import { moveAction } from './edits/move-action';
import { pasteActions } from './edits/paste-actions';
import { removeAction } from './edits/remove-action';
import { renameAction } from './edits/rename-action';
import { setRunAfter } from './edits/set-run-after';
import { setActionValue, setNote, setTriggerValue } from './edits/set-value';
import {
  addTriggerInput,
  removeTriggerInput,
  renameTrigger,
  setTrigger,
  setTriggerInput,
} from './edits/trigger';
import { wrapAction } from './edits/wrap-action';
import { may } from './may';

/** The flow after an edit, and the step to select; problems (code FLOW0001, with the reason) where it is not allowed. */
export function applyEdit(flow: Flow, edit: Edit): EditResult {
  const result = attempt(flow, edit);
  if (!result.ok || !mayLeaveSlot(edit)) return result;
  return { ...result, flow: withoutLeftSlots(flow, result.flow) };
}

/** Edits after which a connection reference may be one that no step names any more. */
function mayLeaveSlot(edit: Edit): boolean {
  if (edit.type === 'several') return edit.edits.some(mayLeaveSlot);
  return ['remove-action', 'set-trigger', 'use-connection'].includes(edit.type);
}

function attempt(flow: Flow, edit: Edit): EditResult {
  if (edit.type === 'several') return attemptAll(flow, edit);
  const allowed = may(flow, edit);
  if (allowed !== true)
    return { ok: false, problems: [{ code: 'FLOW0001', severity: 'error', at: '', message: allowed }] };
  return { ok: true, ...perform(flow, edit) };
}

function attemptAll(flow: Flow, edit: Extract<Edit, { type: 'several' }>): EditResult {
  let result: Edited = { flow };
  for (const each of edit.edits) {
    const next = attempt(result.flow, each);
    if (!next.ok) return next;
    result = { flow: next.flow, ...(next.select === undefined ? {} : { select: next.select }) };
  }
  const select = edit.select ?? result.select;
  return { ok: true, flow: result.flow, ...(select === undefined ? {} : { select }) };
}

function perform(flow: Flow, edit: Exclude<Edit, { type: 'several' }>): Edited {
  switch (edit.type) {
    case 'add-action':
      return addAction(flow, edit);
    case 'remove-action':
      return removeAction(flow, edit);
    case 'rename-action':
      return renameAction(flow, edit);
    case 'move-action':
      return moveAction(flow, edit);
    case 'duplicate-action':
      return duplicateAction(flow, edit);
    case 'paste-actions':
      return pasteActions(flow, edit);
    case 'wrap-action':
      return wrapAction(flow, edit);
    case 'set-value':
      return setActionValue(flow, edit);
    case 'set-trigger-value':
      return setTriggerValue(flow, edit);
    case 'set-run-after':
      return setRunAfter(flow, edit);
    case 'set-trigger':
      return setTrigger(flow, edit);
    case 'rename-trigger':
      return renameTrigger(flow, edit);
    case 'add-trigger-input':
      return addTriggerInput(flow, edit);
    case 'set-trigger-input':
      return setTriggerInput(flow, edit);
    case 'remove-trigger-input':
      return removeTriggerInput(flow, edit);
    case 'use-connection':
      return chooseConnection(flow, edit);
    case 'set-connection-reference':
      return setConnectionReference(flow, edit);
    case 'add-connection-reference':
      return addConnectionReference(flow, edit);
    case 'remove-connection-reference':
      return removeConnectionReference(flow, edit);
    case 'set-note':
      return setNote(flow, edit);
    case 'set-definition':
      return setDefinition(flow, edit);
  }
}

function setDefinition(flow: Flow, edit: SetDefinition): Edited {
  const connectionReferences = edit.connectionReferences ?? flow.connectionReferences;
  return { flow: { ...flow, definition: edit.definition, connectionReferences } };
}
