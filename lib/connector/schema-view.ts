// A schema as forms and tokens need it: `$ref` followed, members beside it laid over, allOf merged, anyOf and oneOf read
// as far as they agree, null left out. One level only; who walks deeper asks again, carrying a trail that stops loops.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import { textMember } from './read/members';
import { type Located, referenceOf, resolveObject } from './reference';
import { gatherParts, mergeProperties, type SchemaProperty, unwrapSchema } from './schema-parts';

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'file' | 'any';

export interface SchemaView {
  /** The schema in effect: the target of its `$ref` or its only alternative, with what stands beside laid over. */
  members: JsonObject;
  /** Where the schema itself stands (after `$ref`). */
  pointer: string;
  type: FieldType;
  format?: string;
  properties: SchemaProperty[];
  items?: Located;
}

// Views are kept per document: cards, tokens and requests ask for the same schemas again and again.
const views = new WeakMap<JsonObject, WeakMap<JsonObject, SchemaView>>();

/** Reads one level of a schema. A `$ref` that leads nowhere gives an `any`. */
export function viewSchema(document: JsonObject, located: Located): SchemaView {
  if (!isJsonObject(located.value)) return unknown(located);
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
  if (isPlainReference(located.value)) {
    // The same as its target, whoever refers to it: looked at once.
    const target = resolveObject(document, located);
    return target ? viewSchema(document, target) : unknown(located);
  }
  const unwrapped = unwrapSchema(document, located);
  if (!unwrapped) return unknown(located);
  const { target, outer, members } = unwrapped;
  const { parts, alternatives } = gatherParts(document, target);
  const own = mergeProperties(parts);
  const declared = typeOf(members, parts, own.length > 0);
  const types = alternatives.map((part) => typeOf({}, part, mergeProperties(part).length > 0));
  const type = declared === 'any' && !isDeclared(members, parts) ? commonType(types) : declared;
  const loose = type === 'object' && types.every((each) => each === 'object') ? alternatives.flat() : [];
  const properties = mergeProperties(parts, loose);
  const items = [...parts, ...(type === 'array' ? alternatives.flat() : [])]
    .map((part) => itemsOf(part))
    .find((found) => found !== undefined);
  const format = [members, ...parts.map((part) => part.value)]
    .map((value) => textMember(value, 'format'))
    .find((text) => text !== '');
  const view: SchemaView = { members, pointer: outer.pointer, type, properties };
  if (format) view.format = format;
  if (items) view.items = items;
  return view;
}

function unknown({ pointer }: Located): SchemaView {
  return { members: {}, pointer, type: 'any', properties: [] };
}

function isPlainReference(value: JsonValue): boolean {
  return referenceOf(value) !== undefined && Object.keys(value ?? {}).length === 1;
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

function isDeclared(members: JsonObject, parts: readonly Located<JsonObject>[]): boolean {
  return [members, ...parts.map(({ value }) => value)].some((value) => declaredType(value) !== '');
}

/** What several alternatives have in common: their type, `number` for numbers of both kinds, else `any`. */
function commonType(types: readonly FieldType[]): FieldType {
  const [first = 'any'] = types;
  if (types.every((type) => type === first)) return first;
  return types.every((type) => type === 'integer' || type === 'number') ? 'number' : 'any';
}

function typeOf(
  members: JsonObject,
  parts: readonly Located<JsonObject>[],
  hasProperties: boolean,
): FieldType {
  const all = [members, ...parts.map((part) => part.value)];
  const declared = all.map(declaredType).find((name) => name !== '') ?? '';
  if (declared === 'string' && all.some((value) => textMember(value, 'format').toLowerCase() === 'binary'))
    return 'file';
  const plain = plainTypes.find((type) => type === declared);
  if (plain) return plain;
  if (declared !== '') return 'any';
  if (hasProperties) return 'object';
  if (all.some((value) => ownProperty(value, 'items') !== undefined)) return 'array';
  return all.map(typeOfValues).find((type) => type !== 'any') ?? 'any';
}

/** The type of `enum` or, in 3.1, `const`. */
function typeOfValues(schema: JsonObject): FieldType {
  const values = ownProperty(schema, 'enum');
  const first = Array.isArray(values) ? values.find((value) => value !== null) : ownProperty(schema, 'const');
  if (typeof first === 'string') return 'string';
  if (typeof first === 'boolean') return 'boolean';
  if (typeof first === 'number') return Number.isInteger(first) ? 'integer' : 'number';
  return 'any';
}
