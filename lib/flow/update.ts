// Changes of JSON that share everything they do not touch and keep keys in their places.
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { parsePointer } from '../json-pointer';
import type { ActionDefinition, FlowDefinition } from './definition';
import { findAction, readActions, readBranches } from './tree';

/** `value` with `next` at `path` (undefined removes it); missing parents become objects. The same value where nothing changes. */
export function setIn(
  value: JsonValue | undefined,
  path: readonly string[],
  next: JsonValue | undefined,
): JsonValue {
  const [key, ...rest] = path;
  if (key === undefined) return next ?? null;
  if (Array.isArray(value)) return setInArray(value, key, { rest, next });
  const object: JsonObject = isJsonObject(value) ? value : {};
  const old = Object.hasOwn(object, key) ? object[key] : undefined;
  if (rest.length === 0 && next === undefined) return old === undefined ? object : withoutKey(object, key);
  if (next === undefined && old === undefined) return object;
  const inner = setIn(old, rest, next);
  return inner === old && isJsonObject(value) ? value : { ...object, [key]: inner };
}

function setInArray(
  list: JsonValue[],
  key: string,
  change: { rest: string[]; next: JsonValue | undefined },
): JsonValue {
  const index = key === '-' ? list.length : Number(key);
  if (change.rest.length === 0 && change.next === undefined) return list.filter((_, at) => at !== index);
  const inner = setIn(list[index], change.rest, change.next);
  if (inner === list[index]) return list;
  const copy = [...list];
  copy[index] = inner;
  return copy;
}

/** The object without one key. */
export function withoutKey<T>(object: Record<string, T>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** The object with a key added right behind `after`, or first where `after` is absent. */
export function withKeyAfter<T>(
  object: Record<string, T>,
  entry: readonly [string, T],
  after: string | undefined,
): Record<string, T> {
  if (after === undefined) return Object.fromEntries([entry, ...Object.entries(object)]);
  const entries = Object.entries(object);
  const at = entries.findIndex(([name]) => name === after);
  return Object.fromEntries(
    at < 0 ? [...entries, entry] : [...entries.slice(0, at + 1), entry, ...entries.slice(at + 1)],
  );
}

/** The object with one key renamed where it stands. */
export function withKeyRenamed<T>(object: Record<string, T>, from: string, to: string): Record<string, T> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name === from ? to : name, value]),
  );
}

/** The definition with another value at a pointer. The top of a definition stays an object of triggers and actions. */
export function setInDefinition(
  definition: FlowDefinition,
  pointer: string,
  value: JsonValue | undefined,
): FlowDefinition {
  const [key, ...rest] = parsePointer(pointer);
  if (key === undefined) return definition;
  const old = definition[key];
  const inner = setIn(old, rest, value);
  return inner === old ? definition : { ...definition, [key]: inner };
}

export interface BranchPlace {
  /** Absent: the top of the flow. */
  container?: string;
  /** Pointer below the container: `/actions`, `/else/actions` … */
  branch: string;
}

/** The definition with the actions of one branch changed. Unchanged where the container is gone. */
export function updateBranch(
  definition: FlowDefinition,
  place: BranchPlace,
  change: (actions: Record<string, ActionDefinition>) => Record<string, ActionDefinition>,
): FlowDefinition {
  const found = place.container === undefined ? undefined : findAction(definition, place.container);
  if (place.container !== undefined && !found) return definition;
  const pointer = found ? found.pointer + place.branch : '/actions';
  let actions: JsonValue | undefined = definition;
  for (const segment of parsePointer(pointer)) actions = isJsonObject(actions) ? actions[segment] : undefined;
  const known = readActions(actions);
  const strange = isJsonObject(actions)
    ? Object.entries(actions).filter(([name]) => !Object.hasOwn(known, name))
    : [];
  const changed: JsonObject = change(known);
  return setInDefinition(
    definition,
    pointer,
    strange.length === 0 ? changed : { ...changed, ...Object.fromEntries(strange) },
  );
}

/** The definition with one action changed where it stands. */
export function updateAction(
  definition: FlowDefinition,
  name: string,
  change: (action: ActionDefinition) => JsonValue,
): FlowDefinition {
  const found = findAction(definition, name);
  return found ? setInDefinition(definition, found.pointer, change(found.action)) : definition;
}

/** An action with each branch inside it changed by a rule, at any depth, the innermost first. The same where none is. */
export function mapBranches(
  action: ActionDefinition,
  change: (actions: Record<string, ActionDefinition>) => Record<string, ActionDefinition>,
): ActionDefinition {
  let changed: JsonValue = action;
  for (const { at, actions } of readBranches(action)) {
    const inner = Object.entries(actions).map(([name, step]) => [name, mapBranches(step, change)] as const);
    const isSame = inner.every(([name, step]) => actions[name] === step);
    const next = change(isSame ? actions : Object.fromEntries(inner));
    if (next !== actions) changed = setIn(changed, parsePointer(at), next);
  }
  return changed === action || !isJsonObject(changed) ? action : { ...changed, type: action.type };
}
