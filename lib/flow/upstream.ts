// Which steps come before a step on every way to it, so that their outputs can be used in it:
// its ancestors along `runAfter`, those of its containers, and what is inside of containers passed on the way.
// Steps inside a loop stay in the loop (Workflow Definition Language: outputs of a repetition are not visible outside).
import type { FlowDefinition } from './definition';
import { comesBefore, listAncestors, readGraph } from './graph';
import { findAction, isLoop, type LocatedAction, listActions, readBranches, siblingsOf } from './tree';

/** Names of the steps before `name`, nearest first; for a container with what is inside of it. Empty for an unknown name. */
export function listUpstream(definition: FlowDefinition, name: string): string[] {
  const located = findAction(definition, name);
  if (!located) return [];
  const found: string[] = [];
  for (const level of [located, ...enclosing(definition, located)]) {
    const siblings = siblingsOf(definition, level);
    for (const ancestor of listAncestors(readGraph(siblings), level.name)) {
      found.push(ancestor);
      const action = siblings[ancestor];
      if (action && !isLoop(action)) found.push(...listVisibleInside(action).reverse());
    }
  }
  return found;
}

function listVisibleInside(action: LocatedAction['action']): string[] {
  return readBranches(action).flatMap((branch) =>
    readGraph(branch.actions).order.flatMap((name) => {
      const inner = branch.actions[name];
      return inner && !isLoop(inner) ? [name, ...listVisibleInside(inner)] : [name];
    }),
  );
}

function enclosing(definition: FlowDefinition, located: LocatedAction): LocatedAction[] {
  return located.container.toReversed().flatMap((name) => findAction(definition, name) ?? []);
}

/** How a step stands to another: certain to be done before it, done before it but inside a loop, around it, inside it, or neither. */
export type Relation = 'before' | 'before-in-loop' | 'inside' | 'around' | 'apart';

/** How `first` stands to `second`. Agrees with `listUpstream`, without listing everything. */
export function relationOf(
  definition: FlowDefinition,
  first: LocatedAction,
  second: LocatedAction,
): Relation {
  const left = chainOf(definition, first);
  const right = chainOf(definition, second);
  for (const [level, a] of left.entries()) {
    const b = right[level];
    if (!b) return 'inside';
    if (a.name === b.name) continue;
    if (a.branch !== b.branch) return 'apart';
    if (!comesBefore(readGraph(siblingsOf(definition, a)), a.name, b.name)) return 'apart';
    return left.slice(level, -1).some((each) => isLoop(each.action)) ? 'before-in-loop' : 'before';
  }
  return left.length < right.length ? 'around' : 'apart';
}

/** The containers of a step from the outside in, and the step. */
function chainOf(definition: FlowDefinition, located: LocatedAction): LocatedAction[] {
  return [...enclosing(definition, located).reverse(), located];
}

/** Loops around a step, innermost first. The step itself is not one of them. */
export function listLoops(definition: FlowDefinition, name: string): LocatedAction[] {
  const located = findAction(definition, name);
  return located ? enclosing(definition, located).filter((each) => isLoop(each.action)) : [];
}

/** Where each variable is made: its name in lower case -> the steps that initialise it. */
export function listVariables(definition: FlowDefinition): Map<string, VariableSource[]> {
  const found = new Map<string, VariableSource[]>();
  for (const { name: step, action } of listActions(definition)) {
    if (action.type.toLowerCase() !== 'initializevariable') continue;
    for (const { name, type } of readVariables(action)) {
      const key = name.toLowerCase();
      found.set(key, [...(found.get(key) ?? []), { step, name, type }]);
    }
  }
  return found;
}

export interface VariableSource {
  step: string;
  name: string;
  /** string, integer, float, boolean, object or array, in lower case. */
  type: string;
}

/** The variables that an InitializeVariable action makes. */
export function readVariables(action: LocatedAction['action']): { name: string; type: string }[] {
  const inputs = action.inputs;
  const list =
    typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs) ? inputs.variables : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const { name, type } = entry;
    if (typeof name !== 'string' || name === '') return [];
    return [{ name, type: typeof type === 'string' ? type.toLowerCase() : 'string' }];
  });
}
