// `$ref` (RFC 6901 in a fragment): only inside the document, only when asked, own properties only. Nothing is inlined,
// so loops stay loops and a document never grows.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { atPointer } from '../json-pointer';

/** A value together with its place in the document. */
export interface Located<T = JsonValue> {
  value: T;
  pointer: string;
}

const hops = 50;

/** The reference an object carries, if it is a text. */
export function referenceOf(value: JsonValue | undefined): string | undefined {
  const reference = ownProperty(value, '$ref');
  return typeof reference === 'string' ? reference : undefined;
}

/** Follows `$ref`s to the value they name; undefined for a missing, foreign or endlessly chained reference. */
export function resolveReference(document: JsonObject, start: Located): Located | undefined {
  let current = start;
  for (let hop = 0; hop < hops; hop += 1) {
    const reference = referenceOf(current.value);
    if (reference === undefined) return current;
    const next = followOnce(document, reference);
    if (!next) return undefined;
    current = next;
  }
  return undefined;
}

/** Like `resolveReference`, for places where only an object makes sense. */
export function resolveObject(document: JsonObject, start: Located): Located<JsonObject> | undefined {
  const found = resolveReference(document, start);
  return found && isJsonObject(found.value) ? { value: found.value, pointer: found.pointer } : undefined;
}

/** Every `$ref` written in a value, in document order; what they name is not looked at. */
export function listReferences(value: JsonValue | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap(listReferences);
  if (!isJsonObject(value)) return [];
  const own = referenceOf(value);
  const inner = Object.values(value).flatMap(listReferences);
  return own === undefined ? inner : [own, ...inner];
}

// A document never changes in place, so what a reference leads to is looked up once.
const followed = new WeakMap<JsonObject, Map<string, Located | undefined>>();

function followOnce(document: JsonObject, reference: string): Located | undefined {
  if (reference !== '#' && !reference.startsWith('#/')) return undefined;
  let known = followed.get(document);
  if (!known) {
    known = new Map();
    followed.set(document, known);
  }
  if (!known.has(reference)) known.set(reference, lookUp(document, reference.slice(1)));
  return known.get(reference);
}

function lookUp(document: JsonObject, fragment: string): Located | undefined {
  for (const pointer of new Set([fragment, decodeFragment(fragment)])) {
    const value = atPointer(document, pointer);
    if (value !== undefined) return { value, pointer };
  }
  return undefined;
}

/** Percent-decodes once; text that is not valid percent-encoding stays as it is. */
function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
