// Where a new step goes when it is asked for at a step.
import type { FlowDefinition } from '@/lib/flow/definition';
import type { InsertPlace } from '@/lib/flow/edits/edit';
import { readGraph } from '@/lib/flow/graph';
import { findAction, rootActions } from '@/lib/flow/tree';

/** Behind a step; behind the trigger means first of all. */
export function placeAfter(definition: FlowDefinition, name: string | undefined): InsertPlace {
  const located = name === undefined ? undefined : findAction(definition, name);
  if (!located) return name === undefined ? placeAtEnd(definition) : { branch: '/actions' };
  const container = located.container.at(-1);
  return { branch: located.branch, after: located.name, ...(container === undefined ? {} : { container }) };
}

/** Behind the last step of the flow. */
export function placeAtEnd(definition: FlowDefinition): InsertPlace {
  const actions = rootActions(definition);
  const last = readGraph(actions).leaves.at(-1);
  return { branch: '/actions', ...(last === undefined ? {} : { after: last }) };
}
