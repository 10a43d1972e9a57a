// The rules: whether an edit is allowed, apart from performing it. Menus grey out with the same sentence.
import { limits } from '../limits';
import { checkActionName, toActionName } from './action-name';
import { findBroken } from './check/broken-reference';
import type { ActionDefinition, Flow } from './definition';
import type { Edit, InsertPlace } from './edits/edit';
import { moveAction } from './edits/move-action';
import { checkPlace, isInLoop } from './edits/place';
import { findStrandedHandler } from './edits/rewire';
import { listAncestors, readGraph } from './graph';
import { titleOf } from './title';
import {
  findAction,
  isContainer,
  listActions,
  listInnerNames,
  listTriggers,
  readBranches,
  siblingsOf,
} from './tree';

const gone = 'This step is no longer in the flow.';

/** True, or the reason why the edit is not possible now. */
export function may(flow: Flow, edit: Edit): true | string {
  return findReason(flow, edit) ?? true;
}

function findReason(flow: Flow, edit: Edit): string | undefined {
  switch (edit.type) {
    case 'add-action':
      return whyNotAdd(flow, [edit.action], edit.place);
    case 'remove-action':
      return whyNotRemove(flow, edit.action);
    case 'rename-action':
      return whyNotRename(flow, edit.action, edit.name);
    case 'move-action':
      return whyNotMove(flow, edit.action, edit.place);
    case 'duplicate-action': {
      const located = findAction(flow.definition, edit.action);
      return located ? whyTooMany(flow, [located.action]) : gone;
    }
    case 'paste-actions':
      return whyNotAdd(flow, Object.values(edit.actions), edit.place);
    case 'wrap-action': {
      const located = findAction(flow.definition, edit.action);
      if (!located) return gone;
      if (!isContainer(edit.container)) return 'Only a container can hold a step.';
      const label = containerRule(located.action, isLoopType(edit.container));
      return label ?? whyTooDeep(located.container.length + 1, located.action);
    }
    case 'set-value':
      return findAction(flow.definition, edit.action) ? whyNotPath(edit.path) : gone;
    case 'set-run-after':
      return whyNotRunAfter(flow, edit.action, Object.entries(edit.runAfter));
    case 'set-trigger-value':
      return whyNoTrigger(flow, edit.trigger) ?? whyNotPath(edit.path);
    case 'add-trigger-input':
    case 'set-trigger-input':
    case 'remove-trigger-input':
      return whyNoTrigger(flow, edit.trigger);
    case 'rename-trigger':
      return (
        whyNoTrigger(flow, edit.trigger) ?? (edit.name.trim() === '' ? 'A trigger needs a name.' : undefined)
      );
    case 'set-connection-reference':
      return Object.hasOwn(flow.connectionReferences, edit.key) ? undefined : 'This connection slot is gone.';
    case 'use-connection':
    case 'set-note':
      return findAction(flow.definition, edit.step) || !whyNoTrigger(flow, edit.step) ? undefined : gone;
    default:
      return undefined;
  }
}

function whyNoTrigger(flow: Flow, name: string): string | undefined {
  return listTriggers(flow.definition).some((each) => each.name === name)
    ? undefined
    : 'This trigger is no longer in the flow.';
}

function whyNotPath(path: string[]): string | undefined {
  if (path.length === 0) return 'A value needs a place in the step.';
  return path[0] === 'type' && path.length === 1 ? 'The type of a step stays as it is.' : undefined;
}

function whyNotAdd(flow: Flow, actions: ActionDefinition[], place: InsertPlace): string | undefined {
  const reasons = actions.map((action) => whyNotThere(flow, action, place));
  return (
    checkPlace(flow.definition, place) ??
    whyTooMany(flow, actions) ??
    reasons.find((reason) => reason !== undefined)
  );
}

function whyTooMany(flow: Flow, added: ActionDefinition[]): string | undefined {
  const count = added.reduce(
    (sum, action) => sum + 1 + listInnerNames(action).length,
    listActions(flow.definition).length,
  );
  return count > limits.actions.value ? limits.actions.sentence : undefined;
}

/** Rules of place: variables start at the top, Response and Terminate stay out of loops, nesting has an end. */
function whyNotThere(flow: Flow, action: ActionDefinition, place: InsertPlace): string | undefined {
  if (place.container !== undefined && containsType(action, 'initializevariable'))
    return 'Initialize variable only works at the top of the flow, outside of containers.';
  const parent = place.container === undefined ? undefined : findAction(flow.definition, place.container);
  const depth = parent ? parent.container.length + 1 : 0;
  return containerRule(action, isInLoop(flow.definition, place)) ?? whyTooDeep(depth, action);
}

function containerRule(action: ActionDefinition, looped: boolean): string | undefined {
  if (!looped) return undefined;
  if (containsType(action, 'response')) return 'Response cannot be inside a loop: a caller gets one answer.';
  return containsType(action, 'terminate') ? 'Terminate cannot be inside a loop.' : undefined;
}

function whyTooDeep(depth: number, action: ActionDefinition): string | undefined {
  return depth + heightOf(action) > limits.containerDepth.value ? limits.containerDepth.sentence : undefined;
}

function isLoopType(action: ActionDefinition): boolean {
  return ['foreach', 'until'].includes(action.type.toLowerCase());
}

function containsType(action: ActionDefinition, type: string): boolean {
  if (action.type.toLowerCase() === type) return true;
  return readBranches(action).some((branch) =>
    Object.values(branch.actions).some((inner) => containsType(inner, type)),
  );
}

function heightOf(action: ActionDefinition): number {
  let height = 0;
  for (const branch of readBranches(action)) {
    height = Math.max(height, 1);
    for (const inner of Object.values(branch.actions)) height = Math.max(height, 1 + heightOf(inner));
  }
  return height;
}

function whyNotRemove(flow: Flow, name: string): string | undefined {
  const located = findAction(flow.definition, name);
  if (!located) return gone;
  const handler = findStrandedHandler(siblingsOf(flow.definition, located), located.name);
  if (handler === undefined) return undefined;
  return `“${titleOf(handler)}” runs only when this step does not succeed. Delete or change it first.`;
}

function whyNotRename(flow: Flow, action: string, name: string): string | undefined {
  const located = findAction(flow.definition, action);
  if (!located) return gone;
  if (name.trim() === '') return 'A step needs a name.';
  return checkActionName(flow.definition, toActionName(name), located.name);
}

function whyNotMove(flow: Flow, name: string, place: InsertPlace): string | undefined {
  const located = findAction(flow.definition, name);
  if (!located) return gone;
  const parent = place.container === undefined ? undefined : findAction(flow.definition, place.container);
  if (parent && [...parent.container, parent.name].includes(located.name))
    return 'A step cannot go into itself.';
  return (
    checkPlace(flow.definition, place) ??
    whyNotThere(flow, located.action, place) ??
    whyNotRemove(flow, located.name) ??
    whyMoveBreaks(flow, located.name, place)
  );
}

/** What a step reads has to be there before it; one that would lose that by the move is named. */
function whyMoveBreaks(flow: Flow, action: string, place: InsertPlace): string | undefined {
  const moved = moveAction(flow, { type: 'move-action', action, place });
  return findBroken(flow.definition, moved.flow.definition);
}

function whyNotRunAfter(flow: Flow, name: string, runAfter: [string, string[]][]): string | undefined {
  const located = findAction(flow.definition, name);
  if (!located) return gone;
  const siblings = siblingsOf(flow.definition, located);
  const graph = readGraph(siblings);
  for (const [key, statuses] of runAfter) {
    if (!Object.hasOwn(siblings, key)) return `“${titleOf(key)}” is not beside this step.`;
    if (statuses.length === 0) return `Choose on which results of “${titleOf(key)}” this step runs.`;
    if (key === located.name || listAncestors(graph, key).includes(located.name))
      return `“${titleOf(key)}” already runs after this step.`;
  }
  return undefined;
}
