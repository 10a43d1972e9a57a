// What a merged definition refers to and does not hold: kept operations bring along what they need.
import { applyChanges } from '../../document/change';
import type { JsonObject } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import { listReferences } from '../reference';

/** The document with the target of every reference that names nothing, taken from the first source that has it. */
export function addMissingReferences(document: JsonObject, sources: readonly JsonObject[]): JsonObject {
  let current = document;
  const pending = [...new Set(listReferences(document))];
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    const pointer = reference.startsWith('#/') ? toPointer(parsePointer(reference)) : undefined;
    if (pointer === undefined || atPointer(current, pointer) !== undefined) continue;
    const value = sources.map((source) => atPointer(source, pointer)).find((found) => found !== undefined);
    if (value === undefined) continue;
    current = applyChanges(current, [{ op: 'set', at: pointer, value }]);
    pending.push(...listReferences(value));
  }
  return current;
}
