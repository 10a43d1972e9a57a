// Which steps a change leaves with references to something that is no longer there, or no longer before them.

import { checkReferences } from './check/references';
import type { FlowProblem } from './check-flow';
import type { FlowDefinition } from './definition';

/** Names of steps whose expressions broke between two states of a flow, in run order. */
export function listLeftBehind(before: FlowDefinition, after: FlowDefinition): string[] {
  const known = new Set(checkReferences(before).map(keyOf));
  const broken = checkReferences(after).filter(
    (problem) => problem.severity === 'error' && !known.has(keyOf(problem)),
  );
  return [...new Set(broken.flatMap(({ action }) => (action === undefined ? [] : [action])))];
}

function keyOf({ code, at, message }: FlowProblem): string {
  return `${code} ${at} ${message}`;
}
