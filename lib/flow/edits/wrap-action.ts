// Verb: put a container around one step; the container takes over the step's place among its siblings.
import { parsePointer } from '../../json-pointer';
import { uniqueActionName } from '../action-name';
import type { ActionDefinition, Flow } from '../definition';
import { readRunAfter } from '../graph';
import { renameInBranch } from '../rename';
import { findAction, readBranches } from '../tree';
import { setIn, updateBranch } from '../update';
import type { Edited, WrapAction } from './edit';
import { placeOf } from './place';

/** Puts a step into a new container. */
export function wrapAction(flow: Flow, edit: WrapAction): Edited {
  const located = findAction(flow.definition, edit.action);
  const branch = readBranches(edit.container)[0];
  if (!located || !branch) return { flow };
  const name = uniqueActionName(flow.definition, edit.label);
  const inner: ActionDefinition = { ...located.action, runAfter: {} };
  const filled = setIn(edit.container, parsePointer(branch.at), { ...branch.actions, [located.name]: inner });
  const container: ActionDefinition = {
    ...edit.container,
    ...(typeof filled === 'object' && !Array.isArray(filled) ? filled : {}),
    type: edit.container.type,
    runAfter: Object.fromEntries(readRunAfter(located.action)),
  };
  const definition = updateBranch(flow.definition, placeOf(located), (actions) => ({
    ...renameInBranch(actions, located.name, name),
    [name]: container,
  }));
  return { flow: { ...flow, definition }, select: located.name };
}
