// Definitions from samples: a schema from a JSON value, an operation from a request. Types are guesses that a maker can correct.
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { Dialect } from './model';

export interface RequestSample {
  method: string;
  /** Absolute, or a path; `{x}` in it becomes a path parameter. */
  url: string;
  headers: { name: string; value: string }[];
  body: JsonValue | undefined;
}

const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;
const depthLimit = 30;

/** A schema that the sample fits: types, date-time strings, and the items of a list merged over its elements. */
export function schemaFromSample(value: JsonValue, depth = 0): JsonObject {
  if (depth > depthLimit) return {};
  if (value === null) return {};
  if (typeof value === 'string') {
    return dateTime.test(value) ? { type: 'string', format: 'date-time' } : { type: 'string' };
  }
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { type: 'integer', format: 'int32' }
      : { type: 'number', format: 'double' };
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => schemaFromSample(item, depth + 1)).reduce<JsonObject>(mergeSchemas, {});
    return { type: 'array', items };
  }
  const properties: JsonObject = {};
  for (const [name, member] of Object.entries(value)) properties[name] = schemaFromSample(member, depth + 1);
  return { type: 'object', properties };
}

/** A schema that values of both fit; where the types differ, anything. */
function mergeSchemas(left: JsonObject, right: JsonObject): JsonObject {
  if (Object.keys(left).length === 0) return right;
  if (Object.keys(right).length === 0) return left;
  const types = new Set([left.type, right.type]);
  if (types.size === 2 && types.has('integer') && types.has('number'))
    return { type: 'number', format: 'double' };
  if (types.size === 2) return {};
  if (left.type === 'object') {
    const merged: JsonObject = { ...asObject(left.properties) };
    for (const [name, schema] of Object.entries(asObject(right.properties))) {
      merged[name] = Object.hasOwn(merged, name)
        ? mergeSchemas(asObject(merged[name]), asObject(schema))
        : schema;
    }
    return { type: 'object', properties: merged };
  }
  if (left.type === 'array') {
    return { type: 'array', items: mergeSchemas(asObject(left.items), asObject(right.items)) };
  }
  return left.format === right.format ? left : { type: left.type ?? 'string' };
}

function asObject(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

// The platform adds these itself, or a connection does.
const ownHeaders = /^(content-type|content-length|accept|host|authorization|cookie|user-agent|connection)$/i;

/** Parameters and body of a sample request as the dialect writes them. */
export function requestFromSample(
  sample: Omit<RequestSample, 'method'>,
  dialect: Dialect,
): { parameters: JsonObject[]; requestBody?: JsonObject } {
  const { path, query } = splitUrl(sample.url);
  const typed = (place: string, name: string, required: boolean): JsonObject => ({
    name,
    in: place,
    required,
    ...(dialect === '2.0' ? { type: 'string' } : { schema: { type: 'string' } }),
  });
  const parameters = [
    ...[...path.matchAll(/\{([^{}/]+)\}/g)].map((match) => typed('path', match[1] ?? '', true)),
    ...[...new Set(query.keys())].map((name) => typed('query', name, false)),
    ...sample.headers
      .filter(({ name }) => !ownHeaders.test(name))
      .map(({ name }) => typed('header', name, false)),
  ];
  if (sample.body === undefined) return { parameters };
  const schema = schemaFromSample(sample.body);
  if (dialect === '2.0') {
    return { parameters: [...parameters, { name: 'body', in: 'body', required: false, schema }] };
  }
  return { parameters, requestBody: { content: { 'application/json': { schema } } } };
}

/** An operation object from a sample, without its texts; refused where the address has no path. */
export function operationFromSample(
  sample: RequestSample & { basePath: string; dialect: Dialect },
): { ok: true; method: string; path: string; operation: JsonObject } | { ok: false; message: string } {
  const { path: whole } = splitUrl(sample.url);
  if (!whole.startsWith('/')) {
    return { ok: false, message: 'Write the whole address or a path that begins with a slash.' };
  }
  const below = sample.basePath !== '' && whole.startsWith(`${sample.basePath}/`);
  const path = below ? whole.slice(sample.basePath.length) : whole;
  return {
    ok: true,
    method: sample.method.toLowerCase(),
    path,
    operation: {
      ...requestFromSample(sample, sample.dialect),
      responses: { default: { description: 'Default' } },
    },
  };
}

function splitUrl(url: string): { path: string; query: URLSearchParams } {
  const withoutOrigin = url.trim().replace(/^https?:\/\/[^/?#]*/i, '');
  const [beforeHash = ''] = withoutOrigin.split('#');
  const mark = beforeHash.indexOf('?');
  const path = mark < 0 ? beforeHash : beforeHash.slice(0, mark);
  return { path: path || '/', query: new URLSearchParams(mark < 0 ? '' : beforeHash.slice(mark + 1)) };
}
