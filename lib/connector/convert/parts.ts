// Small steps that both directions of a conversion take.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { resolveObject } from '../reference';

/** The object of a member, or an empty one. */
export function objectIn(owner: JsonValue | undefined, key: string): JsonObject {
  const value = ownProperty(owner, key);
  return isJsonObject(value) ? value : {};
}

/** The list of a member, or an empty one. */
export function listIn(owner: JsonValue | undefined, key: string): JsonValue[] {
  const list = ownProperty(owner, key);
  return Array.isArray(list) ? list : [];
}

/** The object with each member that is an object changed. */
export function mapMembers(
  object: JsonObject,
  change: (value: JsonObject, key: string) => JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, isJsonObject(value) ? change(value, key) : value]),
  );
}

/** The members that hold something. */
export function filled(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => isJsonObject(value) && Object.keys(value).length > 0),
  );
}

/** The object without some of its members. */
export function without(object: JsonObject, keys: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.has(key)));
}

/** What a value is after its references; an empty object where they name nothing. */
export function resolvedIn(document: JsonObject, value: JsonValue): JsonObject {
  return resolveObject(document, { value, pointer: '' })?.value ?? {};
}
