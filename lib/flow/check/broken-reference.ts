// What a change of the order breaks: the first reference to a step, loop or variable that was good before it.
import type { FlowProblem } from '../check-flow';
import type { FlowDefinition } from '../definition';
import { checkReferences } from './references';

function keyOf({ code, action, field, message }: FlowProblem): string {
  return JSON.stringify([code, action, field, message]);
}

function listErrors(definition: FlowDefinition): FlowProblem[] {
  return checkReferences(definition).filter(({ severity }) => severity === 'error');
}

/** The first error of references that `after` has and `before` does not. */
export function findBrokenReference(before: FlowDefinition, after: FlowDefinition): FlowProblem | undefined {
  if (before === after) return undefined;
  const known = new Set(listErrors(before).map(keyOf));
  return listErrors(after).find((problem) => !known.has(keyOf(problem)));
}
