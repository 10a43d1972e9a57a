// Rewrites every mention of step names: in expressions at any depth, and in `runAfter` of siblings.
// Names are matched ignoring case (Workflow Definition Language, expressions).
import { listReferences, type Reference } from '../expression/references';
import { isJsonObject, type JsonValue } from '../json';
import { atPointer, parsePointer, toPointer } from '../json-pointer';
import type { ActionDefinition } from './definition';
import { mapBranches, setIn, withKeyRenamed } from './update';

/** Old name in lower case -> new name. */
export type Renames = ReadonlyMap<string, string>;

/** The value with every reference to a renamed step rewritten in place; the same value where there is none. */
export function renameReferences(value: JsonValue, renames: Renames): JsonValue {
  const strings = new Map<string, Reference[]>();
  for (const reference of listReferences(value)) {
    if (reference.kind !== 'action' && reference.kind !== 'loop') continue;
    if (reference.name === undefined || !renames.has(reference.name.toLowerCase())) continue;
    const key = `${reference.inName ? 'name' : 'value'} ${reference.at}`;
    strings.set(key, [...(strings.get(key) ?? []), reference]);
  }
  let changed = value;
  const keys: { path: string[]; name: string }[] = [];
  for (const references of strings.values()) {
    const [first] = references;
    if (!first) continue;
    const path = parsePointer(first.at);
    const text = first.inName ? path.at(-1) : atPointer(value, first.at);
    if (typeof text !== 'string') continue;
    const name = rewriteNames(text, references, renames);
    if (first.inName) keys.push({ path, name });
    else changed = setIn(changed, path, name);
  }
  // Inner names first, so that the way to the outer ones still stands.
  for (const { path, name } of keys.reverse()) changed = renameKey(changed, path, name);
  return changed;
}

function renameKey(value: JsonValue, path: string[], name: string): JsonValue {
  const above = path.slice(0, -1);
  const object = atPointer(value, toPointer(above));
  return isJsonObject(object) ? setIn(value, above, withKeyRenamed(object, path.at(-1) ?? '', name)) : value;
}

function rewriteNames(text: string, references: readonly Reference[], renames: Renames): string {
  let rewritten = text;
  const fromTheEnd = [...references].sort((a, b) => (b.nameStart ?? 0) - (a.nameStart ?? 0));
  for (const { name, nameStart, nameEnd } of fromTheEnd) {
    const next = name === undefined ? undefined : renames.get(name.toLowerCase());
    if (next === undefined || nameStart === undefined || nameEnd === undefined) continue;
    rewritten = rewritten.slice(0, nameStart) + next.replaceAll("'", "''") + rewritten.slice(nameEnd);
  }
  return rewritten;
}

/** A branch with one step renamed: its key where it stands, and `runAfter` of its siblings. References are not touched. */
export function renameInBranch(
  actions: Record<string, ActionDefinition>,
  from: string,
  to: string,
): Record<string, ActionDefinition> {
  const renames = new Map([[from.toLowerCase(), to]]);
  return renameWaits(withKeyRenamed(actions, from, to), renames);
}

/** A branch with `runAfter` of its steps renamed, all at once: a new name may be another's old one. */
function renameWaits(
  actions: Record<string, ActionDefinition>,
  renames: Renames,
): Record<string, ActionDefinition> {
  const entries = Object.entries(actions).map(([name, action]): [string, ActionDefinition] => {
    const { runAfter } = action;
    if (!isJsonObject(runAfter) || !Object.keys(runAfter).some((key) => renames.has(key.toLowerCase())))
      return [name, action];
    return [name, { ...action, runAfter: renameKeys(runAfter, renames) }];
  });
  return entries.every(([name, action]) => actions[name] === action) ? actions : Object.fromEntries(entries);
}

/** An object with its keys renamed all at once. A name that stands twice is taken once. */
function renameKeys<T>(object: Record<string, T>, renames: Renames): Record<string, T> {
  const renamed = new Map<string, T>();
  for (const [key, value] of Object.entries(object)) {
    const next = renames.get(key.toLowerCase()) ?? key;
    renamed.set(renamed.has(next) ? key : next, value);
  }
  return Object.fromEntries(renamed);
}

/** An action with all steps inside it renamed by a rule, and the references among them with it. For copies. */
export function renameInside(action: ActionDefinition, renames: Renames): ActionDefinition {
  const named = mapBranches(action, (actions) => renameKeys(renameWaits(actions, renames), renames));
  const renamed = renameReferences(named, renames);
  return isJsonObject(renamed) ? { ...renamed, type: action.type } : action;
}
