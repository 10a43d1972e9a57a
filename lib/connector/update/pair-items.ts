// Which items of two lists are the same thing: parameters by place and name, references by what they name, values by
// themselves, anything else by its place among its like.
import { isSameJson } from '../../document/equal';
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { textMember } from '../read/members';
import { referenceOf, resolveObject } from '../reference';

export interface Listed {
  document: JsonObject;
  items: readonly JsonValue[];
}

/** For each item of `list` the index of its partner in `other`, or undefined. No partner is given twice. */
export function pairItems(list: Listed, other: Listed): (number | undefined)[] {
  const free = new Set(other.items.keys());
  const partners: (number | undefined)[] = list.items.map(() => undefined);
  const pair = (isPartner: (item: JsonValue, candidate: JsonValue) => boolean): void => {
    list.items.forEach((item, index) => {
      if (partners[index] !== undefined) return;
      const found = [...free].find((candidate) => isPartner(item, other.items[candidate] ?? null));
      if (found === undefined) return;
      partners[index] = found;
      free.delete(found);
    });
  };
  const keys = new Map<JsonValue, string | undefined>();
  const keyIn = (document: JsonObject, item: JsonValue): string | undefined => {
    if (!keys.has(item)) keys.set(item, keyOf(document, item));
    return keys.get(item);
  };
  pair((item, candidate) => {
    const key = keyIn(list.document, item);
    return key !== undefined && key === keyIn(other.document, candidate);
  });
  pair((item, candidate) => isSameJson(item, candidate));
  pair(
    (item, candidate) =>
      keyIn(list.document, item) === undefined && keyIn(other.document, candidate) === undefined,
  );
  return partners;
}

/** What an item is known by; undefined for an object without a name. */
export function keyOf(document: JsonObject, item: JsonValue): string | undefined {
  if (!isJsonObject(item)) return Array.isArray(item) ? undefined : `value ${JSON.stringify(item)}`;
  const parameter = resolveObject(document, { value: item, pointer: '' })?.value ?? item;
  const place = textMember(parameter, 'in').toLowerCase();
  const name = textMember(parameter, 'name');
  // There is one body, and its name is not sent.
  if (place === 'body') return 'body';
  if (place !== '' && name !== '')
    return `parameter ${place} ${place === 'header' ? name.toLowerCase() : name}`;
  const reference = referenceOf(item);
  if (reference !== undefined) return `reference ${reference}`;
  if (name !== '') return `name ${name}`;
  return Object.hasOwn(item, 'value') ? `entry ${JSON.stringify(ownProperty(item, 'value'))}` : undefined;
}
