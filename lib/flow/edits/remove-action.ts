// Verb: delete a step, with everything in it. What ran after it runs after what it ran after.
import type { Flow } from '../definition';
import { findAction, listTriggers } from '../tree';
import { updateBranch } from '../update';
import type { Edited, RemoveAction } from './edit';
import { neighbourOf, placeOf } from './place';
import { extractAction } from './rewire';

/** Removes a step; what ran after it runs after what it ran after. */
export function removeAction(flow: Flow, edit: RemoveAction): Edited {
  const located = findAction(flow.definition, edit.action);
  if (!located) return { flow };
  const definition = updateBranch(flow.definition, placeOf(located), (actions) =>
    extractAction(actions, located.name),
  );
  const select = neighbourOf(flow.definition, located) ?? listTriggers(definition)[0]?.name;
  return { flow: { ...flow, definition }, ...(select === undefined ? {} : { select }) };
}
