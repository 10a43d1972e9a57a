// What only OpenAPI 3.x can say: how objects stand in a query, bodies without JSON, and parts that no call follows.
import { describe, expect, it } from 'vitest';
import { buildRequest } from '@/lib/connector/build-request';
import { readConnector } from '@/lib/connector/read-connector';
import type { Value } from '@/lib/expression/value';
import type { JsonObject, JsonValue } from '@/lib/json';
import { oneOperation } from './one-operation';
import { check, expectRuleIn } from './rule-cases';

interface Operation3 {
  pathItem?: JsonObject;
  operation?: JsonObject;
  root?: JsonObject;
  method?: string;
}

function document3({ pathItem = {}, operation = {}, root = {}, method = 'get' }: Operation3): JsonObject {
  return {
    openapi: '3.1.0',
    info: { title: 'T', version: '1' },
    servers: [{ url: 'https://api.example.test' }],
    paths: {
      '/a': {
        ...pathItem,
        [method]: {
          operationId: 'Op',
          summary: 'Do it',
          responses: { 200: { description: 'ok' } },
          ...operation,
        },
      },
    },
    ...root,
  };
}

function request(document: JsonObject, parameters: Record<string, Value>) {
  const { connector } = readConnector(document);
  const operation = connector?.operations[0];
  if (!connector || !operation) throw new Error('not read');
  return buildRequest({ connector, operation, parameters });
}

describe('an object in the query', () => {
  const color = { R: 100, G: 'a b', note: null };
  const cases: [string, JsonObject, Value, string][] = [
    ['deepObject', { style: 'deepObject', explode: true }, color, '?color%5BR%5D=100&color%5BG%5D=a%20b'],
    [
      'deepObject with objects and lists inside',
      { style: 'deepObject' },
      { at: { x: 1 }, tags: ['a', 'b'] },
      '?color%5Bat%5D%5Bx%5D=1&color%5Btags%5D=a&color%5Btags%5D=b',
    ],
    ['exploded, which is the default', {}, color, '?R=100&G=a%20b'],
    ['not exploded', { explode: false }, color, '?color=R,100,G,a%20b'],
    ['as content', { content: { 'application/json': { schema: {} } } }, { a: 1 }, '?color=%7B%22a%22%3A1%7D'],
    ['a text given in its place', { style: 'deepObject' }, 'red', '?color=red'],
    ['empty', {}, {}, ''],
  ];
  it.each(cases)('is sent: %s', (_name, style, value, want) => {
    const parameter: JsonObject = { name: 'color', in: 'query', schema: { type: 'object' }, ...style };
    const built = request(document3({ operation: { parameters: [parameter] } }), { color: value });
    expect(built.ok && built.request.url).toBe(`https://api.example.test/a${want}`);
  });
});

describe('a body of XML', () => {
  const sentence =
    'The body is application/xml, which is not made of fields. Give the whole body as one text.';
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  const three = document3({
    method: 'post',
    operation: { requestBody: { content: { 'application/xml': { schema } } } },
  });
  it('is refused when it is made of fields, and sent when it is a text', () => {
    expect(request(three, { 'body/a': 'x' })).toMatchObject({ ok: false, message: sentence, field: 'body' });
    const { connector, operation } = oneOperation({
      method: 'post',
      parameters: [{ name: 'body', in: 'body', schema }],
      operation: { consumes: ['application/xml'] },
    });
    const two = (parameters: Record<string, Value>) => buildRequest({ connector, operation, parameters });
    expect(two({ 'body/a': 'x' })).toMatchObject({ ok: false, message: sentence });
    expect(two({ body: '<a/>' })).toMatchObject({
      ok: true,
      request: { body: { kind: 'text', text: '<a/>' }, headers: { 'Content-Type': 'application/xml' } },
    });
  });
  it('is told by the checker', () => {
    expectRuleIn(three, 'MimeTypeNotSupported', 'warning');
    const both = { 'application/xml': { schema }, 'application/json': { schema } };
    const other = document3({ method: 'post', operation: { requestBody: { content: both } } });
    expect(check(other).map(({ rule }) => rule)).not.toContain('MimeTypeNotSupported');
  });
});

describe('a finding about the address', () => {
  const cases: [string, JsonValue | undefined, string][] = [
    ['no servers', undefined, '/servers'],
    ['an empty list', [], '/servers'],
    ['a single server that is no list', { url: 'https://a.test' }, '/servers'],
    ['a server that is a text', ['https://a.test'], '/servers/0'],
    ['a server without an address', [{ description: 'live' }], '/servers/0/url'],
    ['a server on the host of the file', [{ url: '/v1' }], '/servers/0/url'],
  ];
  it.each(cases)('names a place that is there, or can be written at once: %s', (_name, servers, at) => {
    const { servers: _own, ...rest } = document3({});
    const found = check(servers === undefined ? rest : { ...rest, servers });
    expect(found.filter(({ rule }) => rule === 'HostNameNotValid')).toMatchObject([{ at }]);
  });
});

describe('what no call follows', () => {
  const cookie = (required: boolean): JsonObject => ({
    operation: { parameters: [{ name: 'sid', in: 'cookie', required, schema: { type: 'string' } }] },
  });
  const cases: [string, Operation3, string, string][] = [
    [
      'servers of a path',
      { pathItem: { servers: [{ url: 'https://b.test' }] } },
      'ServersNotRead',
      'warning',
    ],
    [
      'servers of an operation',
      { operation: { servers: [{ url: 'https://b.test' }] } },
      'ServersNotRead',
      'warning',
    ],
    [
      'more servers than one',
      { root: { servers: [{ url: 'https://a.test' }, { url: 'https://b.test' }] } },
      'ServersNotRead',
      'hint',
    ],
    ['a required cookie', cookie(true), 'CookieParameterNotSent', 'warning'],
    ['an optional cookie', cookie(false), 'CookieParameterNotSent', 'hint'],
    ['webhooks', { root: { webhooks: { made: { post: {} } } } }, 'WebhooksNotRead', 'warning'],
    ['callbacks', { operation: { callbacks: { done: {} } } }, 'CallbacksNotRead', 'hint'],
  ];
  it.each(cases)('is told: %s', (_name, operation, rule, severity) => {
    expectRuleIn(document3(operation), rule, severity);
  });
});

it('asks once how often a path parameter is encoded, also of a shared one, and believes the answer', () => {
  const shared = (more: JsonObject): JsonObject => ({
    ...document3({}),
    paths: {
      '/a/{id}': {
        parameters: [{ $ref: '#/components/parameters/id' }],
        get: { operationId: 'Op', summary: 'Do it', responses: { 200: { description: 'ok' } } },
      },
    },
    components: {
      parameters: {
        id: {
          name: 'id',
          in: 'path',
          required: true,
          'x-ms-summary': 'ID',
          schema: { type: 'string' },
          ...more,
        },
      },
    },
  });
  expectRuleIn(shared({}), 'PathParameterMissingEncoding', 'warning');
  const rules = check(shared({ 'x-ms-url-encoding': 'single' })).map(({ rule }) => rule);
  expect(rules).not.toContain('PathParameterMissingEncoding');
});
