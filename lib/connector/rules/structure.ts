// Rules for the shape of a definition: members of the wrong JSON type, parameters that lack what makes them one, and
// operations that stand where none is read. What breaks these is not read, and nobody would see it missing.
import { isJsonObject, type JsonValue, ownProperty } from '../../json';
import { toPointer } from '../../json-pointer';
import { listMisplaced } from '../misplaced';
import { containerOf, type Part, type PartKind } from '../parts';
import { referenceOf } from '../reference';
import { type CheckView, type Finding, type Rule, setFix } from './rule';

type JsonType = 'text' | 'flag' | 'list' | 'texts' | 'object';

const texts = (...names: string[]): Record<string, JsonType> =>
  Object.fromEntries(names.map((name) => [name, 'text']));

/** Members that are read, beside those that hold other parts, with their types. */
const memberTypes: Record<PartKind, Record<string, JsonType>> = {
  document: {
    ...texts('host', 'basePath'),
    schemes: 'texts',
    consumes: 'texts',
    produces: 'texts',
    securityDefinitions: 'object',
    security: 'list',
    servers: 'list',
    tags: 'list',
  },
  info: texts('title', 'description'),
  components: { securitySchemes: 'object' },
  'path item': { ...texts('$ref', 'summary', 'description'), servers: 'list' },
  operation: {
    ...texts('operationId', 'summary', 'description', 'x-ms-visibility', 'x-ms-trigger'),
    tags: 'texts',
    consumes: 'texts',
    produces: 'texts',
    security: 'list',
    servers: 'list',
    deprecated: 'flag',
  },
  parameter: {
    ...texts('name', 'in', 'description', 'format', 'style', 'collectionFormat'),
    ...texts('x-ms-summary', 'x-ms-visibility', 'x-ms-url-encoding'),
    required: 'flag',
    explode: 'flag',
  },
  'request body': { ...texts('description'), required: 'flag' },
  'media type': {},
  response: texts('description'),
  header: texts('description', 'x-ms-summary'),
  schema: {
    ...texts('title', 'description', 'format', 'x-ms-summary', 'x-ms-visibility'),
    required: 'texts',
  },
};

function* checkTypes(view: CheckView): Iterable<Finding> {
  for (const part of view.parts) {
    if (!mayBe(part)) {
      const message = `${withArticle(part.kind)} is an object; this is ${nameOfType(part.value)}, so it is not read.`;
      yield { at: part.pointer, message };
    } else if (isJsonObject(part.value)) yield* checkMembers(part);
  }
  for (const { value, pointer } of view.schemas) yield* checkTypeNames(value, pointer);
}

/** JSON Schema 2020-12 and `additionalProperties` know true and false as schemas. */
function mayBe({ kind, value }: Part): boolean {
  return isJsonObject(value) || (kind === 'schema' && typeof value === 'boolean');
}

function* checkMembers({ kind, value, pointer }: Part): Iterable<Finding> {
  for (const [key, member] of Object.entries(value ?? {})) {
    const container = containerOf(kind, key);
    const type = container ?? ownType(kind, key);
    if (!type || isOf(member, type)) continue;
    // An empty member of YAML is null, and the same as none; only what holds parts is missed.
    if (member === null && container !== 'object') continue;
    const at = pointer + toPointer([key]);
    const message = `“${key}” is ${nameOfType(member)} and has to be ${typeNames[type]}, so it is not read.`;
    const meant = meantValue(member, type);
    yield meant === undefined ? { at, message } : { at, message, fix: setFix('Write it so', at, meant) };
  }
}

/** The value in its right type, where there is no doubt about it. */
function meantValue(value: JsonValue, type: JsonType): JsonValue | undefined {
  if (type === 'text' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  if (type === 'texts' && typeof value === 'string') return [value];
  return type === 'list' && isJsonObject(value) ? [value] : undefined;
}

function ownType(kind: PartKind, key: string): JsonType | undefined {
  const types = memberTypes[kind];
  return Object.hasOwn(types, key) ? types[key] : undefined;
}

function isOf(value: JsonValue, type: JsonType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'flag':
      return typeof value === 'boolean' || (typeof value === 'string' && /^(true|false)$/i.test(value));
    case 'list':
      return Array.isArray(value);
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'object':
      return isJsonObject(value);
  }
}

const typeNames: Record<JsonType, string> = {
  text: 'a text',
  flag: 'true or false',
  list: 'a list',
  texts: 'a list of texts',
  object: 'an object',
};

function nameOfType(value: JsonValue): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: 'true or false' }[typeof value as string] ?? 'an object'
  );
}

function withArticle(kind: PartKind): string {
  return `${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind}`;
}

const schemaTypes = new Set(['string', 'integer', 'number', 'boolean', 'array', 'object', 'file', 'null']);

function* checkTypeNames(schema: JsonValue, pointer: string): Iterable<Finding> {
  const type = ownProperty(schema, 'type');
  if (type === undefined) return;
  const at = `${pointer}/type`;
  const advice = 'Write string, integer, number, boolean, array or object.';
  for (const name of Array.isArray(type) ? type : [type]) {
    if (typeof name !== 'string') yield { at, message: `The type is not a text. ${advice}` };
    else if (!schemaTypes.has(name.toLowerCase())) yield { at, message: `“${name}” is no type. ${advice}` };
  }
}

function* checkRequired(view: CheckView): Iterable<Finding> {
  for (const { kind, value, pointer } of view.parts) {
    if (kind === 'document' && ownProperty(value, 'paths') === undefined && !hasOther(value))
      yield {
        at: '',
        message: 'There is no “paths”, so the connector has no operations. Add it to the file.',
      };
    if (kind !== 'parameter' || !isJsonObject(value) || referenceOf(value) !== undefined) continue;
    const name = ownProperty(value, 'name');
    const place = ownProperty(value, 'in');
    if (name === undefined || name === '')
      yield {
        at: pointer,
        message: 'A parameter has no name, so it is not sent. Write the name the API expects.',
      };
    if (place === undefined || place === '') {
      const called = typeof name === 'string' && name !== '' ? `“${name}”` : 'A parameter';
      yield { at: pointer, message: `${called} does not say where it goes (in), so it is not sent.` };
    }
  }
}

/** OpenAPI 3.1 allows a document of webhooks or components only. */
function hasOther(document: JsonValue): boolean {
  return ownProperty(document, 'webhooks') !== undefined;
}

const places = new Set(['path', 'query', 'header', 'body', 'formdata', 'cookie']);

function* checkPlace(view: CheckView): Iterable<Finding> {
  for (const { kind, value, pointer } of view.parts) {
    const place = ownProperty(value, 'in');
    if (kind !== 'parameter' || typeof place !== 'string' || place === '') continue;
    if (places.has(place.toLowerCase())) continue;
    const message = `“${place}” is no place for a parameter. Write path, query, header, formData or body.`;
    yield { at: `${pointer}/in`, message };
  }
}

function* checkMisplaced(view: CheckView): Iterable<Finding> {
  for (const { name, pointer, root } of listMisplaced(view.document)) {
    const why =
      root.kind === 'path'
        ? `“${root.key}” stands outside of “paths”. Move it there.`
        : 'No path and method stand above it. Write them.';
    yield { at: pointer, message: `The operation ${name} is not read. ${why}` };
  }
}

export const structureRules: Rule[] = [
  { code: 'CONN2401', name: 'JsonTypeIncorrect', severity: 'error', find: checkTypes },
  { code: 'CONN2410', name: 'RequiredPropertyMissing', severity: 'error', find: checkRequired },
  { code: 'CONN2411', name: 'JsonValueNotInEnum', severity: 'error', find: checkPlace },
];

/** What only the whole document tells. */
export const placementRules: Rule[] = [
  { code: 'CONN2412', name: 'OperationNotRead', severity: 'error', find: checkMisplaced },
];
