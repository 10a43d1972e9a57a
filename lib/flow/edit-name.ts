// What an edit is called in "Undo: …" and in announcements.
import type { Flow } from './definition';
import type { Edit } from './edits/edit';
import { titleOf } from './title';

/** A short name that begins with a verb: "Add List Invoices", "Change Subject of Send mail". */
export function editName(edit: Edit): string {
  switch (edit.type) {
    case 'add-action':
      return `Add ${edit.label}`;
    case 'remove-action':
      return `Delete ${titleOf(edit.action)}`;
    case 'rename-action':
      return `Rename ${titleOf(edit.action)} to ${titleOf(edit.name)}`;
    case 'move-action':
      return `Move ${titleOf(edit.action)}`;
    case 'duplicate-action':
      return `Duplicate ${titleOf(edit.action)}`;
    case 'paste-actions': {
      const names = Object.keys(edit.actions);
      return names.length === 1 ? `Paste ${titleOf(names[0] ?? '')}` : `Paste ${names.length} steps`;
    }
    case 'wrap-action':
      return `Put ${titleOf(edit.action)} into ${edit.label}`;
    case 'set-value':
      return `Change ${titleOf(edit.action)}`;
    case 'set-run-after':
      return `Change when ${titleOf(edit.action)} runs`;
    case 'set-trigger':
      return `Set trigger ${edit.label}`;
    case 'set-trigger-value':
    case 'set-trigger-input':
      return `Change ${titleOf(edit.trigger)}`;
    case 'rename-trigger':
      return `Rename ${titleOf(edit.trigger)} to ${titleOf(edit.name)}`;
    case 'add-trigger-input':
      return 'Add input';
    case 'remove-trigger-input':
      return 'Delete input';
    case 'use-connection':
    case 'set-connection-reference':
    case 'add-connection-reference':
    case 'remove-connection-reference':
      return 'Change connection';
    case 'set-note':
      return `Change note of ${titleOf(edit.step)}`;
    case 'set-definition':
      return 'Edit code';
    case 'several':
      return edit.name;
  }
}

/** Edits with the same group that follow each other quickly are one undo step: typing into one field. */
export function editGroup(edit: Edit): string | undefined {
  switch (edit.type) {
    case 'set-value':
      return JSON.stringify(['action', edit.action, ...edit.path]);
    case 'set-trigger-value':
      return JSON.stringify(['trigger', edit.trigger, ...edit.path]);
    case 'set-trigger-input':
      return JSON.stringify(['input', edit.trigger, edit.key]);
    case 'set-note':
      return JSON.stringify(['note', edit.step]);
    default:
      return undefined;
  }
}

/** True where an edit left the flow as it was, so nothing is to be undone. */
export function changesNothing(before: Flow, after: Flow): boolean {
  return before.definition === after.definition && before.connectionReferences === after.connectionReferences;
}
