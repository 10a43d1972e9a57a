// Verb: move a step, with everything in it, to another place.
import type { Flow } from '../definition';
import { readGraph } from '../graph';
import { findAction, type LocatedAction, siblingsOf } from '../tree';
import { updateBranch } from '../update';
import type { Edited, InsertPlace, MoveAction } from './edit';
import { branchOf, placeOf } from './place';
import { extractAction, insertAction } from './rewire';

/** True where the step would stand exactly where it stands. */
function isSamePlace(flow: Flow, located: LocatedAction, place: InsertPlace): boolean {
  if (located.container.at(-1) !== place.container || located.branch !== (place.branch ?? '/actions'))
    return false;
  if (place.after === located.name || place.before === located.name) return true;
  const graph = readGraph(siblingsOf(flow.definition, located));
  const before = graph.predecessors.get(located.name) ?? [];
  const after = graph.successors.get(located.name) ?? [];
  const sameAfter =
    place.after === undefined ? before.length === 0 : before.length === 1 && before[0]?.from === place.after;
  return sameAfter && !place.parallel && place.before === undefined && after.length === 0;
}

/** Moves a step with all it holds to another place. */
export function moveAction(flow: Flow, edit: MoveAction): Edited {
  const located = findAction(flow.definition, edit.action);
  if (!located || isSamePlace(flow, located, edit.place)) return { flow, select: edit.action };
  const without = updateBranch(flow.definition, placeOf(located), (actions) =>
    extractAction(actions, located.name),
  );
  const definition = updateBranch(without, branchOf(edit.place), (actions) =>
    insertAction(actions, [located.name, located.action], edit.place),
  );
  return { flow: { ...flow, definition }, select: located.name };
}
