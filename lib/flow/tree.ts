// Walks a definition: which actions there are, where they stand, and which branches a container has.
// Implements the nesting of Workflow Definition Language actions (Scope, If, Switch, Foreach, Until, Agent).
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import type { ActionDefinition, Branch, FlowDefinition, TriggerDefinition } from './definition';
import { readGraph } from './graph';

export interface LocatedAction {
  name: string;
  action: ActionDefinition;
  /** Names of the enclosing containers, outermost first; empty at the top of the flow. */
  container: string[];
  /** Pointer of its branch below the innermost container; `/actions` at the top of the flow. */
  branch: string;
  /** JSON Pointer into the definition. */
  pointer: string;
}

export interface LocatedTrigger {
  name: string;
  trigger: TriggerDefinition;
  pointer: string;
}

function isTyped(value: JsonValue | undefined): value is ActionDefinition {
  return isJsonObject(value) && typeof value.type === 'string';
}

function isActions(value: JsonValue): value is Record<string, ActionDefinition> {
  return isJsonObject(value) && Object.values(value).every(isTyped);
}

const untyped = new WeakMap<JsonObject, ActionDefinition>();

/**
 * A step without a type, as one of the type '': it is shown and refused at run, not passed over. The empty type is no
 * part of the document, so it is not enumerable: neither JSON text nor a changed copy has it.
 */
function withoutType(entry: JsonObject): ActionDefinition {
  const known = untyped.get(entry);
  if (known) return known;
  const step: ActionDefinition = { ...entry, type: '' };
  Object.defineProperty(step, 'type', { value: '', enumerable: false });
  untyped.set(entry, step);
  return step;
}

/**
 * The entries of a JSON object that are actions; what is no object is left out, and where a type is missing it is ''.
 * The same object where all have one.
 */
export function readActions(value: JsonValue | undefined): Record<string, ActionDefinition> {
  if (!isJsonObject(value)) return {};
  if (isActions(value)) return value;
  const actions: Record<string, ActionDefinition> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (isTyped(entry)) actions[name] = entry;
    else if (isJsonObject(entry)) actions[name] = withoutType(entry);
  }
  return actions;
}

function branchOf(action: ActionDefinition, segments: string[], label: string): Branch {
  let value: JsonValue | undefined = action;
  for (const segment of segments) value = ownProperty(value, segment);
  return { at: toPointer(segments), label, actions: readActions(value) };
}

/** The branches of a container in the order they are shown; none for an action that holds no others. A missing branch is empty. */
export function readBranches(action: ActionDefinition): Branch[] {
  switch (action.type.toLowerCase()) {
    case 'scope':
    case 'foreach':
    case 'until':
      return [branchOf(action, ['actions'], '')];
    case 'if':
      return [branchOf(action, ['actions'], 'Yes'), branchOf(action, ['else', 'actions'], 'No')];
    case 'switch': {
      const cases = ownProperty(action, 'cases');
      const names = isJsonObject(cases) ? Object.keys(cases) : [];
      return [
        ...names.map((name) => branchOf(action, ['cases', name, 'actions'], name)),
        branchOf(action, ['default', 'actions'], 'Default'),
      ];
    }
    default: {
      const tools = ownProperty(action, 'tools');
      const branches = isJsonObject(tools)
        ? Object.keys(tools).map((name) => branchOf(action, ['tools', name, 'actions'], name))
        : [];
      return isJsonObject(ownProperty(action, 'actions'))
        ? [branchOf(action, ['actions'], ''), ...branches]
        : branches;
    }
  }
}

/** True for an action that can hold other actions. */
export function isContainer(action: ActionDefinition): boolean {
  return readBranches(action).length > 0;
}

/** True for Foreach and Until. */
export function isLoop(action: ActionDefinition): boolean {
  return ['foreach', 'until'].includes(action.type.toLowerCase());
}

/** The actions at the top of the flow. */
export function rootActions(definition: FlowDefinition): Record<string, ActionDefinition> {
  return readActions(ownProperty(definition, 'actions'));
}

interface FlowIndex {
  actions: LocatedAction[];
  exact: Map<string, LocatedAction>;
  folded: Map<string, LocatedAction>;
}

// A definition is never changed in place, so what was computed from one stays true of it.
const indexes = new WeakMap<FlowDefinition, FlowIndex>();

function indexOf(definition: FlowDefinition): FlowIndex {
  const known = indexes.get(definition);
  if (known) return known;
  const index: FlowIndex = { actions: [], exact: new Map(), folded: new Map() };
  const walk = (actions: Record<string, ActionDefinition>, place: Omit<LocatedAction, 'name' | 'action'>) => {
    for (const name of readGraph(actions).order) {
      const action = actions[name];
      if (!action) continue;
      const pointer = place.pointer + toPointer([name]);
      const located: LocatedAction = {
        name,
        action,
        container: place.container,
        branch: place.branch,
        pointer,
      };
      index.actions.push(located);
      if (!index.exact.has(name)) index.exact.set(name, located);
      if (!index.folded.has(name.toLowerCase())) index.folded.set(name.toLowerCase(), located);
      const container = [...place.container, name];
      for (const branch of readBranches(action))
        walk(branch.actions, { container, branch: branch.at, pointer: pointer + branch.at });
    }
  };
  walk(rootActions(definition), { container: [], branch: '/actions', pointer: '/actions' });
  indexes.set(definition, index);
  return index;
}

/** Every action of the flow, depth first, siblings in run order. */
export function listActions(definition: FlowDefinition): LocatedAction[] {
  return indexOf(definition).actions;
}

/** The action of that name: its exact spelling first, else ignoring case. */
export function findAction(definition: FlowDefinition, name: string): LocatedAction | undefined {
  const index = indexOf(definition);
  return index.exact.get(name) ?? index.folded.get(name.toLowerCase());
}

/** The actions beside which the located one stands, itself included. */
export function siblingsOf(
  definition: FlowDefinition,
  located: LocatedAction,
): Record<string, ActionDefinition> {
  return branchActions(definition, located.container.at(-1), located.branch);
}

/** The actions of one branch; `container` absent means the top of the flow. Empty where there is no such branch. */
export function branchActions(
  definition: FlowDefinition,
  container: string | undefined,
  branch: string,
): Record<string, ActionDefinition> {
  if (container === undefined) return rootActions(definition);
  const found = findAction(definition, container);
  return (found && readBranches(found.action).find((each) => each.at === branch)?.actions) ?? {};
}

/** Names of all actions inside an action, at any depth. */
export function listInnerNames(action: ActionDefinition): string[] {
  return readBranches(action).flatMap((branch) =>
    Object.entries(branch.actions).flatMap(([name, inner]) => [name, ...listInnerNames(inner)]),
  );
}

/** All triggers, in document order; a flow that can run has exactly one. */
export function listTriggers(definition: FlowDefinition): LocatedTrigger[] {
  const triggers = ownProperty(definition, 'triggers');
  if (!isJsonObject(triggers)) return [];
  return Object.entries(triggers).flatMap(([name, trigger]) =>
    isJsonObject(trigger)
      ? [
          {
            name,
            trigger: isTyped(trigger) ? trigger : withoutType(trigger),
            pointer: toPointer(['triggers', name]),
          },
        ]
      : [],
  );
}
