// The changes that lead from one JSON document to another, as small as the structure allows.
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { toPointer } from '../json-pointer';
import type { DocumentChange } from '../problem';
import { isSameJson } from './equal';

/** `applyChanges(before, diffDocuments(before, after))` says the same as `after`. Lists of unequal length are set whole. */
export function diffDocuments(before: JsonObject, after: JsonObject): DocumentChange[] {
  const changes: DocumentChange[] = [];
  collect(before, after, { path: [], changes });
  return changes;
}

function collect(
  before: JsonValue,
  after: JsonValue,
  at: { path: (string | number)[]; changes: DocumentChange[] },
): void {
  if (before === after) return;
  if (isJsonObject(before) && isJsonObject(after)) {
    collectMembers(before, after, at);
    return;
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    after.forEach((item, index) => {
      collect(before[index] ?? null, item, { ...at, path: [...at.path, index] });
    });
    return;
  }
  if (!isSameJson(before, after)) at.changes.push({ op: 'set', at: toPointer(at.path), value: after });
}

function collectMembers(
  before: JsonObject,
  after: JsonObject,
  at: { path: (string | number)[]; changes: DocumentChange[] },
): void {
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) at.changes.push({ op: 'remove', at: toPointer([...at.path, key]) });
  }
  for (const [key, value] of Object.entries(after)) {
    const path = [...at.path, key];
    const old = Object.hasOwn(before, key) ? before[key] : undefined;
    if (old === undefined) at.changes.push({ op: 'set', at: toPointer(path), value });
    else collect(old, value, { ...at, path });
  }
}
