// A schema as forms and tokens need it: `$ref` followed, members beside it laid over, allOf merged, 3.1 type lists
// reduced. One level only; who walks deeper asks again, carrying a trail that stops loops.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import { entriesOf, listMember, objectMember, textMember, textsMember } from './read/members';
import { type Located, referenceOf, resolveObject } from './reference';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'file' | 'any';

export interface SchemaProperty {
  name: string;
  required: boolean;
  schema: Located;
}

export interface SchemaView {
  /** The schema in effect: the target of its `$ref`, with what stands beside the `$ref` laid over. */
  members: JsonObject;
  /** Where the schema itself stands (after `$ref`). */
  pointer: string;
  type: FieldType;
  format?: string;
  properties: SchemaProperty[];
  items?: Located;
}

const mergeDepth = 16;

// Views are kept per document: cards, tokens and requests ask for the same schemas again and again.
const views = new WeakMap<JsonObject, WeakMap<JsonObject, SchemaView>>();

/** Reads one level of a schema. A `$ref` that leads nowhere gives an `any`. */
export function viewSchema(document: JsonObject, located: Located): SchemaView {
  if (!isJsonObject(located.value))
    return { members: {}, pointer: located.pointer, type: 'any', properties: [] };
  let ofDocument = views.get(document);
  if (!ofDocument) {
    ofDocument = new WeakMap();
    views.set(document, ofDocument);
  }
  const kept = ofDocument.get(located.value);
  if (kept) return kept;
  const view = readView(document, located);
  ofDocument.set(located.value, view);
  return view;
}

function readView(document: JsonObject, located: Located): SchemaView {
  const target = resolveObject(document, located);
  if (!target) return { members: {}, pointer: located.pointer, type: 'any', properties: [] };
  const members = overlay(target.value, located.value);
  const parts = listParts(document, target, mergeDepth);
  const properties = mergeProperties(parts);
  const items = parts.map((part) => itemsOf(part)).find((found) => found !== undefined);
  const type = typeOf(members, parts, properties.length > 0);
  const format = parts.map((part) => textMember(part.value, 'format')).find((text) => text !== '');
  const view: SchemaView = { members, pointer: target.pointer, type, properties };
  if (format) view.format = format;
  if (items) view.items = items;
  return view;
}

/** Members beside a `$ref` win over those of the target: real files put summaries and visibility there. */
function overlay(target: JsonObject, source: JsonValue): JsonObject {
  if (referenceOf(source) === undefined || !isJsonObject(source)) return target;
  const beside = Object.entries(source).filter(([key]) => key !== '$ref');
  return beside.length === 0 ? target : { ...target, ...Object.fromEntries(beside) };
}

/** The schema and everything it includes by allOf, each once. */
function listParts(document: JsonObject, target: Located<JsonObject>, depth: number): Located<JsonObject>[] {
  const parts: Located<JsonObject>[] = [];
  const seen = new Set<string>();
  const visit = (part: Located<JsonObject>, left: number): void => {
    if (left === 0 || seen.has(part.pointer)) return;
    seen.add(part.pointer);
    parts.push(part);
    for (const item of listMember(part, 'allOf')) {
      const resolved = resolveObject(document, item);
      if (resolved) visit(resolved, left - 1);
    }
  };
  visit(target, depth);
  return parts;
}

function mergeProperties(parts: readonly Located<JsonObject>[]): SchemaProperty[] {
  const required = new Set(parts.flatMap((part) => textsMember(part.value, 'required')));
  const found = new Map<string, Located>();
  for (const part of parts) {
    for (const { key, located } of entriesOf(objectMember(part, 'properties'))) {
      if (!found.has(key)) found.set(key, located);
    }
  }
  return Array.from(found, ([name, schema]) => ({ name, required: required.has(name), schema }));
}

function itemsOf(part: Located<JsonObject>): Located | undefined {
  const items = ownProperty(part.value, 'items');
  if (isJsonObject(items)) return { value: items, pointer: `${part.pointer}/items` };
  const first = Array.isArray(items) ? items[0] : undefined;
  return first === undefined ? undefined : { value: first, pointer: part.pointer + toPointer(['items', 0]) };
}

const plainTypes: readonly FieldType[] = [
  'string',
  'integer',
  'number',
  'boolean',
  'array',
  'object',
  'file',
];

/** The declared type of a schema, in lower case; the first that is not null of a 3.1 list. */
export function declaredType(schema: JsonValue | undefined): string {
  const type = ownProperty(schema, 'type');
  const names = Array.isArray(type) ? type : [type];
  const name = names.find((item) => typeof item === 'string' && item !== 'null');
  return typeof name === 'string' ? name.toLowerCase() : '';
}

function typeOf(
  members: JsonObject,
  parts: readonly Located<JsonObject>[],
  hasProperties: boolean,
): FieldType {
  const declared =
    [members, ...parts.map((part) => part.value)].map(declaredType).find((name) => name !== '') ?? '';
  const format = textMember(members, 'format').toLowerCase();
  if (declared === 'string' && format === 'binary') return 'file';
  const plain = plainTypes.find((type) => type === declared);
  if (plain) return plain;
  if (declared !== '') return 'any';
  if (hasProperties) return 'object';
  if (ownProperty(members, 'items') !== undefined) return 'array';
  return typeOfEnum(ownProperty(members, 'enum'));
}

function typeOfEnum(values: JsonValue | undefined): FieldType {
  const first = Array.isArray(values) ? values[0] : undefined;
  if (typeof first === 'string') return 'string';
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'number') return Number.isInteger(first) ? 'integer' : 'number';
  return 'any';
}
