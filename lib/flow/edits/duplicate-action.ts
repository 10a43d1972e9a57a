// Verb: a copy of a step behind it. Steps inside the copy get names of their own, and refer to each other by them.
import { uniqueActionName } from '../action-name';
import type { Flow } from '../definition';
import { renameInside } from '../rename';
import { titleOf } from '../title';
import { findAction, listInnerNames } from '../tree';
import { updateBranch } from '../update';
import type { DuplicateAction, Edited } from './edit';
import { placeOf } from './place';
import { insertAction } from './rewire';

/** Copies a step behind itself, under new names. */
export function duplicateAction(flow: Flow, edit: DuplicateAction): Edited {
  const located = findAction(flow.definition, edit.action);
  if (!located) return { flow };
  const name = uniqueActionName(flow.definition, titleOf(located.name).replace(/ \d+$/, ''));
  const taken = [name];
  const renames = new Map([[located.name.toLowerCase(), name]]);
  for (const inner of listInnerNames(located.action)) {
    const copy = uniqueActionName(flow.definition, titleOf(inner).replace(/ \d+$/, ''), taken);
    taken.push(copy);
    renames.set(inner.toLowerCase(), copy);
  }
  const copy = renameInside(located.action, renames);
  const definition = updateBranch(flow.definition, placeOf(located), (actions) =>
    insertAction(actions, [name, copy], { after: located.name }),
  );
  return { flow: { ...flow, definition }, select: name };
}
