// Which operations two definitions of one dialect may describe differently: those that are written differently, or refer
// to something that is. Most edits touch few, so most need not be looked at closer.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue } from '../../json';
import { atPointer } from '../../json-pointer';
import type { Connector, Operation } from '../model';
import { isMethod } from '../read/paths-object';
import { listReferences, resolveReference } from '../reference';

/** True where an operation of the first connector may say something else than its partner in the second. */
export type IsTouched = (one: Operation, other: Operation) => boolean;

/** Compares the connectors once; operations are then told at once. Between dialects everything is touched. */
export function findTouched(one: Connector, other: Connector): IsTouched {
  if (one.dialect !== other.dialect) return () => true;
  const touched = touchedReferences(one.document, other.document);
  return (operation, partner) => {
    const parts = partsOf(one.document, operation);
    return (
      operation.path !== partner.path ||
      !isSameJson(parts, partsOf(other.document, partner)) ||
      listReferences(parts).some((reference) => touched.has(reference))
    );
  };
}

/** The operation as written, and what its path says for all of its operations. */
function partsOf(document: JsonObject, { pointer }: Operation): JsonValue[] {
  const item = atPointer(document, pointer.slice(0, pointer.lastIndexOf('/')));
  const shared = Object.entries(isJsonObject(item) ? item : {}).filter(([key]) => !isMethod(key));
  return [atPointer(document, pointer) ?? null, Object.fromEntries(shared)];
}

/** References that name something else in the two documents, themselves or by what they refer to. */
function touchedReferences(one: JsonObject, other: JsonObject): Set<string> {
  const users = new Map<string, string[]>();
  const touched = new Set<string>();
  for (const reference of new Set(listReferences(one))) {
    const value = targetOf(one, reference);
    if (!isSameJson(value, targetOf(other, reference))) touched.add(reference);
    for (const inner of new Set(listReferences(value))) {
      const known = users.get(inner);
      if (known) known.push(reference);
      else users.set(inner, [reference]);
    }
  }
  for (const reference of touched) for (const user of users.get(reference) ?? []) touched.add(user);
  return touched;
}

function targetOf(document: JsonObject, reference: string): JsonValue | undefined {
  return resolveReference(document, { value: { $ref: reference }, pointer: '' })?.value;
}
