// What a schema is put together from (JSON Schema: allOf, anyOf, oneOf): the parts that always hold, and the
// alternatives of which one does. The work of one schema is bounded, whatever refers to what.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { entriesOf, listMember, objectMember, textsMember } from './read/members';
import { type Located, referenceOf, resolveObject } from './reference';

export interface SchemaProperty {
  name: string;
  required: boolean;
  schema: Located;
}

interface SchemaParts {
  /** The schema and all it includes. */
  parts: Located<JsonObject>[];
  /** For each alternative what it is put together from. */
  alternatives: Located<JsonObject>[][];
}

const wrappers = 16;
const depthLimit = 16;
const visitLimit = 500;
const compositions = ['allOf', 'anyOf', 'oneOf'];

/**
 * The schema itself, found through `$ref`s and through compositions that hold one schema only (null set aside): how
 * generators write optional and documented references. Members on the way are laid over it, the outermost last.
 */
export function unwrapSchema(
  document: JsonObject,
  start: Located,
): { target: Located<JsonObject>; outer: Located<JsonObject>; members: JsonObject } | undefined {
  const outer = resolveObject(document, start);
  if (!outer) return undefined;
  let target = outer;
  const layers: JsonObject[] = [besideReference(start.value), target.value];
  for (let hop = 0; hop < wrappers; hop += 1) {
    const inner = onlyInner(document, target);
    const next = inner && resolveObject(document, inner);
    if (!next) break;
    layers.push(besideReference(inner.value), withoutTitle(next.value));
    target = next;
  }
  const filled = layers.filter((layer) => Object.keys(layer).length > 0);
  const members = filled.length === 1 ? target.value : Object.assign({}, ...filled.reverse());
  return { target, outer, members };
}

/** Members beside a `$ref` win over those of the target: real files put summaries and visibility there. */
function besideReference(value: JsonValue): JsonObject {
  if (referenceOf(value) === undefined || !isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$ref'));
}

/** The title of a schema that another one includes is the name of a type, not of the place. */
function withoutTitle({ title: _, ...rest }: JsonObject): JsonObject {
  return rest;
}

/** The one schema that a composition holds, where the holder describes no shape of its own. */
function onlyInner(document: JsonObject, holder: Located<JsonObject>): Located | undefined {
  if (['properties', 'items', 'required'].some((key) => Object.hasOwn(holder.value, key))) return undefined;
  const inner = compositions.flatMap((name) => branchesOf(document, holder, name));
  return inner.length === 1 ? inner[0] : undefined;
}

/** The schemas of a composition; null is what a value may be as well, and no alternative. */
function branchesOf(document: JsonObject, holder: Located, name: string): Located[] {
  return listMember(holder, name).filter((branch) => {
    const schema = resolveObject(document, branch)?.value;
    return schema !== undefined && (name === 'allOf' || !isNull(schema));
  });
}

function isNull(schema: JsonObject): boolean {
  const type = ownProperty(schema, 'type');
  const values = ownProperty(schema, 'enum');
  if (Array.isArray(values)) return values.length > 0 && values.every((value) => value === null);
  if (Array.isArray(type)) return type.length > 0 && type.every((name) => name === 'null');
  return type === 'null' || (type === undefined && ownProperty(schema, 'const') === null);
}

/** Everything a schema includes by allOf, each once, and its alternatives. */
export function gatherParts(document: JsonObject, target: Located<JsonObject>): SchemaParts {
  let left = visitLimit;
  const alternatives: Located<JsonObject>[][] = [];
  const gather = (start: Located<JsonObject>, isAlternative: boolean): Located<JsonObject>[] => {
    const parts: Located<JsonObject>[] = [];
    const seen = new Set<string>();
    const visit = (located: Located, depth: number): void => {
      left -= 1;
      const part = left > 0 && depth > 0 ? resolveObject(document, located) : undefined;
      if (!part || seen.has(part.pointer)) return;
      seen.add(part.pointer);
      parts.push(part);
      for (const item of listMember(part, 'allOf')) visit(item, depth - 1);
      for (const name of ['anyOf', 'oneOf']) {
        const branches = left > 0 ? branchesOf(document, part, name) : [];
        left -= branches.length;
        if (isAlternative || branches.length === 1) for (const branch of branches) visit(branch, depth - 1);
        else for (const branch of branches) addAlternative(branch);
      }
    };
    visit(start, depthLimit);
    return parts;
  };
  const addAlternative = (branch: Located): void => {
    const start = left > 0 ? resolveObject(document, branch) : undefined;
    if (start) alternatives.push(gather(start, true));
  };
  const parts = gather(target, false);
  return { parts, alternatives };
}

/** Properties of the parts, the first of a name; those of `loose` parts are never required. */
export function mergeProperties(
  parts: readonly Located<JsonObject>[],
  loose: readonly Located<JsonObject>[] = [],
): SchemaProperty[] {
  const required = new Set(parts.flatMap((part) => textsMember(part.value, 'required')));
  const found = new Map<string, Located>();
  for (const part of [...parts, ...loose]) {
    for (const { key, located } of entriesOf(objectMember(part, 'properties'))) {
      if (!found.has(key)) found.set(key, located);
    }
  }
  return Array.from(found, ([name, schema]) => ({ name, required: required.has(name), schema }));
}
