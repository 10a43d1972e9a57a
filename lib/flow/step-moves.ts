// Moving a step by one: up and down among its siblings, into the container that follows, out of the one around it.
// Where it would go, or why it cannot; `may` has the last word on the place itself.
import type { FlowDefinition } from './definition';
import type { InsertPlace } from './edits/edit';
import { placeOf } from './edits/place';
import { readGraph, type SiblingGraph } from './graph';
import { titleOf } from './title';
import { findAction, type LocatedAction, readBranches, siblingsOf } from './tree';

export type MoveDirection = 'up' | 'down' | 'in' | 'out';

export type MoveTarget = { place: InsertPlace } | { reason: string };

const quoted = (name: string) => `“${titleOf(name)}”`;

/** Where a step goes in a direction, or the reason why it cannot go there by itself. */
export function findMove(definition: FlowDefinition, name: string, direction: MoveDirection): MoveTarget {
  const located = findAction(definition, name);
  if (!located) return { reason: 'This step is no longer in the flow.' };
  const graph = readGraph(siblingsOf(definition, located));
  switch (direction) {
    case 'up':
      return moveUp(located, graph);
    case 'down':
      return moveDown(located, graph);
    case 'in':
      return moveIn(definition, located, graph);
    case 'out':
      return moveOut(definition, located);
  }
}

function moveUp(located: LocatedAction, graph: SiblingGraph): MoveTarget {
  const [edge, other] = graph.predecessors.get(located.name) ?? [];
  if (!edge) return { reason: 'This step is the first here.' };
  if (other) return { reason: 'This step runs after several steps. Drag it to its new place.' };
  if (!edge.statuses.includes('Succeeded'))
    return { reason: `This step runs only when ${quoted(edge.from)} does not succeed.` };
  const [above, another] = graph.predecessors.get(edge.from) ?? [];
  if (another)
    return { reason: `${quoted(edge.from)} runs after several steps. Drag this one to its new place.` };
  return {
    place: { ...placeOf(located), ...(above ? { after: above.from } : {}), before: edge.from },
  };
}

function moveDown(located: LocatedAction, graph: SiblingGraph): MoveTarget {
  const next = onlySuccessor(located, graph);
  return 'reason' in next ? next : { place: { ...placeOf(located), after: next.name } };
}

function onlySuccessor({ name }: LocatedAction, graph: SiblingGraph): { name: string } | { reason: string } {
  const [edge, other] = graph.successors.get(name) ?? [];
  if (!edge) return { reason: 'This step is the last here.' };
  if (other) return { reason: 'Several steps run after this one. Drag it to its new place.' };
  if (!edge.statuses.includes('Succeeded'))
    return { reason: `${quoted(edge.to)} runs only when this step does not succeed.` };
  return { name: edge.to };
}

function moveIn(definition: FlowDefinition, located: LocatedAction, graph: SiblingGraph): MoveTarget {
  const next = onlySuccessor(located, graph);
  if ('reason' in next) return next;
  const container = findAction(definition, next.name);
  const branch = container && readBranches(container.action)[0];
  if (!branch) return { reason: `${quoted(next.name)}, which comes next, holds no steps.` };
  return { place: { container: next.name, branch: branch.at } };
}

function moveOut(definition: FlowDefinition, located: LocatedAction): MoveTarget {
  const around = located.container.at(-1);
  const container = around === undefined ? undefined : findAction(definition, around);
  if (!container) return { reason: 'This step is not inside another one.' };
  return { place: { ...placeOf(container), after: container.name } };
}
