// Http: a call to any address the outbound door lets through. Basic and Raw authentication stand in the definition;
// their secrets are evaluated when the call leaves and are in no record.
import { percentEncode } from '../../connector/request/scalar';
import { compileJson, type Evaluator } from '../../expression/compile';
import { toText } from '../../expression/to-text';
import { isValueObject, type Value } from '../../expression/value';
import type { HttpRequest } from '../../http';
import { isJsonObject, type JsonObject, ownProperty } from '../../json';
import { startCall } from '../call';
import { encodeBody, hasContentType, toTextMap, whyNoTextMap } from '../content';
import { parseDuration } from '../duration';
import { fail } from '../machine';
import type { ActionKind, PlanAction } from '../plan-model';
import type { ActionFault } from '../record';
import { readRetryPolicy } from '../retry-policy';
import type { Frame } from '../state';
import { evaluate, type Turn } from '../turn';

export const http: ActionKind = (action) => {
  const { authentication, retryPolicy, ...rest } = readInputs(action);
  const inputs = compileJson(rest);
  const secret = (authentication ?? null) === null ? undefined : compileJson(authentication ?? null);
  return {
    run(turn, frame) {
      const result = evaluate(turn, frame, action, inputs);
      if (!result.ok) return fail(turn, frame, action, result.fault);
      startCall(turn, frame, action, result.value);
    },
    call: {
      retryPolicy: readRetryPolicy(retryPolicy),
      timeout: readTimeout(action),
      toRequest(turn, frame, value) {
        const request = toRequest(value);
        if ('code' in request || secret === undefined) return 'code' in request ? request : wrap(request);
        const header = authorize(turn, frame, action, secret);
        if (typeof header !== 'string') return header;
        request.headers.authorization = header;
        return wrap(request);
      },
    },
  };
};

/** `limit.timeout` in milliseconds. */
export function readTimeout(action: PlanAction): number | undefined {
  const timeout = ownProperty(ownProperty(action.definition, 'limit'), 'timeout');
  return typeof timeout === 'string' ? parseDuration(timeout) : undefined;
}

function readInputs(action: PlanAction): JsonObject {
  const inputs = ownProperty(action.definition, 'inputs');
  return isJsonObject(inputs) ? inputs : {};
}

function wrap(request: HttpRequest) {
  return { request, reference: undefined, key: undefined };
}

function toRequest(value: Value): HttpRequest | ActionFault {
  const inputs = isValueObject(value) ? value : {};
  const method =
    typeof inputs.method === 'string' && inputs.method !== '' ? inputs.method.toUpperCase() : 'GET';
  const uri = typeof inputs.uri === 'string' ? inputs.uri.trim() : '';
  if (uri === '') return { code: 'BadRequest', message: 'The step has no URI.' };
  const fault = whyNoTextMap('headers', inputs.headers) ?? whyNoTextMap('queries', inputs.queries);
  if (fault !== undefined) return fault;
  const url = addQueries(uri, toTextMap(inputs.queries));
  if (url === undefined)
    return { code: 'BadRequest', message: `“${uri.slice(0, 200)}” is not a complete address.` };
  const headers = toTextMap(inputs.headers);
  if (typeof inputs.cookie === 'string' && inputs.cookie !== '') headers.cookie = inputs.cookie;
  const { body, contentType } = encodeBody(inputs.body);
  if (body === undefined) return { method, url, headers };
  if (contentType !== undefined && !hasContentType(headers)) headers['content-type'] = contentType;
  return { method, url, headers, body };
}

/** The address with `queries` added; an address without them stays as written. */
function addQueries(uri: string, queries: Record<string, string>): string | undefined {
  if (!URL.canParse(uri)) return undefined;
  if (Object.keys(queries).length === 0) return uri;
  const url = new URL(uri);
  const parts = Object.entries(queries).map(
    ([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`,
  );
  url.search = [url.search.replace(/^\?/, ''), ...parts].filter((part) => part !== '').join('&');
  return url.href;
}

function authorize(turn: Turn, frame: Frame, action: PlanAction, secret: Evaluator): string | ActionFault {
  const result = evaluate(turn, frame, action, secret);
  if (!result.ok) return result.fault;
  const value = isValueObject(result.value) ? result.value : {};
  const type = typeof value.type === 'string' ? value.type.toLowerCase() : '';
  if (type === 'raw') return toText(value.value ?? '');
  if (type === 'basic') {
    const bytes = new TextEncoder().encode(`${toText(value.username ?? '')}:${toText(value.password ?? '')}`);
    return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
  }
  const named = typeof value.type === 'string' ? value.type : 'without a type';
  return {
    code: 'AuthenticationNotSupported',
    message: `Authentication ${named} is kept but cannot be used here. Basic and Raw can, or a connection.`,
  };
}
