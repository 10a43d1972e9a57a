// A Swagger 2.0 document as OpenAPI 3.x: types move into schemas, a body or form becomes a request body, `consumes` and
// `produces` become media types. Every `x-` member stays with the object it belongs to.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { isFormMediaType } from '../media-type';
import { readHost } from '../read/host';
import { flagMember, textMember, textsMember } from '../read/members';
import { isMethod } from '../read/paths-object';
import { moveReferences } from './move-references';
import { filled, listIn, mapMembers, objectIn, resolvedIn, without } from './parts';

interface Source {
  document: JsonObject;
  consumes: string[];
  produces: string[];
}

const movedRoots = new Set([
  'swagger',
  'host',
  'basePath',
  'schemes',
  'consumes',
  'produces',
  'paths',
  'definitions',
  'parameters',
  'responses',
  'securityDefinitions',
]);

/** The document in 3.x. `version` is what `openapi` says, such as `3.0.3`. */
export function toOpenApi(document: JsonObject, version: string): JsonObject {
  const source: Source = {
    document,
    consumes: textsMember(document, 'consumes'),
    produces: textsMember(document, 'produces'),
  };
  const parameters = objectIn(document, 'parameters');
  const inBody = new Set(Object.keys(parameters).filter((name) => isInBody(parameters[name] ?? null)));
  const components = filled({
    schemas: objectIn(document, 'definitions'),
    parameters: mapMembers(without(parameters, inBody), parameterOf),
    responses: mapMembers(objectIn(document, 'responses'), (value) => responseOf(value, source.produces)),
    securitySchemes: mapMembers(objectIn(document, 'securityDefinitions'), securitySchemeOf),
  });
  const converted: JsonObject = {
    openapi: version,
    ...without(document, movedRoots),
    ...serversOf(document),
    paths: mapMembers(objectIn(document, 'paths'), (item) => pathItemOf(source, item)),
    ...(Object.keys(components).length > 0 && { components }),
  };
  return moveReferences(converted, 'openapi');
}

function serversOf(document: JsonObject): JsonObject {
  const { scheme, host, basePath } = readHost(document, '2.0');
  if (host !== '') return { servers: [{ url: `${scheme}://${host}${basePath}` }] };
  return basePath === '' ? {} : { servers: [{ url: basePath }] };
}

function pathItemOf(source: Source, item: JsonObject): JsonObject {
  const shared = listIn(item, 'parameters').filter((value) => isInBody(resolvedIn(source.document, value)));
  return Object.fromEntries(
    Object.entries(item).flatMap(([key, value]): [string, JsonValue][] => {
      if (isMethod(key) && isJsonObject(value)) return [[key, operationOf(source, value, shared)]];
      if (key === 'parameters') return [[key, parametersOf(source, listIn(item, key))]];
      if (key === 'x-ms-notification-content' && isJsonObject(value)) return [[key, responseOf(value, [])]];
      return [[key, value]];
    }),
  );
}

function operationOf(source: Source, operation: JsonObject, shared: readonly JsonValue[]): JsonObject {
  const own = listIn(operation, 'parameters');
  const bodies = [...own, ...shared]
    .map((value) => resolvedIn(source.document, value))
    .filter((value) => isInBody(value));
  const named = typesIn(operation, 'produces', source.produces);
  const requestBody = requestBodyOf(bodies, typesIn(operation, 'consumes', source.consumes));
  return Object.fromEntries(
    Object.entries({ ...operation, ...(requestBody && { requestBody }) }).flatMap(
      ([key, value]): [string, JsonValue][] => {
        if (key === 'consumes' || key === 'produces' || key === 'schemes') return [];
        if (key === 'parameters') return own.length > 0 ? [[key, parametersOf(source, own)]] : [[key, value]];
        if (key === 'responses' && isJsonObject(value))
          return [[key, mapMembers(value, (response) => responseOf(response, named))]];
        return [[key, value]];
      },
    ),
  );
}

function typesIn(operation: JsonObject, key: string, fallback: string[]): string[] {
  const own = textsMember(operation, key);
  return own.length > 0 ? own : fallback;
}

function isInBody(parameter: JsonValue): boolean {
  return /^(body|formdata)$/i.test(textMember(parameter, 'in'));
}

/** Parameters beside the body; references to shared ones stay references. */
function parametersOf(source: Source, list: readonly JsonValue[]): JsonValue[] {
  return list
    .filter((value) => !isInBody(resolvedIn(source.document, value)))
    .map((value) => (isJsonObject(value) ? parameterOf(value) : value));
}

const outerKeys = new Set(['name', 'in', 'required', 'description', 'allowEmptyValue', '$ref']);
const innerExtensions = new Set(['x-ms-enum-values', 'x-ms-enum', 'x-nullable']);

function isOuter(key: string): boolean {
  return outerKeys.has(key) || (key.startsWith('x-') && !innerExtensions.has(key));
}

function parameterOf(parameter: JsonObject): JsonObject {
  if (ownProperty(parameter, '$ref') !== undefined) return parameter;
  const entries = Object.entries(parameter);
  const outer = Object.fromEntries(entries.filter(([key]) => isOuter(key)));
  const inner = entries.filter(([key]) => !isOuter(key) && key !== 'collectionFormat');
  return { ...outer, ...styleOf(parameter), schema: typedSchema(Object.fromEntries(inner)) };
}

function styleOf(parameter: JsonObject): JsonObject {
  const isList = textMember(parameter, 'type').toLowerCase() === 'array';
  if (!isList || textMember(parameter, 'in').toLowerCase() !== 'query') return {};
  const format = textMember(parameter, 'collectionFormat').toLowerCase();
  if (format === 'multi') return { style: 'form', explode: true };
  const style = format === 'ssv' ? 'spaceDelimited' : format === 'pipes' ? 'pipeDelimited' : 'form';
  return { style, explode: false };
}

function typedSchema(schema: JsonObject): JsonObject {
  return textMember(schema, 'type').toLowerCase() === 'file'
    ? { ...schema, type: 'string', format: 'binary' }
    : schema;
}

function requestBodyOf(bodies: readonly JsonObject[], consumes: readonly string[]): JsonObject | undefined {
  const body = bodies.find((parameter) => textMember(parameter, 'in').toLowerCase() === 'body');
  if (body) {
    const { name, in: _place, schema = {}, ...rest } = body;
    const fitting = consumes.filter((type) => !isFormMediaType(type));
    const types = fitting.length > 0 ? fitting : ['application/json'];
    const content = Object.fromEntries(types.map((type) => [type, { schema }]));
    return {
      ...rest,
      ...(typeof name === 'string' && name !== 'body' && { 'x-ms-parameter-name': name }),
      content,
    };
  }
  if (bodies.length === 0) return undefined;
  const hasFile = bodies.some((field) => textMember(field, 'type').toLowerCase() === 'file');
  const isMultipart = hasFile || consumes.some((type) => type.toLowerCase().includes('form-data'));
  const usual = isMultipart ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const type = consumes.find(
    (candidate) => isFormMediaType(candidate) && candidate.includes('form-data') === isMultipart,
  );
  return { content: { [type ?? usual]: { schema: formOf(bodies) } } };
}

function formOf(fields: readonly JsonObject[]): JsonObject {
  const required = fields
    .filter((field) => flagMember(field, 'required'))
    .map((field) => textMember(field, 'name'));
  const properties = fields.map(
    ({ name, in: _place, required: _required, collectionFormat: _format, ...rest }) => [
      String(name),
      typedSchema(rest),
    ],
  );
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
  };
}

function responseOf(response: JsonObject, produces: readonly string[]): JsonObject {
  if (ownProperty(response, '$ref') !== undefined) return response;
  const { schema, examples, headers, ...rest } = response;
  const types = produces.length > 0 ? produces : ['application/json'];
  const media = (type: string): JsonObject => {
    const example = ownProperty(examples, type);
    return {
      schema: typedSchema(isJsonObject(schema) ? schema : {}),
      ...(example !== undefined && { example }),
    };
  };
  return {
    ...rest,
    ...(isJsonObject(headers) && { headers: mapMembers(headers, parameterOf) }),
    ...(schema !== undefined && { content: Object.fromEntries(types.map((type) => [type, media(type)])) }),
  };
}

const flowNames = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['application', 'clientCredentials'],
  ['accessCode', 'authorizationCode'],
]);

function securitySchemeOf(scheme: JsonObject): JsonObject {
  const type = textMember(scheme, 'type').toLowerCase();
  if (type === 'basic') return { ...scheme, type: 'http', scheme: 'basic' };
  if (type !== 'oauth2') return scheme;
  const { flow, authorizationUrl, tokenUrl, scopes = {}, ...rest } = scheme;
  const details: JsonObject = {
    ...(authorizationUrl !== undefined && { authorizationUrl }),
    ...(tokenUrl !== undefined && { tokenUrl }),
    scopes,
  };
  return { ...rest, flows: { [flowNames.get(String(flow)) ?? 'authorizationCode']: details } };
}
