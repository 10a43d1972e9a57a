// Places of steps, as the verbs need them.
import type { FlowDefinition } from '../definition';
import { readGraph } from '../graph';
import { branchActions, findAction, isLoop, type LocatedAction, siblingsOf } from '../tree';
import type { BranchPlace } from '../update';
import type { InsertPlace } from './edit';

/** The branch in which an action stands. */
export function placeOf(located: LocatedAction): BranchPlace {
  const container = located.container.at(-1);
  return { branch: located.branch, ...(container === undefined ? {} : { container }) };
}

/** The branch an insert place means. */
export function branchOf(place: InsertPlace): BranchPlace {
  return {
    branch: place.branch ?? '/actions',
    ...(place.container === undefined ? {} : { container: place.container }),
  };
}

/** The step to select when this one goes: the one before, the one after, else its container. */
export function neighbourOf(definition: FlowDefinition, located: LocatedAction): string | undefined {
  const graph = readGraph(siblingsOf(definition, located));
  return (
    graph.predecessors.get(located.name)?.[0]?.from ??
    graph.successors.get(located.name)?.[0]?.to ??
    located.container.at(-1)
  );
}

/** Why nothing can be put there, or undefined. */
export function checkPlace(definition: FlowDefinition, place: InsertPlace): string | undefined {
  if (place.container !== undefined && !findAction(definition, place.container))
    return 'The container of this place is no longer in the flow.';
  const actions = branchActions(definition, place.container, place.branch ?? '/actions');
  for (const neighbour of [place.after, place.before])
    if (neighbour !== undefined && !Object.hasOwn(actions, neighbour))
      return `“${neighbour}” is no longer at this place.`;
  return undefined;
}

/** True where a step put at this place would run more than once in a run. */
export function isInLoop(definition: FlowDefinition, place: InsertPlace): boolean {
  if (place.container === undefined) return false;
  const located = findAction(definition, place.container);
  if (!located) return false;
  return [...located.container, located.name].some((name) => {
    const container = findAction(definition, name);
    return container !== undefined && isLoop(container.action);
  });
}
