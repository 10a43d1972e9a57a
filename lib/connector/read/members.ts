// Reading members of foreign objects: own properties only, and a wrong type is the same as an absent member.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import type { Visibility } from '../model';
import type { Located } from '../reference';

/** The text of a member, or ''. */
export function textMember(value: JsonValue | undefined, key: string): string {
  const member = ownProperty(value, key);
  return typeof member === 'string' ? member : '';
}

/** The object of a member with its pointer, or undefined. */
export function objectMember(owner: Located, key: string): Located<JsonObject> | undefined {
  const value = ownProperty(owner.value, key);
  return isJsonObject(value) ? { value, pointer: owner.pointer + toPointer([key]) } : undefined;
}

/** The elements of a list member, each with its pointer. */
export function listMember(owner: Located, key: string): Located[] {
  const value = ownProperty(owner.value, key);
  if (!Array.isArray(value)) return [];
  return value.map((item, index) => ({ value: item, pointer: owner.pointer + toPointer([key, index]) }));
}

/** The entries of an object, each with its pointer. */
export function entriesOf(owner: Located | undefined): { key: string; located: Located }[] {
  if (!owner || !isJsonObject(owner.value)) return [];
  return Object.entries(owner.value).map(([key, value]) => ({
    key,
    located: { value, pointer: owner.pointer + toPointer([key]) },
  }));
}

/** The texts of a list member. */
export function textsMember(value: JsonValue | undefined, key: string): string[] {
  const member = ownProperty(value, key);
  return Array.isArray(member) ? member.filter((item) => typeof item === 'string') : [];
}

/** True for `true` and for the text "true" in any case: both occur in published files. */
export function flagMember(value: JsonValue | undefined, key: string): boolean {
  const member = ownProperty(value, key);
  return member === true || (typeof member === 'string' && member.toLowerCase() === 'true');
}

const visibilities: readonly Visibility[] = ['none', 'advanced', 'internal', 'important'];

/** `x-ms-visibility`, compared without case; anything else is `none`. */
export function visibilityOf(value: JsonValue | undefined): Visibility {
  const text = textMember(value, 'x-ms-visibility').trim().toLowerCase();
  return visibilities.find((visibility) => visibility === text) ?? 'none';
}
