// An OpenAPI 3.x document as Swagger 2.0: schemas of parameters lie flat in them, a request body becomes a body or form
// parameters, media types become `consumes` and `produces`. What 2.0 cannot say (cookies, servers of one path) goes.
import { isJsonObject, type JsonObject, type JsonValue, ownProperty } from '../../json';
import { isFormMediaType, preferJson } from '../media-type';
import { readHost } from '../read/host';
import { textMember } from '../read/members';
import { isMethod } from '../read/paths-object';
import { declaredType, viewSchema } from '../schema-view';
import { moveReferences } from './move-references';
import { filled, listIn, mapMembers, objectIn, resolvedIn, without } from './parts';

const movedRoots = new Set(['openapi', 'servers', 'paths', 'components', 'jsonSchemaDialect', 'webhooks']);

/** The document in 2.0. */
export function toSwagger(document: JsonObject): JsonObject {
  const components = ownProperty(document, 'components');
  const { scheme, host, basePath } = readHost(document, '3.0');
  const converted: JsonObject = {
    swagger: '2.0',
    ...without(document, movedRoots),
    ...(host !== '' && { host, schemes: [scheme] }),
    ...(host !== '' || basePath !== '' ? { basePath: basePath === '' ? '/' : basePath } : {}),
    paths: mapMembers(objectIn(document, 'paths'), (item) => pathItemOf(document, item)),
    ...filled({
      definitions: objectIn(components, 'schemas'),
      parameters: mapMembers(objectIn(components, 'parameters'), (value) => parameterOf(document, value)),
      responses: mapMembers(objectIn(components, 'responses'), (value) => responseOf(document, value)),
      securityDefinitions: mapMembers(objectIn(components, 'securitySchemes'), securitySchemeOf),
    }),
  };
  return moveReferences(converted, 'swagger');
}

const droppedFromItems = new Set(['servers', 'summary', 'description', 'trace']);

function pathItemOf(document: JsonObject, written: JsonObject): JsonObject {
  const { $ref: reference, ...beside } = written;
  const item = reference === undefined ? written : { ...resolvedIn(document, written), ...beside };
  return mapAll(without(item, droppedFromItems), (key, value) => {
    if (isMethod(key) && isJsonObject(value)) return operationOf(document, value);
    if (key === 'parameters' && Array.isArray(value)) return parametersOf(document, value);
    if (key === 'x-ms-notification-content' && isJsonObject(value)) return responseOf(document, value);
    return value;
  });
}

const droppedFromOperations = new Set(['servers', 'callbacks', 'requestBody']);

function operationOf(document: JsonObject, operation: JsonObject): JsonObject {
  const body = bodyOf(document, operation);
  const parameters = [...parametersOf(document, listIn(operation, 'parameters')), ...body.parameters];
  const produces = producesOf(document, objectIn(operation, 'responses'));
  const rest = mapAll(without(operation, droppedFromOperations), (key, value) => {
    if (key === 'parameters') return parameters;
    return key === 'responses' && isJsonObject(value)
      ? mapMembers(value, (response) => responseOf(document, response))
      : value;
  });
  return {
    ...rest,
    ...(parameters.length > 0 && { parameters }),
    ...(body.consumes.length > 0 && { consumes: body.consumes }),
    ...(produces.length > 0 && { produces }),
  };
}

function mapAll(object: JsonObject, change: (key: string, value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(key, value)]));
}

function parametersOf(document: JsonObject, list: readonly JsonValue[]): JsonValue[] {
  return list
    .filter((value) => textMember(resolvedIn(document, value), 'in').toLowerCase() !== 'cookie')
    .map((value) => (isJsonObject(value) ? parameterOf(document, value) : value));
}

const droppedFromParameters = new Set([
  'schema',
  'content',
  'style',
  'explode',
  'example',
  'examples',
  'allowReserved',
]);

function parameterOf(document: JsonObject, parameter: JsonObject): JsonObject {
  if (ownProperty(parameter, '$ref') !== undefined) return parameter;
  const [media] = Object.values(objectIn(parameter, 'content'));
  const written = ownProperty(parameter, 'schema') ?? ownProperty(media, 'schema') ?? {};
  const flat = flatSchema(document, written);
  const type = declaredType(flat) || 'string';
  return {
    ...flat,
    ...without(parameter, droppedFromParameters),
    type,
    ...(type === 'array' && { collectionFormat: collectionFormatOf(parameter) }),
  };
}

/** What a schema says, in one object: parameters of 2.0 cannot refer to schemas. */
function flatSchema(document: JsonObject, written: JsonValue): JsonObject {
  return without(viewSchema(document, { value: written, pointer: '' }).members, new Set(['required']));
}

function collectionFormatOf(parameter: JsonObject): string {
  if (textMember(parameter, 'in').toLowerCase() !== 'query') return 'csv';
  const style = textMember(parameter, 'style').toLowerCase();
  const explode = ownProperty(parameter, 'explode');
  if (style === 'spacedelimited' && explode !== true) return 'ssv';
  if (style === 'pipedelimited' && explode !== true) return 'pipes';
  return explode === false ? 'csv' : 'multi';
}

function bodyOf(
  document: JsonObject,
  operation: JsonObject,
): { parameters: JsonValue[]; consumes: string[] } {
  const written = ownProperty(operation, 'requestBody');
  if (written === undefined) return { parameters: [], consumes: [] };
  const { content, ...rest } = resolvedIn(document, written);
  const consumes = isJsonObject(content) ? Object.keys(content) : [];
  const type = preferJson(consumes);
  const schema = type === undefined ? {} : (ownProperty(ownProperty(content, type), 'schema') ?? {});
  if (type !== undefined && isFormMediaType(type)) return { parameters: formOf(document, schema), consumes };
  const name = textMember(rest, 'x-ms-parameter-name') || textMember(rest, 'x-bodyName') || 'body';
  return { parameters: [{ name, in: 'body', ...without(rest, nameKeys), schema }], consumes };
}

const nameKeys = new Set(['x-ms-parameter-name', 'x-bodyName']);

function formOf(document: JsonObject, schema: JsonValue): JsonValue[] {
  const view = viewSchema(document, { value: schema, pointer: '' });
  return view.properties.map((property): JsonObject => {
    const flat = flatSchema(document, property.schema.value);
    const type = declaredType(flat) || 'string';
    const isFile = type === 'string' && textMember(flat, 'format').toLowerCase() === 'binary';
    return {
      ...flat,
      name: property.name,
      in: 'formData',
      type: isFile ? 'file' : type,
      ...(type === 'array' && { collectionFormat: 'multi' }),
      ...(property.required && { required: true }),
    };
  });
}

function producesOf(document: JsonObject, responses: JsonObject): string[] {
  const types = Object.values(responses).flatMap((value) =>
    Object.keys(objectIn(resolvedIn(document, value), 'content')),
  );
  return [...new Set(types)];
}

const droppedFromResponses = new Set(['content', 'links', 'headers']);

function responseOf(document: JsonObject, response: JsonObject): JsonObject {
  if (ownProperty(response, '$ref') !== undefined) return response;
  const content = objectIn(response, 'content');
  const type = preferJson(Object.keys(content));
  const schema = type === undefined ? undefined : ownProperty(ownProperty(content, type), 'schema');
  const headers = mapMembers(objectIn(response, 'headers'), (header) =>
    parameterOf(document, resolvedIn(document, header)),
  );
  return {
    ...without(response, droppedFromResponses),
    ...(schema !== undefined && { schema }),
    ...(Object.keys(headers).length > 0 && { headers }),
  };
}

const flowNames = new Map([
  ['implicit', 'implicit'],
  ['password', 'password'],
  ['clientCredentials', 'application'],
  ['authorizationCode', 'accessCode'],
]);

function securitySchemeOf(scheme: JsonObject): JsonObject {
  const type = textMember(scheme, 'type').toLowerCase();
  const kind = textMember(scheme, 'scheme').toLowerCase();
  const rest = without(scheme, new Set(['type', 'scheme', 'bearerFormat', 'flows']));
  if (type === 'http' && kind === 'basic') return { type: 'basic', ...rest };
  if (type === 'http' && kind === 'bearer') {
    return { type: 'apiKey', in: 'header', name: 'Authorization', 'x-value-prefix': 'Bearer ', ...rest };
  }
  const [flow] = Object.entries(objectIn(scheme, 'flows'));
  if (type !== 'oauth2' || !flow) return scheme;
  const details = isJsonObject(flow[1]) ? flow[1] : {};
  return {
    type: 'oauth2',
    flow: flowNames.get(flow[0]) ?? 'accessCode',
    ...without(details, new Set(['refreshUrl'])),
    ...rest,
  };
}
