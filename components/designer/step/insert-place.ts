// Where a new step goes when it is asked for at a step.
import type { FlowDefinition } from '@/lib/flow/definition';
import type { InsertPlace } from '@/lib/flow/edits/edit';
import { readGraph } from '@/lib/flow/graph';
import { findAction, listActions, rootActions } from '@/lib/flow/tree';

/** Behind a step; behind the trigger means first of all. */
export function placeAfter(definition: FlowDefinition, name: string | undefined): InsertPlace {
  const located = name === undefined ? undefined : findAction(definition, name);
  if (!located) return name === undefined ? placeAtEnd(definition) : { branch: '/actions' };
  const container = located.container.at(-1);
  return { branch: located.branch, after: located.name, ...(container === undefined ? {} : { container }) };
}

/** Beside the steps that run behind a step, at the same time as they; undefined where none do. */
export function placeBeside(definition: FlowDefinition, name: string): InsertPlace | undefined {
  const place = placeAfter(definition, name);
  const siblings = listActions(definition)
    .filter(({ container, branch }) => container.at(-1) === place.container && branch === place.branch)
    .map((each) => [each.name, each.action]);
  const graph = readGraph(Object.fromEntries(siblings));
  const follows = place.after === undefined ? graph.roots : (graph.successors.get(place.after) ?? []);
  return follows.length > 0 ? { ...place, parallel: true } : undefined;
}

/** Behind the last step of the flow. */
export function placeAtEnd(definition: FlowDefinition): InsertPlace {
  const actions = rootActions(definition);
  const last = readGraph(actions).leaves.at(-1);
  return { branch: '/actions', ...(last === undefined ? {} : { after: last }) };
}
