// How many operations use the same part of a definition: what is changed there changes in all of them.
import { isJsonObject, type JsonObject } from '../../json';
import { atPointer, parsePointer, toPointer } from '../../json-pointer';
import type { Connector } from '../model';
import { isMethod } from '../read/paths-object';
import { listReferences, resolveReference } from '../reference';

/** Operations (their index in the connector) by the pointer of what they refer to, directly or not. */
type Users = Map<string, Set<number>>;

const usersOf = new WeakMap<JsonObject, Users>();
// Parts of a document stay the same objects while others are edited, so most of them are walked once.
const written = new WeakMap<JsonObject, readonly string[]>();

/** Operations that a change at the pointer reaches; at least 1. */
export function countSharing(connector: Connector, pointer: string): number {
  const users = usersIn(connector);
  const found = new Set<number>();
  const segments = parsePointer(pointer);
  for (let length = segments.length; length > 0; length -= 1) {
    for (const index of users.get(toPointer(segments.slice(0, length))) ?? []) found.add(index);
  }
  return Math.max(found.size, 1);
}

function usersIn({ document, operations }: Connector): Users {
  const known = usersOf.get(document);
  if (known) return known;
  const users: Users = new Map();
  const add = (pointer: string, index: number): boolean => {
    const set = users.get(pointer) ?? new Set();
    if (set.has(index)) return false;
    users.set(pointer, set.add(index));
    return true;
  };
  operations.forEach((operation, index) => {
    const item = operation.pointer.slice(0, operation.pointer.lastIndexOf('/'));
    const pending = [operation.pointer, ...sharedMembers(document, item)];
    for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
      if (add(pointer, index)) pending.push(...targetsIn(document, pointer));
    }
  });
  usersOf.set(document, users);
  return users;
}

/** What all operations of a path have in common: its parameters, the content of its notifications. */
function sharedMembers(document: JsonObject, pathItem: string): string[] {
  const item = atPointer(document, pathItem);
  const names = isJsonObject(item) ? Object.keys(item) : [];
  return names.filter((name) => !isMethod(name)).map((name) => pathItem + toPointer([name]));
}

function targetsIn(document: JsonObject, pointer: string): string[] {
  return referencesAt(document, pointer).flatMap((reference) => {
    const target = resolveReference(document, { value: { $ref: reference }, pointer: '' });
    return target ? [target.pointer] : [];
  });
}

function referencesAt(document: JsonObject, pointer: string): readonly string[] {
  const value = atPointer(document, pointer);
  if (!isJsonObject(value)) return [...new Set(listReferences(value))];
  const known = written.get(value);
  if (known) return known;
  const found = [...new Set(listReferences(value))];
  written.set(value, found);
  return found;
}
