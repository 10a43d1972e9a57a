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

/** A schema that the sample fits: types, date-time strings, and the items of a list taken from all of its elements. */
export function schemaFromSample(value: JsonValue): JsonObject {
  return schemaOf([value], 0);
}

/** A schema that every value fits; null says nothing, and values of different types leave it open. */
function schemaOf(values: readonly JsonValue[], depth: number): JsonObject {
  const said = values.filter((value) => value !== null);
  const [first] = said;
  if (first === undefined || depth > depthLimit) return {};
  if (said.every((value) => typeof value === 'string')) {
    const isTime = said.every((value) => dateTime.test(value));
    return isTime ? { type: 'string', format: 'date-time' } : { type: 'string' };
  }
  if (said.every((value) => typeof value === 'boolean')) return { type: 'boolean' };
  if (said.every((value) => typeof value === 'number')) return numberSchema(said);
  if (said.every((value) => Array.isArray(value))) {
    return { type: 'array', items: schemaOf(said.flat(), depth + 1) };
  }
  return said.every((value) => isJsonObject(value)) ? objectSchema(said, depth) : {};
}

function numberSchema(values: readonly number[]): JsonObject {
  if (!values.every((value) => Number.isInteger(value))) return { type: 'number', format: 'double' };
  const isSmall = values.every((value) => Math.abs(value) < 2 ** 31);
  return { type: 'integer', format: isSmall ? 'int32' : 'int64' };
}

function objectSchema(values: readonly JsonObject[], depth: number): JsonObject {
  const members = new Map<string, JsonValue[]>();
  for (const value of values) {
    for (const [name, member] of Object.entries(value)) {
      const found = members.get(name);
      if (found) found.push(member);
      else members.set(name, [member]);
    }
  }
  const properties = Object.fromEntries(
    Array.from(members, ([name, found]) => [name, schemaOf(found, depth + 1)]),
  );
  return { type: 'object', properties };
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
  const { basePath } = sample;
  const below = basePath !== '' && (whole === basePath || whole.startsWith(`${basePath}/`));
  const path = (below ? whole.slice(basePath.length) : whole) || '/';
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
