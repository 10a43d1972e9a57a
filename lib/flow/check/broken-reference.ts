// What another order of steps would break: who reads a result, a loop or a variable that was there before and is not then.
import type { FlowProblem } from '../check-flow';
import type { FlowDefinition } from '../definition';
import { listOwnSites } from '../expressions';
import { titleOf } from '../title';
import { findAction } from '../tree';
import { relationOf } from '../upstream';
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

/** The first reader whose reference is an error in `after` and none in `before`, in a sentence; undefined where there is none. */
export function findBroken(before: FlowDefinition, after: FlowDefinition): string | undefined {
  if (before === after) return undefined;
  const known = new Set(listErrors(before).map(keyOf));
  const problem = listErrors(after).find((each) => !known.has(keyOf(each)));
  if (!problem) return undefined;
  const reader = problem.action ?? problem.trigger ?? '';
  const read = findLost(before, after, reader);
  return read === undefined
    ? `“${titleOf(reader)}” would break there. ${problem.message}`
    : `“${titleOf(reader)}” uses “${titleOf(read)}”, which has to come before it.`;
}

/** The step that `reader` uses, which came before it and does not any more. */
function findLost(before: FlowDefinition, after: FlowDefinition, reader: string): string | undefined {
  const [was, is] = [findAction(before, reader), findAction(after, reader)];
  if (!was || !is) return undefined;
  const names = listOwnSites(is.action).flatMap(({ references }) =>
    references.flatMap(({ kind, name }) => (kind === 'action' && name !== undefined ? [name] : [])),
  );
  return names.find((name) => {
    const [source, moved] = [findAction(before, name), findAction(after, name)];
    if (!source || !moved || relationOf(before, source, was) !== 'before') return false;
    return relationOf(after, moved, is) !== 'before';
  });
}
