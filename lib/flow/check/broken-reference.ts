// What a change of the order breaks: the first reference to a step, loop or variable that was good before it.
import type { FlowProblem } from '../check-flow';
import type { FlowDefinition } from '../definition';
import { checkReferences } from './references';

function keyOf({ code, action, field, message }: FlowProblem): string {
  return JSON.stringify([code, action, field, message]);
}

// A definition is never changed in place; several moves are tried on one.
const errors = new WeakMap<FlowDefinition, FlowProblem[]>();

function listErrors(definition: FlowDefinition): FlowProblem[] {
  const known = errors.get(definition);
  if (known) return known;
  const found = checkReferences(definition).filter(({ severity }) => severity === 'error');
  errors.set(definition, found);
  return found;
}

/** The first error of references that `after` has and `before` does not. */
export function findBrokenReference(before: FlowDefinition, after: FlowDefinition): FlowProblem | undefined {
  if (before === after) return undefined;
  const known = new Set(listErrors(before).map(keyOf));
  return listErrors(after).find((problem) => !known.has(keyOf(problem)));
}
