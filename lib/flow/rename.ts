// Rewrites every mention of step names: in expressions at any depth, and in `runAfter` of siblings.
// Names are matched ignoring case (Workflow Definition Language, expressions).
import { isJsonObject, type JsonValue } from '../json';
import { parsePointer } from '../json-pointer';
import type { ActionDefinition } from './definition';
import { actionFunctions, type ExpressionSite, listSites, loopFunctions } from './expressions';
import { readBranches } from './tree';
import { setIn, withKeyRenamed } from './update';

/** Old name in lower case -> new name. */
export type Renames = ReadonlyMap<string, string>;

/** The value with every reference to a renamed step rewritten in place; the same value where there is none. */
export function renameReferences(value: JsonValue, renames: Renames): JsonValue {
  let changed = value;
  for (const site of listSites(value)) {
    const text = rewriteNames(site, renames);
    if (text !== site.text) changed = setIn(changed, site.path, text);
  }
  return changed;
}

function rewriteNames(site: ExpressionSite, renames: Renames): string {
  let text = site.text;
  const fromTheEnd = [...site.calls].sort((a, b) => (b.nameStart ?? 0) - (a.nameStart ?? 0));
  for (const { fn, name, nameStart, nameEnd } of fromTheEnd) {
    if (!actionFunctions.has(fn) && !loopFunctions.has(fn)) continue;
    const next = name === undefined ? undefined : renames.get(name.toLowerCase());
    if (next === undefined || nameStart === undefined || nameEnd === undefined) continue;
    text = `${text.slice(0, nameStart)}'${next.replaceAll("'", "''")}'${text.slice(nameEnd)}`;
  }
  return text;
}
/** A branch with one step renamed: its key where it stands, and `runAfter` of its siblings. References are not touched. */
export function renameInBranch(
  actions: Record<string, ActionDefinition>,
  from: string,
  to: string,
): Record<string, ActionDefinition> {
  const renamed = withKeyRenamed(actions, from, to);
  for (const [name, action] of Object.entries(renamed)) {
    const { runAfter } = action;
    if (!isJsonObject(runAfter)) continue;
    const key = Object.keys(runAfter).find((each) => each.toLowerCase() === from.toLowerCase());
    if (key !== undefined) renamed[name] = { ...action, runAfter: withKeyRenamed(runAfter, key, to) };
  }
  return renamed;
}

/** An action with all steps inside it renamed by a rule, and the references among them with it. For copies. */
export function renameInside(action: ActionDefinition, renames: Renames): ActionDefinition {
  const renamed = renameReferences(renameKeysInside(action, renames), renames);
  return isJsonObject(renamed) ? { ...renamed, type: action.type } : action;
}

function renameKeysInside(action: ActionDefinition, renames: Renames): ActionDefinition {
  let changed: JsonValue = action;
  for (const branch of readBranches(action)) {
    let actions = branch.actions;
    for (const name of Object.keys(actions)) {
      const inner = actions[name];
      if (!inner) continue;
      const deep = renameKeysInside(inner, renames);
      if (deep !== inner) actions = { ...actions, [name]: deep };
      const next = renames.get(name.toLowerCase());
      if (next !== undefined) actions = renameInBranch(actions, name, next);
    }
    if (actions !== branch.actions) changed = setIn(changed, parsePointer(branch.at), actions);
  }
  return isJsonObject(changed) ? { ...changed, type: action.type } : action;
}
