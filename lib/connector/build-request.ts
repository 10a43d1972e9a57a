// One operation with its parameters to one request, as data. No secret is in here: the outbound door adds it, bound to
// the origin. What cannot be sent safely is refused with the key of the field.
import type { Value } from '../expression/value';
import type { HttpRequest } from '../http';
import { isMethodAllowed } from '../http-rules';
import { connectionOrigin } from './connection';
import type { Connector, Operation } from './model';
import { normaliseBasePath } from './read/host';
import { type BuiltBody, writeBody, writeForm } from './request/body';
import { bodyValue } from './request/body-value';
import { isFailure, type RequestFailure, refuse } from './request/failure';
import { acceptOf, buildHeaders, findHeader, setHeader } from './request/headers';
import { buildPath, checkUrl, templateQuery } from './request/path';
import { buildQuery } from './request/query';
import { missing, type ParameterValue, readValues } from './request/values';

export interface BuildRequestInput {
  connector: Connector;
  operation: Operation;
  /** Keyed as flows do: a parameter's name, `body`, or a path inside a body like `body/invoice/amount`. */
  parameters: Record<string, Value>;
  /** Replaces scheme and host, and the base path where it has a path of its own: `http://127.0.0.1:5080`. */
  baseUrl?: string;
}

export type BuildRequestResult = { ok: true; request: HttpRequest; origin: string } | RequestFailure;

/** Builds the request of an operation, or says which value is in the way. Defaults are filled in. */
export function buildRequest(input: BuildRequestInput): BuildRequestResult {
  const { connector, operation, parameters } = input;
  if (!isMethodAllowed(operation.method))
    return refuse('MethodNotAllowed', `The method ${operation.method} cannot be sent.`);
  const base = baseOf(input);
  if (isFailure(base)) return base;
  const values = readValues(connector, operation, parameters);
  if (isFailure(values)) return values;
  const url = urlOf(base, operation, values);
  if (isFailure(url)) return url;
  const headers = buildHeaders(values);
  if (isFailure(headers)) return headers;
  const declaredType = findHeader(headers, 'content-type');
  const body = bodyOf(input, values, declaredType);
  if (isFailure(body)) return body;
  if (findHeader(headers, 'accept') === undefined) setHeader(headers, 'Accept', acceptOf(operation));
  const request: HttpRequest = { method: operation.method, url, headers };
  if (!body) return { ok: true, request, origin: base.origin };
  setHeader(headers, 'Content-Type', body.contentType);
  return { ok: true, request: { ...request, body: body.body }, origin: base.origin };
}

interface Base {
  origin: string;
  basePath: string;
}

function baseOf({ connector, baseUrl }: BuildRequestInput): Base | RequestFailure {
  if (baseUrl === undefined) {
    const origin = connectionOrigin(connector);
    const host = connector.host === '' ? 'The connector has no host.' : `“${connector.host}” is not a host.`;
    return origin === ''
      ? refuse('HostInvalid', `${host} Set it on the General tab.`)
      : { origin, basePath: connector.basePath };
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const plain =
    url &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.username === '' &&
    url.password === '';
  if (!plain) return refuse('HostInvalid', `${JSON.stringify(baseUrl)} is not an http or https address.`);
  return {
    origin: url.origin,
    basePath: url.pathname === '/' ? connector.basePath : normaliseBasePath(url.pathname),
  };
}

function urlOf(base: Base, operation: Operation, values: readonly ParameterValue[]): string | RequestFailure {
  const path = buildPath(operation.path.startsWith('/') ? operation.path : `/${operation.path}`, values);
  if (isFailure(path)) return path;
  const query = buildQuery(values, templateQuery(operation.path));
  return isFailure(query) ? query : checkUrl({ ...base, path, query });
}

function bodyOf(
  { connector, operation, parameters }: BuildRequestInput,
  values: readonly ParameterValue[],
  declaredType: string | undefined,
): BuiltBody | RequestFailure | undefined {
  const parameter = operation.parameters.find((item) => item.in === 'body');
  const type = operation.requestContentType;
  if (!parameter) return writeForm(values, type ?? 'application/x-www-form-urlencoded', parameters);
  const value = bodyValue(connector, operation, { parameter, parameters });
  if (value === undefined) return parameter.required ? missing(parameter.name) : undefined;
  return writeBody(value, declaredType ?? concrete(type), parameter);
}

/** A wildcard like application/*+json is no type to send. */
function concrete(type: string | undefined): string {
  return type === undefined || type.includes('*') ? 'application/json' : type;
}
