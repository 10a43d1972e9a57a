// Verb: a copy of a step behind it. Steps inside the copy get names of their own, and refer to each other by them.
import type { Flow } from '../definition';
import { findAction } from '../tree';
import { updateBranch } from '../update';
import { copyActions } from './copy-actions';
import type { DuplicateAction, Edited } from './edit';
import { placeOf } from './place';
import { insertAction } from './rewire';

/** Copies a step behind itself, under new names. */
export function duplicateAction(flow: Flow, edit: DuplicateAction): Edited {
  const located = findAction(flow.definition, edit.action);
  const [copy] = located ? copyActions(flow.definition, [[located.name, located.action]]) : [];
  if (!located || !copy) return { flow };
  const definition = updateBranch(flow.definition, placeOf(located), (actions) =>
    insertAction(actions, copy, { after: located.name }),
  );
  return { flow: { ...flow, definition }, select: copy[0] };
}
