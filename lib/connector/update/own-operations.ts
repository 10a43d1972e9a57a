// Operations that the maker added by hand: neither the last import nor the new file has them, so an update keeps them
// with the schemas they refer to.

import { applyChanges } from '../../document/change';
import type { JsonObject, JsonValue } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import { listReferences } from '../reference';
import { listWrittenOperations } from './merge';

/** The result with the maker's own operations in it, and their IDs. A place that the new file uses is left to it. */
export function keepOwnOperations(input: {
  source: JsonObject | undefined;
  definition: JsonObject;
  result: JsonObject;
}): { result: JsonObject; kept: { id: string; at: string }[] } {
  const { source, definition } = input;
  const imported = new Set(source ? listWrittenOperations(source).map(({ id }) => id) : []);
  const incoming = listWrittenOperations(input.result);
  const taken = new Set(incoming.flatMap(({ id, method, path }) => [`id ${id}`, `${method} ${path}`]));
  const kept: { id: string; at: string }[] = [];
  let result = input.result;
  for (const { id, method, path, value } of listWrittenOperations(definition)) {
    if (id === '' || imported.has(id) || taken.has(`id ${id}`) || taken.has(`${method} ${path}`)) continue;
    const at = toPointer(['paths', path, method]);
    result = copyReferences(applyChanges(result, [{ op: 'set', at, value }]), definition, value);
    kept.push({ id, at });
  }
  return { result, kept };
}

/** Copies what a value refers to, and what that refers to, where the result lacks it. */
function copyReferences(result: JsonObject, definition: JsonObject, value: JsonValue): JsonObject {
  let current = result;
  const pending = listReferences(value);
  for (let reference = pending.pop(); reference !== undefined; reference = pending.pop()) {
    const target = reference.startsWith('#/') ? atPointer(definition, reference) : undefined;
    if (target === undefined || atPointer(current, reference) !== undefined) continue;
    current = applyChanges(current, [{ op: 'set', at: toPointer(parsePointer(reference)), value: target }]);
    pending.push(...listReferences(target));
  }
  return current;
}
