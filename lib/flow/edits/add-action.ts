// Verb: add a step after another, on an edge, inside a branch, or as a parallel branch.
import { uniqueActionName } from '../action-name';
import type { Flow } from '../definition';
import { updateBranch } from '../update';
import { ensureReference, withReferenceKey } from './connection';
import type { AddAction, Edited } from './edit';
import { insertAction } from './rewire';

/** Adds a step at its place and selects it. */
export function addAction(flow: Flow, edit: AddAction): Edited {
  const name = uniqueActionName(flow.definition, edit.label);
  let { connectionReferences } = flow;
  let { action } = edit;
  if (edit.connection) {
    const found = ensureReference(connectionReferences, edit.connection);
    connectionReferences = found.references;
    action = withReferenceKey(action, found.key);
  }
  const { container, branch = '/actions' } = edit.place;
  const definition = updateBranch(
    flow.definition,
    { branch, ...(container === undefined ? {} : { container }) },
    (actions) => insertAction(actions, [name, action], edit.place),
  );
  return { flow: { ...flow, definition, connectionReferences }, select: name };
}
