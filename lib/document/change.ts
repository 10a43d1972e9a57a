// Changes of a JSON document as data (`DocumentChange`), applied with structural sharing: parts that no change touches
// stay the same objects.
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { parsePointer } from '../json-pointer';
import type { DocumentChange } from '../problem';

/**
 * The document after the changes, in order. `set` makes the objects on its way; in a list `-` or the length appends.
 * A `remove` of what is not there changes nothing. Setting the root takes an object; anything else is ignored there.
 */
export function applyChanges(document: JsonObject, changes: readonly DocumentChange[]): JsonObject {
  let current = document;
  for (const change of changes) {
    const next = changeAt(current, parsePointer(change.at), change);
    if (isJsonObject(next)) current = next;
  }
  return current;
}

function changeAt(
  target: JsonValue | undefined,
  path: readonly string[],
  change: DocumentChange,
): JsonValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return change.op === 'set' ? change.value : undefined;
  if (Array.isArray(target)) return changeItem(target, { name, rest }, change);
  const owner = isJsonObject(target) ? target : undefined;
  if (change.op === 'remove' && (!owner || !Object.hasOwn(owner, name))) return target;
  const before = owner && Object.hasOwn(owner, name) ? owner[name] : undefined;
  const after = changeAt(before, rest, change);
  if (after === before && after !== undefined) return target;
  return after === undefined ? without(owner ?? {}, name) : { ...owner, [name]: after };
}

function changeItem(
  target: JsonValue[],
  place: { name: string; rest: string[] },
  change: DocumentChange,
): JsonValue {
  const index = place.name === '-' ? target.length : Number(place.name);
  if (!/^(-|0|[1-9]\d*)$/.test(place.name) || index > target.length) return target;
  if (change.op === 'remove' && index === target.length) return target;
  const after = changeAt(target[index], place.rest, change);
  if (after === target[index]) return target;
  return after === undefined ? target.toSpliced(index, 1) : target.toSpliced(index, 1, after);
}

function without(owner: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(owner).filter(([key]) => key !== name));
}
